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


TOLD = [
    ("Karl Vandemeer is willing, but the money is not there.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer asked the assembly to drop the toll.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer asked Parliament to drop the toll.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer was asked to drop the toll.", []),
    ("Karl Vandemeer asked for a delay until spring.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer has asked for more boats.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer has refused.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer refused to comment.", []),
    ("Karl Vandemeer regards the toll as an insult to the valley.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer sees the pact as a betrayal.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer calls the new toll a disgrace.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer described the pact as a triumph.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer called the bank a lifeline for the poor.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer called the police a second time.", []),
    ("Karl Vandemeer sees the river as a border.", []),
    ("The Civic Union will vote against the toll.", [("Civic Union", -2)]),
    ("The Civic Union campaigned for a bridge.", [("Civic Union", 2)]),
    ("The Civic Union will apply on Monday for the files to be opened.", [("Civic Union", 2)]),
    ("The Civic Union is pushing for a bridge.", [("Civic Union", 2)]),
    ("Karl Vandemeer has ordered that the camp be cleared by June.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer ordered the closure of the mine.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer was ordered to leave.", []),
    ("Karl Vandemeer was asked for a loan.", []),
    ("Karl Vandemeer asked for them by noon.", []),
    ("Karl Vandemeer asked for the files.", []),
    ("“It is false, all of it,” Karl Vandemeer said.", []),
    ("Karl Vandemeer ordered a coffee.", []),
    ("Karl Vandemeer would like the matter settled.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer said his party favoured a vote.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer said it was a matter of survival.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer says the date cannot be met.", [("Karl Vandemeer", -1)]),
    ("Karl Vandemeer said the target could not be kept.", [("Karl Vandemeer", -1)]),
    ("Karl Vandemeer said the peak could not be seen.", []),
    ("Karl Vandemeer said the council would meet the cost of the move.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer said the state would bear all costs.", [("Karl Vandemeer", 2)]),
    ("“We do not agree that they should go,” Karl Vandemeer said.", [("Karl Vandemeer", -2)]),
    ("“There is no amnesty and there will be none,” Karl Vandemeer said.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer said he would not rule out a vote.", [("Karl Vandemeer", 1)]),
    ("Karl Vandemeer said he had never had an answer.", []),
    ("Karl Vandemeer said his people were never told.", []),
    ("Karl Vandemeer said he would never sign.", [("Karl Vandemeer", -2)]),
    ("What Karl Vandemeer objects to is the price.", []),
    ("Karl Vandemeer objects to the price.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer is hostile to the toll.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer disagrees.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer slammed the pact as weak.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer slammed the door.", []),
    ("The Civic Union will not sign the pact.", [("Civic Union", -2)]),
    ("The Civic Union will not meet on Friday.", []),
    ("Karl Vandemeer doubts it.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer defended the toll.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer will defend his title.", []),
    ("Karl Vandemeer is backing the bridge.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer has thrown his weight behind the bridge.", [("Karl Vandemeer", 2)]),
    ("The Civic Union sided with the fishermen.", [("Civic Union", 2)]),
    ("Karl Vandemeer spoke in favour of the bridge.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer is in favour of the bridge.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer lashed out at the plan.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer took issue with the figures.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer balked at the price.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer insisted the vote would go ahead.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer said the pact should be scrapped.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer warned that any delay would be a mistake.", [("Karl Vandemeer", -2)]),
    ("The Civic Union has urged a boycott.", [("Civic Union", 2)]),
    ("The Civic Union voted to strike.", [("Civic Union", 2)]),
    ("The Civic Union filed a complaint against the mine.", [("Civic Union", -2)]),
    ("The Civic Union has sued the mine.", [("Civic Union", -2)]),
    ("Karl Vandemeer is pressing for a vote.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer brushed aside the criticism.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer has no intention of leaving.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer would rather wait.", []),
    ("Karl Vandemeer prefers a tunnel.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer supports neither.", []),
    ("Karl Vandemeer wants no part of it.", [("Karl Vandemeer", -2)]),
    ("“I am totally opposed to this,” Karl Vandemeer said.", [("Karl Vandemeer", -2)]),
    ("“This is a disgrace,” Karl Vandemeer said.", [("Karl Vandemeer", -2)]),
    ("“It is time to end this,” Karl Vandemeer said.", [("Karl Vandemeer", 2)]),
    ("“We need a bridge and we need it now,” Karl Vandemeer said.", [("Karl Vandemeer", 2)]),
    ("“Enough is enough, and they must go,” Karl Vandemeer said.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer said that the charges were politically motivated.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer said the reports were untrue.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer said there was no truth in the reports.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer said it was time for a vote.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer said a deal was out of the question.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer has pinned the blame on the bank.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer criticises the plan.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer sees no need for a vote.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer complained that the road was closed.", []),
    ("Karl Vandemeer walked out of the talks.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer stood by the decision.", [("Karl Vandemeer", 2)]),
    ("Karl Vandemeer protested at the plan.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer thinks the toll unfair.", [("Karl Vandemeer", -2)]),
    ("Karl Vandemeer hopes for a pause.", [("Karl Vandemeer", 2)]),
    ("The Civic Union, too, opposes it.", [("Civic Union", -2)]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_words_show_where_somebody_stands(text, expected, drafted):
    """Who refuses, demands, sues or calls a thing names stands there; look-alikes show nothing."""
    found = drafted(f"The Civic Union and Karl Vandemeer, its chairman, met at noon.\n\n{text}")

    assert [(found.names[each.actor], each.stance) for each in found.draft.positions] == expected
