"""What writes content: new files from scaffolds."""
