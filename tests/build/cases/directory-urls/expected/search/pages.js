briefbookIndex("pages",[
["about","About the well","","","","","",""]
]);
