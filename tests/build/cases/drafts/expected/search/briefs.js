briefbookIndex("briefs",[
["2031-05-03-bridge","The bridge: nobody has cleared this","","3 May 2031","draft","","",""],
["2031-05-02-bridge","الجسر مغلق","الجسر مغلق، ولا أحد يعرف السبب (الجسر مغلق).","2 May 2031","flash-update","","",""]
]);
