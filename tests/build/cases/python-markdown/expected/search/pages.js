briefbookIndex("pages",[
["words","Words","","","","","",""]
]);
