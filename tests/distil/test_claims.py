"""Claims: what the article does not vouch for, with hedges, status and denials."""

import pytest

CASES = {
    "reportedly": (
        "The army has reportedly moved two companies to Kessel.",
        [("The army has reportedly moved two companies to Kessel", "unverified", ("reportedly",))],
    ),
    "alleged": (
        "Karl Vandemeer alleged that the bridge was mined.",
        [("the bridge was mined", "alleged", ("alleged",))],
    ),
    "a figure": (
        "Karl Vandemeer said that as many as 9,000 people fled.",
        [("as many as 9,000 people fled", "estimated", ("as many as",))],
    ),
    "a condition": (
        "Karl Vandemeer said shipments could be suspended.",
        [("shipments could be suspended", "conditional", ("could",))],
    ),
    "an accusation that is denied at once": (
        "The Salvation Army has accused Lantica of shelling a school, a charge Karl Vandemeer denies.",
        [
            (
                "The Salvation Army has accused Lantica of shelling a school, a charge Karl Vandemeer denies",
                "denied",
                ("accused", "denies"),
            )
        ],
    ),
    "a denial": (
        "Karl Vandemeer denied that orders were given to fire.",
        [("Karl Vandemeer denied that orders were given to fire", "denied", ("denied",))],
    ),
    "two claims in a sentence": (
        "Karl Vandemeer said shipments might stop, but Dov Ransome claimed that they would go on.",
        [
            ("shipments might stop", "conditional", ("might",)),
            ("they would go on", "unverified", ("claimed",)),
        ],
    ),
    "what nobody could verify": (
        "Karl Vandemeer said the bridge was hit. The claim could not be verified.",
        [
            ("the bridge was hit", "unverified", ()),
            ("The claim could not be verified", "unverified", ("could not be verified",)),
        ],
    ),
    "a reason": (
        "The aid mission could not verify the toll because its staff had left.",
        [("The aid mission could not verify the toll", "unverified", ("could not verify",))],
    ),
    "a plain statement": ("Karl Vandemeer said the road was closed.", []),
    "a speaker's own doubt": ("“It may rain,” Karl Vandemeer said.", []),
    "a figure of the article": ("At least 40 people came.", []),
}


@pytest.mark.parametrize("name", CASES)
def test_claim_is_found(name, drafted):
    """Each claim is found with its words, its status and the hedges as the article has them."""
    text, expected = CASES[name]
    found = drafted(f"They met at noon.\n\n{text}").draft.claims

    assert [(each.text.rstrip("."), each.status, each.hedges) for each in found] == expected


def test_answer_in_the_next_sentence_disputes_a_claim(drafted):
    """Whoever rejects an allegation right behind it denies it, and the rejection is no claim."""
    text = (
        "Interior Minister Karl Vandemeer claimed that Lantica paid the drivers. "
        "Lantica’s foreign ministry rejected the allegation."
    )
    found = drafted(f"They met at noon.\n\n{text}")

    (claim,) = found.draft.claims
    assert claim.status == "disputed"
    assert found.names[claim.denial].endswith("foreign ministry")
    assert found.article.text[claim.denial_start : claim.denial_end].startswith("Lantica’s")


def test_rejection_by_nobody_disputes_nothing(drafted):
    """A rejection whose author is unknown is left to the reader."""
    text = "Karl Vandemeer claimed that Lantica paid the drivers. Quickly denied it was."

    assert [each.status for each in drafted(f"They met.\n\n{text}").draft.claims] == ["unverified"]
