"""Questions: what the article leaves open, the most pressing first."""


def asked(drafted, text):
    return [each.text for each in drafted(f"They met at noon.\n\n{text}").draft.questions]


def test_claim_is_asked_about(drafted):
    """A claim asks whether it is so, a condition how likely it is, a figure which is right."""
    assert asked(drafted, "The army has reportedly moved to Kessel.") == [
        "Is it true: The army has reportedly moved to Kessel?"
    ]
    assert asked(drafted, "Karl Vandemeer said shipments could be suspended.") == [
        "How likely is it: shipments could be suspended?"
    ]
    assert asked(drafted, "Karl Vandemeer said that as many as 9,000 people fled.") == [
        "What is the right figure: as many as 9,000 people fled?"
    ]


def test_deadline_is_asked_about_and_dated(drafted):
    """A deadline asks whether it will be kept, and gives its day."""
    (question,) = drafted("They met.\n\nThe board must publish its report by 28 May.").draft.questions

    assert (question.text, question.due) == (
        "Will it be done in time: The board must publish its report by 28 May?",
        "2026-05-28",
    )


def test_silence_is_asked_about(drafted):
    """What somebody would not say is open."""
    assert asked(drafted, "Karl Vandemeer declined to say when.") == [
        "What is left unsaid: Karl Vandemeer declined to say when?"
    ]


def test_questions_are_few_and_short(drafted):
    """There are at most fifteen of at most 35 words, and none twice."""
    things = (
        "tanks guns trucks horses boats planes drones cooks maps tents fuel food mines wire radios flags "
        "boots ropes lamps nails"
    ).split()
    many = " ".join(
        f"{each.title()} were allegedly lost {' '.join(f'{each}{n}' for n in range(40))}." for each in things
    )
    found = asked(drafted, f"{many} {many}")

    assert len(found) == 15
    assert len(set(found)) == len(found)
    assert all(len(each.split()) <= 35 for each in found)


def test_pronoun_becomes_a_name(drafted):
    """A question can be read without its article."""
    found = asked(drafted, "Mr. Karl Vandemeer said that he might resign.")

    assert found == ["How likely is it: Karl Vandemeer might resign?"]


def test_it_becomes_what_the_sentence_before_is_about(drafted):
    """A deadline of `it` is asked about by name; `it` stays where the sentence before names nothing."""
    assert "Will it be done in time: The truce expires on 20 May?" in asked(
        drafted, "The truce, signed in Marova, ended the war. It expires on 20 May."
    )
    assert "Will it be done in time: It expires on 20 May?" in asked(
        drafted, "In Marova they signed. It expires on 20 May."
    )
