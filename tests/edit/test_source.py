"""`source add`: from a file to a record and a text that quotations stand in."""

import datetime as dt
import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from briefbook.cli import main
from briefbook.edit import ignored, together
from briefbook.edit.decoding import ArticleError
from briefbook.edit.proposal import Proposal
from briefbook.edit.source import _RIGHTS, Wish, add_source, propose_id
from briefbook.model.vocabulary import Rights
from tests.edit.pdfs import make_pdf

ARTICLES = Path(__file__).parent / "articles"
TODAY = dt.date(2031, 3, 6)
TEXT = "Gates stay shut\n\nBy Ada Moor\nMarch 4, 2031\n\nShe said: “We don’t open gates for applause.”\n"
BRIEF = """---
title: Gates
as_of: 2031-03-06
tlp: CLEAR
sources: [{source}]
bottom_line: The gates stay shut.
actors:
- {{id: minister, name: Dora Fenn, kind: person, aliases: [the minister]}}
claims:
- id: applause
  text: Gates are not opened for applause.
  by: minister
  status: unverified
  quote: "{quote}"
---
"""


@pytest.fixture
def book(tmp_path) -> Path:
    """A folder with an empty book in it."""
    (tmp_path / "content/briefs").mkdir(parents=True)
    return tmp_path


