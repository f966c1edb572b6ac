briefbookIndex("pages",[
["about","About this book","","","","","",""]
]);
