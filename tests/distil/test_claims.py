"""Claims: what the article does not vouch for, with hedges, status and denials."""

import pytest

CASES = {
    "reportedly": (
        "The army has reportedly moved two companies to Kessel.",
        [("The army has reportedly moved two companies to Kessel", "unverified", ("reportedly",))],
    ),
    "alleged": (
        "Karl Vandemeer alleged that the bridge was mined.",
        [("Karl Vandemeer alleged that the bridge was mined", "alleged", ("alleged",))],
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
                ("accused", "denies", "charge"),
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
            ("Dov Ransome claimed that they would go on", "unverified", ("claimed",)),
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
    "a doubt": (
        "Karl Vandemeer doubts that the ministry can pay.",
        [("Karl Vandemeer doubts that the ministry can pay", "conditional", ("doubts",))],
    ),
    "a side in court": (
        "Karl Vandemeer contends that the search was illegal.",
        [("Karl Vandemeer contends that the search was illegal", "disputed", ("contends",))],
    ),
    "a denial without the verb": (
        "Karl Vandemeer said the ministry knew nothing about it.",
        [("the ministry knew nothing about it", "disputed", ("said",))],
    ),
    "the prosecution": (
        "Prosecutors say the harbour chief was paid in cash.",
        [("the harbour chief was paid in cash", "alleged", ("say",))],
    ),
    "an adverb before the verb": (
        "Karl Vandemeer allegedly told them that the money was his.",
        [("allegedly told them that the money was his", "alleged", ("allegedly",))],
    ),
    "a figure in a clause of its own": (
        "The war ended in May after four months of shelling in which an estimated 2,300 people died.",
        [
            ("an estimated 2,300 people died", "estimated", ("an estimated",)),
        ],
    ),
    "a figure behind a comma": (
        "The war ended in May, and an estimated 2,300 people died.",
        [("an estimated 2,300 people died", "estimated", ("an estimated",))],
    ),
    "a count of harm": (
        "At least 61 people have died.",
        [("At least 61 people have died", "estimated", ("At least",))],
    ),
    "a figure that may be": (
        "Karl Vandemeer said the bill may exceed 900 crowns.",
        [("the bill may exceed 900 crowns", "estimated", ("may",))],
    ),
    "what may have been": (
        "The army is unlikely to have left.",
        [("The army is unlikely to have left", "unverified", ("unlikely to have",))],
    ),
    "a condition beside will": (
        "Karl Vandemeer said the ferry will stop unless the crew is paid.",
        [("the ferry will stop unless the crew is paid", "conditional", ("will", "unless"))],
    ),
    "will without a condition": ("Karl Vandemeer said the ferry will stop.", []),
    "a rejection with what it rejects": (
        "Karl Vandemeer has repeatedly rejected the accusation that he was paid.",
        [
            (
                "Karl Vandemeer has repeatedly rejected the accusation that he was paid",
                "denied",
                ("rejected", "accusation that"),
            )
        ],
    ),
    "a verb of doubt in a report": (
        "Karl Vandemeer said pictures suggested that the bridge was hit.",
        [("pictures suggested that the bridge was hit", "unverified", ("suggested",))],
    ),
    "a figure before a report": (
        "Some 4,000 homes were flooded and, according to Karl Vandemeer, the bill may grow.",
        [
            ("Some 4,000 homes were flooded", "estimated", ("Some",)),
            ("according to Karl Vandemeer, the bill may grow", "conditional", ("according to", "may")),
        ],
    ),
    "a whole word between marks": (
        "Karl Vandemeer said a pause was “likely”.",
        [("a pause was “likely”", "conditional", ("likely",))],
    ),
    "a hedge behind what the article adds": (
        "Boats came late, adding to the misery, and more may drown.",
        [("Boats came late, adding to the misery, and more may drown", "conditional", ("may",))],
    ),
    "a side with a long name": (
        "Karl Vandemeer, who was a judge of the old school for years in Marova, argues that it is late.",
        [("it is late", "disputed", ("argues",))],
    ),
    "seeming, and what may come": (
        "The army appears to be short of boats and may want a pause.",
        [("The army appears to be short of boats and may want a pause", "unverified", ("appears to", "may"))],
    ),
    "an estimate": (
        "Karl Vandemeer estimates that the crop was lost.",
        [("Karl Vandemeer estimates that the crop was lost", "estimated", ("estimates",))],
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


def test_denial_in_the_next_sentence_denies_a_claim(drafted):
    """Whoever denies what the sentence before says makes a claim of it, hedged or not."""
    text = "Karl Vandemeer said that Lantica paid the drivers. Lantica’s foreign ministry denied this."
    (claim,) = drafted(f"They met at noon.\n\n{text}").draft.claims

    assert (claim.text, claim.status) == ("Lantica paid the drivers", "denied")
    assert claim.hedges == ("said", "denied")


def test_demand_is_not_denied(drafted):
    """A demand asserts nothing, so that a denial behind it is about something else."""
    text = "Karl Vandemeer demanded that she resign. Lantica’s foreign ministry denied this."

    assert "she resign" not in [each.text for each in drafted(f"They met at noon.\n\n{text}").draft.claims]
