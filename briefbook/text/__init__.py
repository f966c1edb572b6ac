"""Pure functions over strings: dates, ids, near matches, the verbatim search, Markdown."""
