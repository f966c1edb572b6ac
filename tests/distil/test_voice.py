"""Whom the words around a verb of speech name, and whom a pronoun or an office stands for."""

import pytest

MET = "Interior Minister Karl Vandemeer met Dr. Miren Oss of the Hauliers’ Federation at noon."
CASES = {
    "asides beside a name": (
        "Karl Vandemeer, 58, a former judge, said the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "a bracket beside a name": (
        "Karl Vandemeer, head of the Free Harbour Front (FHF), said the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "a name behind an office": (
        "The minister of the interior, Karl Vandemeer, said the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "an aside with a pronoun": (
        "Karl Vandemeer, whose name she would not hear, said the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "a shared subject": (
        "Karl Vandemeer of Lantica’s coast guard urged patience and said the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "a shared subject behind an aside": (
        "It ended with its chair, Karl Vandemeer, promising to clear the road.",
        [("clear the road", "Karl Vandemeer")],
    ),
    "a participle beside its subject": (
        "Karl Vandemeer left for Marova, saying the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "he, of two men": (
        "Karl Vandemeer said that Mr. Dov Ransome was ill. He added that the road was closed.",
        [("Mr. Dov Ransome was ill", "Karl Vandemeer"), ("the road was closed", "Karl Vandemeer")],
    ),
    "she, named behind a preposition": (
        "It was hard on Dr. Jessie Gunn. She said the road was closed.",
        [("the road was closed", "Jessie Gunn")],
    ),
    "he, for a man without a name": (
        "A council spokesman admitted that the letter was late. He added that the road was closed.",
        [("the letter was late", "council spokesman"), ("the road was closed", "council spokesman")],
    ),
    "it, for a body": (
        "The Hauliers’ Federation met on Monday. It said the road was closed.",
        [("the road was closed", "Hauliers’ Federation")],
    ),
    "an office without a name": (
        "Lena Toss stayed at home. The lawyer said the road was closed.",
        [("the road was closed", "Lena Toss")],
    ),
    "a noun for a body": (
        "The Free Imber Brigade fired on Monday. The force said the road was closed.",
        [("the road was closed", "Free Imber Brigade")],
    ),
    "a stranger": (
        "Hinds said the road was closed.",
        [("the road was closed", "")],
    ),
    "a body with asides": (
        "The Hauliers’ Federation, founded in May, met on Monday, saying the road was closed.",
        [("the road was closed", "Hauliers’ Federation")],
    ),
    "he, and what he says": (
        "He was late, saying that the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "an office that somebody else holds": (
        "Lena Toss, a lawyer, stayed at home. The farmer said the road was closed.",
        [("the road was closed", "farmer")],
    ),
    "a document of nobody": (
        "The road was closed, according to a letter seen by a stranger in Pell.",
        [("The road was closed", "stranger")],
    ),
    "somebody's house": (
        "Lantica fined Mrs. Lena Toss. Lena Toss’s house burned. She said the road was closed.",
        [("the road was closed", "Lena Toss")],
    ),
    "he, behind a state": (
        "Lantica fined Mr. Dov Ransome. He said the road was closed.",
        [("the road was closed", "Dov Ransome")],
    ),
    "he, long after": (
        "It rained. It rained. It rained. It rained. It rained. It rained. He said the road was closed.",
        [("the road was closed", "Miren Oss")],
    ),
    "a place with a capital": (
        "The Pell farmer said the road was closed.",
        [("the road was closed", "Pell farmer")],
    ),
    "a dash beside a name": (
        "Karl Vandemeer – no friend of the union – said the road was closed.",
        [("the road was closed", "Karl Vandemeer")],
    ),
    "people in a place": (
        "Karl Vandemeer and officials close to Lena Toss said the road was closed.",
        [("the road was closed", "officials close to Lena Toss")],
    ),
    "one who is told of": (
        "The Free Imber Brigade, a militia that Karl Vandemeer accuses Lantica of arming, met on Monday.",
        [("arming", "Karl Vandemeer")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_subject_of_a_verb_is_found(name, drafted):
    """Each statement is given to the one whom the words before its verb mean."""
    text, expected = CASES[name]

    assert drafted(f"{MET}\n\n{text}").indirect() == expected


def test_name_right_before_the_verb_is_sure(drafted):
    """Who is named beside the verb is sure; whom a pronoun means is to be looked at, and says why."""
    named, meant = drafted(
        f"{MET}\n\nKarl Vandemeer said it was late. He said the road was closed."
    ).draft.indirect

    assert (named.confidence, named.why) == ("high", "")
    assert (meant.confidence, meant.why) == ("review", "a pronoun or the sentence before says who speaks")
