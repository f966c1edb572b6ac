"""Words that say how far something is known: hedges of an article, and degrees of likelihood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from briefbook.text.cues import FINITE, PARTICIPLES

Family = Literal["claimed", "unproved", "believed", "possible"]

HEDGES: dict[Family, tuple[str, ...]] = {
    "claimed": (
        r"alleged(?:ly)?",
        r"purported(?:ly)?",
        r"supposed(?:ly)?",
        r"reportedly",
        r"rumou?red",
        r"(?:is|are|was|were) said to",
        r"claim(?:ed|s|ing) to",
    ),
    "unproved": (
        r"(?:could|can)(?: ?not|n[’']t) (?:be )?(?:\w+ )?(?:verif(?:y|ied)|confirm(?:ed)?)",
        r"(?:has|have|had)(?: not|n[’']t) (?:yet )?been (?:\w+ )?(?:verified|confirmed)",
        r"unable to (?:verify|confirm)",
        r"un(?:confirmed|verified)",
        r"no independent confirmation",
    ),
    "believed": (
        r"(?:is|are|was|were|be|been) (?:widely )?(?:believed|thought|presumed|suspected|feared)",
        r"suspected",
        r"presumed",
    ),
    "possible": (
        r"(?:may|might|could) (?:well |also )?have(?: been)?",
        r"apparently",
        r"appear(?:s|ed)? to(?: have)?",
        r"seem(?:s|ed)? to(?: have)?",
    ),
}
"""How an article says that it does not vouch for something."""

_STEMS = (
    *("alleg", "purport", "suppos", "reported", "rumo", "said", "claim", "verif", "confirm"),
    *("believed", "thought", "presumed", "suspected", "feared", "have", "apparent", "appear", "seem"),
)
"""What every hedge holds; most texts are done with them alone."""

_HEDGE = {
    family: re.compile(rf"\b(?:{'|'.join(words)})\b".replace(" ", r"\s"), re.IGNORECASE)
    for family, words in HEDGES.items()
}

_KEPT = frozenset(
    """
    may might could possibly perhaps maybe likely unlikely probably possible whether if allegation
    allegations claim claimed alleged reported report reports reportedly unverified unconfirmed
    disputed dispute doubt doubts doubtful unclear unknown uncertain believed believe thought think
    thinks suspected suspect apparent apparently appear appears appeared seem seems seemed supposed
    supposedly purported purportedly rumour rumours rumor rumors according accused accuse accusation
    accusations boast boasts boasted hold holds fear fears feared speak speaks spoke describe
    describes described expect expects account version versions verify verified confirm confirmed
    cannot question questions charge charges presumed estimate estimated estimates would should
    count counts
    """.split()
)
"""Words of which one is enough to keep a hedge; so are all verbs of speech."""
_SPEECH = FINITE | PARTICIPLES
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

_CONFIDENCE = re.compile(
    r"\b(?:(?:very\s)?(?:high|moderate|medium|low)(?:\sor\s\w+|\sto\s\w+)?\sconfidence|"
    r"confidence\s(?:is|remains|in\sthis\sis)\s(?:\w+\s)?(?:high|moderate|medium|low)|"
    r"(?:highly|moderately)\sconfident)\b",
    re.IGNORECASE,
)
_SAID = (
    *(
        "almost no chance",
        "very unlikely",
        "unlikely",
        "roughly even chance",
        "likely",
        "very likely",
        "almost certain",
    ),
    *("remote chance", "highly unlikely", "realistic possibility", "likely or probable", "highly likely"),
)
_OTHER = (
    *(
        "almost certainly",
        "near certain",
        "nearly certain",
        "virtually certain",
        "certainly",
        "no doubt",
        "undoubtedly",
    ),
    *(
        "more likely than not",
        "quite likely",
        "most likely",
        "extremely likely",
        "extremely unlikely",
        "fairly likely",
    ),
    *(
        "highly probable",
        "very probable",
        "improbable",
        "probable",
        "probably",
        "most probably",
        "quite possible",
    ),
    *(
        "good chance",
        "fair chance",
        "strong chance",
        "slim chance",
        "small chance",
        "real possibility",
        "even chance",
    ),
    *(
        "serious possibility",
        "distinct possibility",
        "strong possibility",
        "likely as not",
        "conceivable",
        "doubtful",
    ),
)
_LIKELIHOOD = re.compile(
    rf"\b(?:{'|'.join(sorted((*_SAID, *_OTHER), key=len, reverse=True))})\b".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:may|might|could|possibly|perhaps|maybe|reportedly|potentially)\b")
"""In small letters alone: `May` is a month."""


class Words(NamedTuple):
    """Words in a text."""

    start: int
    end: int
    words: str


def may_hedge(text: str) -> bool:
    """Whether a text holds what every hedge holds; a quick no for most."""
    low = text.lower()
    return any(map(low.__contains__, _STEMS))


def find_hedges(text: str) -> Iterator[tuple[Family, Words]]:
    """Each hedge in a text, family by family."""
    if may_hedge(text):
        for family, pattern in _HEDGE.items():
            for match in pattern.finditer(text):
                yield family, _words(match)


def keeps_hedge(text: str) -> bool:
    """Whether a sentence leaves open that something is so, or says who says it."""
    words = (each.lower() for each in _WORD.findall(text))
    return any(each in _KEPT or each in _SPEECH for each in words) or any(find_hedges(text))


def find_likelihoods(text: str) -> Iterator[Words]:
    """Each degree of likelihood in a text, whatever scale it is from."""
    return map(_words, _LIKELIHOOD.finditer(text))


def find_confidences(text: str) -> Iterator[Words]:
    """Each degree of confidence in a text: `low confidence`."""
    return map(_words, _CONFIDENCE.finditer(text))


def find_modals(text: str) -> Iterator[Words]:
    """Each word by which a sentence might mean anything between no chance and certainty."""
    return map(_words, _MODAL.finditer(text))


def _words(match: re.Match[str]) -> Words:
    return Words(match.start(), match.end(), match[0])
