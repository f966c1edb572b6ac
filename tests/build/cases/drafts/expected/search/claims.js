briefbookIndex("claims",[
["bridge-closed","الجسر مغلق.","","2 May 2031","unverified","keeper","",""]
]);
