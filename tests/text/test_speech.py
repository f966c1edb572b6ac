"""Quotation marks: what lies inside them in every style, and what is an apostrophe, an inch or a foot."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.paragraphs import find_paragraphs
from briefbook.text.speech import Speech, covers, find_around, find_speech


def quoted(text):
    """What a text quotes, an inner quotation in brackets."""
    return [
        text[each.start : each.end] if each.depth == 1 else [text[each.start : each.end]]
        for each in find_speech(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” she said.", ["We won,"]),
        ('"We won," she said.', ["We won,"]),
        ("‘We won,’ she said.", ["We won,"]),
        ("'We won,' she said.", ["We won,"]),
        ("«We won», she said.", ["We won"]),
        ("« We won », she said.", [" We won "]),
        ("»We won«, she said.", ["We won"]),
        ("»We won», she said.", ["We won"]),
        ("”We won”, she said.", ["We won"]),
        ("„We won“, she said.", ["We won"]),
        ("„We won”, she said.", ["We won"]),
        ("``We won,'' she said.", ["We won,"]),
        ("「We won」 she said.", ["We won"]),
        ('“We won," she said. “Twice.”', ["We won,", "Twice."]),
        ('" We won " she said.', [" We won "]),
        ('He said--"No"--and left.', ["No"]),
        ("(“No”)", ["No"]),
        ("“...and then?”", ["...and then?"]),
        ('"...and then?" he asked.', ["...and then?"]),
        ("“We won,” he said, “twice.”", ["We won,", "twice."]),
        ("The “so-called” plan", ["so-called"]),
        ("“”", []),
        ("No marks.", []),
        ("", []),
    ],
)
def test_marks_of_all_styles_enclose_speech(text, expected):
    """Curly, straight, single and double marks, guillemets in both directions and low marks are read."""
    assert expected == quoted(text)


@pytest.mark.parametrize(
    "text",
    [
        "the officials' aides in the '90s",
        "the officials’ aides in the ’90s",
        "the officials’ aides in the ‘90s",
        "rock 'n' roll and rock ’n’ roll",
        "Don't, won't, O'Brien's, 'tis, 'em",
        "a 12\" pipe, 6' tall, 5'11\" in all",
        "fish 'n chips",
    ],
)
def test_apostrophes_inches_and_feet_are_no_marks(text):
    """An apostrophe, an inch and a foot open nothing."""
    assert [] == find_speech_words(text)


def find_speech_words(text):
    """What a text quotes, flat."""
    return [text[each.start : each.end] for each in find_speech(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘The officials’ aides left,’ he said.", ["The officials’ aides left,"]),
        ("'The officials' aides left,' he said.", ["The officials' aides left,"]),
        ("‘terrorists’ and ‘friends’", ["terrorists", "friends"]),
        ("‘We’re goin’ home,’ he said.", ["We’re goin’ home,"]),
        ('"The 12" pipe broke," he said.', ['The 12" pipe broke,']),
        ("'It stands 6' tall,' he said.", ["It stands 6' tall,"]),
        ("“Back in ’98,” he said.", ["Back in ’98,"]),
    ],
)
def test_an_apostrophe_inside_a_speech_does_not_end_it(text, expected):
    """A possessive or a measure within a speech leaves it whole."""
    assert expected == quoted(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“They said ‘no’ to us.”", ["They said ‘no’ to us.", ["no"]]),
        ("‘They said “no” to us.’", ["They said “no” to us.", ["no"]]),
        ("\"They said 'no' to us.\"", ["They said 'no' to us.", ["no"]]),
        ("“They said “no” to us.”", ["They said “no” to us.", ["no"]]),
        ("«They said “no” to us.»", ["They said “no” to us.", ["no"]]),
        ("“A ‘b “c” d’ e”", ["A ‘b “c” d’ e", ["b “c” d"], ["c"]]),
        ("“A ‘b” c", ["A ‘b"]),
        ("The 'splash “it’s the dogs’ own” fine", ["it’s the dogs’ own"]),
    ],
)
def test_a_quotation_within_a_quotation_has_depth_two(text, expected):
    """What stands in marks within marks is found, and lies one deeper."""
    assert expected == quoted(text)


def test_each_paragraph_of_a_long_speech_opens_and_only_the_last_closes():
    """A speech over paragraphs is one: all but its last paragraph continue."""
    text = "“One.\n\n“Two.\n\n“Three,” she said. “Four.”"
    speeches = find_speech(text)

    assert ["One.", "Two.", "Three,", "Four."] == find_speech_words(text)
    assert [True, True, False, False] == [each.continues for each in speeches]
    assert [False, False, True, True] == [each.is_closed for each in speeches]
    assert covers(speeches, [(text.index("One"), text.index("Three") + 5)])
    assert not covers(speeches, [(text.index("One"), text.index("Four"))])


def test_single_and_guillemet_speeches_continue_too():
    """British marks and guillemets go on over paragraphs; a guillemet may be repeated as it closes."""
    assert [True, False] == [each.continues for each in find_speech("‘One.\n\n‘Two,’ she said.")]
    assert [True, False] == [each.continues for each in find_speech("“One.\n\n– “Two,” she said.")]
    assert [True, False] == [each.continues for each in find_speech("«One.\n\n»Two», she said.")]


def test_a_forgotten_mark_ends_with_its_paragraph():
    """Where the article forgot to close, the speech ends with the paragraph and says so."""
    (speech,) = find_speech("“We won, she said.\n\nThe hall was empty.")

    assert Speech(1, 18, 1, False, "“", is_closed=False) == speech
    assert ["We won, she said."] == find_speech_words("“We won, she said.")


def test_a_mark_that_closes_in_the_next_paragraph_is_heard():
    """Where only the last of two paragraphs is closed and it does not open, both are speech."""
    assert ["We won.", "And they know it,"] == find_speech_words("“We won.\n\nAnd they know it,” she said.")


def test_an_unclosed_single_mark_is_an_apostrophe():
    """A single mark that nothing closes opens nothing, and what stands behind it has depth one."""
    (speech,) = find_speech("The 'Sele fleet said “no” again.")

    assert 1 == speech.depth


def test_a_wrapped_line_does_not_end_a_speech():
    """In a text whose lines are wrapped, only an empty line ends a paragraph."""
    text = "“We shall not leave\nbefore the water is\nback,” she said.\n\nNobody answered her\nquestion."

    assert ["We shall not leave\nbefore the water is\nback,"] == find_speech_words(text)
    assert 2 == len(find_paragraphs(text))


def test_turns_of_a_transcript_are_speech_without_marks():
    """After a label that comes again, words are a speaker's; what a turn quotes lies one deeper."""
    text = "A briefing.\nMR. OSS: Yes.\nAnd soon.\nQ: When?\nMR. OSS: As we said, “soon”.\nQ: Thank you."
    speeches = find_speech(text)

    assert [
        " Yes.",
        "And soon.",
        " When?",
        " As we said, “soon”.",
        "soon",
        " Thank you.",
    ] == find_speech_words(text)
    assert [1, 1, 1, 1, 2, 1] == [each.depth for each in speeches]
    assert ["", "", "", "", "“", ""] == [each.mark for each in speeches]


