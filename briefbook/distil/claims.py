"""What an article does not vouch for: claims with their hedges, whose they are, and who denies them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefbook.distil.answers import Answers
from briefbook.distil.article import Article, Sentence
from briefbook.distil.cast import Cast
from briefbook.distil.clauses import clause_end, sentence_end, shows_verb
from briefbook.distil.draft import Claim, Indirect, Quote
from briefbook.distil.hedges import (
    Hedge,
    find_hedges,
    is_condition,
    is_telling,
    status_of,
    without_half_conditions,
)
from briefbook.distil.reported import Reported, made_claim
from briefbook.distil.table import read_table, words_of
from briefbook.distil.topics import tokens_of
from briefbook.distil.turns import Turns
from briefbook.distil.voice import Voice
from briefbook.text.narrative import Token

_TABLE = read_table()["claims"]
_ADVERBS = frozenset(words_of("claims", "adverbs"))
_CONNECTED = re.compile(_TABLE["connectors"])
_REASONS = re.compile(_TABLE["reasons"])
_JOINTS = re.compile(_TABLE["joints"])
_JUDGED = re.compile(_TABLE["judged"])
_ASIDE = re.compile(r",\sthat\s")
_ASKING = re.compile(_TABLE["asking"])
_UNABLE = re.compile(_TABLE["done_by_subject"])
_FIGURES = ("figure", "count", "rounded")
_LONG_ASIDE = re.compile(r"[^,;]{1,60},\s(?:which|who|whose)\s[^;]*,\s(?:\w+\s)?")
_LONGEST_SUBJECT = 60
"""Characters of a subject with which a claim begins."""
_REACH = 80
"""Characters before a hedge in which a question may begin that it belongs to."""


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
        self._reported = Reported(article, cast, self._answers)
        self._by_sentence: dict[int, list[Indirect]] = {}
        for each in indirect:
            sentence = article.sentence_at(each.start)
            self._by_sentence.setdefault(sentence.start if sentence else -1, []).append(each)
            self._voice.topics.heard(each.start, each.speaker)
        self._speakers = {each.start: each.speaker for each in quotes}
        self._spoken = {each.start for each in quotes if not each.is_fragment}

    def claims(self, index: int) -> Iterator[Claim]:
        """The claims of the sentence at a place: those that it reports, and what it hedges itself."""
        sentence = self._article.body[index]
        reports = self._by_sentence.get(sentence.start, [])
        found = find_hedges(self._text, sentence.start, sentence.end)
        hedges = [each for each in found if self._counts(each) or self._is_half(each, found)]
        taken: set[Hedge] = set()
        for report in reports:
            is_last = report is reports[-1]
            own = without_half_conditions(
                [each for each in hedges if self._belongs(each, report) and each not in taken]
            )
            claim = self._reported.claim(index, report, own, is_last=is_last)
            if claim is not None:
                taken.update(own)
                told = max(claim.end, min(claim.denial_end, sentence.end))
                taken.update(each for each in hedges if claim.start <= each.start < told)
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
        if hedge.sort == "possible" and _ASKING.search(self._text, max(0, hedge.start - _REACH), hedge.start):
            return False  # `will be asked whether the firm may dig`
        if around is None:
            return True
        is_whole = around.end - around.start <= len(hedge.words) + 2
        return (hedge.sort == "unproved" or is_whole) and around.start not in self._spoken

    def _is_half(self, hedge: Hedge, hedges: Sequence[Hedge]) -> bool:
        """Whether a hedge stands between marks and its condition before: `If not, he said, “we will”`."""
        first = next((each for each in hedges if is_condition(each)), hedge)
        is_led = first.start < hedge.start and self._article.speech_at(first.start) is None
        return hedge.sort == "condition" and is_led

    def _belongs(self, hedge: Hedge, report: Indirect) -> bool:
        """Whether a hedge stands in a report, before its verb (`allegedly told`), or judges it behind."""
        if hedge.start >= report.end:
            return _JUDGED.match(self._text, report.end, hedge.start) is not None
        is_adverb = hedge.words in _ADVERBS and report.cue in self._text[hedge.end : report.start].split()
        is_aside = hedge.start < report.start and _ASIDE.fullmatch(self._text, hedge.end, report.start)
        return report.start <= hedge.start < report.end or is_adverb or bool(is_aside)

    # What the article hedges itself

    def _own(self, index: int, hedges: Sequence[Hedge], reports: Sequence[Indirect]) -> Iterator[Claim]:
        """What a sentence says with hedges of its own, or what it rejects; nothing where it only answers."""
        sentence = self._article.body[index]
        rejection = self._answers.rejection_in(sentence)
        if sentence.start in self._reported.answering:
            return
        is_told = rejection and any(each.end > rejection.start for each in reports)
        if rejection and not is_told:
            beside = [each.words for each in hedges]
            words = [*(word for word in rejection.words if word not in " ".join(beside)), *beside]
            yield made_claim(self._text, rejection.start, sentence.end, rejection.by, words, "denied", None)
        elif not rejection and not reports and not hedges:
            yield from self._disputed(sentence)
        elif not rejection and is_telling(hedges, self._text, sentence.start, sentence.end):
            yield self._hedged(index, hedges, reports)

    def _disputed(self, sentence: Sentence) -> Iterator[Claim]:
        """What a sentence tells and says in the same breath that somebody disputes."""
        answer = self._answers.beside(sentence.start, sentence)
        if answer is not None:
            tokens = tokens_of(self._article, sentence)
            by = self._voice.subject(tokens, 0, len(tokens))
            yield made_claim(self._text, sentence.start, answer.end, by, answer.words, answer.status, answer)

    def _quoted(self, hedges: Sequence[Hedge]) -> str:
        """Who says the words between marks that hedges stand in: `If not, said X, “we will go”`."""
        around = [self._article.speech_at(each.start) for each in hedges if each.sort == "condition"]
        found = (self._speakers.get(each.start, "") for each in around if each is not None)
        return next(found, "")

    def _is_behind_aside(self, sentence: Sentence, hedge: Hedge) -> bool:
        """Whether a hedge belongs to a subject with a long aside: `The house, which …, is unsure`."""
        is_far = hedge.start - sentence.start > _LONGEST_SUBJECT
        return is_far and _LONG_ASIDE.fullmatch(self._text, sentence.start, hedge.start) is not None

    def _end_of_aside(self, tokens: Sequence[Token], hedges: Sequence[Hedge]) -> int:
        """Where an aside ends that alone has a hedge: `The deal, worth an estimated €3m,`."""
        commas = [at for at, each in enumerate(tokens) if each.words == ","]
        before = [at for at in commas if tokens[at].start < hedges[0].start]
        behind = [at for at in commas if tokens[at].start >= hedges[-1].end]
        if len(before) != 1 or not behind or any(each.sort not in _FIGURES for each in hedges):
            return 0
        plain = [
            each
            for each in tokens[: behind[0]]
            if not any(hedge.start <= each.start < hedge.end for hedge in hedges)
        ]
        is_verbless = not shows_verb(plain)
        is_subject = behind[0] + 1 < len(tokens) and shows_verb(tokens[behind[0] + 1 : behind[0] + 3])
        return tokens[behind[0] - 1].end if is_verbless and is_subject else 0

    def _hedged(self, index: int, hedges: Sequence[Hedge], reports: Sequence[Indirect]) -> Claim:
        sentence = self._article.body[index]
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
        end = self._end_of_aside(tokens, hedges) or end
        if self._is_behind_aside(sentence, hedges[0]):
            start = hedges[0].start
        is_by = hedges[0].words.lower().startswith("by ")
        if (
            hedges[0].sort == "figure"
            and not is_by
            and _CONNECTED.search(self._text[start : hedges[0].start])
        ):
            start = hedges[0].start
        speaker = ""
        if _UNABLE.match(hedges[0].words):
            verb = next(at for at, each in enumerate(tokens) if each.start >= hedges[0].start)
            speaker = self._voice.speaker(tokens, 0, verb).id
        turn = self._turns.at(sentence.start)
        speaker = speaker or self._quoted(hedges) or (turn.speaker if turn else "")
        answer = None
        if hedges[0].sort == "unproved" and not speaker:
            answer = self._answers.behind(index, speaker, is_open=False)
        status = answer.status if answer else status_of(hedges, self._text)
        words = [*(each.words for each in hedges), *(answer.words if answer else ())]
        return made_claim(self._text, start, end, speaker, words, status, answer)
