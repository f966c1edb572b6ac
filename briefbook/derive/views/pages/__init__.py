"""What each kind of page shows."""

from __future__ import annotations

from briefbook.derive.views.base import View
from briefbook.derive.views.pages.actors import ActorPage, ActorsPage
from briefbook.derive.views.pages.asof import AsOfList, AsOfPage
from briefbook.derive.views.pages.briefs import BriefPage, BriefsPage
from briefbook.derive.views.pages.changes import ChangesPage
from briefbook.derive.views.pages.claims import ClaimPage, ClaimsPage
from briefbook.derive.views.pages.data import DataPage
from briefbook.derive.views.pages.figures import FiguresPage
from briefbook.derive.views.pages.findings import FindingsPage
from briefbook.derive.views.pages.free import FreePageView, NotFound
from briefbook.derive.views.pages.home import Home
from briefbook.derive.views.pages.issues import IssuePage, IssuesPage
from briefbook.derive.views.pages.judgements import JudgementsPage
from briefbook.derive.views.pages.positions import PositionsPage
from briefbook.derive.views.pages.questions import QuestionBoardPage, QuestionPage, QuestionsPage
from briefbook.derive.views.pages.search import SearchPage
from briefbook.derive.views.pages.sources import SourcePage, SourcesPage
from briefbook.derive.views.pages.timeline import TimelinePage
from briefbook.derive.views.pages.whole import WholePage

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