def test_a_block_after_a_colon_is_speech_without_marks():
    """The paragraph after `she said in a statement:` is quoted though no marks enclose it."""
    text = "The minister said in a statement:\n\nWe deny this.\n\nThe hall was empty. It had:\n\nNo chairs."

    assert ["We deny this."] == find_speech_words(text)
    assert ["We deny this."] == find_speech_words("The minister said:\n\n“We deny this.”")


def test_headings_of_a_report_make_no_transcript():
    """Labels that come once are headings."""
    assert [] == find_speech_words("Water: low.\nFood: low.\nHealth: poor.\nShelter: poor.\nRoads: shut.")


def test_a_passage_is_covered_where_one_speech_holds_it():
    """Words are speech where one pair of marks holds them, and the marks themselves may come along."""
    text = "“We won,” she said, “twice ‘over’.”"
    speeches = find_speech(text)
    at = {
        word: (text.index(word), text.index(word) + len(word)) for word in ("We won", "said", "twice", "over")
    }

    assert covers(speeches, [at["We won"], at["twice"], at["over"]])
    assert covers(speeches, [(0, 9)])
    assert not covers(speeches, [at["said"]])
    assert not covers(speeches, [(at["We won"][0], at["twice"][1])])
    assert 2 == find_around(speeches, *at["over"]).depth
    assert 1 == find_around(speeches, at["twice"][0], at["over"][1]).depth
    assert find_around((), 0, 1) is None


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "”", "'", "‘", "’", "«", "„", "'s ", "“a\n", '"“‘', " ", "A: b\n", "he said:\n", "a\nb"],
)
def test_a_megabyte_of_marks_is_read_in_linear_time(piece):
    """Twice the marks take about twice the time."""

    def seconds(length):
        text = (piece * length)[:length]
        started = time.process_time()
        find_speech(text)
        return time.process_time() - started

    assert seconds(120_000) < 5 * seconds(60_000) + 0.5


@given(st.text(alphabet="“”‘’«»„\"'\n .,:abQs1", max_size=60))
def test_speeches_nest_in_any_text(text):
    """Whatever the marks, speeches lie in the text, in order, and either apart or one in another."""
    around = []
    for each in find_speech(text):
        assert 0 <= each.start < each.end <= len(text)
        while around and around[-1].end <= each.start:
            around.pop()
        assert not around or each.end <= around[-1].end
        around.append(each)
        assert each.depth == len(around)
