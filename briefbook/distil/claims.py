"""What an article does not vouch for: claims with their hedges, whose they are, and who denies them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefbook.distil.answers import Answer, Answers
from briefbook.distil.article import Article, Sentence
from briefbook.distil.cast import Cast
from briefbook.distil.clauses import clause_end, sentence_end
from briefbook.distil.draft import Claim, ClaimStatus, Indirect, Quote
from briefbook.distil.hedges import Hedge, find_hedges, is_telling, status_of, without_half_conditions
from briefbook.distil.table import read_table, words_of
from briefbook.distil.topics import tokens_of
from briefbook.distil.turns import Turns
from briefbook.distil.voice import Voice

_TABLE = read_table()["claims"]
_DOUBTING = frozenset(words_of("claims", "doubting"))
_DENYING = frozenset(words_of("claims", "denying"))
_GUESSING = frozenset(words_of("claims", "guessing"))
_ARGUING = frozenset(words_of("claims", "arguing"))
_COUNTING = frozenset(words_of("claims", "counting"))
_FIGURES = ("figure", "count", "rounded")
_WISHING = frozenset(words_of("claims", "wishing"))
_ADVERBS = frozenset(words_of("claims", "adverbs"))
_PROSECUTING = frozenset(words_of("claims", "prosecuting"))
_ACCUSING = frozenset((*words_of("speech", "accusing"), *words_of("speech", "blaming")))
_CONTRADICTING = re.compile(_TABLE["contradicting"])
_CONNECTED = re.compile(_TABLE["connectors"])
_REASONS = re.compile(_TABLE["reasons"])
_JOINTS = re.compile(_TABLE["joints"])
_LONGEST_SUBJECT = 60
"""Characters of `X claims that` with which a claim begins."""
_NOUN = re.compile(_TABLE["doubtful"])
_JUDGED = re.compile(_TABLE["judged"])
_ACCORDING = "according to"
_UNABLE = re.compile(_TABLE["done_by_subject"])


def find_claims(
    article: Article, cast: Cast, indirect: Sequence[Indirect], quotes: Sequence[Quote]
) -> tuple[Claim, ...]:
    """The claims of the body in order."""
    finder = _Finder(article, cast, indirect, quotes)
    found = {each.start: each for index in range(len(article.body)) for each in finder.claims(index)}
    return tuple(found[start] for start in sorted(found))


class _Finder:
    """Finds the claims of one sentence after another."""

    def __init__(
        self, article: Article, cast: Cast, indirect: Sequence[Indirect], quotes: Sequence[Quote]
    ) -> None:
        self._article = article
        self._text = article.text
        self._voice = Voice(article, cast)
        self._answers = Answers(article, self._voice)
        self._turns = Turns(article, cast)
        self._names = {each.id: each.name.lower() for each in cast.actors}
        self._answering: set[int] = set()
        self._by_sentence: dict[int, list[Indirect]] = {}
        for each in indirect:
            sentence = article.sentence_at(each.start)
            self._by_sentence.setdefault(sentence.start if sentence else -1, []).append(each)
            self._voice.topics.heard(each.start, each.speaker)
        self._spoken = {each.start for each in quotes if not each.is_fragment}

    def claims(self, index: int) -> Iterator[Claim]:
        """The claims of the sentence at a place: those that it reports, and what it hedges itself."""
        sentence = self._article.body[index]
        reports = self._by_sentence.get(sentence.start, [])
        found = find_hedges(self._text, sentence.start, sentence.end)
        hedges = [each for each in found if self._counts(each)]
        taken: set[Hedge] = set()
        for report in reports:
            own = without_half_conditions(
                [each for each in hedges if self._belongs(each, report) and each not in taken]
            )
            claim = self._reported(index, report, own)
            if claim is not None:
                taken.update(each for each in hedges if claim.start <= each.start < claim.end)
                yield claim
        rest = [
            each
            for each in hedges
            if each not in taken
            and not any(report.start <= each.start < report.end for report in reports)
            and not any(report.cue in each.words.lower().split() for report in reports)
        ]
        yield from self._own(index, without_half_conditions(rest), reports)

    def _counts(self, hedge: Hedge) -> bool:
        """Whether a hedge is the article's, or a few words of somebody's that it takes over."""
        around = self._article.speech_at(hedge.start)
        if around is None:
            return True
        is_whole = around.end - around.start <= len(hedge.words) + 2
        return (hedge.sort == "unproved" or is_whole) and around.start not in self._spoken

    def _belongs(self, hedge: Hedge, report: Indirect) -> bool:
        """Whether a hedge stands in a report, before its verb (`allegedly told`), or judges it behind."""
        if hedge.start >= report.end:
            return _JUDGED.match(self._text, report.end, hedge.start) is not None
        is_adverb = hedge.words in _ADVERBS and report.cue in self._text[hedge.end : report.start].split()
        return report.start <= hedge.start < report.end or is_adverb

    # What somebody reports

    def _reported(self, index: int, report: Indirect, hedges: Sequence[Hedge]) -> Claim | None:
        """The claim in a report; None where neither its verb, its words nor what follows leave it open."""
        sentence = self._article.body[index]
        telling = is_telling(hedges, self._text, report.start, report.end)
        doubted = next((each for each in report.text.split() if each in _DOUBTING), "")
        is_open = (
            telling
            or bool(doubted)
            or report.cue in _DOUBTING | _DENYING
            or self._answers.is_left_open(index)
        )
        beside = self._answers.beside(report.end, sentence)
        behind = (
            None if report.cue in _WISHING else self._answers.behind(index, report.speaker, is_open=is_open)
        )
        answer = beside or behind
        is_answer = self._is_contradicting(report)
        if not (is_open or answer or is_answer or self._is_prosecuting(report)):
            return None
        if answer and not beside:
            self._answering.add(answer.start)
        return self._made(
            self._start(sentence, report, hedges),
            beside.end if beside else max([report.end, *(each.end for each in hedges)]),
            report.speaker,
            self._cues(report, hedges, beside, is_bare=not is_open),
            self._status(index, report, hedges, answer, is_answer=is_answer),
            answer,
        )

    def _cues(
        self, report: Indirect, hedges: Sequence[Hedge], beside: Answer | None, *, is_bare: bool
    ) -> Sequence[str]:
        """The words that leave a report open, its verb among them where nothing else does or it doubts."""
        has_cue = report.cue in _DOUBTING | _DENYING | {"according to"} or is_bare
        words = [
            *(each for each in report.text.split() if each in _DOUBTING),
            *(each.words for each in hedges),
        ]
        return [*([report.cue] if has_cue else []), *words, *(beside.words if beside else ())]

    def _is_contradicting(self, report: Indirect) -> bool:
        """Whether a report, outside marks, says that something is not so."""
        found = _CONTRADICTING.search(self._text, report.start, report.end)
        return found is not None and self._article.speech_at(found.start()) is None

    def _is_prosecuting(self, report: Indirect) -> bool:
        return not _PROSECUTING.isdisjoint(self._names.get(report.speaker, "").split())

    def _status(
        self,
        index: int,
        report: Indirect,
        hedges: Sequence[Hedge],
        answer: Answer | None,
        *,
        is_answer: bool,
    ) -> ClaimStatus:
        if report.cue in _DENYING:
            return "denied"
        if report.cue in _GUESSING:
            return "conditional"
        if answer:
            return answer.status
        if "alleg" in report.cue + report.text or report.cue in _ACCUSING or self._is_prosecuting(report):
            return "alleged"
        if is_answer or report.cue in _ARGUING:
            return "disputed"
        if self._answers.is_left_open(index) or (
            (report.cue in _DOUBTING or not _DOUBTING.isdisjoint(report.text.split()))
            and not _is_coming(hedges)
        ):
            is_figure = report.cue in _COUNTING and any(each.sort in _FIGURES for each in hedges)
            return "estimated" if is_figure or report.cue.startswith("estimat") else "unverified"
        return status_of(hedges, self._text)

    def _start(self, sentence: Sentence, report: Indirect, hedges: Sequence[Hedge]) -> int:
        """Where a claim begins: with its report, or with the words before it that leave it open."""
        start = report.start
        is_late = hedges and _NOUN.match(hedges[0].words) and report.cue not in _DOUBTING | _DENYING
        if hedges and (hedges[0].start < start or is_late):
            return hedges[0].start
        if report.cue in _ACCUSING | _DENYING | _GUESSING | _DOUBTING:
            joints = list(_JOINTS.finditer(self._text, sentence.start, start))
            led = joints[-1].end() if joints else sentence.start
            # A subject with a long aside would bury its claim.
            is_near = start - led <= _LONGEST_SUBJECT or report.cue in _ACCUSING
            verb = self._text.rfind(report.cue, led, start) if report.cue in _DENYING else -1
            return led if is_near else verb if verb >= 0 else start
        led = self._text.lower().rfind(_ACCORDING, sentence.start, start) if report.cue == _ACCORDING else -1
        return led if led >= 0 else start

    # What the article hedges itself

    def _own(self, index: int, hedges: Sequence[Hedge], reports: Sequence[Indirect]) -> Iterator[Claim]:
        """What a sentence says with hedges of its own, or what it rejects; nothing where it only answers."""
        sentence = self._article.body[index]
        rejection = self._answers.rejection_in(sentence)
        if sentence.start in self._answering:
            return
        if rejection and not reports:
            yield self._made(sentence.start, sentence.end, rejection.by, rejection.words, "denied", None)
        elif not rejection and is_telling(hedges, self._text, sentence.start, sentence.end):
            yield self._hedged(sentence, hedges, reports)

    def _hedged(self, sentence: Sentence, hedges: Sequence[Hedge], reports: Sequence[Indirect]) -> Claim:
        tokens = tokens_of(self._article, sentence)
        last = clause_end(tokens, 0, sentence_end(tokens), self._text)
        is_whole = not last or hedges[-1].end > tokens[last - 1].end
        end = sentence.end if is_whole else tokens[last - 1].end
        reason = _REASONS.search(self._text, hedges[-1].end, end)
        end = reason.start() if reason else end
        for report in reports:
            joints = list(_JOINTS.finditer(self._text, hedges[-1].end, max(hedges[-1].end, report.start)))
            end = min(end, joints[0].start()) if joints else end
        start = sentence.start
        if hedges[0].sort == "figure" and _CONNECTED.search(self._text[start : hedges[0].start]):
            start = hedges[0].start
        speaker = ""
        if _UNABLE.match(hedges[0].words):
            verb = next(at for at, each in enumerate(tokens) if each.start >= hedges[0].start)
            speaker = self._voice.speaker(tokens, 0, verb).id
        turn = self._turns.at(sentence.start)
        speaker = speaker or (turn.speaker if turn else "")
        return self._made(
            start, end, speaker, [each.words for each in hedges], status_of(hedges, self._text), None
        )

    def _made(
        self,
        start: int,
        end: int,
        speaker: str,
        hedges: Sequence[str],
        status: ClaimStatus,
        answer: Answer | None,
    ) -> Claim:
        is_sure = bool(speaker) and len(hedges) > 0
        return Claim(
            start=start,
            end=end,
            text=self._text[start:end],
            attribution=speaker,
            hedges=tuple(dict.fromkeys(hedges)),
            status=status,
            denial=answer.by if answer else "",
            denial_start=answer.start if answer else 0,
            denial_end=answer.end if answer else 0,
            confidence="high" if is_sure else "review",
            why="" if is_sure else "the article names nobody whose claim it is",
        )


def _is_coming(hedges: Sequence[Hedge]) -> bool:
    """Whether a hedge says that something may come."""
    return any(each.sort in ("possible", "condition") for each in hedges)
