"""A draft as a brief that its analyst finishes: in the form of the docs, with what is doubtful marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from ruamel.yaml.comments import CommentedMap

from briefbook.distil.article import Article, has_address
from briefbook.distil.draft import Claim, Dated, Draft, Passage, Position, Question, Quote
from briefbook.distil.evidence import Words
from briefbook.distil.ids import Ids
from briefbook.distil.issues import by_issue
from briefbook.distil.party import Parties
from briefbook.distil.statements import Statements, day_of
from briefbook.distil.written import Pair, add_section, dumped, dumped_aside, in_line, one_line, suggested
from briefbook.text.placeholders import PLACEHOLDER

_STANCES = {2: "supports", 1: "leans-support", 0: "unclear", -1: "leans-oppose", -2: "opposes"}


class Rendered(NamedTuple):
    """The files that a draft becomes."""

    brief: str
    actors: Mapping[str, str] = {}
    """The text of each actor's file by its id, where they are files of their own."""


class Frame(NamedTuple):
    """What all drafts of a run go into."""

    ids: Ids
    """Ids that are taken."""
    tlp: str = ""
    """The marking of each new file; empty where the book's settings have one."""
    actors_apart: bool = False
    """Whether actors become files of their own."""


def render_brief(
    draft: Draft,
    article: Article,
    frame: Frame | None = None,
    *,
    source: str = "",
) -> Rendered:
    """The brief as YAML and Markdown; `source` is the article's id in the book."""
    return _Brief(draft, article, source, frame or Frame(Ids())).render()


