"""What a drawing is collected from."""

from briefbook.derive.drawings.canvas import Canvas


def test_lines_of_one_kind_are_one_and_lie_in_layers():
    """The ground beneath words hides the grid, and no track."""
    canvas = Canvas()
    for kind in ("track", "clear", "grid", "track"):
        canvas.line(kind, f"M0 0h{len(kind)}")
    lines = canvas.drawing("x", 1, 1, "", "", ["", "A note."])

    assert ["grid", "clear", "track"] == [line.kind for line in lines.lines]
    assert "M0 0h5M0 0h5" == lines.lines[-1].d
    assert ("A note.",) == lines.notes


def test_words_from_right_to_left_keep_their_own_order():
    """They are set apart from what stands around them; other words are left as they are."""
    canvas = Canvas()
    canvas.text("label", 0, 0, "متى؟")
    canvas.text("label", 0, 0, "When?")
    texts = canvas.drawing("x", 1, 1, "", "").texts

    assert ["\u2068متى؟\u2069", "When?"] == [text.words for text in texts]


def test_ground_is_cleared_where_the_words_stand():
    """To the left of their place where they end there."""
    canvas = Canvas()
    canvas.clear(100, 50, 40, "start")
    canvas.clear(100, 50, 40, "end")

    assert "M98 38h44v16h-44zM58 38h44v16h-44z" == canvas.drawing("x", 1, 1, "", "").lines[0].d
