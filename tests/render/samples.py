"""Views made from their types: every field filled, or every field as empty as its type allows."""

from __future__ import annotations

import types
import typing
from functools import cache
from typing import Any

import msgspec

from briefbook.derive.views.base import Count, Html, Listed, View
from briefbook.derive.views.claims import Claim
from briefbook.derive.views.evidence import SourceNote
from briefbook.derive.views.forecasts import Question
from briefbook.derive.views.pages.actors import ActorPage
from briefbook.derive.views.pages.briefs import BriefPage
from briefbook.derive.views.pages.whole import WholePage
from briefbook.derive.views.site import Head, Site, Tab

TEXT = 'Dates & "figures" <script>alert(1)</script>'
"""What a plain field holds in a full view: all that must be escaped."""

HTML = "Dates &amp; <em>figures</em>"

URL = "../entry/"

SITE = Site(
    name="Iraq: Washington and Tehran",
    language="en",
    dir="ltr",
    url="https://example.org/iraq/",
    scale="icd-203",
    tabs=tuple(
        Tab(code=code, url="" if code == "situation" else f"{code}/", words="")
        for code in (
            "situation briefs positions actors issues questions claims timeline sources changes".split()
        )
    ),
    pages=(Tab(code="method", url="method/", words="Method"),),
    search="search/",
    data="data/",
    judgements="judgements/",
    as_of="as-of/",
    edition=None,
)

CODES: dict[str, str] = {
    "Date.text": "2014-06-08/2014-06-14",
    "FindingRow.severity": "error",
    "Head.tab": "briefs",
    "SearchKind.code": "actors",
    "Head.language": "en",
    "Head.dir": "ltr",
    "Head.root": "../../",
    "Head.marking": "CLEAR",
    "Stamp.kind": "situation",
    "ActorRef.kind": "body",
    "ActorPage.kind": "state",
    "ActorPage.wikidata": "Q794",
    "BriefRef.product": "sitrep",
    "BriefRef.status": "draft",
    "BriefPage.product": "sitrep",
    "BriefPage.status": "cleared",
    "Citation.product": "sitrep",
    "SourceNote.reliability": "B",
    "SourceNote.rights": "excerpt",
    "SourceNote.language": "en",
    "Evidence.language": "ar",
    "Evidence.checked": "text",
    "Evidence.speaker_checked": "confirmed",
    "FieldChange.field": "due",
    "FieldChange.was": "2014-06-20",
    "FieldChange.now": "2014-06-30",
    "Reply.says": "disputes",
    "Likelihood.scale": "icd-203",
    "Likelihood.words": "likely",
    "Step.was": "unverified",
    "Step.status": "disputed",
    "Update.kind": "claim",
    "Position.was": "mixed",
    "Claim.status": "unverified",
    "Claim.status_now": "disputed",
    "ClaimRow.status": "disputed",
    "Contradiction.status": "refuted",
    "Rating.status": "disputed",
    "FigureRow.status": "happened",
    "Turn.stance": "leans-oppose",
    "Before.stance": "opposes",
    "Bloc.kind": "state",
    "Cell.said": "2014-06-15",
    "Cell.corrected": "2014-06-16",
    "RatedSource.reliability": "C",
    "Event.status": "scheduled",
    "Event.status_now": "cancelled",
    "TimelineRow.kind": "claim",
    "TimelineRow.status": "unverified",
    "QuestionRow.status": "open",
    "Question.status": "open",
    "Question.status_now": "answered",
    "Question.outcome": "yes",
    "Judgement.confidence": "low",
    "Judgement.confidence_now": "moderate",
    "JudgementRow.confidence": "low",
    "Revision.confidence": "high",
    "Board.code": "issue",
    "QuestionBoardPage.by": "issue",
    "Tie.tie": "backs",
    "Stood.stance": "opposes",
    "Stood.now": "mixed",
    "StoodGroup.stance": "opposes",
    "StoodOpen.status": "open",
    "StoodOpen.now": "answered",
    "AsOfPage.claims_by_status": "disputed",
    "DrawnLine.kind": "axis",
    "DrawnMark.kind": "leans-support",
    "DrawnText.kind": "label",
    "DrawnText.align": "middle",
    "Change.kind": "moved",
    "DataKind.code": "actors",
    "Change.was": "mixed",
    "Change.now": "supports",
    "WholePage.code": "claims",
    "Count.code": "supports",
    "ActorsPage.by_kind": "state",
    "ClaimsPage.by_status": "disputed",
    "Facts.claims_by_status": "confirmed",
}
"""Fields that hold a code; a whole field of counts is named with its owner."""


@cache
def _hints(view: type[View]) -> dict[str, Any]:
    return typing.get_type_hints(view)


def full(view: type[View], text: str = TEXT, **changed: Any) -> Any:
    """A view with something in every field."""
    return view(**{name: _fill(view, name, hint, text) for name, hint in _hints(view).items()} | changed)


def _fill(owner: type[View], name: str, hint: Any, text: str) -> Any:
    code = CODES.get(f"{owner.__name__}.{name}")
    if isinstance(hint, types.UnionType):
        hint = next(each for each in typing.get_args(hint) if each is not types.NoneType)
    if typing.get_origin(hint) is tuple:
        item = typing.get_args(hint)[0]
        if item is Count and code:
            return (Count(code=code, number=2),)
        return (_fill(owner, name, item, text), _fill(owner, name, item, text))
    if typing.get_origin(hint) is Listed:
        row = _fill(owner, name, typing.get_args(hint)[0], text)
        return Listed(rows=(row, row), count=3, url=URL)
    if isinstance(hint, type) and issubclass(hint, View):
        return full(hint, text)
    if code:
        return code
    if hint is Html:
        return HTML
    return _scalar(name, hint, text)


def _scalar(name: str, hint: Any, text: str) -> Any:
    if hint is bool:
        return name not in ("is_first", "is_article")
    if hint is int:
        return 2
    if name == "stance":
        return "leans-support"
    if name == "tlp":
        return "GREEN"
    if name == "iso":
        return "2014-06-15"
    if name in ("id", "anchor"):
        return "entry"
    if name == "url" or name.endswith("_url") or name in ("permalink", "newer", "older"):
        return URL
    return text


def empty(view: type[View]) -> Any:
    """A view that holds nothing but what its type demands."""
    return view(**{name: _leave(view, name, hint) for name, hint in _hints(view).items()})


def _leave(owner: type[View], name: str, hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        return None
    if typing.get_origin(hint) is tuple:
        return ()
    if typing.get_origin(hint) is Listed:
        return Listed(rows=(), count=0, url="")
    if isinstance(hint, type) and issubclass(hint, View):
        return empty(hint)
    if hint in (int, bool):
        return hint()
    if f"{owner.__name__}.{name}" == "Date.text":
        return "2014"
    needed = owner in (
        Head,
        SourceNote,
        BriefPage,
        ActorPage,
        Claim,
        Question,
        WholePage,
    )
    if name in ("tab", "language", "dir", "root", "rights", "product", "status", "kind", "code") and needed:
        return CODES.get(f"{owner.__name__}.{name}", "")
    return "sitrep" if f"{owner.__name__}.{name}" == "Citation.product" else ""


def encode(view: View) -> bytes:
    """The bytes that a renderer is given."""
    return msgspec.msgpack.encode(view)
