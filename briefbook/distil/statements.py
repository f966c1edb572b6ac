"""On which day something was said, as far as the words beside its verb tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from ruamel.yaml.comments import CommentedMap

from briefbook.distil.article import Article
from briefbook.distil.draft import Dated
from briefbook.distil.table import either, words_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SAYING, _STATING = (either(words_of(*each)) for each in (("speech", "saying"), ("brief", "stating")))
_STATED = re.compile(
    rf"\b{_SAYING}(?:\s+[\w’']+){{0,2}}?(?:,?\s+{_STATING})?(?:\s+(?:on|late|early|at))*\s+$"
)


def day_of(value: str) -> dt.date | None:
    """A value as a day; None where it is a longer time, or none."""
    return dt.date.fromisoformat(value) if _DAY.fullmatch(value) else None


class Statements:
    """What was said in one article, by the sentences that it stands in."""

    def __init__(self, dates: Sequence[Dated], article: Article) -> None:
        self._article = article
        self._said: dict[int, dt.date] = {}
        for each in dates:
            sentence, day = article.sentence_at(each.start), day_of(each.value)
            if sentence and day and self.is_of_statement(each):
                self._said.setdefault(sentence.start, day)

    def is_of_statement(self, dated: Dated) -> bool:
        """Whether it is the day on which something was said: `told reporters on Tuesday`."""
        sentence = self._article.sentence_at(dated.start)
        if dated.kind in ("scheduled", "deadline"):
            return False  # `vowed to answer within ten days`
        return bool(sentence and _STATED.search(self._article.text[sentence.start : dated.start]))

    def add_day(self, entry: CommentedMap, at: int) -> None:
        """Gives an entry the day on which was said what stands at a place, where its sentence has it."""
        sentence = self._article.sentence_at(at)
        if sentence and sentence.start in self._said:
            entry["said"] = self._said[sentence.start]
