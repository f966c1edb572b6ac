"""Who denies what an article reports: in the same sentence, or in one of the next."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefbook.distil.article import Article, Sentence
from briefbook.distil.cues import CUES, PHRASAL
from briefbook.distil.draft import ClaimStatus
from briefbook.distil.table import read_table, words_of
from briefbook.distil.topics import tokens_of
from briefbook.distil.voice import Voice

_TABLE = read_table()["claims"]
_REJECTED, _REJECTING = re.compile(_TABLE["rejected"]), re.compile(_TABLE["rejecting"])
_ANSWERED = re.compile(_TABLE["answered"])
_LEFT_OPEN = re.compile(_TABLE["left_open"])
_SCORNED = re.compile(_TABLE["scorned"])
_FLAT, _NO_SUCH = re.compile(_TABLE["flat"]), re.compile(_TABLE["no_such"])
_MANY = re.compile(_TABLE["many_answered"])
_AUXILIARIES = ("do", "does", "did")
_LYING = frozenset(words_of("claims", "lying"))
_DENYING = frozenset(words_of("claims", "denying"))
_FARTHEST = 160
"""Characters behind a report in which its own sentence may answer it."""
_LONGEST_SUBJECT = 60
"""Characters of a subject with which a rejection begins."""
_REACH = 2
"""Sentences behind a claim in which somebody may answer it."""
_MARKS = ("“", "‘", '"', "«")
_MOST_SPOKEN = 3
"""Sentences of a speaker's own words between a claim and its answer."""


class Answer(NamedTuple):
    """A denial, where it stands, and what it makes of the claim."""

    by: str
    start: int
    end: int
    words: tuple[str, ...]
    """The verb that denies, and behind it the noun for what it denies."""
    status: ClaimStatus
    """Denied; else disputed, where somebody later rejects a claim and does not say that it is untrue."""


