"""What an engine reads out of an article, in a form that knows neither briefs nor files.

Each item says where in the article its words stand: `text` is `article.text[start:end]`, in code points. An
actor is named by its id in the draft, and nobody by the empty string.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Confidence = Literal["high", "review"]
ActorKind = Literal["state", "organisation", "person", "armed_group", "group"]
ClaimStatus = Literal["unverified", "disputed", "denied", "alleged", "estimated", "conditional"]
Stance = Literal[-2, -1, 0, 1, 2]
DateKind = Literal["deadline", "scheduled", "event", "reference"]

SCHEMA = "distil-draft/1"


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """What every part of a draft says about itself."""

    confidence: Confidence = "review"
    """`high`: a rule without a known exception found it; `review`: look before you keep it."""
    why: str = ""
    """What is doubtful, in a few words."""


class Actor(Item, frozen=True, kw_only=True):
    """Somebody who speaks, acts or is spoken of."""

    id: str
    name: str
    """The fullest name in the article."""
    kind: ActorKind
    """`group`: unnamed or collective, such as “officials” or “residents”."""
    role: str = ""
    """A post in the article's words: `president of the Hauliers’ Federation`."""
    affiliation: str = ""
    """The name of what the actor belongs to."""
    aliases: tuple[str, ...] = ()
    """The other forms in which the article names it."""
    anonymous: bool = False
    """Whether the article withholds the name."""
    known: str = ""
    """Its id in the book, where it has one."""


class Passage(Item, frozen=True, kw_only=True):
    """Words of the article."""

    start: int
    end: int
    text: str


class Quote(Passage, frozen=True, kw_only=True):
    """What stands between two quotation marks, without them."""

    speaker: str = ""
    is_fragment: bool = False
    """Whether it is a piece of somebody's sentence: `would clear the road “within days”`."""
    statement: int = 0
    """Stretches of one statement have the same number: `“We slept here,” she said. “Come and see.”`"""


class Indirect(Passage, frozen=True, kw_only=True):
    """What somebody said in the article's words, without the speaker and the verb."""

    speaker: str = ""
    cue: str = ""
    """The word that reports it: `said`, `according to`."""


class Claim(Passage, frozen=True, kw_only=True):
    """What the article does not vouch for."""

    attribution: str = ""
    hedges: tuple[str, ...] = ()
    """The article's words that say how far it is known."""
    status: ClaimStatus = "unverified"
    denial: str = ""
    """Who denies it; nobody where the article has no denial."""
    denial_start: int = 0
    denial_end: int = 0
    """Where the denial stands; 0 and 0 where there is none."""


class Dated(Passage, frozen=True, kw_only=True):
    """Words that name a time."""

    value: str
    """A day, month or year as in `2014-06-15`, or two of them with `/` between."""
    kind: DateKind


class Position(Passage, frozen=True, kw_only=True):
    """Where somebody stands on something, and the words that show it."""

    actor: str
    issue: str
    stance: Stance
    """From -2, against it, to 2, for it."""


class Question(Item, frozen=True, kw_only=True):
    """What the article leaves open."""

    text: str
    start: int
    end: int
    """The words that leave it open."""
    due: str = ""
    """The deadline that decides it."""


class Rejected(msgspec.Struct, frozen=True):
    """A passage whose words are not in the article at its place."""

    part: str
    """Of which part of the draft: `quotes`."""
    start: int
    end: int
    text: str


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """All that was read out of one article."""

    schema: str = SCHEMA
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    indirect: tuple[Indirect, ...] = ()
    claims: tuple[Claim, ...] = ()
    dates: tuple[Dated, ...] = ()
    positions: tuple[Position, ...] = ()
    questions: tuple[Question, ...] = ()
    rejected: tuple[Rejected, ...] = ()
