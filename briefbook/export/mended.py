"""What a correction mended and where the mistake stood, in plain words for files that are not pages."""

from __future__ import annotations

from briefbook.derive.corrections import Mended
from briefbook.words import Words


def now_reads(words: Words, was: str, now: str) -> str:
    """What stood there, and what stands there now."""
    return words.gettext("“%(was)s” now reads “%(now)s”.") % {"was": was, "now": now}


def sentence(text: str) -> str:
    """The words of an entry, as a sentence."""
    return text if text.endswith(("?", "!", ".", "…")) else f"{text}."


def stood(words: Words, mended: Mended) -> str:
    """In which brief the mistake stood, and since when; empty for a record with a file of its own."""
    if mended.stood is None:
        return ""
    said = words.gettext("It stood in “%(brief)s” from %(date)s on.")
    return said % {"brief": mended.stood.title, "date": words.date(mended.stood.as_of.text)}
