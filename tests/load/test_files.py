"""Files are read as they stand: never through a link, never beyond a limit."""

import os

import pytest

from briefbook.load.book import load_book
from briefbook.load.files import iter_files, read_file
from briefbook.load.source import decode, open_text
from briefbook.model.settings import Limits, Settings


def make(folder, *names):
    """Empty files with these names."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")


def test_files_come_in_order_of_path(tmp_path):
    """Whatever order the file system has, the order of names is the same everywhere."""
    make(
        tmp_path,
        "content/pages/b.md",
        "content/pages/a.md",
        "content/actors/c.yaml",
        "seeds/d.yaml",
        "seeds/d.txt",
    )

    assert [
        ("content/actors/c.yaml", "actors"),
        ("content/pages/a.md", "pages"),
        ("content/pages/b.md", "pages"),
        ("seeds/d.yaml", "sources"),
    ] == list(iter_files(tmp_path, tmp_path / "content"))


def test_content_may_have_another_name(tmp_path):
    """The folder's own name stands in each path."""
    make(tmp_path, "inhalt/pages/a.md")

    assert [("inhalt/pages/a.md", "pages")] == list(iter_files(tmp_path, tmp_path / "inhalt"))


def test_reading_stops_a_byte_beyond_the_limit(tmp_path):
    """A large file costs no more than its limit."""
    (tmp_path / "a").write_bytes(b"x" * 100)

    assert b"x" * 11 == read_file(tmp_path / "a", 10)
    assert b"x" * 100 == read_file(tmp_path / "a", 100)


def test_what_is_no_regular_file_cannot_be_read(tmp_path):
    """A folder, a link and a pipe are refused without waiting."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "link", "pipe", "nothing"):
        with pytest.raises(OSError, match=r"."):
            read_file(tmp_path / name, 10)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\n", "a\nb\n"),
        (b"\xef\xbb\xbfa", "a"),
        (b"a\rb", "a\rb"),
        ("a\u0085b\u2028c".encode(), "a\u0085b\u2028c"),
        (b"", ""),
    ],
)
def test_text_has_one_kind_of_line_end(data, text):
    """CRLF becomes LF and a byte order mark goes; what editors do not take for a line end stays."""
    assert (text, []) == decode(data)


def test_lines_are_counted_as_editors_count_them():
    """NEL and the line separator end no line, so what follows them stands on the same one."""
    opened = open_text("a: \u0085b\nc: d: e\n".encode(), Limits(), is_markdown=False)

    assert ["character-forbidden", "yaml-syntax"] == [each.rule for each in opened.mistakes]
    assert 1 == opened.text.count("\n", 0, opened.mistakes[1].start)


def test_tab_before_a_key_is_named(tmp_path):
    """A tab is no indentation in YAML."""
    opened = open_text(b"a:\n\tb: c\n", Limits(), is_markdown=False)

    assert ["yaml-syntax"] == [each.rule for each in opened.mistakes]


def test_text_of_a_source_comes_from_the_first_folder_that_has_it(tmp_path):
    """seeds/ first, then the folder of the command, then that of the settings."""
    make(tmp_path, "content/.gitkeep")
    for id in ("one", "two", "three"):
        (tmp_path / "seeds").mkdir(exist_ok=True)
        (tmp_path / f"seeds/{id}.yaml").write_text("publisher: P\ntitle: T\npublished: 2031\n")
    for folder, ids in (("seeds", ["one"]), ("given", ["one", "two"]), ("set", ["one", "two", "three"])):
        (tmp_path / folder).mkdir(exist_ok=True)
        for id in ids:
            (tmp_path / folder / f"{id}.txt").write_text(folder)

    loaded = load_book(tmp_path, tmp_path / "content", Settings(texts="set"), tmp_path / "given")

    assert {"one": "seeds", "two": "given", "three": "set"} == loaded.book.texts


def test_book_without_seeds_is_a_book(tmp_path):
    """Neither seeds/ nor any file is needed."""
    (tmp_path / "content").mkdir()

    assert {} == load_book(tmp_path, tmp_path / "content", Settings()).book.places
