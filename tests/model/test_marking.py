"""Markings are TLP 2.0, as an ordered type."""

import itertools

import pytest

from briefbook.model.marking import Marking


def test_later_label_is_the_stricter():
    """CLEAR, GREEN, AMBER, AMBER+STRICT, RED: each outranks all before it."""
    for looser, stricter in itertools.combinations(Marking, 2):
        assert looser < stricter
        assert looser <= stricter
        assert stricter > looser
        assert looser.rank < stricter.rank
    assert Marking.RED == max(Marking)


def test_label_has_its_prefix():
    """A label is printed as the standard wants it."""
    assert ["TLP:CLEAR", "TLP:AMBER+STRICT"] == [Marking.CLEAR.label, Marking.AMBER_STRICT.label]


@pytest.mark.parametrize("text", ["AMBER+STRICT", "amber+strict", "TLP:AMBER+STRICT", " tlp:amber+strict "])
def test_label_is_read_as_people_write_it(text):
    """The prefix, small letters and spaces do no harm."""
    assert Marking(text) is Marking.AMBER_STRICT


@pytest.mark.parametrize("value", ["WHITE", "", "AMBER STRICT", "TLP", None, 3])
def test_other_label_is_none(value):
    """What TLP 2.0 does not have is refused, TLP 1.0's WHITE too."""
    with pytest.raises(ValueError, match="is not a valid Marking"):
        Marking(value)


def test_marking_compares_with_markings_alone():
    """A label outranks no text."""
    with pytest.raises(TypeError):
        assert Marking.RED > "CLEAR"
