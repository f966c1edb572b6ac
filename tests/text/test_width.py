"""How wide texts become, and how they are wrapped and shortened."""

from briefbook.text.width import width_of, wrap


def test_width_grows_with_letters_size_and_weight():
    """Each letter adds its own; bold ones are wider."""
    assert 0 == width_of("", 14)
    assert width_of("ill", 14) < width_of("mmm", 14)
    assert 2 * width_of("Iran", 7) == width_of("Iran", 14)
    assert width_of("Iran", 14) < width_of("Iran", 14, is_bold=True)


def test_accents_and_marks_are_as_wide_as_their_letters():
    """However they are written; what is invisible takes no room."""
    assert width_of("e", 10) == width_of("é", 10) == width_of("e\u0301", 10)
    assert width_of("ab", 10) == width_of("a\u2068b\u2069", 10)


def test_letters_of_other_scripts_have_room():
    """Cyrillic and Arabic have widths of their own, and an unknown letter takes the widest."""
    latin = width_of("a", 10)
    assert latin < width_of("ю", 10)
    assert latin < width_of("ك", 10)
    assert width_of("水", 10) == width_of("\ue000", 10) == width_of("@", 10)


def test_text_that_fits_is_one_line():
    """And nothing of it is cut."""
    assert (("Two words",), False) == wrap("Two\n words ", 200, 14, 2)
    assert ((), False) == wrap("", 200, 14, 2)


def test_text_breaks_between_words():
    """No line is wider than its room."""
    wrapped = wrap("The committee on the filling of the reservoir", 120, 14, 9)

    assert "The committee on the filling of the reservoir" == " ".join(wrapped.lines)
    assert not wrapped.is_cut
    assert all(width_of(line, 14) <= 120 for line in wrapped.lines)


def test_what_has_no_room_ends_in_an_ellipsis():
    """The last line is shortened until the ellipsis fits."""
    wrapped = wrap("The committee on the filling of the reservoir", 120, 14, 1, is_bold=True)

    assert wrapped.is_cut
    assert wrapped.lines[0].endswith("…")
    assert width_of(wrapped.lines[0], 14, is_bold=True) <= 120


def test_a_word_wider_than_a_line_is_broken():
    """Between letters; a line holds at least one."""
    assert ("ww", "ww") == wrap("wwww", width_of("ww", 10), 10, 5).lines
    assert ("w", "w") == wrap("ww", 1, 10, 5).lines
    assert ("…",) == wrap("ww ww", 1, 10, 1).lines
