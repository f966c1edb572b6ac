briefbookIndex("briefs",[
["2031-05-mill","The mill turns","The wheel turns.","31 May 2031","profile","","",""]
]);
