"""The pages of the site, each with the view that it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.derive import dates
from briefbook.derive.at import direction
from briefbook.derive.pages.actors import iter_actors
from briefbook.derive.pages.asof import iter_as_of
from briefbook.derive.pages.boards import iter_boards
from briefbook.derive.pages.briefs import iter_briefs
from briefbook.derive.pages.claims import iter_claims
from briefbook.derive.pages.data import DATA, iter_data
from briefbook.derive.pages.dated import iter_changes, iter_timeline
from briefbook.derive.pages.figures import iter_figures
from briefbook.derive.pages.free import iter_free_pages
from briefbook.derive.pages.home import home_page
from briefbook.derive.pages.issues import iter_issues
from briefbook.derive.pages.judgements import iter_judgements
from briefbook.derive.pages.page import Page, make_page
from briefbook.derive.pages.positions import iter_positions
from briefbook.derive.pages.questions import iter_questions
from briefbook.derive.pages.search import SEARCH, iter_search
from briefbook.derive.pages.sources import iter_sources
from briefbook.derive.place import AS_OF, HOME, JUDGEMENTS, SECTIONS, url_of
from briefbook.derive.situation import Situation
from briefbook.derive.views.site import Edition, Site, Tab
from briefbook.text.edtf import When

__all__ = ["Page", "iter_pages", "site_of"]


def iter_pages(situation: Situation) -> Iterator[Page]:
    """All pages of the site, in the order of the navigation."""
    yield make_page(situation, HOME, "home.html", home_page)
    yield from iter_briefs(situation)
    yield from iter_positions(situation)
    yield from iter_actors(situation)
    yield from iter_issues(situation)
    yield from iter_questions(situation)
    yield from iter_boards(situation)
    yield from iter_claims(situation)
    yield from iter_figures(situation)
    yield from iter_judgements(situation)
    yield from iter_timeline(situation)
    yield from iter_sources(situation)
    yield from iter_changes(situation)
    yield from iter_as_of(situation)
    yield from iter_search(situation)
    yield from iter_data(situation)
    yield from iter_free_pages(situation)


def site_of(situation: Situation) -> Site:
    """What all pages share."""
    settings, pages = situation.settings, situation.released.pages
    directories = settings.use_directory_urls
    tabs = ("situation", HOME), *((section, section) for section in SECTIONS)
    return Site(
        name=settings.site_name,
        language=settings.language,
        dir=direction(settings.language),
        url=f"{settings.site_url.rstrip('/')}/" if settings.site_url else "",
        scale=settings.scale,
        tabs=tuple(Tab(code=code, url=url_of(path, directories), words="") for code, path in tabs),
        pages=tuple(Tab(code=id, url=url_of(id, directories), words=pages[id].title) for id in sorted(pages)),
        search=url_of(SEARCH, directories),
        data=url_of(DATA, directories),
        judgements=url_of(JUDGEMENTS, directories),
        as_of=url_of(AS_OF, directories),
        edition=_edition(situation),
    )


def _edition(situation: Situation) -> Edition | None:
    released = situation.released
    if released.until is None:
        return None
    moment = released.until if isinstance(released.until, When) else released.until.as_of
    return Edition(as_of=dates.date(moment), newer=released.has_newer)
