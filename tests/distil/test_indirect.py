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
    "a named listener": (
        "Karl Vandemeer told the Calder Courier on Monday the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "an aside before that": (
        "Karl Vandemeer told the board, in April, that the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "papers between a verb and that": (
        "Karl Vandemeer told the board, according to minutes of Thursday, that the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "when it was said": ("Karl Vandemeer told reporters after the council announced its vote.", []),
    "a question": ("Karl Vandemeer told a jury how it was done.", []),
    "a colon before the words": ("Asked about the road, Karl Vandemeer told reporters: “It is closed.”", []),
    "an inverted verb": (
        "The road was closed, said Karl Vandemeer, the minister.",
        [("The road was closed", "Karl Vandemeer")],
    ),
    "a speaker within the statement": (
        "The road, Karl Vandemeer said, was closed.",
        [("The road, Karl Vandemeer said, was closed", "Karl Vandemeer")],
    ),
    "a speaker behind the time": (
        "For almost six years, Karl Vandemeer said, the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "a speaker before a mark": (
        "He had, Karl Vandemeer said, “the greatest respect” for the panel.",
        [("He had, Karl Vandemeer said, “the greatest respect” for the panel", "Karl Vandemeer")],
    ),
    "a report of a report": (
        "Karl Vandemeer said that the road was closed, the Calder Courier reported.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "what somebody is said to have said": (
        "Karl Vandemeer said that Dov Ransome had admitted that the road was closed.",
        [("Dov Ransome had admitted that the road was closed", "Karl Vandemeer")],
    ),
    "and what the speaker did": (
        "Karl Vandemeer said the road was closed and urged drivers to wait.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "and what the speaker has done": (
        "Karl Vandemeer said the road was closed and has asked drivers to wait.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "and what the speaker did not say": (
        "Karl Vandemeer said the road was closed, but he did not say why.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "a remark on quoted words": (
        "Karl Vandemeer said the road was “closed for good,” a remark that drew laughter.",
        [("the road was “closed for good,”", "Karl Vandemeer")],
    ),
    "another's answer": (
        "Karl Vandemeer denied the union’s claims that the road was closed.",
        [],
    ),
    "a participle that is none": ("Dozens of people believed missing were found by boats that passed.", []),
    "two bodies and a condition": (
        "Karl Vandemeer said the goods would be released provided that the papers were complete.",
        [("the goods would be released provided that the papers were complete", "Karl Vandemeer")],
    ),
    "a modal before a bare verb": (
        "Karl Vandemeer would say only that the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "blame": (
        "Karl Vandemeer blamed Dov Ransome for the closed road.",
        [("the closed road", "Karl Vandemeer")],
    ),
    "according to, behind and": (
        "The road was closed and, according to Miren Oss, the ferry was full.",
        [("the ferry was full", "Miren Oss")],
    ),
    "according to, within": (
        "The road, according to Miren Oss, was closed.",
        [("The road, according to Miren Oss, was closed", "Miren Oss")],
    ),
    "according to, behind a whole quotation": (
        "“The road is closed,” he told reporters, according to Miren Oss.",
        [],
    ),
    "a document and its author": (
        "The road has been closed since May, according to a report by Miren Oss.",
        [("The road has been closed since May", "Miren Oss")],
    ),
    "a name behind an office": (
        "The road has been closed since May, according to its builder, Miren Oss.",
        [("The road has been closed since May", "Miren Oss")],
    ),
    "whether somebody believed it": (
        "Karl Vandemeer was asked whether she believed the road was closed.",
        [],
    ),
    "a man who says who he is": ("A man who said he was ill was Karl Vandemeer.", []),
    "a verb that takes a noun": (
        "Karl Vandemeer confirmed on Sunday the number of closed roads and put them at ten.",
        [],
    ),
    "another's comparison": ("The road was as bad, as Karl Vandemeer claimed.", []),
    "a moment behind the verb": (
        "Karl Vandemeer said yesterday the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "a phrase that is no time": (
        "Karl Vandemeer said with regret the road was closed.",
        [("with regret the road was closed", "Karl Vandemeer")],
    ),
    "a listener with a long name": (
        "Karl Vandemeer told the University of Marova the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "another's statement behind as": (
        "Karl Vandemeer said the road was closed, as Dov Ransome insisted that it was open.",
        [("the road was closed", "Karl Vandemeer"), ("it was open", "Dov Ransome")],
    ),
    "a colon at the end": (
        "Karl Vandemeer said that the road was closed:",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "what somebody claims to have done": (
        "Karl Vandemeer claimed to have cleared the road.",
        [("to have cleared the road", "Karl Vandemeer")],
    ),
    "what somebody wishes to state": (
        "Karl Vandemeer wishes to state that the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "a weekday before the verb": (
        "Karl Vandemeer on Wednesday said it was late.",
        [("it was late", "Karl Vandemeer")],
    ),
    "a short name behind a long one": (
        "Karl Vandemeer told the Free Imber Brigade (FIB) that as many as ten came.",
        [("as many as ten came", "Karl Vandemeer")],
    ),
    "whose paper it was": (
        "Karl Vandemeer said that the road was closed, according to the Calder Courier.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "according to plan": ("The trains ran according to plan.", []),
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
