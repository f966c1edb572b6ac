"""What codes are called in drawings, in the same words as on pages."""

from __future__ import annotations

from briefbook.words import Words


def stance_words(words: Words) -> dict[str, str]:
    """The name of each stance."""
    return {
        "supports": words.gettext("Supports"),
        "leans-support": words.gettext("Leans support"),
        "mixed": words.gettext("Mixed"),
        "neutral": words.gettext("Neutral"),
        "leans-oppose": words.gettext("Leans oppose"),
        "opposes": words.gettext("Opposes"),
        "unclear": words.gettext("Unclear"),
        "withdrawn": words.gettext("Withdrawn"),
    }


def claim_words(words: Words) -> dict[str, str]:
    """What is said of a claim by its status."""
    return {
        "unverified": words.gettext("Claimed, unverified"),
        "disputed": words.gettext("Claimed, disputed"),
        "corroborated": words.gettext("Claimed, corroborated"),
        "confirmed": words.gettext("Claimed, confirmed"),
        "refuted": words.gettext("Claimed, refuted"),
    }


def event_words(words: Words) -> dict[str, str]:
    """What is said of an event by its status; nothing of one that happened."""
    return {
        "happened": "",
        "scheduled": words.gettext("Scheduled"),
        "postponed": words.gettext("Postponed"),
        "cancelled": words.gettext("Cancelled"),
    }
