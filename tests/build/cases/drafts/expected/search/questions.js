briefbookIndex("questions",[
["why-closed","لماذا أُغلق الجسر؟","","2 May 2031","partly-answered","","",""]
]);
