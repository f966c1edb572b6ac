"""What a new file holds: keys that exist, and examples that an author can use as they stand."""

import datetime as dt
import re

import pytest

from briefbook.edit.new import NewFileError, new_file
from briefbook.load.book import load_book
from briefbook.model.settings import Settings

TODAY = dt.date(2031, 3, 6)
KINDS = ("brief", "actor", "source")


@pytest.fixture
def content(tmp_path):
    """The folder of a book that has nothing in it yet."""
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


@pytest.mark.parametrize("kind", KINDS)
def test_new_file_is_read_without_a_mistake(content, kind):
    """A scaffold is a record as it stands, of today, with the title that was given."""
    new_file(kind, "a-b", content, today=TODAY, title="The gates", tlp="GREEN")
    loaded = load_book(content.parent, content, Settings())
    record = loaded.book.find("a-b")

    assert [] == loaded.diagnostics
    assert "GREEN" == record.tlp.value
    assert "The gates" in (
        getattr(record, "title", ""),
        getattr(record, "name", ""),
        getattr(record, "publisher", ""),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_examples_in_a_new_file_are_sound(content, kind):
    """Each key that a scaffold shows in a comment is a key of its record."""
    path = new_file(kind, "a-b", content, today=TODAY)
    shown = re.sub(r" \[\]\n#", "\n#", path.read_text())
    path.write_text(re.sub(r"^#(?=[a-z]|- | {2})", "", shown, flags=re.MULTILINE))
    loaded = load_book(content.parent, content, Settings())

    assert [] == loaded.diagnostics
    if kind == "brief":
        brief = loaded.book.briefs["a-b"]
        assert (1, 1, 1, 1) == tuple(map(len, (brief.positions, brief.claims, brief.events, brief.questions)))
    if kind == "actor":
        assert "iraq" == loaded.book.actors["a-b"].posts[0].at


def test_title_is_made_from_the_id(content):
    """Without a title, the id is read as words."""
    new_file("actor", "harbour-board", content, today=TODAY)

    assert "Harbour board" == load_book(content.parent, content, Settings()).book.actors["harbour-board"].name


def test_file_that_exists_is_not_touched(content):
    """Two people who make the same file do not lose the first one's work."""
    path = new_file("actor", "a-b", content, today=TODAY)
    path.write_text("mine")
    with pytest.raises(NewFileError, match="exists already"):
        new_file("actor", "a-b", content, today=TODAY)

    assert "mine" == path.read_text()


def test_new_file_is_dated_by_its_id(content):
    """A brief called after a day speaks of that day, and one called after no day of today."""
    dated = new_file("brief", "2031-03-04-gates", content, today=TODAY)
    other = new_file("brief", "gates-2031-02-30", content, today=TODAY)

    assert "as_of: 2031-03-04\n" in dated.read_text()
    assert "as_of: 2031-03-06\n" in other.read_text()
