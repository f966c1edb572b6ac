"""The interface's words: one catalogue for each language, whole and in step with the templates."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree
from typing import Any, get_args
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml
from click.testing import CliRunner
from msgspec.structs import replace

from briefbook.cli import main as program
from briefbook.model import vocabulary
from briefbook.render.render import Renderer, TemplateFaultError
from briefbook.words import CatalogueError, load_words, theme_folder
from tests.render import samples
from tests.sites import build
from tools import words as tool

CASES = Path(__file__).parent / "build" / "cases"
RIVER = CASES / "river"
LANGUAGES = sorted(file.parent.parent.name for file in tool.LOCALE.glob("*/LC_MESSAGES/*.po"))
ATTRIBUTES = ("aria-label", "alt", "title", "placeholder")


def write_catalogue(folder: Path, language: str, **said: str) -> None:
    """A catalogue in a site's own templates; `said` are the words for messages of one word."""
    words = tool.Words()
    for message, string in said.items():
        words.add(message, string)
    file = folder / "locale" / language / "LC_MESSAGES" / "briefbook.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(tool.mo_bytes(words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_is_whole(language):
    """Every message has its words, in each plural form, and each of its places stands in them."""
    assert tool.faults(tool.read_words(language)) == [], "run `make words` and fill in what it names"


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_is_in_step(language):
    """The .po holds the messages of today, and the .mo beside it holds the .po."""
    file, words = tool.po_file(language), tool.read_words(language)

    assert file.read_bytes() == tool.po_text(words), "run `make words`"
    assert file.with_suffix(".mo").read_bytes() == tool.mo_bytes(words), "run `make words`"


def test_catalogue_names_no_time_and_no_machine():
    """Two runs write the same bytes, on any day and by anybody."""
    text = tool.po_file("fr").read_text(encoding="utf-8")

    assert not re.search(r"^\"(POT-Creation|PO-Revision|Last-Translator|Generated-By)", text, re.MULTILINE)
    assert "fuzzy" not in text


def test_new_language_is_begun(tmp_path, monkeypatch, capsys):
    """A new language's file is made, and what is to be done with it is said: no word of it is missing yet."""
    monkeypatch.setattr(tool, "LOCALE", tmp_path)

    assert 0 == tool.main(["de"])
    assert f"de: made {tmp_path}/de/LC_MESSAGES/briefbook.po with " in capsys.readouterr().out
    assert 1 == tool.main([])
    said = capsys.readouterr().out
    assert "de: 0 of " in said
    assert "not translated: 'Claims'" in said
    assert "The catalogues are written" in said


@pytest.mark.parametrize(
    ("was", "said", "now"),
    [
        ("%(n)s claim", "%(n)s allégation", ("%(n)s allégation", "")),
        (("%(n)s claim", "%(n)s more claims"), ("un", "deux"), ("un", "deux")),
    ],
)
def test_message_that_turned_plural_keeps_its_word(tmp_path, monkeypatch, was, said, now):
    """The word of a message that has a plural now is its first form, and the others are to be written."""
    monkeypatch.setattr(tool, "LOCALE", tmp_path)
    monkeypatch.setattr(
        tool, "iter_messages", lambda: [tool.Found(("%(n)s claim", "%(n)s claims"), None, "a.html")]
    )
    old = tool.Words("fr")
    old.add(was, said)
    tool.po_file("fr").parent.mkdir(parents=True)
    tool.po_file("fr").write_bytes(tool.po_text(old))

    assert now == tool.read_words("fr").get("%(n)s claim").string


def test_message_that_lost_its_plural_keeps_its_first_form(tmp_path, monkeypatch):
    """The first of several forms is the word of a message that has only one now."""
    monkeypatch.setattr(tool, "LOCALE", tmp_path)
    monkeypatch.setattr(tool, "iter_messages", lambda: [tool.Found("Claim", None, "a.html")])
    old = tool.Words("fr")
    old.add(("Claim", "Claims"), ("Allégation", "Allégations"))
    tool.po_file("fr").parent.mkdir(parents=True)
    tool.po_file("fr").write_bytes(tool.po_text(old))

    assert "Allégation" == tool.read_words("fr").get("Claim").string


def test_french_is_set_as_french_is_set():
    """High marks and guillemets keep their words with them, and an apostrophe is one."""
    words = tool.read_words("fr")
    strings = [each for message in words if message.id for each in tool.forms(message.string)]

    assert [each for each in strings if re.search(r" [:;!?»](?!\()|« |['\"]|[\w)][;!?]", each)] == []


