"""Words on poles, stacked so that none meet."""

from briefbook.derive.drawings import flags
from briefbook.derive.drawings.canvas import Canvas
from briefbook.derive.drawings.flags import Entry, Flag

ENTRY = Entry("happened", "Talks", "")


def flag(x, *entries):
    """A pole with a date."""
    return Flag(x, "15 June 2031", entries or (ENTRY,))


def test_flags_far_apart_stand_on_one_height():
    """Each begins at the line."""
    placed, left_out = flags.place([flag(0), flag(300), flag(600)])

    assert [0, 0, 0] == [each.near for each in placed]
    assert [] == left_out


def test_words_stand_beyond_the_poles_that_they_would_cross():
    """The left one of two neighbours rises over the right one."""
    placed, _ = flags.place([flag(100), flag(150)])

    (right, left) = placed
    assert 150 == right.flag.x
    assert left.near == right.far
    assert left.far == flags.height_of(placed)


def test_words_that_would_stand_too_far_are_left_out():
    """The oldest go first; what is drawn keeps its height."""
    crowd = [flag(each) for each in range(0, 100, 5)]
    placed, left_out = flags.place(crowd)

    assert len(crowd) == len(placed) + len(left_out)
    assert left_out
    assert max(each.x for each in left_out) < min(each.flag.x for each in placed)
    assert flags.height_of(placed) <= flags.TALLEST
    assert 0 == flags.height_of([])


def test_a_flag_flies_above_or_below():
    """Its date, marks, words and their status all stand on its own side of the line."""
    entries = (Entry("claim", "It fell by a third " * 20, "Claimed, disputed"), Entry("due", "When?", "Due"))
    placed, _ = flags.place([flag(50, *entries)])
    for is_below in (False, True):
        canvas = Canvas()
        flags.fly(canvas, placed[0], 500, is_below=is_below)
        drawn = canvas.drawing("x", 1, 1, "", "")
        heights = [each.y for each in (*drawn.texts, *drawn.marks)]
        assert all(y > 500 if is_below else y < 500 for y in heights)
        assert {"head", "label", "claim", "small"} == {text.kind for text in drawn.texts}
        assert ["claim", "due"] == [mark.kind for mark in drawn.marks]
        assert any(text.full for text in drawn.texts)
