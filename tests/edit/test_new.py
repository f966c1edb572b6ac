"""What a new file holds: keys that exist, and examples that an author can use as they stand."""

import datetime as dt
import re

import pytest

from briefbook.edit.new import NewFileError, new_file
from briefbook.load.book import load_book
from briefbook.model.settings import Settings
from briefbook.pipeline import Request, check_book

TODAY = dt.date(2031, 3, 6)
KINDS = ("brief", "actor", "issue", "page", "source")


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
        entries = (brief.issues, brief.positions, brief.claims, brief.events, brief.questions)
        assert [1] * 5 == [len(each) for each in entries]
    if kind == "actor":
        assert "iraq" == loaded.book.actors["a-b"].posts[0].at


def test_title_is_made_from_the_id(content):
    """Without a title, the id is read as words."""
    new_file("actor", "harbour-board", content, today=TODAY)

    assert "Harbour board" == load_book(content.parent, content, Settings()).book.actors["harbour-board"].name


def told(content):
    """File, rule and weight of what keeps the book from being published as it stands."""
    found = check_book(Request(content)).diagnostics
    return {(each.file, each.rule, each.severity.value) for each in found}


def test_unfilled_brief_cannot_be_cleared(content):
    """What a new file asks its author to write is a warning in a draft, and an error once it is cleared."""
    path = new_file("brief", "a-b", content, today=TODAY)
    draft = told(content)
    path.write_text(path.read_text().replace("status: draft ", "status: cleared "))

    assert ("content/briefs/a-b.md", "placeholder-left", "warning") in draft
    assert ("content/briefs/a-b.md", "placeholder-left", "error") in told(content)


@pytest.mark.parametrize(("kind", "names"), [("issue", ""), ("page", ""), ("source", "sources: [a-b]\n")])
def test_unfilled_file_is_not_published(content, kind, names):
    """What stands in a file of its own must be filled in before a brief that publishes it is cleared."""
    file = new_file(kind, "a-b", content, today=TODAY).relative_to(content.parent).as_posix()
    draft = told(content)
    (content / "briefs").mkdir()
    (content / "briefs" / "first.md").write_text(
        f"---\ntitle: First\nas_of: 2031-03-06\nstatus: cleared\n{names}---\n"
    )

    assert (file, "placeholder-left", "warning") in draft
    assert (file, "placeholder-left", "error") in told(content)


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


def test_reserved_id_is_refused(content):
    """An id that `check` would refuse is refused before there is a file of that name."""
    with pytest.raises(NewFileError, match="'article' is reserved"):
        new_file("actor", "article", content, today=TODAY)

    assert [] == list(content.iterdir())


def test_unfilled_source_that_no_brief_names_is_advice(content):
    """A source that nothing cleared rests on is not published, so it may wait."""
    file = new_file("source", "a-b", content, today=TODAY).relative_to(content.parent).as_posix()
    (content / "briefs").mkdir()
    (content / "briefs" / "first.md").write_text(
        "---\ntitle: First\nas_of: 2031-03-06\nstatus: cleared\n---\n"
    )

    assert (file, "placeholder-left", "warning") in told(content)
