"""From an article to a draft that an analyst finishes: who says what, who stands where, what is open."""
