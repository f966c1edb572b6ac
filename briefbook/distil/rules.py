"""The engine without a model: rules of English newswriting, and tables of its words."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from briefbook.distil.article import Article, has_address
from briefbook.distil.cast import find_cast
from briefbook.distil.claims import find_claims
from briefbook.distil.dates import find_dates
from briefbook.distil.draft import Draft
from briefbook.distil.indirect import find_indirect
from briefbook.distil.positions import find_positions
from briefbook.distil.questions import find_questions
from briefbook.distil.speech import find_quotes
from briefbook.distil.verify import verified
from briefbook.model.records import Actor


def distil(article: Article, gazetteer: Mapping[str, Actor]) -> Draft:
    """What the rules read out of an article; `gazetteer` are the actors that the book knows already."""
    cast = find_cast(article, gazetteer)
    indirect = find_indirect(article, cast)
    quotes = find_quotes(article, cast, indirect)
    claims = find_claims(article, cast, indirect, quotes)
    dates = find_dates(article)
    positions = find_positions(article, cast, indirect, quotes)
    draft = Draft(
        actors=cast.actors,
        quotes=quotes,
        indirect=indirect,
        claims=claims,
        dates=dates,
        positions=positions,
        questions=find_questions(article, cast, claims, dates, positions),
    )
    return verified(_without_addresses(draft), article.text)


def _without_addresses(draft: Draft) -> Draft:
    """The draft without what tells how to reach somebody: no item with an address in it."""
    return msgspec.structs.replace(
        draft,
        quotes=tuple(each for each in draft.quotes if not has_address(each.text)),
        indirect=tuple(each for each in draft.indirect if not has_address(each.text)),
        claims=tuple(each for each in draft.claims if not has_address(each.text)),
        positions=tuple(each for each in draft.positions if not has_address(each.text + each.issue)),
        questions=tuple(each for each in draft.questions if not has_address(each.text)),
    )
