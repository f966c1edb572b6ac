"""Questions and judgements: why they matter, how likely, and what the answer is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.check.at import At
from briefbook.check.registry import WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.records import Judgement, Question, Record, Update
from briefbook.model.vocabulary import LIKELIHOODS
from briefbook.text.near import did_you_mean, listed, shorten

_YES_OR_NO = re.compile(
    r"(am|are|can|could|did|do|does|had|has|have|is|may|might|must|shall|should|was|were|will|would)\b"
    r"|whether\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(\w+ )?(who|whom|whose|what|which|where|why|how)\b|when\b(?!.*,)", re.IGNORECASE)
"""How a question begins that asks for more than yes or no; in other languages than English none does."""


@rule("question-without-why", draft=WARNING)
def question_without_why(question: Question, _: At) -> Iterator[Finding]:
    """A question that does not say why its answer matters.

    Why: nobody looks for an answer that changes nothing.
    Bad: a question with only `id` and `text`
    Good: the same with `why: It decides whether the files can be kept apart.`
    """
    if not question.why:
        yield Finding((), f"the question `{question.id}` does not say why it matters", "add `why:`")


@rule("likelihood-not-yes-no")
def likelihood_not_yes_no(record: Question | Update, at: At) -> Iterator[Finding]:
    """A likelihood or an outcome on a question that cannot be answered with yes or no.

    Why: likely which answer?
    Bad: `text: Which channel will they use?` with `likelihood: likely`
    Good: `text: Will they use the Vienna channel?` with `likelihood: likely`
    """
    question: Record = record
    if isinstance(record, Update) and record.update in at.book.entries:
        question = at.book.entries[record.update].record
    if (
        not isinstance(question, Question)
        or _YES_OR_NO.match(question.text)
        or not _OPEN.match(question.text)
    ):
        return
    for field in ("likelihood", "outcome"):
        if getattr(record, field):
            help = "ask a question that begins with Will, Has or Is, or remove it"
            yield Finding((field,), f"`{field}` needs a yes/no question", help)


@rule("likelihood-unknown")
def likelihood_unknown(record: Judgement | Question | Update, at: At) -> Iterator[Finding]:
    """A likelihood in words that the site's scale does not have.

    Why: readers take each word for its range of percent (ICD 203, PHIA); a private word has none.
    Bad: `likelihood: quite possible`
    Good: `likelihood: likely`
    """
    words = LIKELIHOODS[at.book.settings.scale]
    if record.likelihood and record.likelihood not in words:
        help = did_you_mean(record.likelihood, words) or f"write {listed(words)}"
        message = f"{shorten(record.likelihood)!r} is not on the site's scale ({at.book.settings.scale})"
        yield Finding(("likelihood",), message, help)


@rule("outcome-unknown")
def outcome_unknown(record: Question | Update, _: At) -> Iterator[Finding]:
    """An outcome other than yes or no.

    Why: forecasts are scored against it.
    Bad: `outcome: partly`
    Good: `outcome: "yes"`
    """
    if record.outcome not in ("", "yes", "no"):
        yield Finding(("outcome",), f"the outcome cannot be {shorten(record.outcome)!r}", "write yes or no")


@rule("answer-missing")
def answer_missing(record: Question | Update, at: At) -> Iterator[Finding]:
    """A question that is answered, without its answer.

    Why: the reader came for it.
    Bad: `status: answered` alone
    Good: `status: answered` with `answer: A meeting beside the Vienna talks.`
    """
    if record.status == "answered" and not record.answer:
        entry = at.book.entries.get(record.update) if isinstance(record, Update) else None
        question = entry.record if entry is not None else record
        if isinstance(question, Question) and not at.lookup.latest(question, "answer"):
            yield Finding(("status",), "it is answered, but the answer is missing", "add `answer:`")


@rule("indicator-unknown")
def indicator_unknown(record: Question | Update, at: At) -> Iterator[Finding]:
    """An indicator that was seen, but that the question does not have.

    Why: what is seen has to be something that was looked for.
    Bad: `seen: {sideline: 2014-06-16}` where the indicator is called `sidelines`
    Good: `seen: {sidelines: 2014-06-16}`
    """
    known = dict(record.indicators)
    if isinstance(record, Update):
        entry = at.book.entries.get(record.update)
        known |= getattr(entry.record, "indicators", {}) if entry else {}
        for _, update in at.lookup.updated.get(record.update, ()):
            known |= update.indicators
    for name in record.seen:
        if name not in known:
            yield Finding(
                ("seen", name), f"there is no indicator `{shorten(name)}`", did_you_mean(name, known)
            )
