"""The quick patterns leave out no number and no date."""

import hypothesis
from hypothesis import strategies as st

from briefbook.text import dated, figures
from briefbook.text.starts import iter_matches

WORDS = """
    a an A one Two three-fifths twenty-one thirty hundred thousands Hundreds tens of half the third
    quarter 1,700 3.5 12% 1st 5k $5 €3 _7 -8 x9 9x March Mar. 12 June 2014 2014-06-12 in May mid-March
    Monday Tuesdays 1990s 12-14 8th dozen million and percent per cent dollars ( “ * é ’ Ééone
""".split()
SPACES = [" ", " ", "-", "", ",", "\n"]
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SPACES)), max_size=12)


@hypothesis.given(TEXTS)
def test_numbers_begin_only_where_they_are_looked_for(words):
    """Where a number, a share or a size begins, the sign before it is found."""
    text = "".join(word + space for word, space in words)
    places = [sign.start() for sign in figures._START.finditer(f"\n{text}")]

    for pattern in (figures._NUMBER, figures._SHARE, figures._MAGNITUDE):
        found = [each.span() for each in iter_matches(pattern, text, places)]
        assert [each.span() for each in pattern.finditer(text)] == found


@hypothesis.given(TEXTS)
def test_dates_begin_only_where_they_are_looked_for(words):
    """Where a date begins, its first letters are found."""
    text = "".join(word + space for word, space in words)
    places = [each.start() for each in dated._START.finditer(text)]

    found = [each.span() for each in iter_matches(dated._DATE, text, places)]
    assert [each.span() for each in dated._DATE.finditer(text)] == found
