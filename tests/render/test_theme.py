"""What the packaged theme promises of all its templates."""

from __future__ import annotations

import re
from gettext import NullTranslations
from pathlib import Path
from typing import get_args

import pytest

from briefbook.derive.views.pages import VIEWS
from briefbook.model import vocabulary
from briefbook.render.environment import make_environment
from briefbook.words import Words, theme_folder

THEME = sorted(theme_folder().glob("*.html"))
WORDS = {
    "stances": vocabulary.Stance,
    "attributed_stances": vocabulary.Stance,
    "stance_words": vocabulary.Stance,
    "stance_meanings": vocabulary.Stance,
    "signs": vocabulary.Stance,
    "kinds": vocabulary.ActorKind,
    "products": vocabulary.Product,
    "brief_statuses": vocabulary.BriefStatus,
    "claimed": vocabulary.ClaimStatus,
    "claim_meanings": vocabulary.ClaimStatus,
    "says": vocabulary.ReplyVerb,
    "says_of_own": vocabulary.ReplyVerb,
    "ties": vocabulary.TieVerb,
    "confidences": vocabulary.Confidence,
    "reliabilities": vocabulary.Reliability,
    "rights": vocabulary.Rights,
    "scales": vocabulary.Scale,
}


class Shouting(NullTranslations):
    """A catalogue that gives each message in capitals, its places left as they are."""

    def gettext(self, message: str) -> str:
        return re.sub(r"%\(\w+\)s|.", lambda each: each[0] if each[0][0] == "%" else each[0].upper(), message)


def test_every_view_has_a_template():
    """Each page that the views name has a template in the theme."""
    assert {file.name for file in THEME} >= set(VIEWS)


@pytest.mark.parametrize("file", THEME, ids=lambda file: file.name)
def test_template_compiles(file: Path):
    """The template parses and imports what it uses, also by the name that overrides extend."""
    environment = make_environment(None)

    assert environment.get_template(file.name)
    assert environment.get_template(f"briefbook/{file.name}")


@pytest.mark.parametrize("file", THEME, ids=lambda file: file.name)
def test_only_html_fields_are_printed_unescaped(file: Path):
    """`safe` follows a name that ends in `_html`, and escaping is never switched off."""
    text = file.read_text(encoding="utf-8")

    assert not re.findall(r"(?<!_html)\s*\|\s*safe\b", text)
    assert not re.findall(r"autoescape|from_string|forceescape|Markup", text)


@pytest.mark.parametrize("file", THEME, ids=lambda file: file.name)
def test_no_inline_style_or_script(file: Path):
    """The policy of the pages would refuse them."""
    text = file.read_text(encoding="utf-8")

    assert not re.findall(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=", text, re.IGNORECASE)


@pytest.mark.parametrize("name", sorted(WORDS))
def test_every_code_has_its_word(name: str):
    """No value of a vocabulary lacks its word or sign on the page."""
    words = make_environment(None).get_template("words.html").module

    assert set(getattr(words, name)) == set(get_args(WORDS[name]))


def test_every_status_has_its_chip():
    """Claims, questions and events have a chip for each status, and questions one for being overdue."""
    statuses = {"overdue"}.union(
        *map(get_args, (vocabulary.ClaimStatus, vocabulary.QuestionStatus, vocabulary.EventStatus))
    )

    assert set(make_environment(None).get_template("words.html").module.statuses) == statuses


@pytest.mark.parametrize(
    ("ways", "told"),
    [
        ([], []),
        (["text", "text"], ["by text"]),
        (["lock", None], ["by lock"]),
        (["lock", "text"], ["by text", "by lock"]),
    ],
)
def test_ways_of_checking_are_explained_where_they_are_used(ways: list[str | None], told: list[str]):
    """A page says once what each way means that its sources were checked in, and nothing of the others."""
    note = str(make_environment(None).get_template("parts.html").module.check_meanings(ways))

    assert re.findall(r"Checked (by \w+):", note) == told
    assert ("not that they are true" in note) == bool(told)


def test_chip_is_sign_word_and_colour():
    """A stance is never told by its colour alone."""
    chip = make_environment(None).get_template("words.html").module.stances["leans-support"]

    assert chip == (
        '<span class="st leans-support"><i aria-hidden="true">(+)</i><span>Leans support</span></span>'
    )


def test_interface_words_come_from_the_catalogue(tmp_path: Path):
    """Words are those of the catalogue, and what stands in their places is escaped."""
    (tmp_path / "words-of-a-page.html").write_text(
        "{{ _('Plain & simple') }}|{{ _('Due %(date)s.', date=date) }}|{{ _('%(n)s%% of it', n=5) }}|"
        "{% trans n=2 %}{{ n }} row{% pluralize %}{{ n }} rows{% endtrans %}"
    )
    environment = make_environment(tmp_path, Words(Shouting()))

    assert environment.get_template("words-of-a-page.html").render(date="<b>") == (
        "PLAIN &amp; SIMPLE|DUE &lt;b&gt;.|5% OF IT|2 rows"
    )


def test_date_carries_its_value_where_it_has_one():
    """A day is a `time` element; a season, which has no value for programs, is not."""
    from briefbook.derive.views.base import Date

    render_date = make_environment(None).filters["date"]

    assert render_date(Date(iso="2014-06-15", text="2014-06-15")) == (
        '<time datetime="2014-06-15">15 June 2014</time>'
    )
    assert render_date(Date(iso="", text="2013-23")) == '<span class="num">Autumn 2013</span>'
