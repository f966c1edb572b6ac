"""A draft as a brief that its analyst finishes: in the form of the docs, with what is doubtful marked."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Collection, Iterable, Mapping

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from briefbook.distil.article import Article, has_address
from briefbook.distil.draft import Actor, Claim, Dated, Draft, Item, Passage, Question, Quote
from briefbook.text.context import find_turn
from briefbook.text.literal import inert
from briefbook.text.placeholders import PLACEHOLDER
from briefbook.text.sentences import Sentences

_KINDS = {"armed_group": "armed-group", "group": "unnamed"}
_STANCES = {2: "supports", 1: "leans-support", 0: "unclear", -1: "leans-oppose", -2: "opposes"}
_ID_WORDS, _ID_LONGEST = 5, 60
_SMALL = frozenset(
    "the a an of in on at to for and by that is was were be been has have had it its with".split()
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TITLE_LONGEST = 300


def render_brief(draft: Draft, article: Article, source: str = "", taken: Collection[str] = ()) -> str:
    """The brief as YAML and Markdown; `source` is the article's id, `taken` are ids that it may not use."""
    return _Brief(draft, article, source, taken).render()


class _Brief:
    """Puts one draft into entries."""

    def __init__(self, draft: Draft, article: Article, source: str, taken: Collection[str]) -> None:
        self._draft = draft
        self._article = article
        self._source = source
        self._taken = set(taken)
        self._sentences = Sentences(article.text)
        self._actors: Mapping[str, Actor] = {each.id: each for each in draft.actors}
        self._by_name = {each.name.casefold(): each.id for each in draft.actors}
        self._ids: dict[str, str] = {}
        """Ids in the draft of the actors that the brief speaks of, and theirs in the book."""
        self._unnamed = ""
        self._placed: set[tuple[int, int]] = set()

    def render(self) -> str:
        """The whole file."""
        issues, positions = self._positions()
        claims = _entries((each, self._claim(each)) for each in self._draft.claims)
        events = _entries((each, self._event(each)) for each in self._events())
        questions = _entries((each, self._question(each)) for each in self._draft.questions)
        rest = [
            self._quotation(each) for each in self._draft.quotes if (each.start, each.end) not in self._placed
        ]
        actors = self._new_actors()
        front = CommentedMap(
            title=_one_line(self._article.headline)[:_TITLE_LONGEST] or PLACEHOLDER,
            as_of=self._article.date or PLACEHOLDER,
            product="sitrep",
            status="draft",
            sources=[self._source] if self._source else [],
            bottom_line=PLACEHOLDER,
            key_messages=[PLACEHOLDER],
        )
        if not self._source:
            front.yaml_add_eol_comment("todo: briefbook source add, then its id", "sources")
        parts = {
            "actors": actors,
            "issues": issues,
            "positions": positions,
            "claims": claims,
            "events": events,
            "questions": questions,
        }
        front.update({key: value for key, value in parts.items() if value})
        return f"---\n{_dumped(front)}---\n{_body(rest)}"

    # Entries

    def _positions(self) -> tuple[CommentedSeq, CommentedSeq]:
        issues, positions = CommentedSeq(), CommentedSeq()
        for each in self._draft.positions:
            issue = self._new_id(each.issue)
            issues.append(CommentedMap(id=issue, proposition=PLACEHOLDER))
            entry = CommentedMap(actor=self._party(each.actor), issue=issue, stance=_STANCES[each.stance])
            if self._party(each.actor) != self._id(each.actor):
                entry["speaker"] = self._id(each.actor)
            entry["summary"] = PLACEHOLDER
            self._add_words(entry, each)
            _append(positions, entry, each)
        return issues, positions

    def _claim(self, claim: Claim) -> CommentedMap:
        is_denial = claim.status == "denied" and not claim.denial
        entry = CommentedMap(id=self._new_id(claim.text), text=PLACEHOLDER)
        entry["by"] = self._id(claim.attribution) if claim.attribution and not is_denial else self._somebody()
        entry["status"] = (
            "disputed" if claim.denial or claim.status in ("denied", "disputed") else "unverified"
        )
        self._add_words(entry, claim)
        denier = claim.attribution if is_denial else claim.denial
        if denier:
            reply = CommentedMap(by=self._id(denier), says="denies")
            start, end = (claim.denial_start, claim.denial_end) if claim.denial else (claim.start, claim.end)
            reply["words"] = self._words(start, end)
            entry["replies"] = [reply]
        return entry

    def _events(self) -> Iterable[Dated]:
        """What is due or planned, and what happened on a known day other than that of the article."""
        seen: set[int] = set()
        for each in self._draft.dates:
            sentence = self._article.sentence_at(each.start)
            is_day = _DAY.fullmatch(each.value) is not None and each.kind != "reference"
            if not (is_day and sentence) or sentence.start in seen:
                continue
            seen.add(sentence.start)
            if not has_address(self._article.text[sentence.start : sentence.end]):
                yield each

    def _event(self, dated: Dated) -> CommentedMap:
        sentence = self._article.sentence_at(dated.start)
        assert sentence is not None
        words = self._words(sentence.start, sentence.end)
        entry = CommentedMap(
            id=self._new_id(words), title=PLACEHOLDER, date=dt.date.fromisoformat(dated.value)
        )
        if dated.kind in ("scheduled", "deadline"):
            entry["status"] = "scheduled"
        entry["words"] = _one_line(words)
        return entry

    def _question(self, question: Question) -> CommentedMap:
        entry = CommentedMap(id=self._new_id(question.text.partition(": ")[2] or question.text))
        entry["text"] = _one_line(question.text)
        entry["why"] = PLACEHOLDER
        if _DAY.fullmatch(question.due):
            entry["due"] = dt.date.fromisoformat(question.due)
        entry["words"] = self._words(question.start, question.end)
        return entry

    def _whole(self, start: int, end: int) -> str:
        """The sentence around a passage, its half behind a semicolon too, which may turn it."""
        start, end = self._sentences.around(start, end)
        return self._article.text[start:end]

    def _words(self, start: int, end: int) -> str:
        """A passage, or the whole sentence where what the passage leaves out turns it."""
        whole = self._whole(start, end)
        is_cut = find_turn(self._sentences, start, end) is not None and not has_address(whole)
        return _one_line(whole if is_cut else self._article.text[start:end])

    def _add_words(self, entry: CommentedMap, passage: Passage) -> None:
        """The article's words under `quote` where they are a quotation, else under `words`."""
        quoted = any(each.start == passage.start and each.end == passage.end for each in self._draft.quotes)
        if quoted and find_turn(self._sentences, passage.start, passage.end) is None:
            entry["quote"] = _one_line(passage.text).rstrip(",")
        else:
            entry["words"] = self._words(passage.start, passage.end)
        self._placed.add((passage.start, passage.end))

    def _quotation(self, quote: Quote) -> str:
        """A quotation that no entry holds, as a line of Markdown."""
        name = self._actors[quote.speaker].name if quote.speaker in self._actors else "somebody"
        return f"- {inert(name)}: “{inert(_one_line(quote.text))}” ({quote.confidence})"

    # Actors

    def _party(self, id: str) -> str:
        """For whom an actor speaks: the body that a person belongs to, where the article has it."""
        actor = self._actors[id]
        body = self._by_name.get(actor.affiliation.casefold(), "") if actor.kind == "person" else ""
        return self._id(body or id)

    def _id(self, id: str) -> str:
        """The id by which the brief names an actor, who is in it from now on."""
        if id not in self._ids:
            known = self._actors[id].known
            self._ids[id] = known or self._new_id(self._actors[id].name, most=8)
        return self._ids[id]

    def _somebody(self) -> str:
        """Who makes a claim of which the article says nothing: an actor whose name is to do."""
        if not self._unnamed:
            self._unnamed = self._new_id("somebody")
        return self._unnamed

    def _new_actors(self) -> CommentedSeq:
        """The actors in the brief that the book does not know yet."""
        found = CommentedSeq()
        for id in list(self._ids):
            actor = self._actors[id]
            if not actor.known:
                _append(found, self._actor(actor), actor)
        if self._unnamed:
            found.append(CommentedMap(id=self._unnamed, name=PLACEHOLDER, kind="unnamed"))
        return found

    def _actor(self, actor: Actor) -> CommentedMap:
        kind = _KINDS.get(actor.kind, actor.kind)
        entry = CommentedMap(id=self._ids[actor.id], name=_one_line(actor.name), kind=kind)
        if actor.aliases:
            entry["aliases"] = [_one_line(each) for each in actor.aliases]
        body = self._ids.get(self._by_name.get(actor.affiliation.casefold(), ""), "")
        if actor.kind == "person" and body and actor.role:
            entry["posts"] = [CommentedMap(title=_one_line(actor.role), at=body)]
        if kind == "unnamed" and body:
            entry["of"] = body
        return entry

    def _new_id(self, words: str, most: int = _ID_WORDS) -> str:
        """An id from the first words that say something, which nothing else has."""
        plain = re.findall(r"[a-z0-9]+", words.lower().replace("’", "").replace("'", ""))
        said = [each for each in plain if each not in _SMALL][:most] or ["entry"]
        base = id = "-".join(said)[:_ID_LONGEST].strip("-")
        number = 2
        while id in self._taken or _DAY.fullmatch(id):
            id, number = f"{base}-{number}", number + 1
        self._taken.add(id)
        return id


