briefbookIndex("actors",[
["keeper","الحارس","","","unnamed","","",""]
]);
