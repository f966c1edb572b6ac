"""The command `briefbook distil`."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefbook.cli import main
from briefbook.distil.draft import Draft, Rejected

RIVER = Path(__file__).parent.parent / "build" / "cases" / "river"
TEXT = (
    "Gates stay shut\n\nBy Ada Moor\n\n3 March 2031\n\n"
    "Interior Minister Karl Vandemeer said on Tuesday that the gates could open by 20 March.\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the command in an empty folder that holds one article."""
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text(TEXT, encoding="utf-8")

    def invoke(*words, **others):
        return CliRunner().invoke(main, ["distil", *words], **others)

    return invoke


def test_brief_goes_to_the_output(run):
    """Without -o the brief is printed, dated as the article says."""
    result = run("article.txt")

    assert result.exit_code == 0
    assert result.stdout.startswith("---\ntitle: Gates stay shut\nas_of: 2031-03-03\n")


def test_json_has_places_in_the_file(run):
    """As JSON a draft is one line, and its places count in the file as it is."""
    Path("windows.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    result = run("windows.txt", "--format", "json")

    (indirect,) = json.loads(result.stdout)["indirect"]
    assert (
        TEXT.replace("\n", "\r\n")[indirect["start"] : indirect["end"]] == "the gates could open by 20 March"
    )


def test_option_outranks_the_articles_date(run):
    """What the analyst says about the date counts."""
    assert "as_of: 2031-04-01\n" in run("article.txt", "--date", "2031-04-01").stdout


def test_article_without_a_date_says_so(run):
    """Where no date is known, the command asks for it and goes on."""
    result = run("-", input="They met.\n\nKarl Vandemeer said the road was closed.\n")

    assert result.exit_code == 0
    assert "standard input: no date found" in result.stderr
    assert "as_of: todo\n" in result.stdout


def test_page_is_read_as_a_page(run):
    """A saved web page gives its article, not its markup."""
    body = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n") * 3)
    Path("page.html").write_text(
        f"<!doctype html><html><title>Gates</title><body><article><h1>Gates</h1>{body}</article>",
        encoding="utf-8",
    )

    assert "karl-vandemeer" in run("page.html").stdout


def test_file_is_never_written_over(run):
    """A brief goes into a new file, and one that exists stays as it is."""
    assert run("article.txt", "-o", "new/brief.md").exit_code == 0
    before = Path("new/brief.md").read_text(encoding="utf-8")
    result = run("article.txt", "-o", "new/brief.md", "--date", "2031-04-01")

    assert result.exit_code == 2
    assert "exists already; it was not changed" in result.stderr
    assert Path("new/brief.md").read_text(encoding="utf-8") == before


def test_several_articles_go_into_a_folder(run):
    """Several briefs need a folder, and become a file each; as JSON they are lines."""
    shutil.copy("article.txt", "second.txt")

    assert run("article.txt", "second.txt").exit_code == 2
    assert run("article.txt", "second.txt", "-o", "out").exit_code == 0
    assert sorted(each.name for each in Path("out").iterdir()) == ["article.md", "second.md"]
    assert len(run("article.txt", "second.txt", "--format", "json").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "there is no text in it"),
        (b"\0\1\2 binary \0", "it is not text"),
        (
            ("Le conseil a dit que les vannes ne sont pas ouvertes pour les paysans et " * 5).encode(),
            "French",
        ),
    ],
    ids=["empty", "binary", "french"],
)
def test_what_cannot_be_read_says_why(run, data, words):
    """An empty file, a binary one and another language end the command with one clear line."""
    Path("bad.txt").write_bytes(data)
    result = run("bad.txt")

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert words in result.stderr


def test_book_gives_its_names(run):
    """In a book, actors and the source have the ids of the book, and its date for the source counts."""
    shutil.copytree(RIVER, "book")
    text = (
        "Gates shut\n\nIlse Dellan said that the gates could open by 20 March. Karl Oss said it might rain.\n"
    )
    Path("book/seeds/paper.txt").write_text(text, encoding="utf-8")
    Path("book/seeds/paper.yaml").write_text(
        "publisher: P\ntitle: T\npublished: 2031-03-12\n", encoding="utf-8"
    )

    found = run("book/seeds/paper.txt", "--content", "book/content").stdout

    assert "sources:\n- paper\n" in found
    assert "as_of: 2031-03-12\n" in found
    assert "by: dellan\n" in found
    assert "id: dellan" not in found


def test_long_article_is_read_whole(run):
    """An article of 30,000 words gives what is said at its end too."""
    many = "\n\n".join(
        f"The board met for hours on matter {n} and nothing came of it at all." for n in range(2200)
    )
    Path("long.txt").write_text(f"They met\n\n{many}\n\n{TEXT}", encoding="utf-8")
    result = run("long.txt", "--format", "json", "--date", "2031-03-03")

    assert [each["text"] for each in json.loads(result.stdout)["indirect"]] == [
        "the gates could open by 20 March"
    ]


def test_what_the_verifier_rejects_is_said(run, monkeypatch):
    """A passage that an engine made up is named, and no part of the draft."""
    rejected = Draft(rejected=(Rejected("quotes", 0, 4, "Door"),))
    monkeypatch.setattr("briefbook.distil.rules.distil", lambda *_: rejected)

    result = run("article.txt")

    assert "article.txt: left out, not in the article: 'Door' (quotes)" in result.stderr
    assert result.exit_code == 0


def test_missing_library_is_named(run, monkeypatch):
    """Without the library that writes YAML, the command says how to install it."""
    monkeypatch.setitem(sys.modules, "briefbook.distil.brief", None)
    result = run("article.txt")

    assert result.exit_code == 2
    assert "pip install 'briefbook[distil]'" in result.stderr


def test_doubtful_encoding_is_said(run):
    """How a file was read is said where it is not sure."""
    Path("old.txt").write_bytes("Ada Moor said the café was shut on Monday.\n".encode("cp1252"))

    assert "old.txt: read as Windows-1252" in run("old.txt").stderr
