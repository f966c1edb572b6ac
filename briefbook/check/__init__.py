"""What is wrong with a book that can be read: rules as plain functions, findings as values."""
