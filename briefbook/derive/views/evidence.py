"""What an entry rests on, and what was put right about it."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Html, Link, View
from briefbook.derive.views.references import ActorRef, BriefRef, SourceRef


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


class Quotation(View, frozen=True, kw_only=True):
    """A piece of evidence on the page of its source, or of its speaker."""

    entry: Link
    """What rests on it, by its text or name."""
    evidence: Evidence
    brief: BriefRef
    corrected: Date | None
    """When what rests on it was last corrected by us."""
