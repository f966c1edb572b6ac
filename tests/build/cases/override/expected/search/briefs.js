briefbookIndex("briefs",[
["2031-05-02-ferry","The ferry runs","The ferry runs again, {{ head.root }} and {% raw %} are only words.","2 May 2031","profile","","",""]
]);