def run(book: Path, *arguments: str, input: str | bytes | None = None) -> tuple[int, str]:
    """Exit status and output of a command on the book."""
    result = CliRunner().invoke(
        main,
        [*arguments, "--content", str(book / "content")],
        env={"BRIEFBOOK_TEXTS": ""},
        input=input,
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def add(book: Path, data: bytes, *options: str, name: str = "article.txt") -> tuple[int, str]:
    """Exit status and output of `source add` on a file with these bytes."""
    path = book / name
    path.write_bytes(data)
    return run(book, "source", "add", str(path), *options)


def files(book: Path) -> list[str]:
    """What stands in seeds/."""
    return sorted(path.name for path in (book / "seeds").glob("*")) if (book / "seeds").exists() else []


def record(book: Path, id: str) -> dict:
    """The values of a source's record."""
    return yaml.safe_load((book / f"seeds/{id}.yaml").read_text(encoding="utf-8"))


QUOTED = {
    "news.html": ((ARTICLES / "news.html").read_bytes(), "We don't open gates for applause"),
    "statement.html": (
        (ARTICLES / "statement.html").read_bytes(),
        "لن نفتح البوابات إلا عندما يسمح المقياس بذلك",
    ),
    "blog.html": ((ARTICLES / "blog.html").read_bytes(), "Nobody has been here since Easter."),
    "utf16.html": (
        (ARTICLES / "news.html").read_text(encoding="utf-8").encode("utf-16"),
        "We don't open gates for applause",
    ),
    "plain.txt": (TEXT.encode(), "We don't open gates for applause."),
    "utf16.txt": (TEXT.encode("utf-16"), "We don't open gates for applause."),
    "windows.txt": (TEXT.replace("\n", "\r\n").encode("cp1252"), "We don't open gates for applause."),
    "report.pdf": (
        make_pdf(
            [
                [
                    "The keeper of the weir spoke to the unions in the town: “We don’t open gates for ap-",
                    "plause, and we say so.”",
                ]
            ]
        ),
        "We don't open gates for applause, and we say so.",
    ),
}


@pytest.mark.parametrize("name", QUOTED)
def test_words_of_an_added_article_can_be_quoted(book, name):
    """What was added can be quoted at once: the check finds the words in the stored text."""
    data, quote = QUOTED[name]
    told = ("--publisher", "Courier", "--title", "Gates", "--published", "2031-03-04")
    status, output = add(book, data, "--id", "courier", *told, name=name)
    assert 0 == status, output
    brief = book / "content/briefs/gates.md"
    brief.write_text(BRIEF.format(source="courier", quote=quote), encoding="utf-8")
    _, found = run(book, "check")
    other = quote.replace(quote.split()[1], "never")
    brief.write_text(BRIEF.format(source="courier", quote=other), encoding="utf-8")
    status, altered = run(book, "check")

    assert "quote-not-verbatim" not in found
    assert ": error" not in found
    assert (1, True) == (status, "quote-not-verbatim" in altered)


def test_record_says_what_the_page_says_of_itself(book):
    """Metadata comes from the page's head, each value with its origin, and the text's digest is pinned."""
    status, output = add(book, (ARTICLES / "news.html").read_bytes(), name="news.html")
    source = record(book, "river-courier-2031-03-04")
    text = (book / "seeds/river-courier-2031-03-04.txt").read_bytes()

    assert 0 == status, output
    assert ["Ada Moor", "Ben Toll"] == source["authors"]
    assert "Gates to stay shut, minister says" == source["title"]
    assert "https://courier.example/2031/03/04/gates" == source["url"]
    assert ("en-GB", "excerpt", dt.date(2031, 3, 4)) == (
        source["language"],
        source["rights"],
        source["published"],
    )
    assert hashlib.sha256(text).hexdigest() == source["sha256"]
    assert "# proposed: og:site_name" in (book / "seeds/river-courier-2031-03-04.yaml").read_text()
    assert "Unsure" not in output
    assert "Not found" not in output


def test_check_asks_for_what_the_file_does_not_tell(book):
    """What was not found stands as something to do, and the check asks for it."""
    status, output = add(
        book, b"the river rose by ten centimetres,\nand fell again.\n", name="Weir Notes.txt"
    )
    yaml_text = (book / "seeds/weir-notes.yaml").read_text()

    assert 0 == status
    assert "Not found: publisher, title, published; see the record" in output
    assert "# todo: who published it" in yaml_text
    assert 3 == run(book, "check")[1].count("error[value-missing]")


def test_first_lines_of_a_text_are_proposed_as_unsure(book):
    """Headline, byline and date of a pasted text are guesses, and marked as such."""
    _, output = add(book, TEXT.encode(), "--publisher", "The Weir Street Journal")
    source = (book / "seeds/wsj-2031-03-04.yaml").read_text()

    assert "Unsure: title, published, authors; see the record" in output
    assert "# unsure: the first line" in source
    assert ["Ada Moor"] == record(book, "wsj-2031-03-04")["authors"]


def test_what_the_author_says_outranks_the_page(book):
    """Options replace what the page says, and need no comment."""
    add(
        book,
        (ARTICLES / "news.html").read_bytes(),
        *(
            "--id",
            "gates",
            "--title",
            "The gates: shut",
            "--url",
            "https://a.example/x",
            "--rights",
            "public",
        ),
        name="news.html",
    )
    source = (book / "seeds/gates.yaml").read_text()

    assert "title: 'The gates: shut'\n" in source
    assert "url: https://a.example/x\n" in source
    assert "rights: public" in source


def test_hostile_page_writes_one_value_in_each_place(book):
    """Nothing that a page says of itself becomes a key, a script or an address of its own."""
    status, output = add(book, (ARTICLES / "hostile.html").read_bytes(), "--id", "flood", name="hostile.html")
    source = record(book, "flood")
    text = (book / "seeds/flood.txt").read_text()

    assert 0 == status, output
    assert "Line one tlp: RED - {a: b}" == source["publisher"]
    assert "CLEAR" == source["tlp"]
    assert not {"url", "published", "authors"} & source.keys()
    assert not [
        words for words in ("script", "nor this", "Hidden words", "\u202e", "turn on") if words in text
    ]
    assert "1 invisible character that no brief may hold left out" in output


def test_file_that_exists_is_kept_unless_told(book):
    """A second article of one day does not replace the first; --force does."""
    add(book, TEXT.encode(), "--id", "gates")
    before = {name: (book / "seeds" / name).read_bytes() for name in files(book)}
    status, output = add(book, b"Other words.\n", "--id", "gates")
    assert (2, True) == (status, "exists already and was not changed" in output)
    assert before == {name: (book / "seeds" / name).read_bytes() for name in files(book)}
    assert 0 == add(book, b"Other words.\n", "--id", "gates", "--force")[0]

    assert "Other words.\n" == (book / "seeds/gates.txt").read_text()
    assert ["gates.txt", "gates.yaml"] == files(book)


@pytest.mark.parametrize(
    ("data", "options", "words"),
    [
        (b"", (), "there is no text in it"),
        (b" \r\n\f\n", (), "there is no text in it"),
        (bytes(range(256)), (), "it is not text: it holds NUL bytes"),
        (
            b"PK\x03\x04word",
            (),
            "it is a Word file, a book or an archive; save the article as text, HTML or PDF",
        ),
        ("Вода поднялась на десять".encode("cp1251"), (), "name it, as in --encoding windows-1251"),
        (b"caf\xe9", ("--encoding", "utf-8"), "its bytes are not utf-8"),
        (b"caf\xe9", ("--encoding", "klingon"), "there is no encoding 'klingon'"),
        (b"caf\xe9", ("--encoding", "unicode_escape"), "there is no encoding 'unicode_escape'"),
        (b"words", ("--published", "soon"), "--published: "),
        (b"words", ("--url", "ftp://x"), "--url: 'ftp://x' is no http or https address"),
        (b"words", ("--id", "Gates!"), "'Gates!' is not an id; name it with --id"),
        (b"<html><body></body></html>", (), "no article was found in the page"),
        (b"<!doctype html>", (), "there is no page in it"),
        (make_pdf([[], []]), (), "it is a scan. Run OCR first, for example ocrmypdf"),
    ],
)
def test_file_without_a_text_writes_nothing(book, data, options, words):
    """Each file that no source can be made of is refused in one line, and nothing is written."""
    status, output = add(book, data, *options)

    assert (2, 1) == (status, output.count("\n"))
    assert words in output
    assert [] == files(book)


def test_standard_input_is_read(book):
    """A text can be pasted; without publisher and date it has to be called something."""
    status, output = run(book, "source", "add", "-", input=b"pasted words,\n")
    assert (2, True) == (status, "standard input: neither the file nor its name suggests an id" in output)
    assert 0 == run(book, "source", "add", "-", "--id", "pasted", input=b"pasted words,\n")[0]

    assert "pasted words,\n" == (book / "seeds/pasted.txt").read_text()


def test_setting_names_the_folder_of_texts(book):
    """With the setting `texts`, the text is stored there and the record in seeds/."""
    (book / "mkdocs.yml").write_text(
        "plugins:\n- briefbook:\n    texts: ../outside\n    default_tlp: GREEN\n"
    )
    inner = book / "inner"
    inner.mkdir()
    (book / "content").rename(inner / "content")
    (book / "mkdocs.yml").rename(inner / "mkdocs.yml")
    add(inner, TEXT.encode(), "--id", "gates")
    (inner / "seeds/gates.txt").write_text("an older text")
    status, output = add(inner, TEXT.encode(), "--id", "gates", "--force")

    assert TEXT == (book / "outside/gates.txt").read_text()
    assert "GREEN" == record(inner, "gates")["tlp"]
    assert (2, True) == (status, "would be read in place of" in output)


def test_mistake_in_the_settings_stops_it(book):
    """With settings that cannot be read, nobody knows where the text belongs."""
    (book / "mkdocs.yml").write_text("plugins:\n- briefbook:\n    txts: ../outside\n")
    status, output = add(book, TEXT.encode(), "--id", "gates")

    assert (1, True) == (status, "error[key-unknown]" in output)
    assert [] == files(book)


def test_text_that_git_would_take_is_warned_about(book):
    """An article's text in a repository that does not ignore it is a warning; a public one is not."""
    subprocess.run(["git", "init", "-q", str(book)], check=True)
    exposed = add(book, TEXT.encode(), "--id", "one")[1]
    public = add(book, TEXT.encode(), "--id", "two", "--rights", "public")[1]
    (book / ".gitignore").write_text("seeds/*.txt\n")
    ignored_ = add(book, TEXT.encode(), "--id", "three")[1]

    assert ["Warning: git does not ignore" in each for each in (exposed, public, ignored_)] == [
        True,
        False,
        False,
    ]


def test_without_git_nothing_is_said(monkeypatch, tmp_path):
    """Where there is no git, no file is exposed by it."""
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not ignored.is_exposed(tmp_path / "x.txt")


def test_failure_leaves_everything_as_it_was(tmp_path):
    """When the second of two files cannot be written, the first is put back."""
    first, second = tmp_path / "a.txt", tmp_path / "b.yaml"
    first.write_bytes(b"before")
    second.mkdir()
    with pytest.raises(OSError, match=r"b\.yaml"):
        together.write_together({first: b"after", second: b"after"}, replace=True)
    third = tmp_path / "c.txt"
    with pytest.raises(FileExistsError):
        together.write_together({third: b"after", first: b"after"})

    assert b"before" == first.read_bytes()
    assert ["a.txt", "b.yaml"] == sorted(path.name for path in tmp_path.iterdir())


def test_folder_that_cannot_be_written_is_said(tmp_path):
    """A file in the place of seeds/ is said in one line."""
    (tmp_path / "seeds").write_text("")
    with pytest.raises(ArticleError, match="nothing was written"):
        add_source(b"words", "a.txt", Wish(id="a"), tmp_path, None, TODAY)


@pytest.mark.parametrize(
    ("publisher", "url", "published", "name", "id"),
    [
        ("The Wall Street Journal", "", "2014-06-15", "", "wsj-2014-06-15"),
        ("Reuters", "", "2014-06-15", "", "reuters-2014-06-15"),
        ("Süddeutsche Zeitung", "", "2014-06", "", "suddeutsche-zeitung-2014-06"),
        ("courier.example", "", "2031-03-04", "", "courier-2031-03-04"),
        ("وزارة المياه", "https://www.waters.example/17", "2031-03-05", "", "waters-2031-03-05"),
        ("وزارة المياه", "https://localhost/17", "2031-03-05", "Statement 17.html", "statement-17"),
        ("Reuters", "", "../2014", "x.pdf", "x"),
        ("", "", "", "Article.html", "saved-article"),
        ("", "", "", "", ""),
    ],
)
def test_id_is_made_of_publisher_and_date(publisher, url, published, name, id):
    """An id is short, says who and when, and falls back on the file's name."""
    told = {"publisher": publisher, "url": url, "published": published}

    assert id == propose_id({key: Proposal(value, "") for key, value in told.items() if value}, name)


def test_each_kind_of_rights_is_explained():
    """A record says in words what its rights allow."""
    assert tuple(_RIGHTS) == Rights.__args__


@pytest.mark.parametrize(
    ("name", "module"), [("news.html", "briefbook.edit.page"), ("a.pdf", "briefbook.edit.pdf")]
)
def test_missing_extra_is_named(book, monkeypatch, name, module):
    """Without the packages for pages and PDFs one line says what to install, and a text still works."""
    monkeypatch.setitem(sys.modules, module, None)
    data = (ARTICLES / name).read_bytes() if name == "news.html" else make_pdf([["words"]])
    status, output = add(book, data, name=name)

    assert (2, True) == (status, "pip install 'briefbook[sources]'" in output)
    assert 0 == add(book, TEXT.encode(), "--id", "gates")[0]


def test_same_file_gives_the_same_bytes(book, tmp_path):
    """Two people who add one page on one day have one record and one text."""
    data = (ARTICLES / "news.html").read_bytes()
    for name in ("a", "b"):
        add_source(data, "news.html", Wish(id="gates"), tmp_path / name, None, TODAY)

    for file in ("gates.yaml", "gates.txt"):
        assert (tmp_path / "a/seeds" / file).read_bytes() == (tmp_path / "b/seeds" / file).read_bytes()
