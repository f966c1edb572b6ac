"""Interviews, transcripts and statements printed as a block: words without quotation marks."""

INTERVIEW = """Rivers and rumours

Dr. Ximena Wolde, head of the Lakes Office, on what is known

Dr. Ximena Wolde, 51, has led the office since May. We met on Monday.

Q: How bad is it?

A: Worse than the tables say. I believe the true number could be three times that.

Q: The government of Ombara says the outbreak is “under control”.

A: Mr. Osei, the mayor, told me, in April, that he would open the harbour. He called the idea “hysterical”.

It is not.

(Asked for comment, a spokesman for Ombara, Ezra Bukenya, said the figures were “neither new nor true”.)

Q: And now?

A: We want the border opened.
"""
TRANSCRIPT = """The committee met Dov Ransome and Lena Toss on Monday.

LENA TOSS: Why is the road closed?

DOV RANSOME: Because nobody paid for it.

LENA TOSS: And who should have paid?

DOV RANSOME: The ministry.

Mara Oduya, teacher, Pell: “My school is empty.”
"""


def test_answers_are_the_words_of_the_one_who_is_asked(drafted):
    """Each answer is a quotation of the person whom the interview is with; the questions are nobody's."""
    said = dict(drafted(INTERVIEW).quotes())

    assert (
        said["Worse than the tables say. I believe the true number could be three times that."]
        == "Ximena Wolde"
    )
    assert said["It is not."] == "Ximena Wolde"
    assert "How bad is it?" not in said


def test_marks_within_a_turn_are_read(drafted):
    """What a turn quotes and reports is given to whom it names, and what is in brackets to the article."""
    found = drafted(INTERVIEW)

    assert ("hysterical", "Osei") in found.quotes()
    assert ("neither new nor true", "Ezra Bukenya") in found.quotes()
    assert ("he would open the harbour", "Osei") in found.indirect()
    assert not any(words.startswith("(Asked") for words, _ in found.quotes())


def test_i_is_the_one_who_has_the_turn(drafted):
    """`I believe` is a claim of the speaker, and `we want` is the speaker's position."""
    found = drafted(INTERVIEW)

    claims = {each.text: found.names.get(each.attribution) for each in found.draft.claims}
    assert claims["I believe the true number could be three times that"] == "Ximena Wolde"
    (position,) = [each for each in found.draft.positions if each.text.startswith("We want")]
    assert found.names[position.actor] == "Ximena Wolde"


def test_labels_name_the_speakers(drafted):
    """A label in capitals is a name, and a paragraph with another's label and marks is no turn."""
    said = drafted(TRANSCRIPT).quotes()

    assert ("Because nobody paid for it.", "Dov Ransome") in said
    assert ("And who should have paid?", "Lena Toss") in said
    assert ("My school is empty.", "Mara Oduya") in said


def test_first_person_outside_a_turn_is_nobody(drafted):
    """`I` in the report itself stands for nobody of the article."""
    assert drafted("They met.\n\nI believe that the road was closed.").indirect() == [
        ("the road was closed", "")
    ]
