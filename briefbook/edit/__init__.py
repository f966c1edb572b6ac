"""What writes content: new files, sources out of articles, locks."""
