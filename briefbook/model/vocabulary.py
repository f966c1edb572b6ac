"""The closed lists of words that a field may hold."""

from __future__ import annotations

from typing import Literal

Stance = Literal[
    "supports", "leans-support", "mixed", "neutral", "leans-oppose", "opposes", "unclear", "withdrawn"
]
"""supports: wants or does it. leans-support: open to it, or only under a `condition`. neutral: says that it
takes no side. unclear: words on record that we cannot read. withdrawn: took back what it had said, and put
nothing in its place."""

ActorKind = Literal["state", "body", "organisation", "armed-group", "person", "coalition", "unnamed"]
"""unnamed: a source that the article does not name; not one party over time, so it has no history."""

Product = Literal["sitrep", "flash-update", "profile"]
BriefStatus = Literal["draft", "cleared"]
ClaimStatus = Literal["unverified", "disputed", "corroborated", "confirmed", "refuted"]
"""The desk's finding on a claim."""

EventStatus = Literal["happened", "scheduled", "postponed", "cancelled"]
QuestionStatus = Literal["open", "partly-answered", "answered", "overtaken"]
ReplyVerb = Literal["supports", "partly", "disputes", "denies", "cannot-confirm"]
TieVerb = Literal["part-of", "backs", "trains", "allied-with", "fights", "negotiates-with"]
Confidence = Literal["high", "moderate", "low"]
Capacity = Literal["personal"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Of a source, after the Admiralty code: A completely reliable to E unreliable, F cannot be judged."""

Rights = Literal["public", "licensed", "excerpt"]
Scale = Literal["icd-203", "phia"]

STANCES: tuple[Stance, ...] = (
    "supports",
    "leans-support",
    "mixed",
    "neutral",
    "leans-oppose",
    "opposes",
    "unclear",
    "withdrawn",
)

LIKELIHOODS: dict[Scale, dict[str, tuple[int, int]]] = {
    "icd-203": {
        "almost no chance": (1, 5),
        "very unlikely": (5, 20),
        "unlikely": (20, 45),
        "roughly even chance": (45, 55),
        "likely": (55, 80),
        "very likely": (80, 95),
        "almost certain": (95, 99),
    },
    "phia": {
        "remote chance": (0, 5),
        "highly unlikely": (10, 20),
        "unlikely": (25, 35),
        "realistic possibility": (40, 50),
        "likely or probable": (55, 75),
        "highly likely": (80, 90),
        "almost certain": (95, 100),
    },
}
"""Words of estimative probability and their ranges in percent: ICD 203 (2015, D.6.e.2.a) and the
Professional Head of Intelligence Assessment's yardstick."""
