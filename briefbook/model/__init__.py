"""The records of a briefing book, as frozen typed Structs without I/O."""
