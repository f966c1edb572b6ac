"""Files into a Book, with every mistake that can be seen in one file alone."""