def test_language_of_a_region_takes_the_words_of_the_language():
    """`fr-CA` reads French; an unknown language, or what is no language, reads English."""
    assert load_words("fr-CA").gettext("Claims") == "Allégations"
    assert load_words("fr_CA").language == "fr"
    assert load_words("xx").gettext("Claims") == "Claims"
    assert load_words("../fr").language == "en"


def test_site_has_words_of_its_own(tmp_path):
    """A site's catalogue says what it says, the theme's says the rest, and English what neither does."""
    write_catalogue(tmp_path, "fr", Claims="Affirmations")
    write_catalogue(tmp_path, "fr-CA", Briefs="Bulletins")
    words = load_words("fr-CA", tmp_path)

    assert [words.gettext(each) for each in ("Briefs", "Claims", "Actors", "Nobody said this")] == [
        "Bulletins",
        "Affirmations",
        "Acteurs",
        "Nobody said this",
    ]


def test_broken_catalogue_is_named(tmp_path):
    """A file that is no catalogue is an error that says which file, and no traceback."""
    write_catalogue(tmp_path, "fr")
    file = tmp_path / "locale/fr/LC_MESSAGES/briefbook.mo"
    file.write_bytes(b"\xde\x12\x04\x95")

    with pytest.raises(CatalogueError, match=r"briefbook\.mo: not a catalogue"):
        load_words("fr", tmp_path)
    with pytest.raises(TemplateFaultError, match=r"compile it from its \.po"):
        Renderer(replace(samples.SITE, language="fr"), tmp_path)


@pytest.mark.parametrize(
    ("message", "string"),
    [("Deadlines judged on %(date)s.", "Au %(jour)s."), ("%(n)s claim", "%(nombre)s"), ("%(n)s claim", "%n")],
)
def test_words_that_cannot_be_filled_are_named(tmp_path, message, string):
    """A catalogue that asks for what its message does not have stops the build with the words at fault."""
    copytree(RIVER, tmp_path / "site", ignore=lambda *_: ["expected"])
    words = tool.Words("fr")
    words.add(
        message if message[0] != "%" else (message, f"{message}s"),
        string if message[0] != "%" else (string, string),
    )
    file = tmp_path / "site/templates/locale/fr/LC_MESSAGES/briefbook.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(tool.mo_bytes(words))
    speak(tmp_path / "site", "fr")

    ended = CliRunner().invoke(
        program, ["build", "--content", str(tmp_path / "site/content"), "--out", str(tmp_path / "out")]
    )

    assert ended.exit_code == 2
    assert string in ended.output + ended.stderr


def speak(site: Path, language: str) -> None:
    """Set the language of a site."""
    file = site / "mkdocs.yml"
    file.write_text(file.read_text().replace("language: en", f"language: {language}"))


@pytest.fixture(scope="module")
def wrapped(tmp_path_factory):
    """The invented situation in a language whose every message stands between ⟦ and ⟧."""
    root = tmp_path_factory.mktemp("wrapped")
    copytree(RIVER, root / "site", ignore=lambda *_: ["expected"])
    words = tool.all_words("fr")
    for message in words:
        if message.id:
            message.string = _wrap(message.id)
    file = root / "site/templates/locale/xx/LC_MESSAGES/briefbook.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(tool.mo_bytes(words))
    speak(root / "site", "xx")
    return build(root / "site", root / "out")


def _wrap(message: Any) -> Any:
    return f"⟦{message}⟧" if isinstance(message, str) else tuple(f"⟦{each}⟧" for each in message)


def test_no_word_of_the_interface_stands_outside_the_catalogue(wrapped):
    """What a page says is an author's words, or comes from the catalogue."""
    content = _content(RIVER)
    pages = {name: data.decode() for name, data in wrapped.items() if name.endswith(".html")}
    found = {
        (name, words)
        for name, page in pages.items()
        for words in _outside(html5lib.parse(page, namespaceHTMLElements=False))
        if not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", content, re.IGNORECASE)
    }

    assert any("⟦" in page for page in pages.values())
    assert found == set()


def test_page_shows_dates_in_the_words_of_its_language(tmp_path):
    """A French page says its dates as French does, and only for the eye: programs read the same value."""
    copytree(RIVER, tmp_path / "site", ignore=lambda *_: ["expected"])
    speak(tmp_path / "site", "fr-CA")
    site = build(tmp_path / "site", tmp_path / "out")
    page = site["briefs/2031-03-10-kelmet.html"].decode()

    assert '<time datetime="2031-03-10">10 mars 2031</time>' in page
    assert "10 March" not in page
    assert "Qui dit quoi" in page
    assert "Ce que nous ne savons pas" in page


