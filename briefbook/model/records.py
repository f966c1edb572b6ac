"""What an analyst writes: sources, actors, issues, and briefs with their entries.

Each field's docstring stands under it; the content reference is made from these.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from briefbook.model.marking import Marking
from briefbook.model.vocabulary import (
    ActorKind,
    BriefStatus,
    Capacity,
    ClaimStatus,
    Confidence,
    EventStatus,
    Product,
    QuestionStatus,
    Reliability,
    ReplyVerb,
    Rights,
    Stance,
    TieVerb,
)
from briefbook.text.edtf import When

Id = Annotated[str, msgspec.Meta(pattern="^[a-z0-9][a-z0-9-]{0,79}$")]
"""Small letters, digits and hyphens, at most 80; unique across all kinds in the book."""

Language = Annotated[
    str,
    msgspec.Meta(
        pattern="^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$",
        description="write it as BCP 47 does: `en`, `pt-BR`, `zh-Hant`",
    ),
]

SourceRef = Annotated[str, msgspec.Meta(extra={"refers": "source"})]
ActorRef = Annotated[str, msgspec.Meta(extra={"refers": "actor"})]
IssueRef = Annotated[str, msgspec.Meta(extra={"refers": "issue"})]
ClaimRef = Annotated[str, msgspec.Meta(extra={"refers": "claim"})]
SpeakerRef = Annotated[str, msgspec.Meta(extra={"refers": "speaker"})]
"""The id of an actor, or `article` for what the reporter states."""

EntryRef = Annotated[str, msgspec.Meta(extra={"refers": "entry"})]
"""The id of a claim, event, question or judgement, or the address of a position or tie."""

CorrectedRef = Annotated[str, msgspec.Meta(extra={"refers": "record"})]
"""The id of an actor, issue, source, brief, claim, event, question or judgement, or the address of a position
or tie."""

Spans = str | tuple[str, ...]
"""One passage, or a list of several passages of one statement."""

Inline = Annotated[str, msgspec.Meta(extra={"inline": True})]
"""One line or paragraph of text; `[[id]]` and `[[id|words]]` in it become links."""

Number = Annotated[float, msgspec.Meta(ge=-1e15, le=1e15)]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """What every record may carry."""

    tlp: Marking | None = None
    """Marking after TLP 2.0: CLEAR, GREEN, AMBER, AMBER+STRICT or RED. A parent's stricter one wins."""
    note: Inline = ""
    """A remark for the reader, printed beneath the entry."""


