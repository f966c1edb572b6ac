"""Corrections: what they may be about, and when."""

import pytest

from tests.check.books import HEAD, find_mistakes, make_book, told

CASE = "content/briefs/case.md"


def correction(entry, date="2031-03-06"):
    """A brief of 6 March with a correction, in its ninth line."""
    return f"{HEAD}corrections:\n- {{date: {date}, entry: {entry}, was: a, now: b, reason: ours}}\n---\n"


@pytest.mark.parametrize(
    "entry",
    """gates-shut who-pays harbour-board/open-gates vale share-costs courier
    2031-03-04 case""".split(),
)
def test_whatever_readers_see_can_be_corrected(entry, tmp_path):
    """Entries of any brief, positions, actors, issues, sources and briefs."""
    assert [] == find_mistakes(make_book(tmp_path, {CASE: correction(entry)}))


@pytest.mark.parametrize(
    ("entry", "message", "help"),
    [
        ("about", "`about` is a page, not a record", "`actor/issue`"),
        ("val", "there is no record `val`", "did you mean `vale`?"),
        ("gates-shot", "there is no record `gates-shot`", "did you mean `gates-shut`?"),
    ],
)
def test_nothing_else_can(entry, message, help, tmp_path):
    """A free page has no notices, and a slip in an id gets its help."""
    files = {CASE: correction(entry), "content/pages/about.md": "---\ntitle: About\n---\nWe.\n"}
    (found,) = find_mistakes(make_book(tmp_path, files))

    assert ("id-unknown", message) == (found.rule, found.message)
    assert help in found.help


def test_correction_comes_after_the_brief_that_was_wrong(tmp_path):
    """A notice in an earlier brief about a later one is refused on the same ground."""
    later = f"{HEAD}events:\n- {{id: e, date: 2031-03-06, title: They met, words: meet again}}\n---\n"
    files = {
        CASE: correction("e", "2031-03-07"),
        "content/briefs/later.md": later.replace("as_of: 2031-03-06", "as_of: 2031-03-08"),
    }

    assert [f"{CASE}:9 correction-early"] == told(find_mistakes(make_book(tmp_path, files)))


def test_warning_tells_which_source_corrects_and_what_to_do(tmp_path):
    """It stands where the source is named, else at the words, and once for each piece of evidence."""
    courier = "publisher: The Courier\ntitle: Gates stay shut after collision\npublished: 2031-03-04\n"
    mended = "publisher: The Courier\ntitle: Mended\npublished: 2031-03-05\n"
    files = {
        "seeds/courier.yaml": f"{courier}corrected_by: mended\n",
        "seeds/mended.yaml": mended,
        "content/briefs/2031-03-04.md": None,
        CASE: f"{HEAD}events:\n- id: e\n  date: 2031-03-04\n  title: Gates shut\n"
        "  words: stayed shut on Tuesday\n"
        "  evidence:\n  - {source: courier, words: harbour board said}\n---\n",
    }
    mistakes = find_mistakes(make_book(tmp_path, files))
    found = [each for each in mistakes if each.rule == "source-corrected"]

    assert [(12, 10), (14, 14)] == [(each.line, each.column) for each in found]
    assert "the publisher corrected `courier` on 5 March 2031, with `mended`" == found[0].message
    assert "read `mended`; quote from it, or allow this and say why the words still hold" == found[0].help
