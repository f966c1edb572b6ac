briefbookIndex("briefs",[
["2031-05-02-nore","The lighthouse is dark","The light at Nore has been out since yesterday.","2 May 2031","flash-update","","",""]
]);
