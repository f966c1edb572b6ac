"""A lock proves exactly the passages that were found in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.lock import Lock, Proof, digest_of, parse_lock, render_lock
from briefbook.text.verbatim import MATCHER

SHA = "0" * 64
PASSAGE = "We need fifty centimetres."
LOCK = Lock(SHA, MATCHER, {digest_of(PASSAGE): Proof(10, 36, "exact")})


def test_lock_holds_no_words():
    """A lock's file has a header and one line a passage, of numbers and hashes."""
    assert render_lock(LOCK) == (
        f"briefbook lock 1\ntext {SHA}\nmatcher {MATCHER}\n10-36 {digest_of(PASSAGE)} exact\n"
    )


def test_lock_proves_its_passage():
    """The passage that was found is proved, with the words as the brief has them."""
    assert LOCK.proves(PASSAGE)


@given(at=st.integers(0, len(PASSAGE) - 1), other=st.characters(codec="utf-8"))
def test_one_other_character_is_not_proved(at, other):
    """A passage with any one character changed is not proved."""
    changed = PASSAGE[:at] + other + PASSAGE[at + 1 :]

    assert LOCK.proves(changed) == (changed == PASSAGE)


def test_lock_of_another_matcher_proves_nothing():
    """What another version of the matcher accepted has to be found again."""
    assert not LOCK._replace(matcher=MATCHER + 1).proves(PASSAGE)


PROOFS = st.builds(Proof, st.integers(0, 10**9 - 1), st.integers(0, 10**9 - 1), st.sampled_from(["exact"]))


@given(proofs=st.dictionaries(st.text(max_size=5).map(digest_of), PROOFS))
def test_written_lock_reads_back(proofs):
    """A lock that is written and read again is the same, and is written the same once more."""
    lock = Lock(SHA, MATCHER, proofs)
    text = render_lock(lock)

    assert parse_lock(text) == lock
    assert render_lock(parse_lock(text)) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "line 1"),
        ("<<<<<<< ours\n", "line 1"),
        (render_lock(LOCK) + "=======\n", "line 5"),
        (render_lock(LOCK)[:-1], "line 4"),
    ],
)
def test_damaged_lock_names_its_line(text, line):
    """Text that is no lock is refused with the line at fault."""
    with pytest.raises(ValueError, match=line):
        parse_lock(text)
