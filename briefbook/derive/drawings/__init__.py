"""Pictures of the situation, laid out to the last number: what prints them needs no arithmetic."""
