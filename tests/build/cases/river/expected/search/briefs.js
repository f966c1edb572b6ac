briefbookIndex("briefs",[
["2031-03-10-kelmet","Gate three is cracked and safe, and Vestrin can wait a week","Vestrin moves: it would hold the water if Ommar withdraws its complaint, and has put off the second stage to 15 March. Engineers of both sides confirm the crack in gate three and call the gate safe at this level.","10 March 2031","sitrep","",""],
["2031-03-06-port-sele","First talks in Port Sele, and Ommar accepts a mediator","The delegations met for three hours. Ommar now accepts the Commission as mediator, if it sits in a neutral city, and still asks for a pause.","6 March 2031, 18:00 UTC","flash-update","",""],
["2031-03-03-kelmet","Ommar asks for a pause, and Vestrin fills on","Ommar wants the filling of the Kelmet reservoir to pause; Vestrin refuses. Both sides meet in Port Sele on 6 March, two days before the second stage. That gate three is cracked is unverified (Gate three of the Kelmet dam is cracked).","3 March 2031","sitrep","",""]
]);
