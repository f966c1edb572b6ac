"""The promise that a draft's words are the article's."""

from briefbook.distil.draft import Draft, Indirect, Quote, Rejected
from briefbook.distil.verify import verified

TEXT = "Karl said the road was closed."


def test_words_at_their_place_stand():
    """A passage whose words are at its place is kept."""
    quote = Quote(start=14, end=18, text="road")

    assert verified(Draft(quotes=(quote,)), TEXT) == Draft(quotes=(quote,))


def test_other_words_are_rejected_and_listed():
    """A passage with other words, elsewhere or beyond the end is left out, and the draft says so."""
    draft = Draft(
        quotes=(Quote(start=14, end=18, text="rail"), Quote(start=14, end=14, text="")),
        indirect=(Indirect(start=14, end=99, text="road was closed."),),
    )

    assert verified(draft, TEXT).rejected == (
        Rejected("quotes", 14, 18, "rail"),
        Rejected("quotes", 14, 14, ""),
        Rejected("indirect", 14, 99, "road was closed."),
    )
    assert verified(draft, TEXT).quotes == ()
