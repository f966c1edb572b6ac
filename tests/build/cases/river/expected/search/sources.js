briefbookIndex("sources",[
["courier-2031-03-10","Vestrin shows its neighbours gate three and puts off the second stage","The Sarn Courier\nAnneke Rust","10 March 2031","","","",""],
["difaf-2031-03-06","أومار تقبل وساطة مفوضية السارن","الضفاف","6 March 2031","","","",""],
["courier-2031-03-03","Ommar asks for a pause as the Kelmet reservoir rises","The Sarn Courier\nAnneke Rust\nPell Marrow","3 March 2031","","","",""]
]);
