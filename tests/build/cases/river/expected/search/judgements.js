briefbookIndex("judgements",[
["second-stage-in-march","Vestrin begins the second stage in March.","likely","3 March 2031","","pause-filling","2031-03-03-kelmet",""]
]);
