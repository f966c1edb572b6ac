"""Positions: suggestions of who stands where."""

import pytest

CASES = {
    "wants": ("The Civic Union wants Karl Vandemeer charged.", [("Civic Union", 2)]),
    "refuses": ("The Civic Union rejected the plan on Monday.", [("Civic Union", -2)]),
    "would under a condition": (
        "Karl Vandemeer said he would accept a pause if the fighting stops.",
        [("Karl Vandemeer", 1)],
    ),
    "is ready": ("Karl Vandemeer said that he was ready to talk.", [("Karl Vandemeer", 1)]),
    "a demand between marks": ("“We must open the bridge,” Karl Vandemeer said.", [("Karl Vandemeer", 2)]),
    "a denial": ("Karl Vandemeer denied that orders were given to fire.", [("Karl Vandemeer", -2)]),
    "demands": ("Karl Vandemeer demanded that the road be cleared.", [("Karl Vandemeer", 2)]),
    "finds it unacceptable": ("Karl Vandemeer said the plan was unacceptable.", [("Karl Vandemeer", -2)]),
    "vows not to": ("Karl Vandemeer vowed not to move.", [("Karl Vandemeer", -2)]),
    "vows": ("Karl Vandemeer vowed to stay.", [("Karl Vandemeer", 2)]),
    "will not move": ("Karl Vandemeer said the police would not move.", [("Karl Vandemeer", -2)]),
    "cannot": ("Karl Vandemeer says it cannot go faster.", [("Karl Vandemeer", -1)]),
    "judges": ("Karl Vandemeer called the plan “hysterical”.", [("Karl Vandemeer", -2)]),
    "praises": ("Karl Vandemeer called the plan “historic”.", [("Karl Vandemeer", 2)]),
    "judges without marks": ("Karl Vandemeer called the ferry late.", []),
    "pleads": ("Karl Vandemeer has pleaded not guilty.", [("Karl Vandemeer", -2)]),
    "refuses between marks": (
        "“We will not leave the valley,” Karl Vandemeer said.",
        [("Karl Vandemeer", -2)],
    ),
    "what others do": ("Karl Vandemeer said the sluice would not hold.", []),
    "a rally with a demand": ("Karl Vandemeer saw a rally demanding reform.", []),
    "does not reject": ("Karl Vandemeer did not reject the plan.", []),
    "whom others shall support": ("Karl Vandemeer came to support the plan.", []),
    "two in a sentence": (
        "Karl Vandemeer rejected the plan, but he welcomed the pause.",
        [("Karl Vandemeer", -2), ("Karl Vandemeer", 2)],
    ),
    "acts twice": (
        "Karl Vandemeer appealed for calm and proposed a pause, but he rejected a vote.",
        [("Karl Vandemeer", 2), ("Karl Vandemeer", -2)],
    ),
    "in a clause of its own": (
        "The vote, which the Civic Union has opposed, was held at noon.",
        [("Civic Union", -2)],
    ),
    "who does something, and more": (
        "Karl Vandemeer, who backs the plan, has denied owning land.",
        [("Karl Vandemeer", 2), ("Karl Vandemeer", -2)],
    ),
    "turns down": ("Karl Vandemeer turned the offer down.", [("Karl Vandemeer", -2)]),
    "threatens": ("Karl Vandemeer threatened to sue.", [("Karl Vandemeer", -2)]),
    "vows against": ("Karl Vandemeer vowed to block the sale.", [("Karl Vandemeer", -2)]),
    "vows to stop": ("Karl Vandemeer plans to contest the ruling.", [("Karl Vandemeer", -2)]),
    "gives days": (
        "Karl Vandemeer gave the owners three days to reopen the gate.",
        [("Karl Vandemeer", 2)],
    ),
    "will leave unless": (
        "Karl Vandemeer said he would resign unless the toll was dropped.",
        [("Karl Vandemeer", -1)],
    ),
    "will not pay": (
        "Karl Vandemeer said the harbour would not pay the fine.",
        [("Karl Vandemeer", -2)],
    ),
    "no reason against": (
        "Karl Vandemeer said he saw no reason to oppose the pause.",
        [("Karl Vandemeer", 1)],
    ),
    "what a thing will do": ("Karl Vandemeer said it would rain.", []),
    "denounces with words": ("Karl Vandemeer denounced the plan as “mad”.", [("Karl Vandemeer", -2)]),
    "a gift": ("Karl Vandemeer pledged $4 million.", []),
    "only seen": ("“We will see what comes of that,” Karl Vandemeer said.", []),
    "a question": ("“Why must we open the bridge?” Karl Vandemeer said.", []),
    "one word": ("The Civic Union has paid forty per cent of what it pledged.", []),
    "marks within": (
        "Karl Vandemeer called the papers “stolen and incomplete” at noon.",
        [("Karl Vandemeer", -2)],
    ),
    "silence": ("Karl Vandemeer said he would not comment on the plan.", []),
    "no stance": ("Karl Vandemeer said the road was closed.", []),
    "nobody": ("It must rain.", []),
}


@pytest.mark.parametrize("name", CASES)
def test_position_is_suggested(name, drafted):
    """Each stance is given to its actor, with its sign and strength."""
    text, expected = CASES[name]
    found = drafted(f"They met at noon.\n\n{text}")

    assert [(found.names[each.actor], each.stance) for each in found.draft.positions] == expected


def test_position_of_her_of_whom_he_speaks_is_hers(drafted):
    """Where a speaker says that she is ready, the stance is hers."""
    text = (
        "President Lucia Amaro has stayed out of it. She met Mrs. Oss.\n\n"
        "Mr. Dov Ransome said she was ready to intervene."
    )
    found = drafted(f"They met at noon.\n\n{text}")

    (position,) = found.draft.positions
    assert found.names[position.actor] != "Dov Ransome"
