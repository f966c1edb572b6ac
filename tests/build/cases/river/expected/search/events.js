briefbookIndex("events",[
["second-stage","The second stage of the filling begins","Kelmet dam","15 March 2031","postponed","kelmet-company pause-filling","2031-03-03-kelmet",""],
["inspection","Two engineers from Ommar inspect gate three","Kelmet dam","9 March 2031","happened","ommar kelmet-company","2031-03-10-kelmet",""],
["port-sele-talks","Delegations of both states meet for three hours","Port Sele","6 March 2031","happened","vestrin ommar","2031-03-03-kelmet",""],
["gates-closed","The gates of the dam close and the filling begins","Kelmet dam","24 February 2031","happened","kelmet-company pause-filling","2031-03-03-kelmet","Corrected 6 March 2031."]
]);
