"""A lock proves exactly the passages that were found in a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.lock import Lock, Proof, digest_of, make_lock, parse_lock, render_lock
from briefbook.text.verbatim import MATCHER

SHA = "0" * 64
PASSAGE = "We need fifty centimetres."
DIGEST = digest_of(PASSAGE)
LOCK = make_lock(SHA, 7, [(DIGEST, Proof(((10, 36),), "exact", "confirmed", "vale"))])


def test_lock_holds_no_words():
    """A lock's file has a header and one line a passage, of numbers and hashes."""
    assert render_lock(LOCK) == (
        f"briefbook lock 3\ntext {SHA}\nwords 7\nmatcher {MATCHER}\n10-36 {DIGEST} exact confirmed vale\n"
    )


def test_words_left_out_make_several_ranges():
    """A passage with an omission has a range on either side of it; nobody was asked for its speaker."""
    lock = make_lock(SHA, 7, [(DIGEST, Proof(((1, 4), (9, 12)), "elided"))])

    assert render_lock(lock).endswith(f"\n1-4,9-12 {DIGEST} elided -\n")
    assert parse_lock(render_lock(lock)) == lock


def test_lock_proves_its_passage():
    """The passage that was found is proved, with the words as the brief has them."""
    assert LOCK.proves(PASSAGE)


@given(at=st.integers(0, len(PASSAGE) - 1), other=st.characters(codec="utf-8"))
def test_one_other_character_is_not_proved(at, other):
    """A passage with any one character changed is not proved."""
    changed = PASSAGE[:at] + other + PASSAGE[at + 1 :]

    assert LOCK.proves(changed) == (changed == PASSAGE)


def test_first_place_of_a_passage():
    """A passage has the place where it stands first; other words have none."""
    lock = make_lock(SHA, 7, [(DIGEST, Proof(((at, at + 26),), "exact")) for at in (90, 10)])

    assert ((10, 36),) == lock.ranges(PASSAGE)
    assert () == lock.ranges("Other words.")


def test_verdict_is_about_one_speaker():
    """What was found of a speaker says nothing about another who is given the same words."""
    assert ("confirmed", "-") == (LOCK.verdict(PASSAGE, "vale"), LOCK.verdict(PASSAGE, "orr"))
    assert "-" == LOCK.verdict("Other words.", "vale")


def test_weaker_verdict_wins():
    """Where two branches disagree on a speaker, the lock promises less."""
    proofs = [
        (DIGEST, Proof(((10, 36),), "exact", verdict, "vale")) for verdict in ("unconfirmed", "confirmed")
    ]

    assert "unconfirmed" == make_lock(SHA, 7, proofs).verdict(PASSAGE, "vale")


PLACES = st.tuples(st.integers(0, 10**9 - 1), st.integers(1, 10**9 - 1))
RANGES = st.lists(PLACES, min_size=1, max_size=3).map(tuple)
MATCHES = st.sampled_from(["exact", "typographic", "elided", "bracketed"])
VERDICTS = st.sampled_from([("-", ""), ("confirmed", "vale"), ("unconfirmed", "orr")])
PROOFS = st.tuples(RANGES, MATCHES, VERDICTS).map(lambda each: Proof(each[0], each[1], *each[2]))
LINES = st.lists(st.tuples(st.text(max_size=5).map(digest_of), PROOFS))


@given(proofs=LINES)
def test_written_lock_reads_back(proofs):
    """A lock that is written and read again is the same, and is written the same once more."""
    lock = make_lock(SHA, 7, proofs)
    text = render_lock(lock)

    assert parse_lock(text) == lock
    assert render_lock(parse_lock(text)) == text


@given(proofs=LINES, data=st.data())
def test_order_and_repetition_do_not_count(proofs, data):
    """Lines that a merge put in another order, or took from both sides, give the same lock."""
    head, *lines = render_lock(make_lock(SHA, 7, proofs)).splitlines(keepends=True)
    mixed = data.draw(st.permutations([*lines, *lines]))

    assert parse_lock("".join((head, *mixed))) == make_lock(SHA, 7, proofs)


TEXT = render_lock(LOCK)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: this is no lock"),
        ("<<<<<<< ours\n", "line 1: this is no lock"),
        (TEXT.replace("lock 3", "lock 2"), "line 1: this is the lock of another briefbook; make it again"),
        (
            TEXT.replace("matcher 2", "matcher 1"),
            "line 4: it was made by another matcher than 2; make it again",
        ),
        (TEXT.replace("matcher 2\n", ""), "line 4: it was made by another matcher"),
        (TEXT + "=======\n", "line 6: this is no line of a lock; make it again"),
        (TEXT[:-1], "line 5: it is cut off"),
        (TEXT.replace(" vale", ""), "line 5"),
        (TEXT.replace("10-36", "10-036"), "line 5"),
        (TEXT.replace("exact", "alike"), "line 5"),
        (TEXT + f"text {'1' * 64}\n", "line 2: it was made from two texts; make it again"),
        (TEXT + "words 8\n", "line 2: it was made from two texts; make it again"),
        (TEXT.replace(f"text {SHA}\n", ""), "line 2: it was made from no text"),
    ],
)
def test_damaged_lock_names_its_line(text, said):
    """Text that is no lock of this version is refused with the line at fault."""
    with pytest.raises(ValueError, match=re.escape(said)):
        parse_lock(text)


@given(at=st.integers(0, len(TEXT) - 1), other=st.characters(codec="ascii"))
def test_changed_lock_proves_the_passage_at_its_place_or_is_refused(at, other):
    """One other character in a lock's hashes or words never makes it prove something that was not found."""
    changed = TEXT[:at] + other + TEXT[at + 1 :]
    try:
        lock = parse_lock(changed)
    except ValueError:
        return

    assert isinstance(lock, Lock)
    assert not lock.proves(PASSAGE) or set(lock.proofs) == {DIGEST}


def test_header_that_a_merge_took_twice_counts_once():
    """Two branches that each made the lock of one text give one lock."""
    head, _, lines = TEXT.partition("10-36")

    assert LOCK == parse_lock(head + head + "10-36" + lines)
