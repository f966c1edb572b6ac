"""The situation: the fold of all released entries, and what each page shows of it."""
