"""The engine without a model: rules of English newswriting, and tables of its words."""

from __future__ import annotations

from collections.abc import Mapping

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast
from briefbook.distil.claims import find_claims
from briefbook.distil.dates import find_dates
from briefbook.distil.draft import Draft
from briefbook.distil.engines import EngineError, Reader
from briefbook.distil.indirect import find_indirect
from briefbook.distil.opinion import SecondOpinion
from briefbook.distil.parse import NOTHING, Parse
from briefbook.distil.positions import find_positions
from briefbook.distil.questions import find_questions
from briefbook.distil.speech import find_quotes
from briefbook.distil.unnamed import with_unnamed
from briefbook.model.records import Actor


def reader(model: str) -> Reader:
    """The rules as an engine."""
    if model:
        raise EngineError(f"the rules read without a model; for {model} say --engine spacy")
    return distil


def distil(article: Article, gazetteer: Mapping[str, Actor], parse: Parse = NOTHING) -> Draft:
    """What the rules read out of an article; `gazetteer` are the actors that the book knows already.

    A parse is their second opinion: on names that they missed, and on who speaks.
    """
    cast = find_cast(article, gazetteer, parse)
    opinion = SecondOpinion(article, cast, parse)
    indirect = opinion.on_indirect(find_indirect(article, cast))
    quotes = opinion.on_quotes(find_quotes(article, cast, indirect))
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
    return opinion.completed(with_unnamed(draft, cast.unnamed))