class Evidence(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """What a statement rests on: passages of one speaker in one source."""

    quote: Spans = ()
    """The speaker's own words, inside quotation marks in the article; a list for several passages."""
    words: Spans = ()
    """The article's own words, checked verbatim, printed without quotation marks."""
    paraphrase: str = ""
    """Our wording of what was said, printed as not checked word for word."""
    source: SourceRef = ""
    """The source; by default the brief's only source."""
    speaker: SpeakerRef = ""
    """Who said it; by default the entry's actor or `by`, else `article` (the reporter)."""
    described_as: str = ""
    """The article's own description of an unnamed or doubtful speaker, checked verbatim."""
    locator: str = ""
    """Where in the source: a page, paragraph or timestamp."""
    translation: str = ""
    """Our translation of the passage."""


class Evidenced(Evidence, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Evidence written on the entry itself, or as a list where there are two or more."""

    evidence: tuple[Evidence, ...] = ()
    """Further pieces of evidence, each with its own source and speaker."""


class Source(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """An article or document that briefs quote: `seeds/<id>.yaml`, its text in `seeds/<id>.txt`."""

    id: Id
    """Equals the file's name."""
    publisher: str
    """Who published it."""
    title: str
    """Its headline or title."""
    authors: tuple[str, ...] = ()
    """Its authors by name."""
    published: When
    """When it was published."""
    accessed: When | None = None
    """When we read it."""
    url: str = ""
    """Where it stands on the web: http or https."""
    archive_url: str = ""
    """Where an archived copy stands: http or https."""
    language: Language = ""
    """Language of the text, as BCP 47; by default the site's."""
    reliability: Reliability | None = None
    """Reliability of the source after the Admiralty code, A to F."""
    rights: Rights = "excerpt"
    """public: its text may be copied; licensed or excerpt: short quotations only."""
    sha256: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{64})?$")] = ""
    """SHA-256 of the text file, in hexadecimal."""
    via: SourceRef = ""
    """The source whose report this one repeats."""
    corrected_by: SourceRef = ""
    """The source with which the publisher corrected this one."""


class Post(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """An office that a person holds or held."""

    title: str
    """Name of the office: `president of Iran`."""
    at: ActorRef
    """The body or state for which its holder speaks."""
    since: When | None = None
    """First day in office, where known."""
    until: When | None = None
    """Last day in office, where known."""
    source: SourceRef = ""
    """The source that says so."""


class Actor(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Someone who speaks, acts or is claimed about: `content/actors/<id>.yaml`, or inline in a brief."""

    id: Id
    """Equals the file's name."""
    name: str
    """The name that readers see."""
    kind: ActorKind
    """state, body, organisation, armed-group, person, coalition or unnamed."""
    aliases: tuple[str, ...] = ()
    """Other names of the same actor."""
    about: Inline = ""
    """One sentence on who this is."""
    posts: tuple[Post, ...] = ()
    """Offices of a person: for whom they speak, and when."""
    member_of: tuple[ActorRef, ...] = ()
    """Actors of which this one is part."""
    of: ActorRef = ""
    """For an unnamed source: whose officials or voices these are."""
    bloc: str = ""
    """The group under which the position matrix lists it."""
    wikidata: Annotated[str, msgspec.Meta(pattern="^(Q[1-9][0-9]*)?$")] = ""
    """Wikidata identifier, `Q794`."""


class Issue(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A proposition on which positions are taken: `content/issues/<id>.yaml`, or inline in a brief."""

    id: Id
    """Equals the file's name."""
    proposition: str
    """A sentence that one can support or oppose."""
    name: str = ""
    """Two or three words for table heads; by default the proposition."""
    why: Inline = ""
    """Why it matters."""


class Position(Evidenced, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Where an actor stands on an issue, from a date on. Its address is `actor/issue`."""

    actor: ActorRef
    """Whose position it is."""
    issue: IssueRef
    """On what."""
    stance: Stance
    """supports, leans-support, mixed, neutral, leans-oppose, opposes, unclear or withdrawn."""
    condition: Inline = ""
    """Under what condition; not with plain `supports`."""
    said: When | None = None
    """When it was said; by default the day of the brief's `as_of`."""
    summary: Inline = ""
    """The position in one sentence of ours."""
    reason: Inline = ""
    """Why it moved, where the source says so."""
    capacity: Capacity | None = None
    """`personal`: the speaker does not speak for the body."""


class Figure(Evidenced, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A number as someone gives it. Figures stand side by side and are never added up."""

    what: str
    """What is counted: `killed`."""
    reported: str
    """The words as given: `as many as 1,700`."""
    low: Number | None = None
    """Lower bound, only where the source has a number."""
    high: Number | None = None
    """Upper bound, only where the source has a number."""
    best: Number | None = None
    """Best estimate, only where the source has a number."""
    unit: str = ""
    """What one of it is, where `what` does not say."""
    by: ActorRef = ""
    """Who gives it; by default the claim's `by`."""


class Reply(Evidenced, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """What another actor says of a claim."""

    by: ActorRef
    """Who replies."""
    says: ReplyVerb
    """supports, partly, disputes, denies or cannot-confirm."""
    said: When | None = None
    """When; by default the day of the brief's `as_of`."""


class Claim(Evidenced, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Something that an actor says is so, with the desk's finding."""

    id: Id
    """Its name in the whole book, by which updates and links find it."""
    text: Inline
    """What is claimed, as a sentence."""
    by: ActorRef = ""
    """Who claims it."""
    date: When | None = None
    """When the claimed thing is said to have happened; dates it on the timeline."""
    place: str = ""
    """Where."""
    status: ClaimStatus = "unverified"
    """The desk's finding: unverified, disputed, corroborated, confirmed or refuted."""
    credibility: Annotated[int, msgspec.Meta(ge=1, le=6)] | None = None
    """Credibility of the claim after the Admiralty code: 1 confirmed to 5 improbable, 6 cannot be judged."""
    replies: tuple[Reply, ...] = ()
    """What others say of it."""
    figures: tuple[Figure, ...] = ()
    """Numbers in it, each with who gives them."""
    issues: tuple[IssueRef, ...] = ()
    """Issues that it bears on."""
    actors: tuple[ActorRef, ...] = ()
    """Actors whom it is about."""
    contradicts: tuple[ClaimRef, ...] = ()
    """Claims that cannot be true together with it; written on one of the two, shown on both."""


class Event(Evidenced, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Something that happened or is scheduled, and that nobody contests."""

    id: Id
    """Its name in the whole book, by which updates and links find it."""
    title: Inline
    """What happened, in a few words."""
    date: When
    """When, as an EDTF date."""
    status: EventStatus = "happened"
    """happened, scheduled, postponed or cancelled."""
    actors: tuple[ActorRef, ...] = ()
    """Who took part."""
    place: str = ""
    """Where."""
    issues: tuple[IssueRef, ...] = ()
    """Issues that it bears on."""
    figures: tuple[Figure, ...] = ()
    """Numbers in it."""


class Question(Evidenced, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """What we do not know, and what would tell us."""

    id: Id
    """Its name in the whole book, by which updates and links find it."""
    text: Inline
    """The question, with its question mark."""
    why: Inline = ""
    """Why the answer matters."""
    status: QuestionStatus = "open"
    """open, partly-answered, answered or overtaken."""
    due: When | None = None
    """By when the desk wants to know."""
    owner: str = ""
    """Who looks after it."""
    about: tuple[ClaimRef, ...] = ()
    """Claims that it is about."""
    issues: tuple[IssueRef, ...] = ()
    """Issues that it bears on."""
    actors: tuple[ActorRef, ...] = ()
    """Actors whom it concerns."""
    indicators: dict[str, str] = {}
    """What would be seen: a short name, then a sentence."""
    seen: dict[str, When] = {}
    """Indicators that have been seen, with the date."""
    answer: Inline = ""
    """The answer, once known."""
    likelihood: str = ""
    """For a yes/no question: how likely yes is, in words of the site's scale."""
    outcome: str = ""
    """For a yes/no question: yes or no, once known."""


class Judgement(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """What we think, with its likelihood and, on a line of its own, our confidence (ICD 203)."""

    id: Id
    """Its name in the whole book, by which updates and links find it."""
    text: Inline
    """The judgement, as a sentence."""
    likelihood: str
    """A word of the site's scale (`scale: icd-203` or `phia`)."""
    confidence: Confidence
    """high, moderate or low: how good the ground is."""
    basis: Inline = ""
    """What it rests on."""
    alternatives: tuple[Inline, ...] = ()
    """What else could be the case."""
    issues: tuple[IssueRef, ...] = ()
    """Issues that it bears on."""


class Tie(Evidenced, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """How one actor is bound to another, and who says so."""

    actor: ActorRef
    """Who is bound."""
    tie: TieVerb
    """part-of, backs, trains, allied-with, fights or negotiates-with."""
    other: ActorRef
    """To whom."""
    since: When | None = None
    """Since when, where known."""
    until: When | None = None
    """Until when, where known."""


class Correction(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """We were wrong: the text is mended in place and this notice stays."""

    date: When
    """When we mended it."""
    entry: CorrectedRef
    """What was wrong: an entry by its id or address, or an actor, issue, source or brief by its id."""
    was: str
    """What stood there."""
    now: str
    """What stands there now."""
    reason: str
    """Why it was wrong."""


class Update(Evidenced, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """The world changed: only the changed fields of an earlier claim, event, question or judgement."""

    update: EntryRef
    """The id of the entry."""
    reason: Inline = ""
    """Why; needed when a status is re-rated."""
    said: When | None = None
    """When it was said or became known; by default the day of the brief's `as_of`."""
    text: Inline = ""
    """New wording of a claim, question or judgement."""
    title: Inline = ""
    """New title of an event."""
    status: str = ""
    """New status; needs a `reason`."""
    date: When | None = None
    """New date of an event, or of what a claim is about."""
    place: str = ""
    """New place."""
    credibility: Annotated[int, msgspec.Meta(ge=1, le=6)] | None = None
    """New credibility, 1 to 6."""
    replies: tuple[Reply, ...] = ()
    """Further replies to a claim."""
    figures: tuple[Figure, ...] = ()
    """Further figures."""
    contradicts: tuple[ClaimRef, ...] = ()
    """Further claims that cannot be true together with a claim."""
    issues: tuple[IssueRef, ...] = ()
    """New list of issues."""
    actors: tuple[ActorRef, ...] = ()
    """New list of actors."""
    why: Inline = ""
    """New reason why a question matters."""
    due: When | None = None
    """New date by which the desk wants to know."""
    owner: str = ""
    """Who looks after it from now on."""
    about: tuple[ClaimRef, ...] = ()
    """New list of claims that a question is about."""
    indicators: dict[str, str] = {}
    """Further indicators."""
    seen: dict[str, When] = {}
    """Indicators that have been seen, with the date."""
    answer: Inline = ""
    """The answer to a question."""
    likelihood: str = ""
    """New likelihood."""
    outcome: str = ""
    """The outcome of a yes/no question."""
    confidence: Confidence | None = None
    """New confidence of a judgement."""
    basis: Inline = ""
    """What a judgement rests on now."""
    alternatives: tuple[Inline, ...] = ()
    """What else could be the case now."""


class Brief(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One dated report and the entries that it adds to the book: `content/briefs/<id>.md`."""

    id: Id
    """Equals the file's name, and may be left out."""
    title: str
    """The headline, at most 300 characters."""
    as_of: When
    """The date, or date and time, that it speaks of."""
    product: Product = "sitrep"
    """sitrep, flash-update or profile."""
    status: BriefStatus = "draft"
    """draft or cleared; only cleared briefs are published."""
    cleared_by: str = ""
    """Who cleared it."""
    authors: tuple[str, ...] = ()
    """Who wrote it."""
    language: Language = ""
    """Language of the brief, as BCP 47; by default the site's."""
    sources: tuple[SourceRef, ...] = ()
    """What it rests on. With one source, no entry has to name it."""
    bottom_line: Inline = ""
    """The whole brief in two or three sentences."""
    key_messages: tuple[Inline, ...] = ()
    """2 to 5 in a sitrep, each linked to its entry."""
    next_report: When | None = None
    """When the next one is due."""
    assumptions: tuple[Inline, ...] = ()
    """What it takes for granted."""
    limitations: tuple[Inline, ...] = ()
    """What it does not know or could not check."""
    actors: tuple[Actor, ...] = ()
    """Actors introduced here."""
    issues: tuple[Issue, ...] = ()
    """Issues introduced here."""
    positions: tuple[Position, ...] = ()
    """Where actors stand."""
    claims: tuple[Claim, ...] = ()
    """What actors say is so."""
    events: tuple[Event, ...] = ()
    """What happened or is scheduled."""
    questions: tuple[Question, ...] = ()
    """What we do not know."""
    judgements: tuple[Judgement, ...] = ()
    """What we think."""
    ties: tuple[Tie, ...] = ()
    """How actors are bound to each other."""
    corrections: tuple[Correction, ...] = ()
    """Where we were wrong."""
    updates: tuple[Update, ...] = ()
    """What changed in entries of earlier briefs."""
    body: str = ""
    """The Markdown beneath the front matter."""


class FreePage(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A page beside the records, such as a page on method: `content/pages/<id>.md`."""

    id: Id
    """Equals the file's name."""
    title: str
    """Its heading and its name in the navigation."""
    language: Language = ""
    """Language of the page, as BCP 47; by default the site's."""
    body: str = ""
    """The Markdown beneath the front matter."""


def passages_of(evidence: Evidence) -> tuple[str, ...]:
    """Every passage of a piece of evidence that has to stand in its source."""
    described = (evidence.described_as,) if evidence.described_as else ()
    return (*spans(evidence.quote), *spans(evidence.words), *described)


def spans(value: Spans) -> tuple[str, ...]:
    """The passages of a field that holds one or several."""
    return (value,) if isinstance(value, str) else value
