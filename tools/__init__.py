"""What writes the made parts of the project: references, catalogues of words, tables of cases."""
