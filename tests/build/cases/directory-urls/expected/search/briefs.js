briefbookIndex("briefs",[
["2031-05-well","The well is dry","Dry, and The mayor wants it deeper (The mayor).","31 May 2031","profile","","",""]
]);
