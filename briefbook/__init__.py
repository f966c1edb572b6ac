"""A briefing book that can prove itself."""

__version__ = "0.1.0"
