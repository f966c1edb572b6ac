"""Claims in what somebody reports: what leaves them open, where they begin and end, and who answers them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefbook.distil.answers import Answer, Answers
from briefbook.distil.article import Article, Sentence
from briefbook.distil.cast import Cast
from briefbook.distil.cues import BARE
from briefbook.distil.draft import Claim, ClaimStatus, Indirect
from briefbook.distil.hedges import Hedge, is_telling, status_of
from briefbook.distil.table import read_table, words_of

_TABLE = read_table()["claims"]
_DOUBTING = frozenset(words_of("claims", "doubting"))
_DENYING = frozenset(words_of("claims", "denying"))
_GUESSING = frozenset(words_of("claims", "guessing"))
_ARGUING = frozenset(words_of("claims", "arguing"))
_COUNTING = frozenset(words_of("claims", "counting"))
_SUGGESTING = frozenset(words_of("claims", "suggesting"))
_WARNING = frozenset(words_of("claims", "warning"))
_WISHING = frozenset(words_of("claims", "wishing"))
_PROSECUTING = frozenset(words_of("claims", "prosecuting"))
_ACCUSING = frozenset((*words_of("speech", "accusing"), *words_of("speech", "blaming")))
_ACCORDING = "according to"
_TELLING = _SUGGESTING | _DOUBTING | _DENYING | _GUESSING | _ARGUING | _WARNING | {_ACCORDING}
_FIGURES = ("figure", "count", "rounded")
_INSISTING = frozenset(words_of("claims", "insisting"))
_NEGATIONS = frozenset(words_of("claims", "negations"))
_CONTRADICTING = re.compile(_TABLE["contradicting"])
_JOINTS = re.compile(_TABLE["joints"])
_NOUN = re.compile(_TABLE["doubtful"])
_ACCORDING_TO = re.compile(rf",?\s{_ACCORDING}\s[^.;“‘\"]{{2,50}}")
_PRO_FORM = re.compile(_TABLE["pro_form"])
_DISOWNING, _WHOM = re.compile(_TABLE["disowning"]), re.compile(_TABLE["whom"])
_TIED, _WOULD = re.compile(_TABLE["tied"]), re.compile(_TABLE["would"])
_NAMING = re.compile(_TABLE["naming"])
_LONGEST_SUBJECT = 60
"""Characters of `X claims that` with which a claim begins."""


class Reported:
    """Reads the claims in the reported statements of one article."""

    def __init__(self, article: Article, cast: Cast, answers: Answers) -> None:
        self._article = article
        self._text = article.text
        self._answers = answers
        self._names = {each.id: each.name.lower() for each in cast.actors}
        self.answering: set[int] = set()
        """Where the sentences begin that answer a claim."""

    def claim(self, index: int, report: Indirect, hedges: Sequence[Hedge], *, is_last: bool) -> Claim | None:
        """The claim in a report; None where neither its verb, its words nor what follows leave it open."""
        sentence = self._article.body[index]
        denial = self._answers.denial_before(sentence, report.start) if report.cue.endswith("ing") else None
        if denial is not None:
            words = [*denial.words, report.cue]
            return made_claim(
                self._text, sentence.start, report.end, report.speaker, words, denial.status, None
            )
        if sentence.start in self.answering and _PRO_FORM.fullmatch(report.text):
            return None
        is_open = self._is_open(index, report, hedges)
        beside = self._answers.beside(report.end, sentence)
        behind = None if report.cue in _WISHING else self._behind(index, report, is_last, is_open=is_open)
        answer = beside or behind
        flat = self._answers.flat(sentence) if report.cue != _ACCORDING else None
        is_answer = flat is not None or self._is_contradicting(report)
        if not (is_open or answer or is_answer or self._is_prosecuting(report)):
            return None
        if answer and not beside:
            self.answering.add(answer.start)
        return made_claim(
            self._text,
            self._start(sentence, report, hedges),
            self._end(sentence, report, hedges, beside),
            report.speaker,
            [*(flat.words if flat else ()), *self._cues(report, hedges, answer, is_bare=not is_open)],
            self._status(index, report, hedges, answer, is_answer=is_answer),
            answer,
        )

    def _behind(self, index: int, report: Indirect, is_last: bool, *, is_open: bool) -> Answer | None:
        """The answer in the sentences behind: to the last report of one, to one that doubts, or to all."""
        found = self._answers.behind(index, report.speaker, is_open=is_open)
        is_meant = is_last or report.cue in _DOUBTING
        return found if found and (is_meant or self._answers.is_of_many(found)) else None

    def _is_open(self, index: int, report: Indirect, hedges: Sequence[Hedge]) -> bool:
        """Whether the verb of a report, its words or the next sentence leave it open."""
        return (
            is_telling(hedges, self._text, report.start, report.end)
            or not _DOUBTING.isdisjoint(report.text.split())
            or report.cue in _DOUBTING | _DENYING | _SUGGESTING
            or bool(self._if_so(report))
            or _is_counted(report)
            or self._answers.is_left_open(index)
        )

    def _cues(
        self, report: Indirect, hedges: Sequence[Hedge], answer: Answer | None, *, is_bare: bool
    ) -> Sequence[str]:
        """The words that leave a report open, its verb among them where nothing else does or it doubts."""
        has_cue = report.cue in _TELLING or " " in report.cue or is_bare or self._is_tied(report)
        words = [
            *(each for each in report.text.split() if each in _DOUBTING),
            *(each.words for each in hedges),
            *self._if_so(report),
        ]
        return [*([report.cue] if has_cue else []), *words, *(answer.words if answer else ())]

    def _is_tied(self, report: Indirect) -> bool:
        """Whether the subject of a report stands before its verb of speech: `which officials say is so`."""
        is_near = self._text[: report.start].rstrip().endswith(report.cue)
        return is_near and _TIED.match(report.text) is not None

    def _if_so(self, report: Indirect) -> Sequence[str]:
        """What leaves open a report of what would be, and one in a clause about its subject."""
        is_present = report.cue.endswith("s") or report.cue in BARE or report.cue == _ACCORDING
        would = _WOULD.search(report.text) if is_present or report.cue in _WARNING else None
        return [would[0]] if would else [report.cue] if self._is_tied(report) else []

    def _end(
        self, sentence: Sentence, report: Indirect, hedges: Sequence[Hedge], beside: Answer | None
    ) -> int:
        """Where a claim ends: with its report, its hedges, a short answer, or whom it is according to."""
        end = max([report.end, *(each.end for each in hedges)])
        if beside:
            return end if _NAMING.search(self._text, end, beside.end) else beside.end
        source = _ACCORDING_TO.match(self._text, end, sentence.end)
        is_told = source is not None and report.cue == _ACCORDING and len(source[0]) < end - report.start
        return source.end() if source and is_told else end

    def _is_contradicting(self, report: Indirect) -> bool:
        """Whether a report, outside marks, says that something is not so."""
        if _DISOWNING.match(report.text) and _WHOM.search(
            self._text, max(0, report.start - _LONGEST_SUBJECT), report.start
        ):
            return True
        if report.cue in _INSISTING and not _NEGATIONS.isdisjoint(report.text.split()):
            return True
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
        if _is_counted(report) and not answer:
            return "estimated"
        if answer:
            return answer.status
        if "alleg" in report.cue + report.text or report.cue in _ACCUSING or self._is_prosecuting(report):
            return "alleged"
        if is_answer or report.cue in _ARGUING | _SUGGESTING or self._is_tied(report):
            return "disputed"
        is_counted = any(each.sort in _FIGURES for each in hedges)
        if _WOULD.search(report.text) and self._if_so(report) and not is_counted:
            return "conditional"
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
        is_early = hedges and hedges[0].start < start and report.cue not in _DOUBTING
        if hedges and (is_early or is_late):
            return hedges[0].start
        if report.cue in _ACCUSING | _DENYING | _GUESSING | _DOUBTING | _SUGGESTING:
            joints = list(_JOINTS.finditer(self._text, sentence.start, start))
            led = joints[-1].end() if joints else sentence.start
            # A subject with a long aside would bury its claim.
            is_near = start - led <= _LONGEST_SUBJECT or report.cue in _ACCUSING
            verb = self._text.rfind(report.cue, led, start) if report.cue in _DENYING | _SUGGESTING else -1
            return led if is_near else verb if verb >= 0 else start
        if self._is_tied(report):
            first = max(sentence.start, self._text.rfind(", ", sentence.start, start) + 2)
            start = first if start - first <= _LONGEST_SUBJECT else start
        led = self._text.lower().rfind(_ACCORDING, sentence.start, start) if report.cue == _ACCORDING else -1
        return led if led >= 0 else start


def made_claim(
    text: str,
    start: int,
    end: int,
    speaker: str,
    hedges: Sequence[str],
    status: ClaimStatus,
    answer: Answer | None,
) -> Claim:
    """A claim between two places of a text, with what somebody answers."""
    is_sure = bool(speaker) and len(hedges) > 0
    return Claim(
        start=start,
        end=end,
        text=text[start:end],
        attribution=speaker,
        hedges=tuple(dict.fromkeys(hedges)),
        status=status,
        denial=answer.by if answer else "",
        denial_start=answer.start if answer else 0,
        denial_end=answer.end if answer else 0,
        confidence="high" if is_sure else "review",
        why="" if is_sure else "the article names nobody whose claim it is",
    )


def _is_counted(report: Indirect) -> bool:
    """Whether a report is somebody's count: `Some 300 came, by the agency’s reckoning`."""
    return report.cue.lower().startswith("by ") and any(map(str.isdigit, report.text))


def _is_coming(hedges: Sequence[Hedge]) -> bool:
    """Whether a hedge says that something may come."""
    return any(each.sort in ("possible", "condition") for each in hedges)
