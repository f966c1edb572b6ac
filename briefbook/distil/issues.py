"""Which positions are on one issue: those whose words are about the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefbook.distil.draft import Position
from briefbook.distil.ids import content_of
from briefbook.distil.table import words_of

_EVERYWHERE = frozenset(
    each
    for section, key in (("brief", "everywhere"), ("speech", "saying"), ("speech", "acting"))
    for each in words_of(section, key)
)
_FEWEST, _SHARE, _STEM = 2, 0.4, 4
"""Words that two positions share at least, how much of the shorter one that is, and letters that count."""


class Issue(NamedTuple):
    """What some positions are about, as far as their words tell."""

    topic: list[str]
    """The words of the first position that say what it is about."""
    positions: dict[str, list[Position]]
    """By who takes them; what a party says there has one sign."""


def by_issue(
    positions: Iterable[Position], names: Iterable[str], party_of: Callable[[str], str]
) -> list[Issue]:
    """The issues in the order in which they come up; the names of actors say nothing of one.

    Words that say no more than who is for or against (`Kourosh denied this`) go on about the issue before.
    """
    left_out = {word for name in names for word in content_of(name)}
    issues: list[Issue] = []
    stems: list[set[str]] = []
    with_stem: dict[str, list[int]] = {}
    latest: list[int] = []
    for each in positions:
        words = [word for word in content_of(each.text) if word not in _EVERYWHERE and len(word) > 2]
        topic = [word for word in words if word not in left_out]
        own, party = _stems(topic), party_of(each.actor)
        shared = Counter(at for stem in own for at in with_stem.get(stem, ()))
        alike = [at for at in shared if _is_one(shared[at], stems[at], own)] if topic else latest
        joined = min((at for at in alike if _can_join(issues[at], party, each)), default=None)
        if joined is None:
            joined = len(issues)
            issues.append(Issue(topic or words, {}))
            stems.append(_stems(topic or words))
            for stem in stems[-1]:
                with_stem.setdefault(stem, []).append(joined)
        issues[joined].positions.setdefault(party, []).append(each)
        latest = [joined]
    return issues


def _can_join(issue: Issue, party: str, position: Position) -> bool:
    """Whether a party has said nothing else on an issue, or the same: it has one stance there."""
    return all(each.stance == position.stance for each in issue.positions.get(party, ()))


def _stems(words: list[str]) -> set[str]:
    return {word[:_STEM].rstrip("s") for word in words}


def _is_one(shared: int, one: set[str], other: set[str]) -> bool:
    """Whether two topics that share so many stems are one."""
    return shared >= _FEWEST and shared >= _SHARE * min(len(one), len(other))
