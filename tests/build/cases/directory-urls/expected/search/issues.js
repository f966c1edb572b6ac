briefbookIndex("issues",[
["dig","The well should be dug deeper.","","","","","",""]
]);
