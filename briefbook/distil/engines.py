"""The engines that can read an article, and the promises that stand behind every one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from briefbook.distil.article import Article
from briefbook.distil.draft import Draft
from briefbook.distil.verify import verified, without_addresses
from briefbook.model.records import Actor

Reader = Callable[[Article, Mapping[str, Actor]], Draft]
"""Drafts from an article; the actors by id are those that the book knows already."""

RULES = "rules"
"""The engine that needs nothing installed."""

_MODULES: Mapping[str, str] = {
    RULES: "briefbook.distil.rules",
    "spacy": "briefbook.distil.parser",
}
"""Each module has a function `reader(model)`; `model` is empty where none was named."""

ENGINES = tuple(_MODULES)


class EngineError(Exception):
    """Why an engine cannot read, and the way out."""


def find_engine(name: str = RULES, model: str = "") -> Reader:
    """What drafts with an engine; whatever it says, a draft holds the article's own words and no address.

    Raises:
        EngineError: It is not installed, or cannot work with that model.
    """
    if name not in _MODULES:
        raise EngineError(f"there is no engine {name}; there are {' and '.join(ENGINES)}")
    # An engine is imported when it is asked for: a model's library takes a second to start.
    read: Reader = import_module(_MODULES[name]).reader(model)

    def draft(article: Article, gazetteer: Mapping[str, Actor]) -> Draft:
        return verified(without_addresses(read(article, gazetteer)), article.text)

    return draft
