"""The promises behind every engine: a draft's words are the article's words, and it has no addresses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from briefbook.distil.article import has_address
from briefbook.distil.draft import Draft, Passage, Rejected

P = TypeVar("P", bound=Passage)


def verified(draft: Draft, text: str) -> Draft:
    """The draft without passages whose words are not in the text at their place; these are listed in it."""
    rejected: list[Rejected] = []

    def kept(part: str, passages: Iterable[P]) -> tuple[P, ...]:
        stand: list[P] = []
        fall: list[P] = []
        for each in passages:
            (stand if _is_there(each, text) else fall).append(each)
        rejected.extend(Rejected(part, each.start, each.end, each.text) for each in fall)
        return tuple(stand)

    return msgspec.structs.replace(
        draft,
        quotes=kept("quotes", draft.quotes),
        indirect=kept("indirect", draft.indirect),
        claims=kept("claims", draft.claims),
        dates=kept("dates", draft.dates),
        positions=kept("positions", draft.positions),
        rejected=(*draft.rejected, *rejected),
    )


def _is_there(passage: Passage, text: str) -> bool:
    """Whether a passage is some words of the text, and those that stand at its place."""
    is_inside = 0 <= passage.start < passage.end <= len(text)
    return is_inside and text[passage.start : passage.end] == passage.text


def without_addresses(draft: Draft) -> Draft:
    """The draft without what tells how to reach somebody: no item with an address in it."""
    return msgspec.structs.replace(
        draft,
        quotes=tuple(each for each in draft.quotes if not has_address(each.text)),
        indirect=tuple(each for each in draft.indirect if not has_address(each.text)),
        claims=tuple(each for each in draft.claims if not has_address(each.text)),
        positions=tuple(each for each in draft.positions if not has_address(each.text + each.issue)),
        questions=tuple(each for each in draft.questions if not has_address(each.text)),
    )
