"""What is read out of texts, pages and PDFs, whatever shape they come in."""

import codecs
import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.edit import extract as extracting
from briefbook.edit.decoding import ArticleError, clean, decode_article
from briefbook.edit.extract import extract
from briefbook.edit.pdf import read_pdf
from briefbook.edit.proposal import find_date, propose_from_lines, split_names, web_address
from briefbook.text.verbatim import Text
from tests.edit.pdfs import lock_pdf, make_pdf

ARTICLES = Path(__file__).parent / "articles"
WORDS = "“Café Ötz – naïve,” she said.\n"
GUESSED = ("read as Windows-1252, for want of another sign: look at its accents and marks",)


def page(name: str):
    """The article in one of the saved pages."""
    return extract((ARTICLES / f"{name}.html").read_bytes())


def values(article) -> dict:
    """What an article proposes, by key, and whether it is sure."""
    return {key: (each.value, each.is_unsure) for key, each in article.proposals.items()}


def html(body: str, head: str = "", attributes: str = "") -> bytes:
    """A page with an article of some length."""
    paragraph = "<p>The river rose by ten centimetres in one night, the keeper of the weir said on {}.</p>"
    days = "Monday Tuesday Wednesday Thursday Friday".split()
    text = "".join(map(paragraph.format, days))
    return (
        f"<html {attributes}><head>{head}</head><body><article>{body}{text}</article></body></html>".encode()
    )


def linked(value: str) -> str:
    """A script of JSON-LD."""
    return f'<script type="application/ld+json">{value}</script>'


def meta(name: str, content: str) -> str:
    """A sign in a page's head."""
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("data", "notes"),
    [
        (WORDS.encode(), ()),
        (codecs.BOM_UTF8 + WORDS.encode(), ()),
        (WORDS.encode("utf-16"), ()),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), ()),
        (WORDS.encode("utf-32"), ()),
        (codecs.BOM_UTF32_BE + WORDS.encode("utf-32-be"), ()),
        (WORDS.encode("cp1252"), GUESSED),
    ],
)
def test_encoding_is_seen(data, notes):
    """A mark at the start, UTF-8 and at last Windows-1252 are read without being told."""
    assert (WORDS, notes) == decode_article(data)


def test_author_and_page_name_an_encoding():
    """What is not UTF-8 is read as the author says, else as the page declares; Latin-1 means Windows-1252."""
    assert "Вода" == decode_article("Вода".encode("cp1251"), told="windows-1251").text
    assert "Вода" == decode_article("Вода".encode("koi8-r"), declared="KOI8-R").text
    assert "“a”" == decode_article("“a”".encode("cp1252"), declared="iso-8859-1").text
    assert "“a”" == decode_article("“a”".encode(), declared="iso-8859-1").text
    with pytest.raises(ArticleError, match="are not utf-8"):
        decode_article(b"\xff\xff", declared="utf8")
    with pytest.raises(ArticleError, match="are not cp1252"):
        decode_article(b"five words and a \x81")


@pytest.mark.parametrize(
    "head",
    [b'<meta charset="koi8-r">', b'<meta http-equiv=Content-Type content="text/html; charset=koi8-r">'],
)
def test_page_declares_its_encoding(head):
    """A page that is not UTF-8 is read as it declares, in either form."""
    data = html("<h1>Вода поднялась</h1>").decode().encode("koi8-r").replace(b"<head>", b"<head>" + head)

    assert extract(data).text.startswith("Вода поднялась\n\n")


def test_xhtml_declares_its_encoding():
    """The XML declaration of a page counts, and does no harm."""
    data = b'<?xml version="1.0" encoding="koi8-r"?>' + html("<h1>Вода</h1>").decode().encode("koi8-r")

    assert extract(data).text.startswith("Вода\n\n")


def test_stored_text_has_plain_lines_and_the_publisher_s_letters():
    """Line ends, page breaks and invisible commands are made plain; letters, composed or not, stay."""
    letters = "cafe\u0301 caf\u00e9 \ufb01n a\u00adb 1\u00a0km"
    stored = clean(f"\ufeffone  \r\ntwo\rthree\u2028four \f five\x07\u202e\n\n\n\n{letters}\n\n")

    assert f"one\ntwo\nthree\nfour\n\nfive\n\n{letters}\n" == stored.text
    assert ("3 invisible characters that no brief may hold left out",) == stored.notes
    assert ("", ()) == clean("\n\n")


