briefbookIndex("actors",[
["mayor","The mayor","","","person","","",""]
]);