def test_text_in_another_language_says_so(tmp_path):
    """A brief in Arabic within an English site has its language on its words, on its page and elsewhere."""
    copytree(RIVER, tmp_path / "site", ignore=lambda *_: ["expected"])
    file = tmp_path / "site/content/briefs/2031-03-10-kelmet.md"
    file.write_text(file.read_text().replace("as_of: 2031-03-10\n", "as_of: 2031-03-10\nlanguage: ar\n", 1))
    site = build(tmp_path / "site", tmp_path / "out")
    page, home = (site[name].decode() for name in ("briefs/2031-03-10-kelmet.html", "index.html"))

    assert '<html lang="en" dir="ltr">' in page
    assert '<h1><bdi lang="ar" dir="rtl">' in page
    assert '<div class="txt prose" lang="ar" dir="rtl">' in page
    assert '<p class="lead"><span lang="ar" dir="rtl">' in page
    assert '<p class="lead"><span lang="ar" dir="rtl">' in home


def test_stylesheet_knows_no_left_and_no_right():
    """A page that reads from right to left is the same page: its boxes are named by where lines begin."""
    sheet = (theme_folder() / "assets/briefbook.css").read_text()
    boxes = re.sub(r"@page[^\n]*", "", sheet)
    sided = r"(?:margin|padding|border)-(?:left|right)|(?<![-\w])(?:left|right)\s*:"

    assert not re.findall(sided, boxes)
    assert not re.findall(r"(?:float|text-align|clear):\s*(?:left|right)", boxes)


def test_files_that_are_no_pages_speak_the_words_of_the_site(wrapped):
    """A site's own catalogue reaches feed, plain text, data and search like every page."""
    said = {
        "now.txt": "⟦Situation as of⟧",
        "data/index.json": "⟦Data as of ",
        "search/briefs.js": "⟦10 ⟦March⟧ 2031⟧",
        "feed.xml": "⟦Corrected on ",
    }

    assert [] == [file for file, words in said.items() if words not in wrapped[file].decode()]


def test_catalogues_are_not_published(wrapped):
    """A site holds no catalogue, neither the theme's nor its own."""
    assert not [name for name in wrapped if "locale" in name or name.endswith((".mo", ".po"))]


def _outside(page: Element) -> set[str]:
    """The words that stand outside ⟦ and ⟧, in texts and in attributes that are read to people."""
    attributes = {element.get(name, "") for element in page.iter() for name in ATTRIBUTES}
    texts = {f" {text} " for part in ("".join(_texts(page)), *attributes) for text in _bare(part)}
    stripped = {
        re.sub(r"\s+", " ", text).strip(" \n.,;:()“”→·[]#±−+?›‹≈✓×○●½»!…|<>=/*-0123456789") for text in texts
    }
    return {text for text in stripped if re.search(r"[^\W\d_]", text) and not PROPER.fullmatch(text)}


PROPER = re.compile(r"TLP|CLEAR|GREEN|AMBER|Wikidata|SHA256SUMS|[a-z]+\.(csv|json|xml|txt)")
"""Names, which are the same in every language."""


def _texts(element: Element) -> list[str]:
    """The texts in an element; what is said to be code, or in a language of its own, is no interface."""
    if element.tag in ("script", "style", "code") or (element.get("lang") and element.tag != "html"):
        return []
    found = [element.text or ""]
    for child in element:
        found += ["\0", *_texts(child), "\0", child.tail or ""]
    return found


def _bare(text: str) -> list[str]:
    """The pieces of a text at no depth of brackets."""
    pieces, depth, piece = [], 0, ""
    for letter in text:
        if letter in "⟦⟧\0·,:(":
            pieces.append(piece if depth == 0 else "")
            piece = ""
            depth += {"⟦": 1, "⟧": -1}.get(letter, 0)
        else:
            piece += letter
    return [*pieces, piece if depth == 0 else ""]


def _content(site: Path) -> str:
    """All that authors wrote, without codes and markup."""
    codes = {code for each in vars(vocabulary).values() for code in get_args(each)}
    found = [yaml.safe_load((site / "mkdocs.yml").read_text())["site_name"]]
    for file in (*(site / "content").rglob("*.*"), *(site / "seeds").rglob("*.yaml")):
        _, _, front, body = re.fullmatch(
            r"((---\n)?)(.*?)(?:\n---\n(.*))?", file.read_text(), re.DOTALL
        ).groups()
        found += [*_scalars(yaml.load(front, yaml.BaseLoader)), body or ""]
    text = "\n".join(each for each in found if each not in codes)
    return re.sub(
        r"\s+", " ", re.sub(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", r"\1", re.sub(r"[*_`#>]|\|(?= )", "", text))
    )


def _scalars(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [
        text for each in (value.values() if isinstance(value, dict) else value) for text in _scalars(each)
    ]