def test_limits_are_limits(monkeypatch):
    """A file and a text of just the permitted size are read, and of one byte more refused."""
    monkeypatch.setattr(extracting, "MOST_BYTES", 2**20)
    monkeypatch.setattr(extracting, "MOST_TEXT_BYTES", 2**19)

    assert 2**19 == len(extract(b"a" * (2**19 - 1)).text)
    with pytest.raises(ArticleError, match="its text has more than 0 MiB"):
        extract(b"a" * 2**19)
    with pytest.raises(ArticleError, match="its text"):
        extract(b"a" * 2**20)
    with pytest.raises(ArticleError, match="it has more than 1 MiB"):
        extract(b"a" * (2**20 + 1))


def test_news_page_keeps_what_readers_read():
    """Headline, captions, headings, lists, quotations and tables stay in order; menus and scripts go."""
    assert [
        "Gates to stay shut, minister says",
        "The gates of Lower Weir on Monday. Photo: Cee Rill",
        "The gates of Lower Weir will stay shut until",
        "“We don’t open gates for ap\u00adplause,” Minister",
        "What farmers want",
        "Upstream, the farmers’ union said it would",
        "“Without numbers there’s no trust,” said",
        "Gauge at the bridge of Marshton: 1.12 metres.",
        "Gauge at Lower Weir: 0.87 metres.",
        "Year Opened",
        "2030 12 May",
        "The talks go on in Marshton on Thursday —",
    ] == [
        each[: each.find(" ", 40)] if len(each) > 50 else each
        for each in page("news").text[:-1].split("\n\n")
    ]
    assert "in Marshton. “We open them when" in page("news").text
    assert () == page("news").notes


def test_old_page_is_proposed_with_doubt():
    """A page without signs for machines gives what it shows, and each guess is marked."""
    assert {
        "title": ("Notes from the towpath", True),
        "authors": (("Wim Oever",), False),
        "published": ("2031-06-12", True),
    } == values(page("blog"))
    assert "what it says.\nIt says eighty-seven." in page("blog").text


def test_statement_in_arabic_is_read():
    """A ministry's page that runs from right to left gives its text and its record."""
    article = page("statement")

    assert ("بيان بشأن بوابات السد الأدنى", False) == values(article)["title"]
    assert ("ar", False) == values(article)["language"]
    assert Text(article.text).find("لن نفتح البوابات إلا عندما يسمح المقياس بذلك")


def test_page_behind_a_wall_says_so():
    """A page that was saved before its text showed is read with a warning."""
    notes = page("wall").notes

    assert notes[0].startswith("only ")
    assert "the page speaks of consent, subscription or scripts" == notes[1]
    assert "the page says that it is not free to read: see whether the text is whole" == notes[2]
    assert 1 == len(extract(b"<html><article><p>The river rose by ten centimetres in one night.</p>").notes)
    with pytest.raises(ArticleError, match=r"\(the page speaks of consent, subscription or scripts\)"):
        extract(b"<html><head><title>Sign in</title></head><body></body></html>")


def test_headline_outside_the_article_is_put_first():
    """The headline that stands over the article belongs to its text; the site's name does not."""
    data = html("", "<meta property='og:title' content='The river rose - Courier'>").replace(
        b"<article>",
        b"<header><h1>Courier of the Valley</h1><h1>The river <i>rose</i></h1></header><article>",
    )

    assert extract(data).text.startswith("The river rose\n\nThe river rose by ten")


def test_dates_that_differ_are_unsure():
    """Where two signs name two days, the first is proposed and the other named."""
    head = (
        '<meta name="date" content="2031-03-05"><meta property="article:published_time" content="2031-03-04">'
    )
    found = extract(html("", head)).proposals["published"]

    assert ("2031-03-04", True) == (found.value, found.is_unsure)
    assert "article:published_time; date says 2031-03-05" == found.origin


