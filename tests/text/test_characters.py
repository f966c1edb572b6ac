"""Characters that no record may hold, and texts that show nothing."""

import hypothesis
import pytest
from hypothesis import strategies as st

from briefbook.text.characters import FORBIDDEN, describe, is_blank, iter_forbidden, printable


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000 control character"),
        ("\x1b", "U+001B control character"),
        ("\r", "U+000D control character"),
        ("\x85", "U+0085 control character"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\ud800", "U+D800 control character"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ],
)
def test_invisible_command_is_named(character, name):
    """A character that commands a terminal or turns the reading order is found and described."""
    assert [(2, name)] == list(iter_forbidden(f"a {character}"))
    assert name == describe(character)


@pytest.mark.parametrize(
    "text", ["a\tb\nc", "أُغلقت", "e\u0301", "\u200f", "👩\u200d🚒", "co\u00adop", "\u00a0"]
)
def test_what_languages_need_is_allowed(text):
    """Tabs, line feeds, combining marks, joiners and the marks of right-to-left text are no commands."""
    assert [] == list(iter_forbidden(text))


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\u200b\u2063", "\u3164", "\u2800", "\u115f\u1160\uffa0", "\u0301"]
)
def test_text_without_ink_is_blank(text):
    """Spaces, invisible signs and letters that only fill are nothing to see."""
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", "…", "水", "☂", "\u200b7"])
def test_text_with_ink_is_not_blank(text):
    """A letter, a digit, a mark or a sign can be seen."""
    assert not is_blank(text)


@hypothesis.given(st.text() | st.text(alphabet="\x1b[31m\u202e\x07\n"))
def test_printable_text_commands_nothing(text):
    """Whatever is printed, no terminal obeys it, and harmless text stays as it is."""
    assert not FORBIDDEN.search(printable(text))
    if not FORBIDDEN.search(text):
        assert text == printable(text)
