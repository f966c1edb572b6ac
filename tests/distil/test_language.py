"""The language of a text."""

import pytest

from briefbook.distil.language import find_language

TEXTS = {
    "English": (
        "The board of the dam said on Monday that it would not open the gates for the farmers, "
        "who have been waiting for water since the spring and want it to be shared."
    ),
    "French": (
        "Le conseil du barrage a dit lundi que les vannes ne sont pas ouvertes pour les "
        "paysans qui attendent de l'eau depuis le printemps et qui veulent que ce soit une "
        "affaire de tous."
    ),
    "German": (
        "Der Vorstand der Talsperre sagte am Montag, dass die Tore nicht für die Bauern "
        "geöffnet werden, die auf das Wasser warten, und dass es im Sommer eine neue Regelung "
        "mit dem Land geben werde."
    ),
    "": "Too short to tell.",
    "no language that briefbook knows": "Ra ku mo ti " * 20,
}
UNKNOWN = {
    "one word again and again": "a " * 400,
    "Russian": "Министр заявил во вторник, что переговоры возобновятся в столице.",
    "Chinese, which has no words between spaces": "部长星期二表示，谈判将在首都恢复。" * 3,
}


@pytest.mark.parametrize("language", TEXTS)
def test_language_is_told_by_small_words(language):
    """A text of some length shows its language, and a short one shows none."""
    assert find_language(TEXTS[language]) == language


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN)
def test_other_texts_are_in_no_language_that_is_known(text):
    """A text of another script, or without the small words of a language, is in none that we know."""
    assert find_language(text) == "no language that briefbook knows"


def test_text_that_is_half_english_is_english():
    """Quotations in another language do not keep an English article from being read."""
    assert find_language(TEXTS["English"] + TEXTS["French"] + TEXTS["English"]) == "English"
