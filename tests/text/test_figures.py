"""Numbers in prose are found in every dress, and compared by what they say."""

import pytest

from briefbook.text.figures import find_figures


def told(text: str) -> list[tuple[str, str, float]]:
    """Words, kind and value of each number in a text."""
    return [(text[each.start : each.end], each.kind, round(each.low, 3)) for each in find_figures(text)]


def agree(said: str, known: str) -> bool:
    """Whether the first number of one text is that of another."""
    return next(find_figures(said)).agrees(next(find_figures(known)))


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("as many as 1,700 soldiers", "1,700", "count", 1700),
        ("1\u202f700 soldiers", "1\u202f700", "count", 1700),
        ("some 2.4 metres", "2.4", "count", 2.4),
        ("the 16th day", "16th", "count", 16),
        ("Two hundred and fifty thousand men", "Two hundred and fifty thousand", "count", 250_000),
        ("forty-one boats", "forty-one", "count", 41),
        ("a million men", "a million", "count", 1e6),
        ("two dozen", "two dozen", "count", 24),
        ("half a dozen", "a dozen", "count", 6),
        ("1.7 million", "1.7 million", "count", 1.7e6),
        ("$1.5bn of aid", "$1.5bn", "money", 1.5e9),
        ("US$3m a day", "$3m", "money", 3e6),
        ("1.5 billion dollars", "1.5 billion dollars", "money", 1.5e9),
        ("30 riyals", "30 riyals", "money", 30),
        ("40% of it", "40%", "percent", 40),
        ("forty per cent", "forty per cent", "percent", 40),
        ("a third of it", "a third", "percent", 33.333),
        ("two-thirds", "two-thirds", "percent", 66.667),
        ("half of it", "half", "percent", 50),
        ("hundreds fled", "hundreds", "magnitude", 100),
        ("tens of thousands fled", "tens of thousands", "magnitude", 10_000),
    ],
)
def test_number_is_found_with_its_value(text, words, kind, value):
    """Digits, words, shares and sums of money are one number each, unit and all."""
    assert [(words, kind, value)] == told(text)


@pytest.mark.parametrize(
    "text", ["F-16", "G7", "COVID-19", "the first half of it", "a third round", "no one’s"]
)
def test_name_or_order_is_no_number(text):
    """What belongs to a name, or says which of several, counts nothing."""
    assert [] == [each for each in told(text) if each[0] != "one"]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("1,700", "1700"),
        ("two hundred", "200"),
        ("$1.5bn", "1.5 billion dollars"),
        ("€3m", "3 million"),
        ("a third of it", "33%"),
        ("half of it", "50 per cent"),
        ("1.7 million", "1,683,000"),
        ("nearly 1,700", "1,683"),
        ("more than 1,500", "1,683"),
        ("up to 1,800", "1,683"),
        ("hundreds", "140"),
        ("thousands", "as many as 1,700"),
    ],
)
def test_dress_makes_no_difference(said, known):
    """A number in other clothes, or honestly rounded, is the same number."""
    assert agree(said, known)


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("1,800", "1,700"),
        ("1,700", "1,683"),
        ("$3m", "€3m"),
        ("a third of it", "30%"),
        ("about 1,900", "1,683"),
        ("more than 1,700", "1,683"),
        ("up to 1,600", "1,683"),
        ("dozens", "1,700"),
        ("1.8 million", "1,683,000"),
    ],
)
def test_other_number_is_another(said, known):
    """A changed digit, currency or bound does not pass."""
    assert not agree(said, known)


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 ", "one hundred ", "one-", "a ", "a hundred and ", "half ", "tens of ", "1,111"]
)
def test_hostile_text_is_read_in_one_go(piece):
    """64 KB of the worst are read without going back and forth."""
    text = (piece * 65_536)[:65_536]

    assert len(list(find_figures(text))) <= len(text)
