briefbookIndex("actors",[
["ommar","Ommar","","","state","sarn-commission","",""],
["vestrin","Vestrin","","","state","sarn-commission","",""],
["kelmet-company","Kelmet Dam Company","","","organisation","","",""],
["growers","Lower Sarn Growers’ Union","","","organisation","","",""],
["sarn-commission","Sarn Commission","the Commission","","organisation","","",""],
["oduya","Brann Oduya","secretary","","person","sarn-commission","",""],
["dellan","Ilse Dellan","water minister","","person","vestrin","",""],
["marn","Tavi Marn","تافي مارن\nchief engineer","","person","kelmet-company","",""],
["lane","Wescott Lane","","","person","","",""],
["haddar","Yusra Haddar","يسرى حداد\nforeign minister","","person","ommar","",""],
["ommari-officials","Ommari officials","","","unnamed","ommar","",""]
]);
