"""What a situation exports, and the invented situation as the exports see it."""

from __future__ import annotations

import csv
import io
import json
from functools import cache

from msgspec.structs import replace

from briefbook.derive.situation import Situation
from briefbook.export import iter_exports
from briefbook.export.cells import unguard
from briefbook.load.book import load_book
from briefbook.load.settings import load_config
from briefbook.model.marking import Marking
from briefbook.release import release
from briefbook.words import load_words
from tests.derive.books import CLEARED
from tests.sites import RIVER


def exports_of(situation):
    """The exports of a situation, in the words of its language."""
    return iter_exports(situation, load_words(situation.settings.language))


def files_of(situation):
    """The bytes of each exported file."""
    return {export.file: export.make() for export in exports_of(situation)}


def json_of(situation, file):
    """What a JSON file holds."""
    return json.loads(files_of(situation)[file])


def rows_of(situation, table):
    """The rows of a table as a program reads them, without the guards of spreadsheets."""
    text = files_of(situation)[f"data/{table}.csv"].decode()
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [{key: unguard(value) for key, value in row.items()} for row in rows]


def river(ceiling=Marking.CLEAR, statuses=CLEARED, **settings):
    """The invented situation, with other settings where they are given."""
    book = _book()
    book.settings = replace(load_config(RIVER / "mkdocs.yml")[0], **settings)
    return Situation(release(book, ceiling, statuses))


@cache
def _book():
    return load_book(RIVER, RIVER / "content", load_config(RIVER / "mkdocs.yml")[0], None).book
