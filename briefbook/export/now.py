"""`now.txt`: the situation in plain text, under 4 KB, for a terminal, an e-mail or a line by satellite."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from briefbook.derive.at import At
from briefbook.derive.changes import Delta
from briefbook.derive.entries import UNANSWERED, is_overdue
from briefbook.derive.histories import MOST_CHANGES
from briefbook.derive.links import entry_link, plain, text_of
from briefbook.derive.pages.questions import by_deadline
from briefbook.derive.situation import Situation
from briefbook.derive.statements import STANCE_ORDER, attributed_by
from briefbook.derive.timeline import by_date, is_ahead
from briefbook.export.address import Addresses
from briefbook.export.mended import now_reads, sentence, stood
from briefbook.model.records import Event, Issue, Question
from briefbook.words import Words

LIMIT = 4096
"""Bytes."""
WIDTH = 76
"""Columns; a mail reader may put two before them."""
MOST_ROWS = 7
MOST_CORRECTIONS = 3
MOST_NAMES = 12
"""Actors on one issue that are named; of more, their number is given."""


class Section(NamedTuple):
    """A part of the text."""

    title: str
    lines: list[str]
    more: str
    """Where the rest stands."""


class Now:
    """The plain text of one situation."""

    def __init__(self, situation: Situation, words: Words) -> None:
        self.situation = situation
        self.at = At(situation, "")
        self.words = words
        self.addresses = Addresses(situation)

    def render(self) -> bytes:
        """The text, at most `LIMIT` bytes of whole lines."""
        return fit(self.head(), list(self.sections()), self.words, LIMIT).encode()

    def head(self) -> list[str]:
        """Name, dates, marking and address."""
        _, situation = self.words.gettext, self.situation
        lines = wrap(situation.settings.site_name, "")
        newest = situation.newest
        if newest is None:
            return [*lines, "", *wrap(_("No brief has been released yet."), "")]
        said = [f"{_('Situation as of')} {self.words.date(newest.as_of.text)}."]
        if newest.next_report:
            said.append(f"{_('Next report')} {self.words.date(newest.next_report.text)}.")
        said.append(newest.tlp.label if newest.tlp else "")
        return [*lines, *wrap(" ".join(said), ""), *filter(None, [self.addresses.site])]

    def sections(self) -> Iterator[Section]:
        """All that the text has to say, in the order in which readers need it."""
        newest, _, page = self.situation.newest, self.words.gettext, self.addresses.page
        if newest is None:
            return
        brief = page(f"briefs/{newest.id}")
        yield Section(_("Bottom line"), wrap(plain(newest.bottom_line, self.at), ""), brief)
        yield Section(_("Key messages"), listed(plain(each, self.at) for each in newest.key_messages), brief)
        yield Section(_("What changed"), listed(self.changes()), page("changes"))
        yield Section(_("Corrections"), listed(self.corrections()), page("changes", "_corrections"))
        yield Section(_("Overdue"), listed(self.overdue()), page("questions"))
        yield Section(_("Coming up"), listed(self.coming()), page("timeline"))
        yield Section(_("Where they stand"), listed(self.stands()), page("positions"))

    def changes(self) -> Iterator[str]:
        """What the newest brief changed, heaviest first."""
        newest = self.situation.newest
        if newest is not None and self.situation.previous(newest) is not None:
            deltas = (each for each in self.situation.changes(newest)[0] if each.correction is None)
            for delta in islice(deltas, MOST_CHANGES):
                yield self.change(delta)

    def corrections(self) -> Iterator[str]:
        """What we had wrong, newest first."""
        for each in self.situation.corrections.all[:MOST_CORRECTIONS]:
            record = each.record
            day = self.words.gettext("Corrected on %(date)s:") % {"date": self.words.date(record.date.text)}
            entry = sentence(entry_link(record.entry, self.at, each.home).words)
            change = now_reads(self.words, record.was, record.now)
            yield " ".join(filter(None, (day, entry, change, stood(self.words, each))))

    def change(self, delta: Delta) -> str:
        """One change in a line."""
        return f"{self.subject(delta)}: {self.move(delta)}"

    def subject(self, delta: Delta) -> str:
        """Who or what changed."""
        actors, issues = self.situation.released.actors, self.situation.released.issues
        if delta.statement is not None:
            position = delta.statement.position
            by = attributed_by(delta.statement, self.at)
            name = actors[position.actor].name
            return f"{name}{f' ({by})' if by else ''}, {_name(issues[position.issue])}"
        if delta.life is not None:
            return plain(text_of(delta.life.now), self.at).rstrip(".?!")
        assert delta.actor is not None
        return delta.actor.name

    def move(self, delta: Delta) -> str:
        """From what to what."""
        if delta.kind == "actor-new":
            return self.words.gettext("New actor")
        if delta.kind == "question-overdue":
            return self.words.gettext("Overdue")
        if delta.figure is not None:
            return f"{delta.figure.what}, {delta.was} -> {delta.now}"
        now = self.code(delta.now)
        return f"{self.code(delta.was)} -> {now}" if delta.was and delta.was != delta.now else now

    def overdue(self) -> Iterator[str]:
        """Questions that should have been answered."""
        for question in self._questions():
            if is_overdue(question, self.situation.today):
                yield self._due(question)

    def coming(self) -> Iterator[str]:
        """Deadlines and scheduled events still ahead, soonest first."""
        rows = [
            (question.due.last, question.id, self._due(question))
            for question in self._questions()
            if question.due and not is_overdue(question, self.situation.today)
        ]
        for life in by_date(each for each in self.situation.entries.events if is_ahead(each, self.situation)):
            assert isinstance(life.now, Event)
            words = f"{self.words.date(life.now.date.text)}: {plain(life.now.title, self.at)}"
            rows.append((life.now.date.last, life.id, words))
        return (words for _, _, words in sorted(rows)[:MOST_ROWS])

    def _questions(self) -> list[Question]:
        open_ones = (life.now for life in by_deadline(self.situation) if isinstance(life.now, Question))
        return [question for question in open_ones if question.status in UNANSWERED]

    def _due(self, question: Question) -> str:
        assert question.due is not None
        due = f"{self.words.gettext('Due')} {self.words.date(question.due.text)}"
        return f"{due}: {plain(question.text, self.at)}"

    def stands(self) -> Iterator[str]:
        """Each issue in one line: who has last stated what."""
        for id in self.situation.issues:
            issue = self.situation.released.issues[id]
            groups: dict[int, list[str]] = {}
            for cell in self.situation.stances.by_issue.get(id, ()):
                if cell.stated:
                    rank = STANCE_ORDER[cell.stated[-1].position.stance]
                    groups.setdefault(rank, []).append(cell.actor.name)
            if groups:
                is_short = sum(map(len, groups.values())) <= MOST_NAMES
                said = "; ".join(
                    self.stance(rank, sorted(groups[rank]), is_short=is_short) for rank in sorted(groups)
                )
                yield f"{_name(issue)}: {said}"

    def stance(self, rank: int, names: list[str], *, is_short: bool) -> str:
        """Who takes a stance, or how many do."""
        return f"{self.code(list(STANCE_ORDER)[rank])} {', '.join(names) if is_short else len(names)}"

    def code(self, code: str) -> str:
        """The word for a code, as pages say it."""
        return self.words.gettext(code.replace("-", " ").capitalize())


def fit(head: list[str], sections: list[Section], words: Words, limit: int) -> str:
    """The text; while it is too long, the longest section loses a line and says where the rest stands."""
    kept = [section for section in sections if section.lines]
    full = [len(section.lines) for section in kept]
    for section in kept:
        section.lines[:] = _whole_lines("\n".join(section.lines), limit).splitlines()
    while _size(text := _text(head, kept, full, words)) > limit:
        longest = max(kept, key=lambda section: _size("\n".join(section.lines)), default=None)
        if longest is None or not longest.lines:
            return _whole_lines(text, limit)
        del longest.lines[-1]
    return text


def _text(head: list[str], sections: list[Section], full: list[int], words: Words) -> str:
    parts = ["\n".join(head)]
    for section, lines in zip(sections, full, strict=True):
        more = [f"{words.gettext('More at')} {section.more}"] if len(section.lines) < lines else []
        parts.append("\n".join((section.title.upper(), *section.lines, *more)))
    return "\n\n".join(parts) + "\n"


def _whole_lines(text: str, limit: int) -> str:
    kept: list[str] = []
    for line in text.splitlines(keepends=True):
        if _size("".join((*kept, line))) > limit:
            break
        kept.append(line)
    return "".join(kept)


def _size(text: str) -> int:
    return len(text.encode())


def _name(issue: Issue) -> str:
    return issue.name or issue.proposition.rstrip(".")


def listed(items: Iterable[str]) -> list[str]:
    """Each item as a point of a list."""
    return [line for item in items for line in wrap(item, "- ")]


def wrap(text: str, mark: str) -> list[str]:
    """The text in lines of at most `WIDTH` columns, the first one after a mark.

    A text with the end of an element gets a space in it, so that it ends none where the file is pasted.
    """
    return textwrap.wrap(
        text.replace("</", "< /"), WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark)
    )
