"""What is wrong with a file as such: bytes, names, links, pipes and pictures."""

import os

import pytest

from briefbook.load.files import read_file
from tests.pictures import PNG

from .books import HEAD, find_mistakes, told

CASE = "content/briefs/case.md"


def test_bytes_that_are_not_utf8_are_named_one_by_one(check):
    """Each damaged byte has its line, counted over both kinds of line end."""
    text = (
        b"---\r\ntitle: Caf\xe9\r\nas_of: 2031-03-06\r\nproduct: flash-update\r\nbottom_line: \xff\r\n---\r\n"
    )

    assert [f"{CASE}:2 file-encoding", f"{CASE}:5 file-encoding"] == check({CASE: text})


def test_a_flood_of_damaged_bytes_is_told_twenty_times(check):
    """A file of another encoding is not reported byte by byte for ever."""
    assert [f"{CASE}:1 file-encoding"] * 20 == [
        each for each in check({CASE: b"\xff" * 5000}) if "encoding" in each
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_told_by_its_first_bytes(check, encoding):
    """A file saved as UTF-16 is named as what it is."""
    data = ("\ufeff" + HEAD + "---\n").encode(encoding)

    assert [f"{CASE}:1 file-encoding"] == check({CASE: data})


def test_utf8_with_a_byte_order_mark_is_read(check):
    """A byte order mark is no mistake and shifts no column."""
    assert [] == check({CASE: ("\ufeff" + HEAD + "---\n").encode()})


def test_link_is_not_followed(book):
    """A brief, or a folder, that is a link is refused, wherever it leads."""
    folder = book({})
    (folder / CASE).symlink_to(folder / "content/briefs/2031-03-04.md")
    (folder / "content/pages").symlink_to(folder / "content/briefs")
    (folder / "seeds/other.yaml").symlink_to("/dev/null")

    assert [f"{CASE}:1 file-linked", "content/pages:1 file-linked", "seeds/other.yaml:1 file-linked"] == told(
        find_mistakes(folder)
    )


def test_pipe_is_not_waited_for(book):
    """A pipe among the briefs is refused at once."""
    folder = book({})
    os.mkfifo(folder / CASE)

    assert [f"{CASE}:1 file-not-regular"] == told(find_mistakes(folder))


@pytest.mark.parametrize("name", [CASE, "content/briefs/gates.png"])
def test_file_that_may_not_be_read_is_named(book, monkeypatch, name):
    """A file without permission to read is an error at its name, and the other files are read."""

    def read(path, limit):
        if path.match(name):
            raise PermissionError(13, "Permission denied")
        return read_file(path, limit)

    folder = book({name: ""})
    monkeypatch.setattr("briefbook.load.memory.read_file", read)
    (found,) = find_mistakes(folder)

    assert (name, "file-not-regular") == (found.file, found.rule)
    assert "it cannot be read: Permission denied" == found.message


def test_name_that_is_not_utf8_is_shown_with_a_sign_in_its_place(book):
    """A file whose name has no characters is passed over, with a warning."""
    folder = book({})
    (folder / "content/briefs" / os.fsdecode(b"caf\xe9.md")).touch()

    assert ["content/briefs/caf\ufffd.md:1 file-name"] == told(find_mistakes(folder))


@pytest.mark.parametrize(
    ("text", "line"),
    [("", 1), ("\n \n", 1), ("# Situation\n", 1), ("Situation", 1), ("---\ntitle: Situation\n", 1)],
)
def test_brief_without_front_matter_is_refused(check, text, line):
    """An empty file, a bare body, and front matter that does not end are each an error."""
    assert [f"{CASE}:{line} front-matter-missing"] == check({CASE: text})


def test_front_matter_that_ends_with_the_file_has_an_empty_body(check):
    """The last fence needs no line end."""
    assert [] == check({CASE: HEAD + "---"})


def test_picture_beside_a_brief_is_known(check):
    """A picture of a known kind is no stray file."""
    assert [] == check({"content/briefs/gates.png": PNG, CASE: HEAD + "---\n![The gates](gates.png)\n"})


def test_picture_that_is_none_is_refused(check):
    """A file that only calls itself a picture is an error."""
    assert ["content/briefs/gates.png:1 picture-invalid"] == check({"content/briefs/gates.png": b"<script>"})


def test_broken_picture_is_refused(check):
    """A picture that was cut short is an error when it is checked, not when it is published."""
    assert ["content/briefs/gates.png:1 picture-invalid"] == check({"content/briefs/gates.png": PNG[:-9]})


@pytest.mark.parametrize(
    "name",
    [
        "content/notes.txt",
        "content/briefs/notes.docx",
        "content/briefs/.hidden.md",
        "content/actors/gates.png",
        "content/actors/more/vale.yaml",
        "content/briefs/case.yml",
    ],
)
def test_file_that_nothing_reads_is_a_warning(check, name):
    """A stray file, and a folder within a folder, is named; it would not be published."""
    stray = "content/actors/more" if "more/" in name else name

    assert [f"{stray}:1 file-unexpected"] == check({name: ""})


@pytest.mark.parametrize("name", ["content/.gitkeep", "content/briefs/.DS_Store", "content/briefs/case.md~"])
def test_what_systems_and_editors_leave_is_passed_over(check, name):
    """Backups and the files of desktops are no findings."""
    assert [] == check({name: "x"})


def test_brief_may_be_yaml_alone(check):
    """A brief without a body may be a .yaml file; a body in it is an error."""
    text = HEAD.removeprefix("---\n")

    assert [] == check({"content/briefs/case.yaml": text})


def test_body_stands_beneath_the_front_matter(check):
    """`body` is no key of a brief, in either form of file."""
    found = check({"content/briefs/case.yaml": HEAD.removeprefix("---\n") + "body: The gates.\n"})

    assert ["content/briefs/case.yaml:7 key-unknown"] == found


def test_markdown_that_takes_too_long_is_named(check):
    """A body that the second engine cannot convert in its time is an error, and the check goes on."""
    settings = """\
plugins:
- briefbook:
    default_tlp: CLEAR
    markdown: python-markdown
    limits: {page_seconds: 1}
"""
    assert [f"{CASE}:9 markdown-slow"] == [
        each
        for each in check({"mkdocs.yml": settings, CASE: HEAD + "---\n" + "[" * 20_000 + "\n"})
        if "markdown-slow" in each
    ]


def test_usual_markdown_is_quick_in_either_engine(check):
    """The same limit lets an ordinary body pass."""
    settings = "plugins:\n- briefbook: {default_tlp: CLEAR, markdown: python-markdown}\n"

    assert [] == check({"mkdocs.yml": settings, CASE: HEAD + "---\nA [[vale]] with **words**.\n"})


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words\n", "~\n"])
def test_record_has_keys(check, text):
    """A file that is no mapping is an error on its first line."""
    found = check({"content/actors/mayor.yaml": text})

    assert ["content/actors/mayor.yaml:1 value-type"] == found