@pytest.mark.parametrize(
    ("head", "key", "value"),
    [
        (
            meta("citation_author", "Moor, Ada") + meta("citation_author", "B. Toll"),
            "authors",
            ("Ada Moor", "B. Toll"),
        ),
        (
            meta("author", "By Ada Moor, Ben Toll and Cee Rill"),
            "authors",
            ("Ada Moor", "Ben Toll", "Cee Rill"),
        ),
        (meta("article:author", "https://face.example/ada"), "authors", None),
        (meta("citation_publication_date", "2031/3/4"), "published", "2031-03-04"),
        (meta("date", "20310304T1000"), "published", "2031-03-04"),
        (meta("og:url", "/relative"), "url", None),
        (meta("og:locale", "de_AT"), "language", "de-AT"),
        (meta("application-name", "Courier"), "publisher", "Courier"),
        (meta("og:title", "x" * 400), "title", None),
        (linked('{"@type": "Report", "publisher": {"name": "Courier"}}'), "publisher", "Courier"),
        (
            linked('{"@type": "WebPage", "mainEntityOfPage": {"@id": "https://a.example"}}'),
            "url",
            "https://a.example",
        ),
        ('<link rel="canonical" href="https://www.courier.example/1">', "publisher", "courier.example"),
    ],
)
def test_sign_in_a_head_is_read(head, key, value):
    """Each way in which pages name their author, day, address, language and publisher is understood."""
    found = extract(html("", head)).proposals

    if value is None:
        assert key not in found or found[key].origin == "the first line"
    else:
        assert value == found[key].value


def test_marks_in_the_body_are_signs():
    """A byline's class and a microdata date are read where the head says nothing."""
    body = '<p class="byline">By Ada Moor</p><meta itemprop="datePublished" content="2031-03-04">'

    assert ("Ada Moor",) == extract(html(body)).proposals["authors"].value
    assert "2031-03-04" == extract(html(body)).proposals["published"].value


def test_browser_s_note_gives_the_address():
    """The address at which a browser saved a page is proposed where the page names none."""
    noted = b"<!-- saved from url=(0030)https://courier.example/gates -->" + html("")
    found = extract(noted).proposals

    assert ("https://courier.example/gates", True) == (found["url"].value, found["url"].is_unsure)


READINGS = [
    """Weir Authority - Report 12

Readings of the spring
The Authority publishes the readings of the spring, after negotia-
tions with the unions. The gauge-book was kept day by day, and the
measure-
ments are complete.
A second paragraph begins here, and is as long as the others are, and
12""".split("\n"),
    """Weir Authority - Report 13
goes on over the page. The negotiations went on, and the gauge-
book was shown to all who wished to see it, as was Ada Moor-
Toll.""".split("\n"),
    ["Weir Authority - Report 14", "An end."],
    [],
]
READ = """Readings of the spring

The Authority publishes the readings of the spring, after negotiations with the unions. \
The gauge-book was kept day by day, and the measure\u00adments are complete.

A second paragraph begins here, and is as long as the others are, and goes on over the page. \
The negotiations went on, and the gauge-book was shown to all who wished to see it, as was Ada Moor-Toll.

An end.
"""


def test_pdf_is_put_back_into_paragraphs():
    """Running heads and page numbers go, lines become paragraphs, words cut at a line's end are closed."""
    article = read_pdf(
        make_pdf(
            READINGS, Title="Microsoft Word - a.doc", Author="Ada Moor; Ben Toll", CreationDate="D:20310310"
        )
    )

    assert READ == clean(article.text).text
    assert ("words cut at a line's end were closed (2): look at compound words",) == article.notes
    assert {
        "title": ("Readings of the spring", True),
        "authors": (("Ada Moor", "Ben Toll"), True),
        "published": ("2031-03-10", True),
    } == values(article)
    assert Text(article.text).find("the measurements are complete")


def test_pdf_s_own_title_is_proposed():
    """A PDF's description is a proposal that an author has to look at."""
    found = read_pdf(make_pdf([["Notes of the keeper, written down at night."]], Title="Readings")).proposals

    assert ("Readings", True) == (found["title"].value, found["title"].is_unsure)
    assert {"title"} == found.keys()


