"""A passage with a little of its sentence on each side."""

from briefbook.sheet.around import Stretch, around

TEXT = "It rained. On Tuesday the board said that the gates hold, and nobody asked twice. It rained on."


def told(text, *passages, reach):
    """The stretches around passages as one text, the passages between stars."""
    ranges = [(text.index(each), text.index(each) + len(each)) for each in passages]
    return "".join(
        f"*{each.words}*" if each.is_passage else each.words for each in around(text, ranges, reach)
    )


def test_sentence_is_whole_where_it_is_short():
    """Around a passage stands its sentence, and nothing of the sentences beside it."""
    assert "On Tuesday the board said that *the gates hold*, and nobody asked twice." == told(
        TEXT, "the gates hold", reach=80
    )


def test_long_sentence_is_cut_between_words():
    """A longer sentence is cut after the last whole word within reach, and the cut is shown."""
    assert "… said that *the gates hold*, and …" == told(TEXT, "the gates hold", reach=10)


def test_word_longer_than_the_reach_is_left_out():
    """Where no whole word is within reach, the passage stands alone."""
    assert "… *hold* …" == told(f"{'x' * 40}hold{'y' * 40} more.", "hold", reach=5)
    assert "… *the gates hold* …" == told(TEXT, "the gates hold", reach=0)


def test_words_left_out_of_a_passage_are_shown():
    """Between the parts of a passage stand the words that it leaves out."""
    assert "On Tuesday *the board* said that *the gates hold*, and nobody asked twice." == told(
        TEXT, "the board", "the gates hold", reach=80
    )


def test_stretches_are_one_line_without_commands():
    """Line ends are spaces, and a command to a terminal is spelled out."""
    text = "He said:\n  “We\n hold\x1b[2J.”"
    start = text.index("We")

    assert (Stretch("“", False), Stretch("We hold", True), Stretch("\\u{1b}[2J.”", False)) == around(
        text, [(start, text.index("\x1b"))], 80
    )
