briefbookIndex("claims",[
["gate-three-cracked","Gate three of the Kelmet dam is cracked.","Kelmet dam","3 March 2031","confirmed","ommari-officials kelmet-company","",""],
["river-fell","The Sarn has fallen by about a third in a week.","weir of Tel Amra","3 March 2031","disputed","growers kelmet-company pause-filling publish-figures","",""]
]);