def test_locked_and_damaged_pdfs_are_refused():
    """A PDF that needs a password or is cut off says so; one that only forbids printing is read."""
    data = make_pdf([["The gates stay shut until the river has risen."]])

    assert "The gates stay shut" in read_pdf(lock_pdf(data, "")).text
    with pytest.raises(ArticleError, match="locked with a password; save a copy without one"):
        read_pdf(lock_pdf(data, "secret"))
    with pytest.raises(ArticleError, match="no PDF that can be read"):
        extract(data[:300])
    with pytest.raises(ArticleError, match="no PDF that can be read"):
        read_pdf(data.replace(b"/Type /Pages /Kids [", b"/Type /Pages /Kids 7 ["))
    with pytest.raises(ArticleError, match="there is no text in it"):
        extract(make_pdf([["A running head"]] * 3))


def test_pdf_with_nameless_signs_is_noted(monkeypatch):
    """Signs that a font does not name are gaps in the text, and said."""
    monkeypatch.setattr("briefbook.edit.pdf._open", lambda _: (["The \0ood rose by \ufffdve metres."], {}))

    assert ("its fonts have signs without a letter (2): look for gaps",) == read_pdf(b"").notes


def test_encrypted_pdf_without_the_means_is_refused(monkeypatch):
    """A cipher that needs a package we do not have is said as such, not as damage."""
    from pypdf.errors import DependencyError

    def fail(_: object) -> None:
        raise DependencyError("cryptography is required")

    monkeypatch.setattr("briefbook.edit.pdf.PdfReader", fail)
    with pytest.raises(ArticleError, match="it is encrypted; save a copy without a password"):
        read_pdf(b"")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Updated June 15, 2014 10:00 p.m. ET", "2014-06-15"),
        ("15th June 2014", "2014-06-15"),
        ("15. Jun 2014", "2014-06-15"),
        ("Sept. 3, 2014", ""),
        ("2014-06-15T22:00:00Z", "2014-06-15"),
        ("2014-13-45 or 2014-06-15", "2014-06-15"),
        ("call 20140615123", ""),
        ("no date", ""),
    ],
)
def test_date_is_found_in_words(words, day):
    """Dates are read as pages and papers write them, and never guessed."""
    assert day == find_date(words)


def test_names_are_taken_out_of_bylines():
    """A byline's names come one by one, each once."""
    assert ("Ada Moor", "Ben Toll", "Cee Rill") == split_names(
        ["BY: Ada Moor, Ben Toll & Cee Rill", "Ada Moor"]
    )
    assert ("Ada Moor", "Ben Toll") == split_names(
        ["By Ada Moor ·", "By Ben Toll – March 4, 2031 | 3 min read"]
    )
    assert ("Agent 7",) == split_names(["Agent 7 —"])
    assert () == split_names(["https://a.example", "", " , ", " · "])


def test_text_that_begins_with_a_sentence_has_no_headline():
    """A first line that ends as a sentence does is no title."""
    assert {} == propose_from_lines("The gates stay shut.\nNobody knows why.\n")
    assert {} == propose_from_lines("")


def test_only_web_addresses_are_addresses():
    """Scripts, files and words are no address of an article."""
    refused = (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "words",
        "https://a b",
        "https://a.example/\x1b",
        "https://[x",
        "https://:80/",
    )

    assert [] == [each for each in refused if web_address(each)]
    assert "https://a.example/x?y#z" == web_address(" https://a.example/x?y#z ")


PIECES = st.sampled_from(
    [
        *"<p> </p> <div> <article> <h1> <figure> <figcaption> <ul><li> <br> <!-- --> <script>".split(),
        *"</script> <?pi x?> <svg><p> <template> &nbsp; &#0; &#x202e; '> \ufffe".split(),
        "<time datetime=",
        "<p hidden>",
        "<meta property='og:title' content='",
        "<link rel='canonical' href='https://[x'>",
        "words that stand in a page ",
        linked('{"@type": ["Article"], "author": {"name": [1]}, "publisher": [["x"]]}'),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=40))
def test_no_page_breaks_the_reading(pieces):
    """Whatever stands in a page, it gives a text or a reason."""
    with contextlib.suppress(ArticleError):
        assert extract(f"<html>{''.join(pieces)}".encode("utf-8", "replace")).text.strip()


@given(st.binary(max_size=300), st.sampled_from(["", "utf-16", "hex", "idna", "utf-7", "unicode_escape"]))
def test_no_bytes_break_the_reading(data, encoding):
    """Whatever bytes a file holds and whatever encoding is named, it gives a text or a reason."""
    with contextlib.suppress(ArticleError):
        assert extract(data, encoding).text.strip()
