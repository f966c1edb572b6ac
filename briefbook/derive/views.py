"""What each page shows, as plain Structs that a renderer needs nothing else beside.

A view's bytes are its page's fingerprint, so it holds no more than the page prints. Words of the interface
belong to the templates: views hold codes (`leans-support`), names, numbers and dates. A text field is plain
and must be escaped, except where its name ends in `_html`. Links are relative to the page, except in `Site`,
where they are relative to the root. An empty string or tuple stands for what there is not.

An `anchor` never holds an underscore: ids of a template's own (`_sources`) should hold one, so that no entry
can take them.
"""

from __future__ import annotations

from typing import Generic, NewType, TypeVar

import msgspec

Html = NewType("Html", str)
"""Text that may hold markup and is safe to print as it stands; only functions that escape make it."""


class View(msgspec.Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """A part of a page."""


# What many pages share.


class Date(View, frozen=True, kw_only=True):
    """A date for people and for programs."""

    iso: str
    """Value of `<time datetime>`; empty where that cannot carry the date (a season, a range, a doubt)."""
    text: str
    """EDTF; `date|date` prints it in the site's language, with its value: `about June 2014`."""


class Link(View, frozen=True, kw_only=True):
    """Words that lead somewhere."""

    url: str
    """Empty where there is nowhere to go."""
    words: str


T = TypeVar("T")


class Listed(View, Generic[T], frozen=True, kw_only=True):
    """A list that may go on elsewhere."""

    rows: tuple[T, ...]
    """Those shown here."""
    count: int
    """Rows in all."""
    url: str
    """Of the page that holds all of them; empty where they all stand here."""


class Count(View, frozen=True, kw_only=True):
    """How many there are of a code (a stance, a status); only codes that occur are listed."""

    code: str
    number: int


class DrawnLine(View, frozen=True, kw_only=True):
    """All lines of one kind in a drawing, or all areas."""

    kind: str
    """axis, ahead (what of the axis is still to come), now, grid, pole, range, span, track, wait, late, clear
    (ground beneath words), or the stance of an edge."""
    d: str
    """As SVG's `path` takes it."""


class DrawnMark(View, frozen=True, kw_only=True):
    """A sign at a point of a drawing."""

    kind: str
    """happened, scheduled, postponed, cancelled, report, claim, due, overdue, a stance, or a stance with
    `was-` before it."""
    x: int
    y: int
    full: str
    """What it stands for, where no words beside it say so whole."""


class DrawnText(View, frozen=True, kw_only=True):
    """One line of words in a drawing, measured so that it has room."""

    kind: str
    """head, label, small, strong, claim, late, or turned (read upwards)."""
    x: int
    y: int
    """Of the line on which the letters stand."""
    align: str
    """start, middle or end: which part of the words stands at `x`."""
    words: str
    full: str
    """The whole words on the first line of those that are shortened; else empty."""


class Drawing(View, frozen=True, kw_only=True):
    """A picture with every place worked out; its words are measured, so they are already the site's."""

    code: str
    """Names it on its page."""
    width: int
    height: int
    title: str
    description: str
    """One or two sentences that say what it shows."""
    notes: tuple[str, ...]
    """Sentences beneath it: what is left out, and how it is read."""
    lines: tuple[DrawnLine, ...]
    marks: tuple[DrawnMark, ...]
    texts: tuple[DrawnText, ...]


class Stamp(View, frozen=True, kw_only=True):
    """The dates of the running head."""

    kind: str
    """situation: the site's newest date (home, positions). brief: the brief's own. changed: when the page's
    record or list last changed. Empty: a page without dates."""
    date: Date | None
    next_report: Date | None
    """Only on home, positions and briefs."""


class Head(View, frozen=True, kw_only=True):
    """What every page has."""

    title: str
    """Of the page, without the site's name; empty on the front page and on lists, which templates name."""
    description: str
    """One sentence for search engines and previews; may be empty."""
    url: str
    """Of the page itself, relative to the root: `actors/iran/`."""
    root: str
    """What leads from here to the root: `./`, `../`, `../../`."""
    tab: str
    """Section in which the page stands: situation, briefs, positions, actors, issues, questions, claims,
    timeline, sources, changes; as-of, which the navigation does not name; or empty."""
    crumbs: tuple[Link, ...]
    """On record pages: the list (its words are the tab's, from the template), then this page's name with
    an empty url. Empty elsewhere."""
    language: str
    """BCP 47."""
    dir: str
    """ltr or rtl."""
    marking: str
    """Strictest marking of the records shown: CLEAR, GREEN, AMBER, AMBER+STRICT or RED; empty without any."""
    stamp: Stamp
    judged: Date | None
    """The day by which deadlines were judged, on pages that judge one."""
    preview: bool
    """Holds drafts: print a banner and `noindex`."""
    data: str
    """The way to this record as JSON; empty on pages of no record."""
    linked: str
    """The way to the JSON-LD of what stands here; empty where there is none."""
    feed: str
    """The way to the feed of this record; empty where it has none."""


class Pager(View, frozen=True, kw_only=True):
    """Where a page stands in a long list."""

    number: int
    """Of this page, from 1."""
    count: int
    """Pages in all."""
    total: int
    """Rows in all; on the first page only (0 elsewhere), so that older pages stay as they are."""
    newer: str
    """Url of the page before, empty on the first."""
    older: str
    """Url of the page after, empty on the last."""


class Tab(View, frozen=True, kw_only=True):
    """A place in the navigation."""

    code: str
    """situation, briefs, ...; for a free page its id."""
    url: str
    """Relative to the root: print `head.root ~ tab.url`."""
    words: str
    """Title of a free page; empty for sections, which templates name."""


class Edition(View, frozen=True, kw_only=True):
    """The moment as of which a site was asked for."""

    as_of: Date
    newer: bool
    """Whether the book holds a later brief that this audience may see."""


class Site(View, frozen=True, kw_only=True):
    """What all pages share; nothing in it changes when a brief is added."""

    name: str
    language: str
    dir: str
    url: str
    """Where the site stands, with a closing slash; empty where the settings do not say."""
    scale: str
    """Words of likelihood: icd-203 or phia."""
    tabs: tuple[Tab, ...]
    """The sections, each with a list page."""
    pages: tuple[Tab, ...]
    """Free pages, for the footer."""
    search: str
    """Where the search page stands."""
    data: str
    """Where the page on the data stands."""
    judgements: str
    """Where the list of judgements stands."""
    as_of: str
    """Where the list of earlier days stands."""
    edition: Edition | None
    """Set where the site was asked for as of a moment: print a banner."""


class ActorRef(View, frozen=True, kw_only=True):
    """An actor where another page names it."""

    id: str
    name: str
    kind: str
    """state, body, organisation, armed-group, person, coalition or unnamed."""
    role: str
    """For a person, the title of the post held at the time: `president of Iran`."""
    url: str


class IssueRef(View, frozen=True, kw_only=True):
    """An issue where another page names it."""

    id: str
    name: str
    """Two or three words for table heads; the proposition where there is no shorter name."""
    proposition: str
    url: str


class BriefRef(View, frozen=True, kw_only=True):
    """A brief where another page names it."""

    id: str
    title: str
    as_of: Date
    product: str
    """sitrep, flash-update or profile."""
    status: str
    """draft or cleared."""
    url: str
    """Of the brief, or of the entry in it where an entry names its brief."""
    language: str
    """Where it is not that of the site."""


class SourceRef(View, frozen=True, kw_only=True):
    """A source beneath a quotation."""

    id: str
    number: int
    """Of its note on this page, from 1; 0 on pages without notes."""
    publisher: str
    published: Date
    url: str
    """Of its note on this page (`#<id>`), or of its own page where there are no notes."""
    corrected_by: Link | None
    """The source with which its publisher corrected it."""
    corrected: Date | None
    """When its publisher did."""


class SourceNote(View, frozen=True, kw_only=True):
    """A source in a list of sources; its anchor is its id."""

    id: str
    number: int
    """Of the note on this page, from 1; 0 in lists of all sources."""
    publisher: str
    title: str
    authors: tuple[str, ...]
    published: Date
    accessed: Date | None
    reliability: str
    """A to F, or empty."""
    rights: str
    """public, licensed or excerpt."""
    language: str
    url: str
    """Of its own page here."""
    web_url: str
    """Where it stands on the web."""
    archive_url: str
    via: Link | None
    """The source whose report it repeats."""
    corrected_by: Link | None
    """The source with which its publisher corrected it."""
    corrected: Date | None
    """When its publisher did."""
    corrects: tuple[Link, ...]
    """Sources that its publisher corrected with it, oldest first."""
    note_html: Html
    corrections: tuple[Correction, ...]
    """What was wrong in what this site said of the source; not what was wrong in the source."""
    tlp: str
    passages: int
    """Passages (quotations and words) taken from it on this page; in lists, in all briefs."""
    proved: int
    """Of these, how many were found in its text, or are proved by its lock."""
    checked_by: str
    """What proves them: `text`, or `lock` where the text was absent; empty where nothing does."""
    paraphrases: int
    """Pieces that give its sense in our words."""
    briefs: int
    """Briefs that use it; 0 in notes."""


class Evidence(View, frozen=True, kw_only=True):
    """What a statement rests on: passages of one speaker in one source."""

    quote: tuple[str, ...]
    """The speaker's own words: print each in a blockquote with quotation marks."""
    words: tuple[str, ...]
    """The article's own words: print without quotation marks."""
    paraphrase: str
    translation: str
    locator: str
    speaker: ActorRef | None
    """None where the article itself speaks."""
    is_article: bool
    """The reporter's own statement."""
    described_as: str
    """The article's own description of the speaker: print in quotation marks."""
    said: Date
    source: SourceRef | None
    language: str
    """Of the source's text, where it is not the page's; for `lang=` on the passages."""
    checked: str
    """text: each passage was found in the source's text. lock: by its hash. none: the text was not there.
    failed: a passage does not stand in it (only in a preview of drafts). paraphrase: nothing to compare."""
    speaker_checked: str
    """confirmed: the source names the speaker beside each quotation. unconfirmed: not plainly. Empty: there
    is no quotation, or nothing could say."""
    note_html: Html


class Correction(View, frozen=True, kw_only=True):
    """We were wrong: the text is mended in place and this notice stays."""

    key: str
    """Id or address of what was corrected: an entry, or an actor, issue, source or brief."""
    date: Date
    """When it was mended."""
    entry: Link
    """What was corrected, by its text or name."""
    was: str
    now: str
    reason: str
    note_html: Html
    stood_in: BriefRef | None
    """The brief in which the mistake stood, from its `as_of` on; None for a record that is in no brief."""
    brief: BriefRef
    """The brief that carries the notice; mostly the same."""


class FieldChange(View, frozen=True, kw_only=True):
    """A field that an update changed, as plain words."""

    field: str
    """Its key: status, text, title, date, place, due, owner, answer, likelihood, outcome, credibility, why,
    confidence, basis."""
    was: str
    now: str


class Bar(View, frozen=True, kw_only=True):
    """A number's place on a scale from 0 to 100."""

    low: int
    high: int
    best: int | None
    has_low: bool
    """Whether the source has a lower bound; else `low` is the scale's beginning."""
    has_high: bool


class Figure(View, frozen=True, kw_only=True):
    """A number as someone gives it; figures stand side by side and are never added up."""

    what: str
    group: str
    """The same for figures that count the same in the same unit."""
    reported: str
    """The words as given."""
    low: str
    """`1,700`, or empty."""
    high: str
    best: str
    unit: str
    top: str
    """Where the scale of its group ends; empty where there is nothing to compare."""
    bar: Bar | None
    """Its place on that scale."""
    is_earlier: bool
    """Who gives it has given another number since."""
    by: ActorRef | None
    """Who gives it; None where the article does."""
    date: Date
    """As-of date of the brief that reports it."""
    url: str
    """Of its entry in that brief."""
    evidence: tuple[Evidence, ...]
    note_html: Html


class Reply(View, frozen=True, kw_only=True):
    """What another actor says of a claim."""

    by: ActorRef
    says: str
    """supports, partly, disputes, denies or cannot-confirm."""
    said: Date
    evidence: tuple[Evidence, ...]
    note_html: Html


class RatedSource(View, frozen=True, kw_only=True):
    """A source where the origins of a claim are told."""

    publisher: str
    published: Date
    reliability: str
    """Of the source, not of the claim: A to F, or empty where it is not rated."""
    url: str
    """Of its own page."""


class Origin(View, frozen=True, kw_only=True):
    """A report from which a claim comes, and the sources that only repeat it."""

    source: RatedSource
    quoted: bool
    """Whether a passage of its own is among the evidence; else it is known by those that repeat it."""
    repeated_by: tuple[RatedSource, ...]
    """Sources of the claim's evidence that repeat it, directly or by way of others."""


class Origins(View, frozen=True, kw_only=True):
    """Where a claim comes from. Origins and speakers are counted apart, each of them once."""

    sources: int
    """Sources that are quoted for it; there may be more of them than origins."""
    rows: tuple[Origin, ...]
    speakers: tuple[ActorRef, ...]
    """Whose words bear it out."""
    reporters: tuple[str, ...]
    """Publishers of the origins whose own reporters state it."""


class Contradiction(View, frozen=True, kw_only=True):
    """A claim that cannot be true together with another, as it stands now."""

    claim: Link
    by: ActorRef | None
    """None where the article claims it."""
    status: str
    reported: Date
    """As-of date of its brief."""
    credibility: int
    """As in `Claim`."""
    sources: int
    """As in `ClaimRow`."""
    origins: int
    corrected: Date | None
    """When it was last corrected by us."""


class Pair(View, frozen=True, kw_only=True):
    """Two claims that cannot both be true."""

    one: Contradiction
    """The older."""
    other: Contradiction


class Rating(View, frozen=True, kw_only=True):
    """What the desk found of a claim from a day on."""

    date: Date
    status: str


class Likelihood(View, frozen=True, kw_only=True):
    """A word of estimative probability with its range."""

    words: str
    low: int
    """Percent; low and high are both 0 where the scale does not know the words."""
    high: int
    scale: str
    """icd-203 or phia."""


class Step(View, frozen=True, kw_only=True):
    """One point in the history of a claim, event, question or judgement: its first entry, or an update."""

    date: Date
    """When it was said or became known."""
    is_first: bool
    was: str
    """Status (for a judgement its likelihood) before; empty at first."""
    status: str
    """And after."""
    fields: tuple[FieldChange, ...]
    """What the update changed."""
    reason_html: Html
    seen: tuple[str, ...]
    """Indicators seen, as sentences."""
    contradicts: tuple[Link, ...]
    """Claims that it found to contradict the entry."""
    replies: tuple[Reply, ...]
    """Replies that it added."""
    figures: tuple[Figure, ...]
    """Figures that it added."""
    evidence: tuple[Evidence, ...]
    note_html: Html
    brief: BriefRef


class Update(View, frozen=True, kw_only=True):
    """An update where its own brief prints it."""

    anchor: str
    kind: str
    """claim, event, question or judgement."""
    entry_html: Html
    """The entry's text as it now reads."""
    url: str
    """Of the entry."""
    step: Step
    corrections: tuple[Correction, ...]
    """What was wrong in it; where a brief updates an entry twice, with the last update."""


class Position(View, frozen=True, kw_only=True):
    """Where an actor stood on an issue when this was said."""

    anchor: str
    """Unique on the page; in its brief `actor.issue`, with `.speaker` where it is attributed."""
    permalink: str
    """In its brief."""
    actor: ActorRef
    issue: IssueRef
    stance: str
    attributed: bool
    """Said by somebody else: its own mark, never the actor's own position."""
    according_to: str
    """Who says so, by name; empty where it is the article (and where it is stated)."""
    condition_html: Html
    summary_html: Html
    reason_html: Html
    note_html: Html
    personal: bool
    """The speaker does not speak for the body."""
    said: Date
    was: str
    """The stance before, where this one moved; else empty."""
    evidence: tuple[Evidence, ...]
    corrections: tuple[Correction, ...]
    tlp: str
    brief: BriefRef


class Earlier(View, frozen=True, kw_only=True):
    """A statement in a list of what an actor has stated on one issue."""

    said: Date
    stance: str
    condition_html: Html
    summary_html: Html
    reason_html: Html
    """Why it moved to this."""
    corrected: Date | None
    """When it was last corrected by us."""
    brief: BriefRef
    """Its url is that of the entry, where the evidence stands."""


class Turn(View, frozen=True, kw_only=True):
    """A point at which what an actor states took another stance or condition."""

    said: Date
    stance: str
    conditional: bool
    url: str
    """Of its evidence."""


class Before(View, frozen=True, kw_only=True):
    """What an actor last said that conflicts with what it says now: another side, or another condition."""

    stance: str
    condition_html: Html
    evidence: tuple[Evidence, ...]
    brief: BriefRef
    """Its url is that of the entry."""


class PositionHistory(View, frozen=True, kw_only=True):
    """A position and what was said before it."""

    current: Position
    track: tuple[Turn, ...]
    """Oldest first, at most 6, the present one last; empty where it never turned."""
    against: Before | None
    earlier: Listed[Earlier]
    """Newest first, at most 3; always empty for unnamed actors and for attributed positions. The page that
    holds all of them holds the current one too."""


class Claim(View, frozen=True, kw_only=True):
    """A claim whole: as it was reported on its brief's page, as it stands now elsewhere."""

    id: str
    anchor: str
    """Its id."""
    url: str
    """Of its own page."""
    permalink: str
    """In its brief."""
    text_html: Html
    by: ActorRef | None
    """None where the article claims it."""
    described_as: str
    """The article's description of whoever claims it: print in quotation marks."""
    date: Date | None
    place: str
    status: str
    """unverified, disputed, corroborated, confirmed or refuted."""
    status_now: str
    """Where it has been re-rated since (only on its brief's page); else empty."""
    credibility: int
    """Of the claim, not of its sources: 1 to 6; 0 where not rated."""
    origins: Origins
    """As first reported on its brief's page; elsewhere with what updates brought."""
    contradicts: Listed[Contradiction]
    """Claims that cannot be true together with it, whichever of the two says so, oldest first."""
    replies: Listed[Reply]
    """As written, then as they came; the latest ones where the list is cut. Never cut in its brief."""
    figures: Listed[Figure]
    """In the same way."""
    issues: tuple[IssueRef, ...]
    actors: tuple[ActorRef, ...]
    evidence: tuple[Evidence, ...]
    note_html: Html
    corrections: tuple[Correction, ...]
    tlp: str
    brief: BriefRef


class ClaimRow(View, frozen=True, kw_only=True):
    """A claim in a list, as it stands now."""

    id: str
    url: str
    text_html: Html
    by: ActorRef | None
    status: str
    ratings: tuple[Rating, ...]
    """What the desk has found over time, oldest first, at most 6; empty where that never changed."""
    credibility: int
    """As in `Claim`."""
    date: Date | None
    sources: int
    """Sources that are quoted for it."""
    origins: int
    """Reports from which these come; those that repeat one count once."""
    contradicts: Listed[Contradiction]
    """Claims that cannot be true together with it."""
    replies: Listed[Reply]
    """The latest, without their evidence."""
    reported: Date
    """As-of date of its brief."""
    corrected: Date | None
    """When it was last corrected by us."""
    actor_ids: tuple[str, ...]
    """Who makes it, then those whom it concerns; a filter asks them."""
    issue_ids: tuple[str, ...]


class Event(View, frozen=True, kw_only=True):
    """An event in its brief."""

    id: str
    anchor: str
    """Its id."""
    title_html: Html
    date: Date
    status: str
    """happened, scheduled, postponed or cancelled."""
    status_now: str
    """Where an update has changed it since; else empty."""
    place: str
    actors: tuple[ActorRef, ...]
    issues: tuple[IssueRef, ...]
    figures: tuple[Figure, ...]
    evidence: tuple[Evidence, ...]
    note_html: Html
    corrections: tuple[Correction, ...]
    tlp: str


class TimelineRow(View, frozen=True, kw_only=True):
    """A dated line: an event, a dated claim, the deadline of a question, or the next report."""

    kind: str
    """event, claim, due or report (a report has no title: the template says `Next report`)."""
    date: Date
    reported: Date | None
    """Day of the brief that first tells of it, where that was more than a day after it."""
    title_html: Html
    url: str
    """Of the event in its brief, of the claim's page, or of nothing."""
    status: str
    """Of an event: happened, scheduled, postponed, cancelled. Of a claim: its status, to be printed as
    `Claimed, unverified`. Of a question: overdue, or its status."""
    place: str
    by: ActorRef | None
    """Who claims it."""
    corrected: Date | None
    """When it was last corrected by us."""
    actor_ids: tuple[str, ...]
    """Whom it concerns; a filter asks them."""
    issue_ids: tuple[str, ...]


class Indicator(View, frozen=True, kw_only=True):
    """What would be seen if a question were being answered."""

    name: str
    text: str
    seen: Date | None
    reason_html: Html
    """Of the update that reports it; empty where the asking did."""
    evidence: tuple[Evidence, ...]
    """Of that update."""
    brief: BriefRef | None
    """That reports it; None where it has not been seen."""


class QuestionRow(View, frozen=True, kw_only=True):
    """A question in a list."""

    id: str
    url: str
    """Of its own page."""
    text_html: Html
    status: str
    """open, partly-answered, answered or overtaken."""
    overdue: bool
    """Open after its due date, judged by `head.judged`."""
    due: Date | None
    owner: str
    asked: Date
    answer_html: Html
    outcome: str
    """yes or no, where it was asked so and is answered."""
    corrected: Date | None
    """When it was last corrected by us."""


class Question(View, frozen=True, kw_only=True):
    """A question whole: as it was asked on its brief's page, as it stands now on its own."""

    id: str
    anchor: str
    """Its id."""
    url: str
    permalink: str
    text_html: Html
    status: str
    status_now: str
    """Where it has been answered since (only on its brief's page); else empty."""
    overdue: bool
    """On its brief's page judged by the brief's own date."""
    due: Date | None
    owner: str
    asked: Date
    why_html: Html
    answer_html: Html
    outcome: str
    """yes or no, once known."""
    likelihood: Likelihood | None
    about: tuple[Link, ...]
    """Claims that it is about."""
    issues: tuple[IssueRef, ...]
    actors: tuple[ActorRef, ...]
    evidence: tuple[Evidence, ...]
    note_html: Html
    corrections: tuple[Correction, ...]
    tlp: str
    brief: BriefRef


class Revision(View, frozen=True, kw_only=True):
    """A judgement at one time: as it was made, or as an update left it."""

    date: Date
    """When it was made, or revised."""
    likelihood: Likelihood
    confidence: str
    """high, moderate or low."""
    reason_html: Html
    brief: BriefRef


class Judgement(View, frozen=True, kw_only=True):
    """What we think; likelihood and confidence stand on lines of their own.

    As it was made on its brief's page, as it stands now in the list of judgements.
    """

    id: str
    anchor: str
    permalink: str
    """In its brief."""
    text_html: Html
    likelihood: Likelihood
    likelihood_now: str
    """Where an update has changed it since (only on its brief's page); else empty."""
    confidence_now: str
    """In the same way."""
    confidence: str
    """high, moderate or low."""
    basis_html: Html
    alternatives_html: tuple[Html, ...]
    history: Listed[Revision]
    """Oldest first, the first included; empty where nothing has changed."""
    issues: tuple[IssueRef, ...]
    note_html: Html
    corrections: tuple[Correction, ...]
    tlp: str
    brief: BriefRef


class JudgementRow(View, frozen=True, kw_only=True):
    """A judgement in one line, as it stands now."""

    url: str
    """Of the judgement in its brief."""
    text_html: Html
    likelihood: Likelihood
    confidence: str
    made: Date
    """As-of date of its brief."""
    revised: Date | None
    """When an update last changed it."""
    corrected: Date | None
    """When it was last corrected by us."""


class Tie(View, frozen=True, kw_only=True):
    """How one actor is bound to another, and who says so."""

    anchor: str
    permalink: str
    actor: ActorRef
    tie: str
    """part-of, backs, trains, allied-with, fights or negotiates-with."""
    other: ActorRef
    since: Date | None
    until: Date | None
    according_to: tuple[str, ...]
    """Who says so, by name; empty where only the article does."""
    evidence: tuple[Evidence, ...]
    note_html: Html
    corrections: tuple[Correction, ...]
    tlp: str


class Change(View, frozen=True, kw_only=True):
    """One thing that a brief changed."""

    kind: str
    """Heaviest first: moved, withdrawn, correction, claim-rated, question-answered, question-overdue,
    condition, position-new, figure-revised, claim-new, question-new, event-changed, event-scheduled,
    question-changed, judgement-new, judgement-changed, claim-changed, attributed, reported-late,
    actor-new."""
    date: Date
    """When it was said or became known."""
    url: str
    """Of the entry."""
    text_html: Html
    """Text of the claim, question, judgement or event; empty for positions and actors."""
    actor: ActorRef | None
    """Of a position; who claims; the new actor."""
    issue: IssueRef | None
    """Of a position."""
    was: str
    """Stance or status before; of a figure, the words as given before."""
    now: str
    """Stance or status after; of a figure, the words as given now."""
    what: str
    """Of a figure: what is counted."""
    according_to: str
    """For `attributed`: who says so; empty where the article does."""
    condition_html: Html
    reason_html: Html


class Changes(View, frozen=True, kw_only=True):
    """What a brief changed against all briefs before it."""

    is_first: bool
    """There is no earlier brief: `First brief. Nothing to compare yet.`"""
    since: BriefRef | None
    """The brief before."""
    changes: tuple[Change, ...]
    """Heaviest first; empty for the first brief."""
    more: int
    """Changes left out here."""
    reaffirmed: int
    """Positions stated again without a change."""


class Standing(View, frozen=True, kw_only=True):
    """Where an actor now stands on an issue, in one line."""

    actor: ActorRef
    issue: IssueRef
    stance: str
    attributed: bool
    according_to: str
    """As in `Position`."""
    condition_html: Html
    said: Date
    corrected: Date | None
    """When it was last corrected by us."""
    url: str
    """Of the entry: on this page where it stands here, else in its brief."""


class StanceGroup(View, frozen=True, kw_only=True):
    """Those who stand alike on an issue."""

    stance: str
    attributed: bool
    members: Listed[Standing]


class Stand(View, frozen=True, kw_only=True):
    """Who stands where on one issue, in words."""

    issue: IssueRef
    groups: tuple[StanceGroup, ...]
    """From supports to unclear; of one stance, stated before attributed."""
    silent: int
    """Actors of the matrix without a position on it."""
    actors: int
    """Actors of the matrix."""


class Stood(View, frozen=True, kw_only=True):
    """Where an actor stood on an issue when a brief was the newest, in one line."""

    actor: ActorRef
    issue: IssueRef
    stance: str
    attributed: bool
    conditional: bool
    url: str
    """Of the entry in its brief."""
    now: str
    """The stance now, where it is another one, or was only attributed then; else empty."""
    now_attributed: bool
    now_url: str
    """Of what it says now."""


class StoodGroup(View, frozen=True, kw_only=True):
    """Those who stood alike on an issue."""

    stance: str
    attributed: bool
    rows: tuple[Stood, ...]
    """Whom the brief names first."""
    more: int
    """Actors left out."""


class StoodOn(View, frozen=True, kw_only=True):
    """Who stood where on one issue when a brief was the newest."""

    issue: IssueRef
    groups: tuple[StoodGroup, ...]
    """From supports to unclear; of one stance, stated before attributed."""


class StoodElsewhere(View, frozen=True, kw_only=True):
    """Where an actor that a brief names stood on issues that it does not name."""

    actor: ActorRef
    rows: tuple[Stood, ...]
    more: int


class StoodOpen(View, frozen=True, kw_only=True):
    """A question that a brief names, as it stood then."""

    url: str
    text_html: Html
    status: str
    overdue: bool
    """Judged by the brief's own date."""
    due: Date | None
    now: str
    """Its status now, where it is another one; else empty."""


class Then(View, frozen=True, kw_only=True):
    """How it stood when a brief was the newest: the actors, issues and questions that it names.

    Empty where it is the only brief.
    """

    url: str
    """Of the whole situation as it was then; empty where the site has no such page."""
    issues: tuple[StoodOn, ...]
    issues_more: int
    """Left out here."""
    actors: tuple[StoodElsewhere, ...]
    actors_more: int
    questions: tuple[StoodOpen, ...]
    questions_more: int


class Citation(View, frozen=True, kw_only=True):
    """How to cite a brief."""

    title: str
    authors: tuple[str, ...]
    site: str
    product: str
    as_of: Date
    url: str
    """Absolute; empty where the settings name no `site_url`."""
    tlp: str


class Facts(View, frozen=True, kw_only=True):
    """The book in numbers."""

    stated: int
    """Positions: actor and issue pairs with a statement of the actor's own."""
    attributed: int
    """Pairs with statements by others alone; with `stated`, every pair is counted once."""
    claims: int
    claims_by_status: tuple[Count, ...]
    questions_open: int
    """Open or partly answered."""
    questions_overdue: int
    sources: int
    actors: int
    issues: int
    briefs: int


# Pages, in the order of the navigation.


class Home(View, frozen=True, kw_only=True):
    """`/` (home.html). An empty book has no as_of and no brief; everything else is empty then."""

    head: Head
    as_of: Date | None
    next_report: Date | None
    brief: BriefRef | None
    """The newest."""
    bottom_line_html: Html
    key_messages_html: tuple[Html, ...]
    facts: Facts
    changes: Changes
    """At most 7."""
    questions: tuple[QuestionRow, ...]
    """Open ones, overdue first, then by deadline."""
    questions_more: int
    stand: tuple[Stand, ...]
    stand_more: int
    """Issues left out."""
    silent: int
    """Actors of the matrix without any position."""
    actors: int
    """Actors of the matrix."""
    claims: tuple[Claim, ...]
    """Unverified and disputed, without evidence; first what the newest brief leans on or others dispute."""
    claims_more: int
    judgements: Listed[JudgementRow]
    """Made last, at most 3."""
    limitations: Listed[Html]
    """What the newest brief does not know, at most 3."""
    assumptions: Listed[Html]
    """What it takes for granted, at most 3."""
    coming: Listed[TimelineRow]
    """Scheduled and still ahead, with the next report; at most 7."""
    latest: tuple[BriefRef, ...]
    corrections: Listed[Correction]
    """Newest first, at most 5."""


class BriefRow(View, frozen=True, kw_only=True):
    """A brief in the list of briefs."""

    brief: BriefRef
    bottom_line_html: Html
    sources: int
    corrected: bool
    """Whether something in it was corrected."""
    tlp: str


class BriefsPage(View, frozen=True, kw_only=True):
    """`/briefs/` (briefs.html), newest first."""

    head: Head
    rows: tuple[BriefRow, ...]
    pager: Pager


class IssuePositions(View, frozen=True, kw_only=True):
    """What a brief reports on one issue."""

    issue: IssueRef
    positions: tuple[Position, ...]
    """Stated before attributed; by stance, then as written."""


class BriefPage(View, frozen=True, kw_only=True):
    """`/briefs/<id>/` (brief.html): a dated document, so its entries read as they were reported."""

    head: Head
    id: str
    title: str
    as_of: Date
    product: str
    status: str
    cleared_by: str
    authors: tuple[str, ...]
    tlp: str
    note_html: Html
    newer: BriefRef | None
    """The brief that follows."""
    previous: BriefRef | None
    next_report: Date | None
    bottom_line_html: Html
    key_messages_html: tuple[Html, ...]
    changes: Changes
    body_html: Html
    positions: tuple[IssuePositions, ...]
    claims: tuple[Claim, ...]
    updates: tuple[Update, ...]
    """Updates to entries of earlier briefs."""
    events: tuple[Event, ...]
    """Past by the brief's own date, oldest first."""
    coming: tuple[Event, ...]
    """Ahead of the brief's own date, soonest first."""
    questions: tuple[Question, ...]
    judgements: tuple[Judgement, ...]
    ties: tuple[Tie, ...]
    actors: tuple[ActorRef, ...]
    """Introduced here."""
    then: Then
    limitations_html: tuple[Html, ...]
    assumptions_html: tuple[Html, ...]
    corrections: Listed[Correction]
    """Of what stands in it, or of what it rests on, newest first, at most 7."""
    sources: tuple[SourceNote, ...]
    passages: int
    """Quotations and words, over all sources."""
    proved: int
    """Of these, found in the text or proved by a lock."""
    cite: Citation


class ActorRow(View, frozen=True, kw_only=True):
    """An actor in the list of actors."""

    actor: ActorRef
    aliases: tuple[str, ...]
    positions: int
    """Issues on which it has a position."""
    claims: int
    """Claims that it makes."""
    last: Date | None
    """As-of date of the last brief that names it."""


class ActorsPage(View, frozen=True, kw_only=True):
    """`/actors/` (actors.html), by name."""

    head: Head
    rows: tuple[ActorRow, ...]
    by_kind: tuple[Count, ...]
    """On the first page."""
    pager: Pager


class Post(View, frozen=True, kw_only=True):
    """An office that a person holds or held."""

    title: str
    at: ActorRef
    since: Date | None
    until: Date | None
    source: Link | None


class Voice(View, frozen=True, kw_only=True):
    """Someone who speaks for a body, or from within it."""

    actor: ActorRef
    speaks_for: bool
    """Holds a post there now: their words count as the body's, unless in a personal capacity."""
    positions: Listed[Standing]
    """Where they stand under their own name."""


class ReplyRow(View, frozen=True, kw_only=True):
    """A reply on the page of who gave it."""

    claim: ClaimRow
    reply: Reply


class ActorPage(View, frozen=True, kw_only=True):
    """`/actors/<id>/` (actor.html). Long lists are cut, and go on at `/actors/<id>/<list>/`."""

    head: Head
    id: str
    name: str
    kind: str
    """unnamed: `Unnamed source. Not one person over time.`"""
    aliases: tuple[str, ...]
    about_html: Html
    note_html: Html
    wikidata: str
    bloc: str
    of: ActorRef | None
    member_of: tuple[ActorRef, ...]
    members: Listed[ActorRef]
    """Actors (not persons) that are part of it."""
    posts: tuple[Post, ...]
    short: Listed[Standing]
    """Latest stance per issue: stated, else attributed."""
    silent: Listed[IssueRef]
    """Issues without a position of its own or attributed to it; only for an actor of the matrix."""
    attributed_count: int
    """Issues on which others have said where it stands."""
    claims_disputed_count: int
    """Of the claims that it makes, disputed or refuted."""
    first_seen: Date | None
    last_changed: Date | None
    changes: Listed[Change]
    """Moves, conditions, re-rated claims, questions answered or overdue, revised figures, newest first, at
    most 7."""
    is_first: bool
    """Named in one brief only: nothing to compare yet."""
    stated: Listed[PositionHistory]
    """Newest first."""
    others: Listed[PositionHistory]
    """Attributed to it, newest first."""
    spoken: Listed[Quotation]
    """Its words under the entries of others, newest first: for a body, on a claim, about somebody else."""
    voices: Listed[Voice]
    claims_made: Listed[ClaimRow]
    """Newest first, as all claims of the page."""
    claims_about: Listed[ClaimRow]
    replies: Listed[ReplyRow]
    events: Listed[TimelineRow]
    """Oldest first; the latest ones where the list is cut."""
    ties: Listed[Tie]
    questions: Listed[QuestionRow]
    mentioned: Listed[BriefRef]
    """Newest first."""
    corrections: Listed[Correction]
    """Of what this page rests on, newest first, at most 3."""
    sources: tuple[SourceNote, ...]


class IssueRow(View, frozen=True, kw_only=True):
    """An issue in the list of issues."""

    issue: IssueRef
    counts: tuple[Count, ...]
    """Latest stated stances."""
    attributed: int
    """Actors with an attributed position only."""
    last: Date | None


class IssuesPage(View, frozen=True, kw_only=True):
    """`/issues/` (issues.html), in the order in which they came up."""

    head: Head
    rows: tuple[IssueRow, ...]
    pager: Pager


class IssueGroup(View, frozen=True, kw_only=True):
    """Those who have stated one stance on the issue."""

    stance: str
    positions: Listed[PositionHistory]
    """Newest first; the places of the page are shared out evenly among the stances."""
    also: tuple[Standing, ...]
    """The next of those whose words stand on another page."""


class BodyVoices(View, frozen=True, kw_only=True):
    """How the people of one body stand on the issue under their own names."""

    body: ActorRef
    own: Standing | None
    """The body's own position."""
    voices: Listed[Standing]


class IssuePage(View, frozen=True, kw_only=True):
    """`/issues/<id>/` (issue.html). Long lists are cut, and go on at `/issues/<id>/<list>/`."""

    head: Head
    id: str
    name: str
    proposition: str
    why_html: Html
    note_html: Html
    counts: tuple[Count, ...]
    """Latest stated stances."""
    stated_count: int
    """Actors that have stated a position."""
    attributed_count: int
    """Actors with an attributed one."""
    actors_count: int
    """Actors of the matrix."""
    groups: tuple[IssueGroup, ...]
    """From supports to unclear; only stances that somebody has."""
    silent: Listed[ActorRef]
    """Actors of the matrix without a position on it."""
    moved: Listed[Change]
    """Newest first."""
    moves: Drawing | None
    """Those who moved last."""
    is_first: bool
    """Spoken on in one brief only: nothing to compare yet."""
    others: Listed[PositionHistory]
    """Latest attributed position of each actor, newest first."""
    voices: Listed[BodyVoices]
    claims: Listed[ClaimRow]
    """Newest first."""
    questions: Listed[QuestionRow]
    timeline: Listed[TimelineRow]
    """Oldest first; the latest ones where the list is cut."""
    briefs: Listed[BriefRef]
    """Newest first."""
    corrections: Listed[Correction]
    """Of what this page rests on, newest first, at most 3."""
    sources: tuple[SourceNote, ...]


class Cell(View, frozen=True, kw_only=True):
    """A position in the matrix."""

    stance: str
    attributed: bool
    according_to: str
    """As in `Position`."""
    conditional: bool
    moved: bool
    """What the actor states has changed from one stance to another, lately or before."""
    said: str
    """EDTF: `date|when` prints it without markup."""
    corrected: str
    """When it was last corrected by us, as `said`; empty where it never was."""
    url: str
    """Of its evidence."""


class MatrixRow(View, frozen=True, kw_only=True):
    """An actor in the matrix."""

    actor: ActorRef
    is_voice: bool
    """Speaks from within the last actor above that is none."""
    cells: tuple[Cell | None, ...]
    """One for each issue of the table; None is silence."""


class Bloc(View, frozen=True, kw_only=True):
    """A row group of the matrix."""

    name: str
    """Empty for actors without a bloc; they come last."""
    kind: str
    """Theirs, by which they are grouped; else empty."""
    rows: tuple[MatrixRow, ...]
    """A body's row, then those of its voices."""


class Matrix(View, frozen=True, kw_only=True):
    """A table of at most fifteen issues; a long one goes on in the next, with other actors."""

    issues: tuple[IssueRef, ...]
    blocs: tuple[Bloc, ...]
    """Actors without a position on any of these issues are left out."""
    silent: int
    """Actors left out; counted where the table ends."""


class IssueMoves(View, frozen=True, kw_only=True):
    """Who moved on an issue, as a drawing."""

    issue: IssueRef
    drawing: Drawing


class PositionsPage(View, frozen=True, kw_only=True):
    """`/positions/` (positions.html): list by issue first, then the matrix; so much as one page takes."""

    head: Head
    as_of: Date | None
    actors: int
    issues: int
    on_record: int
    """Cells of the matrix with a position."""
    cells: int
    stand: tuple[Stand, ...]
    """Each issue's anchor is its id."""
    paper: tuple[str, ...]
    """Urls of the sheets for paper."""
    paper_more: int
    """Sheets that the rest of the table would take, and that are not made."""
    network: Drawing | None
    """On the first page only, where `dot` of Graphviz lays it out."""
    moves: tuple[IssueMoves, ...]
    """On the first page only: the issues on which somebody moved last."""
    tables: tuple[Matrix, ...]
    """Here where list and table are short; long ones stand apart, with the table at `/positions/table/`."""
    table_url: str
    """The way to the table; empty where there is none."""
    list_url: str
    """On a page of the table alone: the way to the list by issue. Empty elsewhere."""
    pager: Pager


class Board(View, frozen=True, kw_only=True):
    """A way to list the questions."""

    code: str
    """deadline, issue or actor."""
    url: str
    """Empty for the one at hand."""


class Calibration(View, frozen=True, kw_only=True):
    """What came of the questions for which one likelihood was held when their outcome came."""

    likelihood: Likelihood
    answered: int
    yes: int


class QuestionsPage(View, frozen=True, kw_only=True):
    """`/questions/` (questions.html): overdue, then by deadline, without one, closed (newest first)."""

    head: Head
    boards: tuple[Board, ...]
    """Empty where there is no question."""
    calendar: str
    """The way to the calendar; empty where there is none."""
    forecasts: int
    """Questions for which a likelihood was held when their outcome came; on the first page only."""
    calibration: tuple[Calibration, ...]
    """Likelihoods with enough of them, from the least likely up; on the first page only."""
    open: int
    overdue: int
    drawing: Drawing | None
    """Of the deadlines to come and those passed; on the first page only."""
    rows: tuple[QuestionRow, ...]
    pager: Pager


class QuestionGroup(View, frozen=True, kw_only=True):
    """The questions on one issue, or about one actor."""

    issue: IssueRef | None
    actor: ActorRef | None
    """Neither: the questions that name none."""
    goes_on: bool
    """Whether it began on an earlier page."""
    count: int
    """Questions in all."""
    rows: tuple[QuestionRow, ...]


class QuestionBoardPage(View, frozen=True, kw_only=True):
    """`/questions/by/issue/` and `/questions/by/actor/` (board.html): a question stands under each."""

    head: Head
    by: str
    """issue or actor."""
    boards: tuple[Board, ...]
    groups: tuple[QuestionGroup, ...]
    """The most urgent first."""
    pager: Pager


class Estimate(View, frozen=True, kw_only=True):
    """How likely yes was held to be at one time."""

    date: Date
    until: Date | None
    """When another took its place, or the question was closed."""
    is_now: bool
    """Held still; with neither this nor `until`, it came no earlier than the answer."""
    likelihood: Likelihood
    reason_html: Html
    brief: BriefRef


class QuestionPage(View, frozen=True, kw_only=True):
    """`/questions/<id>/` (question.html)."""

    head: Head
    question: Question
    indicators: tuple[Indicator, ...]
    likelihoods: Listed[Estimate]
    """Oldest first; the latest ones where the list is cut."""
    before_outcome: Likelihood | None
    """Held when the outcome came."""
    answered: Date | None
    """When the outcome came, or the question was closed."""
    drawing: Drawing | None
    """Of the likelihoods, where they changed."""
    claims: Listed[ClaimRow]
    """That it is about."""
    history: Listed[Step]
    """Oldest first, the asking included; the latest ones where the list is cut."""
    mentioned: Listed[BriefRef]
    """Briefs that name it, newest first."""
    corrections: Listed[Correction]
    """Of claims that it is about, newest first, at most 3; those of the question itself stand with it."""
    sources: tuple[SourceNote, ...]


class JudgementsPage(View, frozen=True, kw_only=True):
    """`/judgements/` (judgements.html): as they stand now, those made last first."""

    head: Head
    rows: tuple[Judgement, ...]
    pager: Pager


class ClaimsPage(View, frozen=True, kw_only=True):
    """`/claims/` (claims.html), newest first."""

    head: Head
    by_status: tuple[Count, ...]
    """On the first page."""
    pairs: Listed[Pair]
    """Contradictions, newest first, on the first page."""
    figures_url: str
    """Of the page of figures; empty where there are none."""
    actors: tuple[ActorRef, ...]
    """Those of its rows, by name."""
    issues: tuple[IssueRef, ...]
    rows: tuple[ClaimRow, ...]
    pager: Pager


class ClaimPage(View, frozen=True, kw_only=True):
    """`/claims/<id>/` (claim.html)."""

    head: Head
    claim: Claim
    this: Contradiction
    """The claim in short, to be set beside those that contradict it."""
    history: Listed[Step]
    """Oldest first, the first report included; the latest ones where the list is cut."""
    questions: Listed[QuestionRow]
    """That ask about it."""
    mentioned: Listed[BriefRef]
    """Briefs that name it, newest first."""
    sources: tuple[SourceNote, ...]


class FigureRow(View, frozen=True, kw_only=True):
    """A claim or event with its figures."""

    id: str
    entry: Link
    status: str
    is_claim: bool
    figures: tuple[Figure, ...]
    """In the order in which briefs report them, the latest; without evidence."""
    count: int
    """Figures in all."""


class FiguresPage(View, frozen=True, kw_only=True):
    """`/figures/` (figures.html): claims and events with numbers, those with the newest first."""

    head: Head
    rows: tuple[FigureRow, ...]
    actors: tuple[ActorRef, ...]
    """Who gives them, by name."""
    pager: Pager


class TimelinePage(View, frozen=True, kw_only=True):
    """`/timeline/` (timeline.html)."""

    head: Head
    coming: Listed[TimelineRow]
    """Still ahead, soonest first; on the first page only."""
    rows: tuple[TimelineRow, ...]
    """Newest first."""
    actors: tuple[ActorRef, ...]
    """Those of both lists, by name."""
    issues: tuple[IssueRef, ...]
    drawing: Drawing | None
    """Of the newest rows, those ahead and the questions that are due; on the first page only."""
    calendar: str
    """The way to the calendar; empty where there is none, and on further pages."""
    pager: Pager


class SourcesPage(View, frozen=True, kw_only=True):
    """`/sources/` (sources.html), newest first."""

    head: Head
    rows: tuple[SourceNote, ...]
    pager: Pager


class Quotation(View, frozen=True, kw_only=True):
    """A piece of evidence on the page of its source, or of its speaker."""

    entry: Link
    """What rests on it, by its text or name."""
    evidence: Evidence
    brief: BriefRef
    corrected: Date | None
    """When what rests on it was last corrected by us."""


class Budget(View, frozen=True, kw_only=True):
    """How much of a source stands on the site in the source's own words."""

    taken: int
    """Words of its text that are quoted; what two quotations share counts once."""
    length: int
    """Words of its text."""
    allowed: int
    """Words that its `rights` allow to be quoted."""


class SourcePage(View, frozen=True, kw_only=True):
    """`/sources/<id>/` (source.html). Long lists are cut, and go on at `/sources/<id>/<list>/`."""

    head: Head
    source: SourceNote
    quotations: Listed[Quotation]
    """In the order of the source's text, paraphrases last."""
    budget: Budget | None
    """None where nothing is quoted, or nothing says how long the text is."""
    briefs: Listed[BriefRef]
    """Newest first."""


class BriefChanges(View, frozen=True, kw_only=True):
    """What one brief changed: at most 7, the rest stands on the brief's page."""

    brief: BriefRef
    month: str
    """The month of which it is the newest brief on this page, `2014-06`; empty where it is not."""
    changes: Changes


class Month(View, frozen=True, kw_only=True):
    """A month with briefs."""

    date: Date
    url: str
    """Of its newest brief on the pages of the changes."""


class ChangesPage(View, frozen=True, kw_only=True):
    """`/changes/` (changes.html), newest brief first."""

    head: Head
    rows: tuple[BriefChanges, ...]
    kinds: tuple[str, ...]
    """Kinds of change on this page, heaviest first."""
    months: tuple[Month, ...]
    """All months with briefs, newest first; on the first page only."""
    corrections: Listed[Correction]
    """Newest first; on the first page only."""
    pager: Pager


class WholePage(View, frozen=True, kw_only=True):
    """`/<kind>/<id>/<list>/` (whole.html): the whole of a list that the page of a record cuts.

    All fields of rows but one are empty.
    """

    head: Head
    of: tuple[Link, ...]
    """The record whose list it is (of `on`, the actor and the issue); empty for lists of the whole book."""
    code: str
    """Which list. Of an issue: a stance, silent, moved, others, voices, claims, questions, timeline, briefs,
    corrections. Of an actor: members, short, silent, changes, stated, others, voices, made, about, replies,
    events, ties, questions, mentioned, corrections, on (what it has stated on one issue). Of a claim:
    replies, figures, contradicts, history, questions, mentioned. Of a question: likelihoods, claims, history,
    mentioned, corrections. Of a judgement: history. Of a source: quotations, briefs. Of a brief, or of the
    whole book: corrections. Else: coming."""
    pager: Pager
    positions: tuple[PositionHistory, ...] = ()
    statements: tuple[Earlier, ...] = ()
    standings: tuple[Standing, ...] = ()
    changes: tuple[Change, ...] = ()
    actors: tuple[ActorRef, ...] = ()
    issues: tuple[IssueRef, ...] = ()
    voices: tuple[Voice, ...] = ()
    bodies: tuple[BodyVoices, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    replies: tuple[Reply, ...] = ()
    answers: tuple[ReplyRow, ...] = ()
    """Replies that an actor gave."""
    figures: tuple[Figure, ...] = ()
    contradicts: tuple[Contradiction, ...] = ()
    questions: tuple[QuestionRow, ...] = ()
    likelihoods: tuple[Estimate, ...] = ()
    history: tuple[Step, ...] = ()
    revisions: tuple[Revision, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    ties: tuple[Tie, ...] = ()
    briefs: tuple[BriefRef, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    sources: tuple[SourceNote, ...] = ()


class SearchKind(View, frozen=True, kw_only=True):
    """A kind of record that the search finds."""

    code: str
    """actors, issues, briefs, questions, events, claims, judgements, sources or pages."""
    pattern: str
    """Url of a record, with `{id}` for its id and `{brief}` for the brief that holds it."""


class SearchPage(View, frozen=True, kw_only=True):
    """`/search/` (search.html): what is found is found in the browser, by `assets/search.js`."""

    head: Head
    kinds: tuple[SearchKind, ...]
    """Only those that have records."""
    files: tuple[str, ...]
    """Urls of the index, in the order in which to ask for them."""


class DataColumn(View, frozen=True, kw_only=True):
    """A column of a table; names and meanings are English like the keys of the YAML."""

    name: str
    type: str
    """text, ids, texts, date, number, whole or yes-no."""
    meaning: str


class DataTable(View, frozen=True, kw_only=True):
    """A table that programs load."""

    name: str
    file: str
    """The way to its CSV."""
    row: str
    """What one row is."""
    columns: tuple[DataColumn, ...]
    """Those that it does not share with others."""


class DataKind(View, frozen=True, kw_only=True):
    """A kind of record that has a file each."""

    code: str
    """actors, issues, positions, briefs, claims, events, questions, judgements, ties or sources."""
    number: int
    example: str
    """The way to one of its files."""


class DataPage(View, frozen=True, kw_only=True):
    """`/data/` (data.html)."""

    head: Head
    as_of: Date | None
    publisher: str
    licence: str
    """An SPDX id or words; empty where none is stated."""
    address: str
    """Of the site; empty where the settings do not say."""
    kinds: tuple[DataKind, ...]
    tables: tuple[DataTable, ...]
    shared: tuple[DataColumn, ...]
    """Columns that several tables have."""


class AsOfRow(View, frozen=True, kw_only=True):
    """A day in the list of earlier days."""

    brief: BriefRef
    """Its url is that of the situation as it stood when this brief was the newest."""
    ends_month: bool
    """Whether it is the last one of a month that is over."""


class AsOfList(View, frozen=True, kw_only=True):
    """`/as-of/` (as-of-list.html), newest first: the newest 24 briefs and the last one of each month."""

    head: Head
    rows: tuple[AsOfRow, ...]
    pager: Pager


class AsOfPage(View, frozen=True, kw_only=True):
    """`/as-of/<brief>/` (as-of.html): the situation as it stood when this brief was the newest.

    Nothing in it changes when a later brief is added, but for what that brief corrects.
    """

    head: Head
    brief: BriefRef
    bottom_line_html: Html
    key_messages_html: tuple[Html, ...]
    stated: int
    """Positions: actor and issue pairs with a statement of the actor's own."""
    attributed: int
    """Pairs with statements by others alone."""
    claims_by_status: tuple[Count, ...]
    open: int
    """Questions that were open or partly answered."""
    overdue: int
    """Of these, past their due date on that day."""
    stand: tuple[Stand, ...]
    """Of the issues on which somebody had spoken."""
    stand_more: int
    """Issues left out."""
    silent: int
    """Actors of the matrix, of those that a brief had named, without any position."""
    actors: int
    """Actors of the matrix that a brief had named."""
    questions: tuple[QuestionRow, ...]
    """Overdue, then by deadline, without one, closed (newest first)."""
    questions_more: int
    claims: tuple[ClaimRow, ...]
    """First what the brief leans on, then disputed, unverified and settled ones, newest first."""
    claims_more: int
    coming: tuple[TimelineRow, ...]
    """What was scheduled and still ahead."""
    coming_more: int


class FreePageView(View, frozen=True, kw_only=True):
    """`/<id>/` (page.html)."""

    head: Head
    title: str
    note_html: Html
    body_html: Html


class NotFound(View, frozen=True, kw_only=True):
    """`/404.html` (404.html); its root is absolute where the settings name a `site_url`."""

    head: Head


class Preview(View, frozen=True, kw_only=True):
    """What the banner of a preview says: the variable `preview`, which is none in a build."""

    ceiling: str
    """Strictest marking that is shown: CLEAR, GREEN, AMBER, AMBER+STRICT or RED."""
    drafts: bool
    """Whether drafts are shown."""
    errors: int
    warnings: int
    notes: int


class RelatedLine(View, frozen=True, kw_only=True):
    """A second place that explains a finding."""

    file: str
    line: int
    message: str


class FindingRow(View, frozen=True, kw_only=True):
    """One mistake, as `briefbook check` reports it."""

    severity: str
    """error, warning or note."""
    rule: str
    summary: str
    """What the rule finds, in one sentence; empty for a fault in a template."""
    message: str
    help: str
    file: str
    line: int
    """From 1; 0 where no line is at fault."""
    column: int
    before: str
    """The line at fault up to the words at fault."""
    fault: str
    after: str
    related: tuple[RelatedLine, ...]


class FindingsPage(View, frozen=True, kw_only=True):
    """What is wrong with the book (findings.html): in a preview alone, never in a build."""

    head: Head
    stops: bool
    """Whether it keeps the pages of the site from being shown."""
    errors: int
    warnings: int
    notes: int
    rows: tuple[FindingRow, ...]
    """By weight, then by place."""


VIEWS: dict[str, type[View]] = {
    "home.html": Home,
    "briefs.html": BriefsPage,
    "brief.html": BriefPage,
    "actors.html": ActorsPage,
    "actor.html": ActorPage,
    "issues.html": IssuesPage,
    "issue.html": IssuePage,
    "positions.html": PositionsPage,
    "questions.html": QuestionsPage,
    "question.html": QuestionPage,
    "board.html": QuestionBoardPage,
    "judgements.html": JudgementsPage,
    "claims.html": ClaimsPage,
    "claim.html": ClaimPage,
    "figures.html": FiguresPage,
    "timeline.html": TimelinePage,
    "sources.html": SourcesPage,
    "source.html": SourcePage,
    "changes.html": ChangesPage,
    "whole.html": WholePage,
    "search.html": SearchPage,
    "data.html": DataPage,
    "as-of-list.html": AsOfList,
    "as-of.html": AsOfPage,
    "page.html": FreePageView,
    "404.html": NotFound,
    "findings.html": FindingsPage,
}
"""What each template is filled with."""
