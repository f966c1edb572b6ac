"""Those who speak under a mere noun, and the forms of reports that many newsrooms share."""

import pytest

MET = "Karl Vandemeer, chair of the Hauliers’ Federation, met Miren Oss on Monday."
SHUT = "the road was shut"

CASES = {
    "a paper that speaks": (f"The audit found that {SHUT}.", [(SHUT, "audit")]),
    "one of two": (
        f"A second sponsor, who asked for silence, said {SHUT}. The sponsor added that it was late.",
        [(SHUT, "second sponsor"), ("it was late", "second sponsor")],
    ),
    "two that differ": (
        f"One sponsor said {SHUT}. Another sponsor said it was late.",
        [(SHUT, "sponsor"), ("it was late", "sponsor")],
    ),
    "a thing that only shows": (f"The evidence suggests that {SHUT}.", [(SHUT, "")]),
    "an hour": (f"The morning said {SHUT}.", [(SHUT, "")]),
    "too many words": (f"The long old grey wet blue cold sponsor said {SHUT}.", [(SHUT, "")]),
    "several at the head of a sentence": (
        f"Independent auditors said {SHUT}.",
        [(SHUT, "independent auditors")],
    ),
    "an office of somebody": (f"Miren Oss’s office said {SHUT}.", [(SHUT, "Miren Oss’s office")]),
    "a body that goes on": (f"The ministry of water said {SHUT}.", [(SHUT, "ministry of water")]),
    "a body that goes on for long": (
        f"The office of the very old keeper of seals said {SHUT}.",
        [(SHUT, "office")],
    ),
    "who stands behind a comma": (
        f"They were called by a clerk at the shop, who said {SHUT}.",
        [(SHUT, "clerk")],
    ),
    "what stands behind a comma": (f"They opened a letter, which said {SHUT}.", [(SHUT, "")]),
    "a second verb": (f"A sponsor laughs and says {SHUT}.", [(SHUT, "")]),
    "a second verb of a neighbour": (f"The sailor laughs and says {SHUT}.", [(SHUT, "sailor")]),
    "a paper of somebody named before": (
        f"Miren Oss said in a statement that it was late. {SHUT.capitalize()}, according to the statement.",
        [("it was late", "Miren Oss"), (SHUT.capitalize(), "Miren Oss")],
    ),
    "a paper with an owner": (
        f"{SHUT.capitalize()}, according to his figures.",
        [(SHUT.capitalize(), "Karl Vandemeer")],
    ),
    "a paper with a named owner": (f"Miren Oss’s letter said {SHUT}.", [(SHUT, "Miren Oss")]),
    "a paper of nobody": (f"The letter said {SHUT}.", [(SHUT, "letter")]),
    "behind a dash alone": (f"— said {SHUT}.", [(SHUT, "")]),
    "somebody's spokeswoman": (
        f"Miren Oss left. The mayor’s spokeswoman said {SHUT}.",
        [(SHUT, "mayor’s spokeswoman")],
    ),
    "a state behind a noun": (
        f"Lantica fined Karl Vandemeer. The neighbouring state of Lantica said {SHUT}.",
        [(SHUT, "Lantica")],
    ),
    "they, of a group": (
        "Two officials said it was late. The Hauliers’ Federation, they said, was closed.",
        [
            ("it was late", "two officials"),
            ("The Hauliers’ Federation, they said, was closed", "two officials"),
        ],
    ),
    "one of them": (
        "Two officials said it was late, with one of them adding that it was cold.",
        [("it was late, with one of them adding that it was cold", "two officials")],
    ),
    "one of them, by another verb": (
        f"Two officials said it was late, but one of them said that {SHUT}.",
        [("it was late", "two officials"), (SHUT, "two officials")],
    ),
    "nothing before a comma": (f"In spring, said {SHUT}.", [(SHUT, "")]),
    "it, of a paper": (
        f"The audit found that it was late. It said {SHUT}.",
        [("it was late", "audit"), (SHUT, "audit")],
    ),
    "they, of a body": (
        f"The Hauliers’ Federation met. They said {SHUT}.",
        [(SHUT, "Hauliers’ Federation")],
    ),
    "a body at the head of a sentence": (
        f"Hospital management said {SHUT}.",
        [(SHUT, "hospital management")],
    ),
    "that, a pronoun": ("Karl Vandemeer said that was late.", [("that was late", "Karl Vandemeer")]),
    "a second clause": (
        "Karl Vandemeer says it draws little and that it was late.",
        [("it draws little and that it was late", "Karl Vandemeer")],
    ),
    "a count": ("Karl Vandemeer said up to ten were late.", [("up to ten were late", "Karl Vandemeer")]),
    "a word between commas": (
        "Karl Vandemeer cautioned, however, that it was late.",
        [("it was late", "Karl Vandemeer")],
    ),
    "a noun that is a verb too": (
        "Karl Vandemeer denied a report that it was late.",
        [("it was late", "Karl Vandemeer")],
    ),
    "what somebody intends": ("They read the list, which Karl Vandemeer expects to file.", []),
    "what somebody lived through": (
        "Karl Vandemeer reported hearing three loud shots.",
        [("hearing three loud shots", "Karl Vandemeer")],
    ),
    "a name with a verb in it": ("Karl Vandemeer joined Schools Without Fear in the old town.", []),
    "a condition with a speaker in it": (
        "If she refused, Karl Vandemeer added, the board would meet.",
        [("If she refused, Karl Vandemeer added, the board would meet", "Karl Vandemeer")],
    ),
    "blamed on": (
        "Karl Vandemeer blamed the delay on changes to the plan.",
        [("changes to the plan", "Karl Vandemeer")],
    ),
    "a place behind a speech": (
        "“It is late,” Karl Vandemeer told a meeting in the capital, Havnes.",
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_speaker_without_a_name_is_heard(name, drafted):
    """Whoever speaks has an actor, with a name or without."""
    text, expected = CASES[name]

    assert drafted(f"{MET}\n\n{text}").indirect() == expected


def test_who_says_nothing_is_no_actor(drafted):
    """A noun that is the subject of some verb is no actor by that, and has no position."""
    draft = drafted(f"{MET}\n\nThe proposal supports a ban. The sponsor wants a ban.").draft

    assert "proposal" not in {each.name for each in draft.actors}
    assert [each.actor for each in draft.positions] == ["sponsor"]


def test_kinds_of_those_without_a_name(drafted):
    """A body is one, and so is somebody who has a name's id already."""
    found = drafted(f"{MET}\n\nThe coastal agency said it was late. The sponsor said it was cold.").draft

    assert {(each.name, each.kind) for each in found.actors} >= {
        ("coastal agency", "organisation"),
        ("sponsor", "group"),
    }


CLAIMS = {
    "a long subject that denies": (
        "Karl Vandemeer, who long complained of a long, costly, cold, hard wait, denied that it was late.",
        ("denied that it was late", "denied"),
    ),
    "allegations in a demand": (
        "Miren Oss said the state should at once look into allegations that men were beaten there.",
        ("allegations that men were beaten there", "alleged"),
    ),
    "an estimate": (
        "Miren Oss reckons about ten homes were lost.",
        ("Miren Oss reckons about ten homes were lost", "estimated"),
    ),
    "accused by nobody": (
        "Karl Vandemeer was accused of theft.",
        ("Karl Vandemeer was accused of theft", "alleged"),
    ),
}


@pytest.mark.parametrize("name", CLAIMS)
def test_claim_of_a_common_form_is_found(name, drafted):
    """A claim begins near its own words, and says how open it is."""
    text, expected = CLAIMS[name]

    assert [(each.text, each.status) for each in drafted(f"{MET}\n\n{text}").draft.claims] == [expected]
