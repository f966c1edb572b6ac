"""Drafts of the words that a test gives."""

import datetime as dt

import pytest

from briefbook.distil.article import Article
from briefbook.distil.engines import find_engine


class Drafted:
    """A draft, with names in the place of ids."""

    def __init__(self, text, actors=None):
        self.article = Article(text, dt.date(2026, 5, 7))
        self.draft = find_engine()(self.article, actors or {})
        self.names = {each.id: each.name for each in self.draft.actors}

    def quotes(self):
        return [(each.text, self.names.get(each.speaker, "")) for each in self.draft.quotes]

    def indirect(self):
        return [(each.text, self.names.get(each.speaker, "")) for each in self.draft.indirect]


@pytest.fixture
def drafted():
    return Drafted
