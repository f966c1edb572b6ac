"""Reported statements: their words without speaker and verb, and whose they are."""

import pytest

MET = "Interior Minister Karl Vandemeer met Dr. Miren Oss at noon."
CASES = {
    "with that": (
        "Karl Vandemeer said that the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "without that": (
        "Karl Vandemeer said on Tuesday the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "what the article adds": (
        "Karl Vandemeer said the road was closed, defying a court order.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "a verb behind but": (
        "Karl Vandemeer said the road was closed, but declined to say why.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "a listener": (
        "Karl Vandemeer told reporters in Marova that the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "speaker behind": (
        "Without it, agencies would have to stop, the NGO Forum warned.",
        [("Without it, agencies would have to stop", "NGO Forum")],
    ),
    "according to": (
        "The road has been closed since May, according to Miren Oss.",
        [("The road has been closed since May", "Miren Oss")],
    ),
    "according to, first": (
        "According to Miren Oss, the road has been closed since May.",
        [("the road has been closed since May", "Miren Oss")],
    ),
    "an accusation": (
        "Karl Vandemeer accused Dov Ransome of taking money from Lantica.",
        [("taking money from Lantica", "Karl Vandemeer")],
    ),
    "a vow": ("Karl Vandemeer vowed to clear the road soon.", [("clear the road soon", "Karl Vandemeer")]),
    "a denial of doing": (
        "Karl Vandemeer denied taking money from them.",
        [("taking money from them", "Karl Vandemeer")],
    ),
    "a denial in a relative clause": (
        "Karl Vandemeer, who denied that orders were given to fire, left the room.",
        [("orders were given to fire", "Karl Vandemeer")],
    ),
    "a second verb": (
        "Karl Vandemeer said the road was closed and added that it would stay so.",
        [("the road was closed", "Karl Vandemeer"), ("it would stay so", "Karl Vandemeer")],
    ),
    "a participle": (
        "Karl Vandemeer left early, saying that the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "another's view": (
        "Karl Vandemeer said the road was closed, as Dov Ransome claimed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "an aside of the article": (
        "Karl Vandemeer said the road was closed, a claim that nobody could check.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "a dash": (
        "Karl Vandemeer said the road was closed — again.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "an age": ("Karl Vandemeer (72) said the road was closed.", [("the road was closed", "Karl Vandemeer")]),
    "a name behind a preposition": (
        "For Karl Vandemeer it was enough, saying that the road was closed.",
        [("the road was closed", "")],
    ),
    "silence": ("Karl Vandemeer declined to say when the road was closed.", []),
    "a listener as subject": ("Karl Vandemeer was told that the road was closed.", []),
    "no statement": ("Karl Vandemeer admitted 611 children in January.", []),
    "a direct quotation": ("“The road is closed,” said Karl Vandemeer.", []),
    "negated": ("Karl Vandemeer did not say that the road was closed.", []),
    "a noun": ("The claims of Karl Vandemeer are old.", []),
    "too little": ("Karl Vandemeer said so.", []),
}


@pytest.mark.parametrize("name", CASES)
def test_statement_is_found(name, drafted):
    """Each reported statement is found with its bounds and its speaker."""
    text, expected = CASES[name]

    assert drafted(f"{MET}\n\n{text}").indirect() == expected


def test_bare_verb_needs_many(drafted):
    """`say` reports only where many speak."""
    assert (
        drafted("They met.\n\nTwo officials say the road was closed.").indirect()[0][0]
        == "the road was closed"
    )
    assert drafted("They met.\n\nKarl Vandemeer will have his say the road was closed.").indirect() == []