def _entries(pairs: Iterable[tuple[Item, CommentedMap]]) -> CommentedSeq:
    found = CommentedSeq()
    for item, entry in pairs:
        _append(found, entry, item)
    return found


def _append(entries: CommentedSeq, entry: CommentedMap, item: Item) -> None:
    """An entry with a comment above it: where its words stand, and how sure it is."""
    entries.append(entry)
    place = f"at {item.start}–{item.end}: " if isinstance(item, Passage | Question) else ""
    why = f", {item.why}" if item.why else ""
    comment = _one_line(f"{place}{item.confidence}{why}")
    entries.yaml_set_comment_before_after_key(len(entries) - 1, before=comment, indent=0)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _dumped(front: CommentedMap) -> str:
    """The front matter; a long line stays whole, so that a comment stays beside what it is about."""
    yaml = YAML()
    yaml.width = 10_000
    yaml.allow_unicode = True
    out = io.StringIO()
    yaml.dump(front, out)
    return out.getvalue()


def _body(rest: list[str]) -> str:
    listed = "".join(f"{line}\n" for line in rest)
    head = "## Situation\n\nTODO the report in our own words.\n"
    return head + (
        f"\n## Quotations without a place\n\nTODO place or remove them.\n\n{listed}" if rest else ""
    )
