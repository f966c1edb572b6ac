briefbookIndex("pages",[
["words","Words","","","","",""]
]);
