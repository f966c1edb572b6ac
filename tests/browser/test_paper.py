"""What comes out of a printer: A4, marked on every sheet, without what only a screen needs."""

import io

import pypdf
import pytest

A4 = (595, 842)
CHROME = (
    "Skip to the content",
    "Sections",
    "Search",
    "Timeline\nSources",
    "Show all",
    "Words\nStance",
    "History of the",
)


@pytest.fixture
def printed(reader):
    """A function that prints a page, for a reader in dark mode, and returns the PDF."""
    page = reader(viewport={"width": 1440, "height": 900}, color_scheme="dark")

    def print_page(address):
        page.goto(address)
        return pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))

    return print_page


def sheets(pdf):
    """The words of each sheet."""
    return [sheet.extract_text() for sheet in pdf.pages]


@pytest.mark.parametrize(
    ("path", "words", "most"),
    [
        ("briefs/2014-06-15-iraq.html", "Washington and Tehran weigh working", 19),
        ("actors/iran.html", "Positions it", 6),
        ("positions/index.html", "Where everyone stands", 6),
        ("index.html", "Bottom line", 5),
    ],
)
def test_sheets_are_a4_marked_and_numbered(printed, address, path, words, most):
    """Each sheet says its marking above and below and which it is of how many; none shows navigation."""
    pdf = printed(f"{address}/{path}")
    texts = sheets(pdf)

    assert words in texts[0].replace("\n", " ")
    assert 1 < len(texts) <= most
    for number, (sheet, text) in enumerate(zip(pdf.pages, texts, strict=True), 1):
        sides = (round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height)))
        assert A4 == tuple(sorted(sides))
        assert 2 <= text.count("TLP:CLEAR"), number
        assert f"{number} / {len(texts)}" in text
        assert len(text.split()) > 12, f"sheet {number} is empty"
        assert [] == [each for each in CHROME if each in text]


def test_matrix_lies_on_its_side_and_repeats_its_head(printed, address):
    """The table of positions is printed on landscape sheets, each with the names of the issues."""
    pdf = printed(f"{address}/positions/index.html")
    wide = [sheet.extract_text() for sheet in pdf.pages if sheet.mediabox.width > sheet.mediabox.height]

    assert 2 <= len(wide) < len(pdf.pages)
    assert [] == [text for text in wide if "Actor" not in text]
    assert 2 == sum("Enrichment" in text for text in wide)
    assert "Supports" in wide[0] or "Unclear" in wide[0]


def test_stricter_markings_are_on_every_sheet(printed, books):
    """AMBER+STRICT is said in full on portrait and landscape sheets alike."""
    site = books["long"] / "books" / "river"
    for path in ("briefs/2031-03-03-long.html", "positions/index.html"):
        for text in sheets(printed((site / path).as_uri())):
            assert 2 <= text.count("TLP:AMBER+STRICT"), path


def test_addresses_are_printed_once_where_the_source_is(printed, river):
    """A source's address stands in full beside it, once; links within the site are plain words."""
    text = "".join(sheets(printed((river / "briefs/2031-03-03-kelmet.html").as_uri()))).replace("\n", "")

    assert 1 == text.count("courier.example/2031/03/03/kelmet")
    assert 1 == text.count("maps.example/tel-amra")
    assert ".html" not in text
    assert "file:" not in text


def test_short_entries_are_not_torn(reader, address):
    """An entry keeps together, a heading stays with what follows, stances are signs and words in outline."""
    page = reader(viewport={"width": 720, "height": 1000}, color_scheme="dark")
    page.emulate_media(media="print")
    page.goto(f"{address}/briefs/2014-06-15-iraq.html")
    look = "(e, name) => getComputedStyle(e)[name]"

    assert "avoid" == page.locator(".entry:not(:has(.replies))").first.evaluate(look, "breakInside")
    assert "avoid" == page.locator("h3.prop").first.evaluate(look, "breakAfter")
    for chip in page.locator(".st").all()[:20]:
        assert "rgb(0, 0, 0)" == chip.evaluate(look, "color")
        assert "rgba(0, 0, 0, 0)" == chip.evaluate(look, "backgroundColor")
        assert chip.inner_text().split()[0] in ("+", "(+)", "±", "0", "(−)", "−", "?")
