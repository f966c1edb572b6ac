briefbookIndex("sources",[
["note-2031-05","The well is dry","The Note","May 2031","","","",""]
]);