class Answers:
    """Finds the answers to the claims of one article."""

    def __init__(self, article: Article, voice: Voice) -> None:
        self._article = article
        self._text = article.text
        self._voice = voice

    def beside(self, end: int, sentence: Sentence) -> Answer | None:
        """The answer right behind a claim: `, an allegation that the ministry denies`."""
        found = _ANSWERED.search(self._text, end, min(sentence.end, end + _FARTHEST))
        if found is None:
            return None
        words = found[0].split()
        said = next((at for at, each in enumerate(words) if each in CUES), len(words) - 1)
        is_disowned = said < len(words) - 1 and found["noun"] is None
        verb = words[said if is_disowned else -1]
        place = self._text.rindex(verb, found.start(), found.end())
        made = self._made(sentence, found.start() + 2, found.end(), place)
        if is_disowned:  # `, whom the army says it does not hold`
            return made._replace(words=(" ".join(words[said : said + 4]),), status="denied")
        if found["noun"] is None:
            return made  # `, which the ministry disputes`
        return made._replace(words=(*made.words, found["noun"]), status="denied")

    def behind(self, index: int, speaker: str, *, is_open: bool) -> Answer | None:
        """The answer to what somebody says in a sentence of the body, by somebody else.

        What nothing leaves open is answered by the next sentence, or not at all.
        """
        for sentence in self._article.body[index + 1 : index + 1 + (_REACH if is_open else 1)]:
            found = self._rejection(_REJECTED, sentence)
            if found is not None:
                return found if found.by and found.by != speaker else None
        following = self._article.body[index + 1 : index + 2]
        scorn = self._scorn(following[0], speaker) if following and is_open else None
        return scorn or self._contradiction(index, speaker)

    def _contradiction(self, index: int, speaker: str) -> Answer | None:
        """What somebody else answers flatly, past what the speaker goes on to say between marks."""
        body = self._article.body
        places = range(index + 1, min(len(body), index + 2 + _MOST_SPOKEN))
        at = next((each for each in places if not self._text.startswith(_MARKS, body[each].start)), None)
        if at is None:
            return None
        found = self.flat(body[at]) or self._no_such(body[index], body[at])
        return found if found and found.by and found.by != speaker else None

    def flat(self, sentence: Sentence) -> Answer | None:
        """The answer with which a sentence begins: `Not so, says the ministry`."""
        found = _FLAT.match(self._text, sentence.start, sentence.end)
        if found is None:
            return None
        tokens = tokens_of(self._article, sentence)
        at = next((place for place, each in enumerate(tokens) if each.end >= found.end() - 1), 0)
        by = self._voice.behind(tokens, at + 1, len(tokens))
        return Answer(by, sentence.start, sentence.end, (found["verdict"],), "disputed")

    def _no_such(self, claim: Sentence, sentence: Sentence) -> Answer | None:
        """The answer of somebody who says that there was no such thing as a claim tells of."""
        found = _NO_SUCH.search(self._text, sentence.start, sentence.end)
        if found is None or found["noun"] not in self._text[claim.start : claim.end]:
            return None
        made = self._made(sentence, sentence.start, sentence.end, found.start())
        return made._replace(status="disputed")

    def is_of_many(self, answer: Answer) -> bool:
        """Whether an answer is to more than one claim: `dismissed both accounts`."""
        return _MANY.search(self._text, answer.start, answer.end) is not None

    def _scorn(self, sentence: Sentence, speaker: str) -> Answer | None:
        """What somebody answers in a few words of their own: `“A lie,” said X.`."""
        found = _SCORNED.match(self._text, sentence.start, sentence.end)
        if found is None:
            return None
        tokens = tokens_of(self._article, sentence)
        at = next((place for place, each in enumerate(tokens) if each.low in CUES), 0)
        by = self._voice.behind(tokens, at + 1, len(tokens)) if at == 1 else ""
        by = by or (self._voice.speaker(tokens, 1, at).id if at else "")
        status: ClaimStatus = "denied" if found["verdict"].lower().split()[0] in _LYING else "disputed"
        is_other = by and by != speaker
        return Answer(by, sentence.start, sentence.end, (), status) if is_other else None

    def rejection_in(self, sentence: Sentence) -> Answer | None:
        """The rejection that a sentence tells of by itself: `The union rejected the claim that …`."""
        found = self._rejection(_REJECTING, sentence)
        if found is None:
            return None
        place = _REJECTING.search(self._text, sentence.start, sentence.end)
        is_far = place is not None and place.start() - sentence.start > _LONGEST_SUBJECT
        return found._replace(start=place.start()) if place and is_far else found

    def denial_before(self, sentence: Sentence, place: int) -> Answer | None:
        """What a sentence rejects before a place in it: `The police deny it, saying …`."""
        found = self._rejection(_REJECTED, sentence)
        at = _REJECTED.search(self._text, sentence.start, place)
        return found if at is not None else None

    def _rejection(self, pattern: re.Pattern[str], sentence: Sentence) -> Answer | None:
        found = pattern.search(self._text, sentence.start, sentence.end)
        if found is None or self._article.speech_at(found.start()) is not None:
            return None
        made = self._made(sentence, sentence.start, sentence.end, found.start())
        noun = found.groupdict().get("noun")
        return made._replace(words=(_verb_in(found[0]), *([noun] if noun else [])))

    def is_left_open(self, index: int) -> bool:
        """Whether the next sentence says that nobody could verify the one at a place of the body."""
        return any(
            _LEFT_OPEN.search(self._text, each.start, each.end)
            for each in self._article.body[index + 1 : index + 2]
        )

    def _made(self, sentence: Sentence, start: int, end: int, at: int) -> Answer:
        tokens = tokens_of(self._article, sentence)
        verb = next((place for place, each in enumerate(tokens) if each.start >= at), len(tokens) - 1)
        first = next((place for place, each in enumerate(tokens) if each.start >= start), 0)
        who = self._voice.speaker(tokens, min(first, verb), verb).id
        status: ClaimStatus = "denied" if tokens[verb].low in _DENYING else "disputed"
        return Answer(who, start, end, (tokens[verb].low,), status)


def _verb_in(rejection: str) -> str:
    """The words that reject: `denied`, `played down`, `do not share this view`."""
    words = rejection.lower().split()
    if words[0] in _AUXILIARIES:
        return " ".join(words)
    return " ".join(words[:2]) if words[1] in PHRASAL else words[0]
