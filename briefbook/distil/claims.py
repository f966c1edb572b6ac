"""What an article does not vouch for: claims with their hedges, whose they are, and who denies them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefbook.distil.article import Article, Sentence
from briefbook.distil.draft import Claim, ClaimStatus, Indirect, Quote
from briefbook.distil.indirect import clause_end
from briefbook.distil.table import read_table, words_of
from briefbook.distil.voice import Cast, Voice
from briefbook.text.narrative import Token

_TABLE = read_table()["claims"]


def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_TABLE[key])})(?!\w)".replace(" ", r"\s"))


_UNPROVED, _POSSIBLE, _ESTIMATED = _pattern("unproved"), _pattern("possible"), _pattern("estimated")
_LEFT_OPEN = re.compile(_TABLE["left_open"])
_REJECTED = re.compile(_TABLE["rejected"])
_DOUBTING = frozenset(words_of("claims", "doubting"))
_DENYING = frozenset(words_of("claims", "denying"))
_GUESSING = frozenset(words_of("claims", "guessing"))
_ACCUSING = frozenset((*words_of("speech", "accusing"), *words_of("speech", "blaming")))
_DENIAL = re.compile(rf",\s(?:an?|the)\s\w+\s[^,.;]*?\b(?:{'|'.join(_DENYING)}|rejects|rejected)\b")
_REASONS = re.compile(r",?\s(?:because|after|since|although|while)\s")
_DEPENDS = re.compile(r"\b(?:if|unless|without|until)\b", re.IGNORECASE)
_REACH = 2
"""Sentences behind a claim in which somebody may deny it."""


def find_claims(
    article: Article, cast: Cast, indirect: Sequence[Indirect], quotes: Sequence[Quote]
) -> tuple[Claim, ...]:
    """The claims of the body in order."""
    finder = _Finder(article, cast, indirect, quotes)
    found = {each.start: each for index in range(len(article.body)) for each in finder.claims(index)}
    return tuple(found[start] for start in sorted(found))


class _Denial(NamedTuple):
    by: str
    start: int
    end: int


_NOBODY = _Denial("", 0, 0)


class _Finder:
    """Finds the claims of one sentence after another."""

    def __init__(
        self, article: Article, cast: Cast, indirect: Sequence[Indirect], quotes: Sequence[Quote]
    ) -> None:
        self._article = article
        self._text = article.text
        self._voice = Voice(cast)
        self._by_sentence: dict[int, list[Indirect]] = {}
        for each in indirect:
            self._by_sentence.setdefault(_key(article.sentence_at(each.start)), []).append(each)
        self._spoken = {(each.start, each.end) for each in quotes if not each.is_fragment}

    def claims(self, index: int) -> Iterator[Claim]:
        """The claims of the sentence at a place: those that it reports, and what it hedges itself."""
        sentence = self._article.body[index]
        reports = self._by_sentence.get(sentence.start, [])
        hedges = self._hedges(sentence)
        taken: set[tuple[int, int]] = set()
        for report in reports:
            own = [each for each in hedges if report.start <= each[0] < report.end and each not in taken]
            claim = self._reported(index, report, own)
            if claim is not None:
                taken.update(each for each in hedges if claim.start <= each[0] < claim.end)
                yield claim
        rest = [
            each
            for each in hedges
            if each not in taken
            and not _is_within(each, reports)
            and not self._is_anothers(each)
            and self._text[each[0] : each[1]].lower() not in {report.cue for report in reports}
        ]
        if any(not self._is_figure(each) for each in rest):
            yield self._hedged(index, rest)

    def _hedges(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Where the hedges of a sentence stand; what somebody says between marks is theirs to hedge."""
        found: list[tuple[int, int]] = []
        for pattern in (_UNPROVED, _POSSIBLE, _ESTIMATED):
            for match in pattern.finditer(self._text, sentence.start, sentence.end):
                place = match.span()
                if not self._is_spoken(place) and not any(
                    place[0] < end and start < place[1] for start, end in found
                ):
                    found.append(place)
        return sorted(found)

    def _is_spoken(self, place: tuple[int, int]) -> bool:
        around = self._article.speech_at(place[0])
        return around is not None and (around.start, around.end) in self._spoken

    def _is_anothers(self, place: tuple[int, int]) -> bool:
        """Whether a hedge stands between marks, or is the allegation that somebody rejects."""
        sentence = self._article.sentence_at(place[0])
        rejected = _REJECTED.search(self._text, sentence.start, sentence.end) if sentence else None
        is_rejected = rejected is not None and rejected.start() < place[0] < rejected.end()
        return is_rejected or self._article.speech_at(place[0]) is not None

    def _is_figure(self, place: tuple[int, int]) -> bool:
        return (
            _ESTIMATED.match(self._text, *place) is not None
            or _ESTIMATED.match(self._text, place[0]) is not None
        )

    # What somebody reports

    def _reported(self, index: int, report: Indirect, hedges: Sequence[tuple[int, int]]) -> Claim | None:
        """The claim in a report; None where neither its verb nor its words leave it open."""
        is_open = report.cue in _DOUBTING | _DENYING or self._is_left_open(index)
        words = self._text[report.start : report.end]
        conditional = [each for each in hedges if not self._is_bare_would(each, words)]
        if not is_open and not conditional:
            return None
        sentence = self._article.body[index]
        start, end = report.start, report.end
        if report.cue in _ACCUSING | _DENYING | _GUESSING:
            start = self._clause_start(sentence, start)
        denied = _DENIAL.match(self._text, end, sentence.end)
        denial = self._denial_in((denied.start() + 2, denied.end())) if denied else _NOBODY
        end = denied.end() if denied else end
        has_cue = report.cue in _DOUBTING | _DENYING | {"according to"}
        cues = [report.cue] if has_cue else []
        listed = (*cues, *(self._text[one:two] for one, two in conditional), *(["denies"] if denied else []))
        return self._made(
            index, start, end, report.speaker, listed, self._status(report, conditional, bool(denied)), denial
        )

    def _is_left_open(self, index: int) -> bool:
        """Whether the next sentence says that nobody could verify this one."""
        behind = self._article.body[index + 1 : index + 2]
        return any(_LEFT_OPEN.search(self._text, each.start, each.end) for each in behind)

    def _is_bare_would(self, place: tuple[int, int], words: str) -> bool:
        """Whether `would have to` leaves nothing open, because nothing decides it."""
        return self._text[place[0] : place[1]].startswith("would have") and not _DEPENDS.search(words)

    def _clause_start(self, sentence: Sentence, start: int) -> int:
        """Where the clause of an accusation begins: behind the last `, and` or the like, else first."""
        found = list(re.finditer(r"[;,]\s(?:and|but|while)\s", self._text[sentence.start : start]))
        return sentence.start + found[-1].end() if found else sentence.start

    def _status(self, report: Indirect, hedges: Sequence[tuple[int, int]], is_denied: bool) -> ClaimStatus:
        if is_denied or report.cue in _DENYING:
            return "denied"
        if report.cue in _GUESSING:
            return "conditional"
        if report.cue.startswith("alleg") or report.cue in _ACCUSING:
            return "alleged"
        return self._status_of(hedges)

    def _status_of(self, hedges: Sequence[tuple[int, int]]) -> ClaimStatus:
        words = [self._text[start:end] for start, end in hedges]
        if any(_POSSIBLE.fullmatch(each) and not each.endswith("have") for each in words):
            return "conditional"
        if any(self._is_figure(each) for each in hedges):
            return "estimated"
        return "alleged" if any(each.lower().startswith("alleg") for each in words) else "unverified"

    # What the article hedges itself

    def _hedged(self, index: int, hedges: Sequence[tuple[int, int]]) -> Claim:
        sentence = self._article.body[index]
        tokens = self._tokens(sentence)
        last = clause_end(tokens, 0, len(tokens) - 1)
        end = max(tokens[last - 1].end, hedges[-1][1]) if last else sentence.end
        reason = _REASONS.search(self._text, hedges[-1][1], end)
        words = tuple(self._text[one:two] for one, two in hedges)
        verb = next((at for at, each in enumerate(tokens) if each.start >= hedges[0][0]), 0)
        speaker = self._voice.before(tokens, 0, verb) if re.match(r"c\w+(?: ?not|n.t) ", words[0]) else ""
        return self._made(
            index, sentence.start, reason.start() if reason else end, speaker, words, self._status_of(hedges)
        )

    def _tokens(self, sentence: Sentence) -> list[Token]:
        tokens = self._article.narratives[sentence.paragraph].tokens
        return [each for each in tokens if sentence.start <= each.start < sentence.end]

    def _made(
        self,
        index: int,
        start: int,
        end: int,
        speaker: str,
        hedges: Sequence[str],
        status: ClaimStatus,
        denial: _Denial = _NOBODY,
    ) -> Claim:
        if status in ("unverified", "alleged", "estimated") and denial is _NOBODY:
            denial = self._answered(index)
            status = "disputed" if denial.by else status
        is_sure = bool(speaker) and len(hedges) > 0
        return Claim(
            start=start,
            end=end,
            text=self._text[start:end],
            attribution=speaker,
            hedges=tuple(dict.fromkeys(hedges)),
            status=status,
            denial=denial.by,
            denial_start=denial.start,
            denial_end=denial.end,
            confidence="high" if is_sure else "review",
            why="" if is_sure else "the article names nobody whose claim it is",
        )

    def _denial_in(self, place: tuple[int, int]) -> _Denial:
        """Who denies, after the words at a place."""
        sentence = self._article.sentence_at(place[0])
        assert sentence is not None
        tokens = self._tokens(sentence)
        verb = next(at for at, each in enumerate(tokens) if each.end >= place[1])
        return _Denial(self._voice.before(tokens, 0, verb), *place)

    def _answered(self, index: int) -> _Denial:
        """Who answers a claim in the sentences behind it."""
        for sentence in self._article.body[index + 1 : index + 1 + _REACH]:
            found = _REJECTED.search(self._text, sentence.start, sentence.end)
            if found and not self._is_spoken(found.span()):
                verb = found.start() + len(found[0].split(maxsplit=1)[0])
                who = self._denial_in((sentence.start, verb)).by
                return _Denial(who, sentence.start, sentence.end) if who else _NOBODY
        return _NOBODY


def _key(sentence: Sentence | None) -> int:
    return sentence.start if sentence else -1


def _is_within(place: tuple[int, int], reports: Sequence[Indirect]) -> bool:
    return any(each.start <= place[0] < each.end for each in reports)
