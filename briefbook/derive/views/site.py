"""What all pages of a site share, and what stands at the head of each."""

from __future__ import annotations

from briefbook.derive.views.base import Date, Link, View


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


class Preview(View, frozen=True, kw_only=True):
    """What the banner of a preview says: the variable `preview`, which is none in a build."""

    ceiling: str
    """Strictest marking that is shown: CLEAR, GREEN, AMBER, AMBER+STRICT or RED."""
    drafts: bool
    """Whether drafts are shown."""
    errors: int
    warnings: int
    notes: int
