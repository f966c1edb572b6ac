"""The tables that programs load: what a row is, and what each column holds.

Dates keep the words of their author (EDTF: `2014-06~`, `2014-06-08/2014-06-14`); the two columns beside them
hold the earliest and the latest day that they can mean, for programs that want a calendar day.
"""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """A column of a table."""

    name: str
    type: str
    """text, ids, texts, date, day, number, whole or yes-no."""
    meaning: str


class Table(NamedTuple):
    """A table."""

    name: str
    row: str
    """What one row is."""
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    """The columns that name a row, where some do."""

    @property
    def file(self) -> str:
        """The output path."""
        return f"data/{self.name}.csv"


def _column(line: str) -> tuple[Column, ...]:
    name, type_, meaning = line.split(maxsplit=2)
    column = Column(name, type_, meaning)
    if type_ != "date":
        return (column,)
    return (
        column,
        Column(f"{name}_from", "day", f"Earliest day that `{name}` can mean; empty where its start is open."),
        Column(f"{name}_to", "day", f"Latest day that `{name}` can mean; empty where its end is open."),
    )


def _table(name: str, row: str, columns: str, *, key: str = "") -> Table:
    lines = filter(None, map(str.strip, columns.splitlines()))
    found = tuple(column for line in lines for column in _column(line))
    return Table(name, row, found, tuple(key.split()))


_REPORTED = """
brief text Id of the brief that reports it.
as_of date Date of that brief.
"""
_ENTRY = f"""
{_REPORTED}
updates whole How many updates it has had.
"""
_TAIL = """
note text Remark for the reader.
tlp text Marking after TLP 2.0: CLEAR, GREEN, AMBER, AMBER+STRICT or RED.
url text Where a reader finds it; relative to the site's root where the site has no address.
"""
_NAMED = f"""
first_brief text Id of the oldest brief that names it.
last_brief text Id of the newest brief that names it.
briefs whole How many briefs name it.
{_TAIL}
"""

SHARED = tuple(
    column
    for line in f"{_ENTRY}{_NAMED}".splitlines()
    if line
    for column in _column(line)
    if column.type != "day"
)
"""Columns that several tables have."""

