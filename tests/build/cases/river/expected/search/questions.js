briefbookIndex("questions",[
["dry-pumps","How many pumps stand dry?","","3 March 2031","partly-answered","growers","",""],
["figures-by-april","Will the company publish daily figures by the end of March?","","3 March 2031","open","publish-figures","",""],
["how-fast","How fast is the reservoir rising?","","3 March 2031","overdue","publish-figures","",""],
["let-in","Will engineers from Ommar be let in to see gate three?","","3 March 2031","answered","vestrin ommar","",""]
]);
