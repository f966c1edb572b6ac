briefbookIndex("issues",[
["pause-filling","The filling of the Kelmet reservoir should pause until both states agree on its pace.","Pause the filling","","","","",""],
["publish-figures","The dam’s daily figures should be public.","Publish the figures","","","","",""],
["commission-mediates","The Sarn Commission should mediate.","Mediation","","","","",""]
]);