TABLES = (
    _table(
        "briefs",
        "A brief, oldest first.",
        f"""
        id text Its name in the book.
        title text Headline.
        as_of date The date, or date and time, that it speaks of.
        product text sitrep, flash-update or profile.
        status text draft or cleared.
        cleared_by text Who cleared it.
        authors texts Who wrote it.
        language text Language of the brief, as BCP 47.
        sources ids Sources that it rests on.
        bottom_line text The whole brief in two or three sentences.
        key_messages texts Its messages.
        next_report date When the next one is due.
        assumptions texts What it takes for granted.
        limitations texts What it does not know or could not check.
        corrections whole How many corrections it carries, or mend what stood in it.
        {_TAIL}""",
        key="id",
    ),
    _table(
        "actors",
        "An actor, by id.",
        f"""
        id text Its name in the book.
        name text The name that readers see.
        kind text state, body, organisation, armed-group, person, coalition or unnamed.
        aliases texts Other names of the same actor.
        about text One sentence on who this is.
        member_of ids Actors of which it is part.
        of text For an unnamed source: whose officials or voices these are.
        bloc text The group under which the position matrix lists it.
        wikidata text Wikidata identifier.
        {_NAMED}""",
        key="id",
    ),
    _table(
        "posts",
        "An office that a person holds or held.",
        """
        actor text Id of the person.
        title text Name of the office.
        at text Id of the body or state for which its holder speaks.
        since date First day in office, where known.
        until date Last day in office, where known.
        source text Id of the source that says so.
        """,
    ),
    _table(
        "issues",
        "An issue, by id.",
        f"""
        id text Its name in the book.
        name text Two or three words; empty where the proposition serves.
        proposition text A sentence that one can support or oppose.
        why text Why it matters.
        {_NAMED}""",
        key="id",
    ),
    _table(
        "positions",
        "A report of where an actor stands on an issue: by actor and issue, oldest first.",
        f"""
        actor text Id of whose position it is.
        issue text Id of the issue.
        stance text supports, leans-support, mixed, neutral, leans-oppose, opposes, unclear or withdrawn.
        condition text Under what condition.
        said date When it was said.
        attributed yes-no Whether others say so; this never replaces what the actor has stated itself.
        according_to text Id of who says so, where it is attributed; empty for the article itself.
        change text position-new, moved, withdrawn, condition, reported-late, attributed; reaffirmed: nothing.
        was text The stance before, where it moved.
        present yes-no Whether this is where the actor stands now.
        summary text The position in one sentence of the desk.
        reason text Why it moved, where the source says so.
        capacity text personal: the speaker does not speak for the body.
        {_REPORTED}
        {_TAIL}""",
    ),
    _table(
        "claims",
        "A claim as it now stands, oldest first.",
        f"""
        id text Its name in the book.
        text text What is claimed.
        by text Id of who claims it; empty for the article.
        date date When the claimed thing is said to have happened.
        place text Where.
        status text The desk's finding now: unverified, disputed, corroborated, confirmed or refuted.
        status_first text The desk's finding when it was first reported.
        credibility whole Admiralty code: 1 confirmed to 5 improbable, 6 cannot be judged.
        origins ids Sources at the root of what bears it out; those that repeat one are not counted.
        speakers ids Who bears it out, each once; articles that speak for themselves are not listed.
        contradicts ids Claims that cannot be true together with it, whichever of the two says so.
        issues ids Issues that it bears on.
        actors ids Actors whom it is about.
        {_ENTRY}
        {_TAIL}""",
        key="id",
    ),
    _table(
        "replies",
        "What another actor says of a claim.",
        """
        claim text Id of the claim.
        by text Id of who replies.
        says text supports, partly, disputes, denies or cannot-confirm.
        said date When.
        note text Remark for the reader.
        tlp text Marking after TLP 2.0.
        """,
    ),
    _table(
        "figures",
        "A number as someone gives it. They stand side by side: never add them up.",
        """
        entry text Id of the claim or event.
        what text What is counted.
        reported text The words as given.
        low number Lower bound, only where the source has a number.
        high number Upper bound, only where the source has a number.
        best number Best estimate, only where the source has a number.
        unit text What one of it is.
        by text Id of who gives it; empty for the article.
        note text Remark for the reader.
        tlp text Marking after TLP 2.0.
        """,
    ),
    _table(
        "events",
        "An event as it now stands, by its first report, oldest first.",
        f"""
        id text Its name in the book.
        title text What happened.
        date date When.
        status text happened, scheduled, postponed or cancelled.
        status_first text Its status when it was first reported.
        actors ids Who took part.
        place text Where.
        issues ids Issues that it bears on.
        {_ENTRY}
        {_TAIL}""",
        key="id",
    ),
    _table(
        "questions",
        "A question as it now stands, oldest first.",
        f"""
        id text Its name in the book.
        text text The question.
        why text Why the answer matters.
        status text open, partly-answered, answered or overtaken.
        status_first text Its status when it was first asked.
        due date By when the desk wants to know.
        overdue yes-no Open after its due date, on the day that `index.json` names.
        owner text Who looks after it.
        answer text The answer, once known.
        likelihood text How likely yes is, in words of the site's scale.
        outcome text yes or no, once known.
        about ids Claims that it is about.
        issues ids Issues that it bears on.
        actors ids Actors whom it concerns.
        {_ENTRY}
        {_TAIL}""",
        key="id",
    ),
    _table(
        "judgements",
        "A judgement of the desk as it now stands, oldest first.",
        f"""
        id text Its name in the book.
        text text The judgement.
        likelihood text A word of the site's scale.
        likelihood_first text The word when it was first made.
        confidence text high, moderate or low: how good the ground is.
        basis text What it rests on.
        alternatives texts What else could be the case.
        issues ids Issues that it bears on.
        {_ENTRY}
        {_TAIL}""",
        key="id",
    ),
    _table(
        "updates",
        "An update to a claim, event, question or judgement: by entry, oldest first.",
        f"""
        entry text Id of the entry.
        kind text claim, event, question or judgement.
        said date When it was said or became known.
        was text Status before; of a judgement, its likelihood.
        became text Status after; of a judgement, its likelihood.
        fields ids Keys that it gave.
        reason text Why.
        {_REPORTED}
        note text Remark for the reader.
        tlp text Marking after TLP 2.0.
        """,
    ),
    _table(
        "ties",
        "A report of how one actor is bound to another: by address, oldest first.",
        f"""
        actor text Id of who is bound.
        tie text part-of, backs, trains, allied-with, fights or negotiates-with.
        other text Id of to whom.
        since date Since when, where known.
        until date Until when, where known.
        {_REPORTED}
        {_TAIL}""",
    ),
    _table(
        "corrections",
        "A correction, newest first.",
        """
        date date When it was mended.
        entry text Id or address of what was corrected.
        was text What stood there.
        now text What stands there now.
        reason text Why it was wrong.
        stood_in text Id of the brief in which the mistake stood; empty for a record with a file of its own.
        stood_since date The date of that brief.
        brief text Id of the brief that carries the notice.
        note text Remark for the reader.
        tlp text Marking after TLP 2.0.
        """,
    ),
    _table(
        "sources",
        "A source, by id.",
        f"""
        id text Its name in the book.
        publisher text Who published it.
        title text Headline or title.
        authors texts Its authors by name.
        published date When it was published.
        accessed date When the desk read it.
        source_url text Where it stands on the web.
        archive_url text Where an archived copy stands.
        language text Language of its text, as BCP 47.
        reliability text Admiralty code, A to F.
        rights text public, licensed or excerpt.
        via text Id of the source whose report it repeats.
        corrected_by text Id of the source with which the publisher corrected it.
        checked_by text What proves its passages: text, or lock where the text was absent.
        {_NAMED}""",
        key="id",
    ),
    _table(
        "quotations",
        "A passage that an entry rests on: by brief, then as written.",
        """
        brief text Id of the brief.
        kind text position, claim, event, question, tie or update.
        entry text Id or address of the entry.
        part text evidence; replies or figures where the passage stands with one of these.
        form text quote: the speaker's words. words: the article's. paraphrase: the desk's.
        passage text The passage.
        translation text The desk's translation of the piece.
        speaker text Id of who says it, or `article`.
        described_as text The article's own description of the speaker.
        source text Id of the source.
        locator text Where in the source.
        checked text text or lock: found word for word. none: not compared. failed: not found. paraphrase.
        note text Remark for the reader.
        tlp text Marking after TLP 2.0.
        """,
    ),
)
"""The tables, in the order in which a reader meets what they hold."""