class _Brief:
    """Puts one draft into entries."""

    def __init__(self, draft: Draft, article: Article, source: str, frame: Frame) -> None:
        self._draft = draft
        self._article = article
        self._source = source
        self._frame = frame
        self._book = frame.ids
        self._parties = Parties(draft.actors, frame.ids, frame.tlp)
        self._words = Words(draft, article.text)
        self._statements = Statements(draft.dates, article)
        answered = [each for each in draft.claims if each.denial]
        denials = [(each.denial_start, each.denial_end) for each in answered]
        answers = sorted([*denials, *((each.start, each.end) for each in answered)])
        self._answer_starts = [start for start, _ in answers]
        self._answer_ends = list(accumulate((end for _, end in answers), max))
        """Up to each of them, where the one that reaches farthest ends."""
        self._dates = sorted(draft.dates, key=lambda each: each.start)
        self._claimed = {day.start for each in draft.claims for day in self._days_of(each)}
        self._entries: dict[tuple[int, int], tuple[str, str]] = {}
        """Of an entry's words, the key by which a question names it, and its id."""

    def render(self) -> Rendered:
        """All files of the draft."""
        claims: list[Pair] = [(each, self._claim(each)) for each in self._claims()]
        issues, positions = self._positions()
        events: list[Pair] = [(each, self._event(each)) for each in self._events()]
        questions: list[Pair] = [(each, self._question(each)) for each in self._questions()]
        rest: list[Pair] = [(each, self._quotation(each)) for each in self._words.rest()]
        actors = self._parties.entries()
        parts = {
            "actors": [each for each in actors if not (self._frame.actors_apart and each[0])],
            "issues": issues,
            "positions": positions,
            "claims": claims,
            "events": events,
            "questions": questions,
        }
        front = self._head()
        for key, pairs in parts.items():
            add_section(front, key, pairs)
        aside = dumped_aside("without a place: move each to its entry, or remove it", rest)
        speakers = dict.fromkeys(f"[[{entry['speaker']}]]" for _, entry in rest if "speaker" in entry)
        files = self._actor_files(actors) if self._frame.actors_apart else {}
        return Rendered(f"---\n{dumped(front)}{aside}---\n{_body(list(speakers))}", files)

    def _head(self) -> CommentedMap:
        """The keys at the top, most of them still to do."""
        headline = one_line(self._article.headline)
        front = CommentedMap(
            title=suggested(headline, end="") if headline else PLACEHOLDER,
            as_of=self._article.date or PLACEHOLDER,
            product="sitrep",
            status="draft",
            **self._marking(),
            sources=in_line([self._source] if self._source else []),
            bottom_line=PLACEHOLDER,
            key_messages=[PLACEHOLDER, PLACEHOLDER],
        )
        if not self._source:
            front.yaml_add_eol_comment("todo: briefbook source add, then its id", "sources")
        return front

    def _marking(self) -> dict[str, str]:
        return {"tlp": self._frame.tlp} if self._frame.tlp else {}

    def _actor_files(self, actors: Sequence[Pair]) -> dict[str, str]:
        """The entries of actors as files of their own, save of those who have no name yet."""
        named = [entry for actor, entry in actors if actor]
        for entry in named:
            entry.update(self._marking())
        return {str(entry.pop("id")): dumped(entry) for entry in named}

    def _claims(self) -> list[Claim]:
        """Those that somebody disputes first; a denial that stands under what it denies is no other claim."""
        told = (each for each in self._draft.claims if not (_is_denial(each) and self._is_answer(each)))
        return sorted(told, key=lambda each: not _is_disputed(each))

    def _claim(self, claim: Claim) -> CommentedMap:
        is_denial = _is_denial(claim)
        id = self._book.new_id(claim.text)
        self._entries[claim.start, claim.end] = ("about", id)
        entry = CommentedMap(id=id, text=suggested(claim.text))
        is_told = claim.attribution and not is_denial
        entry["by"] = self._parties.id_of(claim.attribution) if is_told else self._parties.somebody()
        day = next((day_of(each.value) for each in self._days_of(claim)), None)
        if day:
            entry["date"] = day
        entry["status"] = "disputed" if _is_disputed(claim) else "unverified"
        self._words.add_to(entry, claim)
        denier = claim.attribution if is_denial else claim.denial
        if denier:
            start, end = (claim.denial_start, claim.denial_end) if claim.denial else (claim.start, claim.end)
            entry["replies"] = [self._reply(denier, start, end)]
        return entry

    def _days_of(self, claim: Claim) -> list[Dated]:
        """The times at which what somebody claims is said to have happened."""
        dates = self._dates
        first, last = (bisect_left(dates, at, key=lambda each: each.start) for at in (claim.start, claim.end))
        return [each for each in dates[first:last] if each.kind == "event" and each.end <= claim.end]

    def _reply(self, denier: str, start: int, end: int) -> CommentedMap:
        """Who denies it: in words of her own where they stand beside those of the article."""
        reply = CommentedMap(by=self._parties.id_of(denier), says="denies")
        spoken = self._words.spoken_beside(start, end, denier, self._parties)
        self._statements.add_day(reply, spoken.start if spoken else start)
        if spoken is None:
            reply["words"] = self._words.of(start, end)
            return reply
        if spoken.speaker != denier:
            reply["speaker"] = self._parties.id_of(spoken.speaker)
        self._words.add_quote(reply, spoken)
        return reply

    def _positions(self) -> tuple[list[Pair], list[Pair]]:
        """The issues, and the positions on each; what only answers a claim stands there as a reply."""
        stated = self._words.once([each for each in self._draft.positions if not self._is_answer(each)])
        issues: list[Pair] = []
        positions: list[Pair] = []
        names = [each.name for each in self._draft.actors]
        for topic, stances in by_issue(stated, names, self._parties.party_of):
            id = self._book.new_id(" ".join(topic), most=4)
            first = next(iter(stances.values()))[0]
            said = first.text if first.issue.endswith("…") else first.issue
            issues.append((None, CommentedMap(id=id, proposition=suggested(said))))
            positions += [self._position(said, id) for said in stances.values()]
        return issues, positions

    def _is_answer(self, passage: Passage | Question) -> bool:
        """Whether a passage is a disputed claim, or disputes one."""
        before = bisect_right(self._answer_starts, passage.start)
        return before > 0 and passage.start < passage.end <= self._answer_ends[before - 1]

    def _position(self, said: Sequence[Position], issue: str) -> Pair:
        """What a party says on an issue: a quotation in the entry itself, and the rest as its evidence."""
        first, *others = sorted(said, key=lambda each: not self._words.is_quotation(each))
        self._entries |= {(each.start, each.end): ("issues", issue) for each in said}
        party = self._parties.party_of(first.actor)
        entry = CommentedMap(actor=self._parties.id_of(party), issue=issue, stance=_STANCES[first.stance])
        self._statements.add_day(entry, first.start)
        self._add_words(entry, first)
        further: list[Pair] = [(each, self._add_words(CommentedMap(), each)) for each in others]
        add_section(entry, "evidence", further, indent=2)
        return first, entry

    def _add_words(self, entry: CommentedMap, position: Position) -> CommentedMap:
        """Gives an entry, or a piece of its evidence, what somebody says and for whom."""
        if self._parties.party_of(position.actor) != position.actor:
            entry["speaker"] = self._parties.id_of(position.actor)
        self._words.add_to(entry, position)
        return entry

    def _events(self) -> list[Dated]:
        """What is due or planned, and what happened on a known day, in the order of the days.

        The day on which somebody said something is no event, nor is what is claimed to have happened.
        """
        found: dict[int, Dated] = {}
        for each in self._draft.dates:
            sentence = self._article.sentence_at(each.start)
            if sentence is None or each.kind == "reference" or not day_of(each.value):
                continue
            if each.start in self._claimed:
                continue
            words = self._article.text[sentence.start : sentence.end]
            if not self._statements.is_of_statement(each) and not has_address(words):
                found.setdefault(sentence.start, each)
        return sorted(found.values(), key=lambda each: (each.value, each.start))

    def _event(self, dated: Dated) -> CommentedMap:
        words = self._words.of(*self._stretch_of(dated))
        entry = CommentedMap(
            id=self._book.new_id(words), title=suggested(words, end=""), date=day_of(dated.value)
        )
        if dated.kind in ("scheduled", "deadline"):
            entry["status"] = "scheduled"
        entry["words"] = words
        return entry

    def _stretch_of(self, dated: Dated) -> tuple[int, int]:
        """The reported statement that a day is part of, else its sentence."""
        sentence = self._article.sentence_at(dated.start)
        assert sentence is not None
        around = (each for each in self._draft.indirect if each.start <= dated.start < dated.end <= each.end)
        stretch = next(around, sentence)
        return stretch.start, stretch.end

    def _questions(self) -> list[Question]:
        """What is open, save whether somebody who disputes a claim will go on to."""
        return [
            each
            for each in self._draft.questions
            if (each.start, each.end) in self._entries or not self._is_answer(each)
        ]

    def _quotation(self, quote: Quote) -> CommentedMap:
        """A quotation that no entry holds, as evidence for one."""
        entry = CommentedMap(speaker=self._parties.id_of(quote.speaker)) if quote.speaker else CommentedMap()
        self._words.add_quote(entry, quote)
        return entry

    def _question(self, question: Question) -> CommentedMap:
        entry = CommentedMap(id=self._book.new_id(question.text), text=suggested(question.text, end="?"))
        key, id = self._entries.get((question.start, question.end), ("", ""))
        entry["why"] = PLACEHOLDER
        due = day_of(question.due)
        if due:
            entry["due"] = due
        if key:
            entry[key] = in_line([id])
        else:
            entry["words"] = self._words.of(question.start, question.end)
        return entry


def _is_denial(claim: Claim) -> bool:
    """Whether the words of a claim are those of somebody who denies it."""
    return claim.status == "denied" and not claim.denial


def _is_disputed(claim: Claim) -> bool:
    return bool(claim.denial) or claim.status in ("denied", "disputed")


def _body(speakers: list[str]) -> str:
    """The text under the front matter, still to be written; it names who has words without a place."""
    head = "## Situation\n\nTODO the report in our own words.\n"
    return head + (f"\nTODO give the words of {', '.join(speakers)} a place.\n" if speakers else "")
