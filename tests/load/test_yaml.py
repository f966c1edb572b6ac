"""YAML as briefs need it: strings, screened while they are read."""

import hypothesis
import pytest
from hypothesis import strategies as st

from briefbook.load.yaml import parse_yaml
from briefbook.model.settings import Limits


def read(text, **limits):
    """The value of a text and its mistakes as `line:column rule`."""
    reading = parse_yaml(text, Limits(**limits))
    return reading.value, [f"{_place(text, each.start)} {each.rule}" for each in reading.mistakes]


def _place(text: str, offset: int) -> str:
    before = text[:offset]
    return f"{before.count(chr(10)) + 1}:{offset - before.rfind(chr(10))}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no\nb: 010\nc: 1e3\nd: 2031-03-04\ne: 0x1F\nf: 12:30", {"a": "no", "b": "010", "c": "1e3"}),
        ("a: ~\nb: null\nc:\nd: NULL", {"a": None, "b": None, "c": None, "d": None}),
        ('a: "~"\nb: "null"\nc: ""', {"a": "~", "b": "null", "c": ""}),
        ("- ~\n- x", [None, "x"]),
        ("just\nwords", "just words"),
        ("a: [x, {b: c}]", {"a": ["x", {"b": "c"}]}),
        ("a: >-\n  two\n  lines\n", {"a": "two lines"}),
        ("<<: x", {"<<": "x"}),
        ("=: x", {"=": "x"}),
        ("", None),
        ("# only a comment", None),
    ],
)
def test_scalars_stay_strings(text, value):
    """No word turns into a number, a date or a truth; only what is empty is nothing."""
    found, mistakes = read(text)

    assert [] == mistakes
    assert value == ({key: found[key] for key in value} if isinstance(value, dict) else found)


@pytest.mark.parametrize(
    ("text", "mistakes", "value"),
    [
        ("a: 1\na: 2", ["2:1 yaml-key-twice"], {"a": "1"}),
        (
            "a: 1\na: [2, {b: 3, b: 4}]\nc: 5",
            ["2:1 yaml-key-twice", "2:15 yaml-key-twice"],
            {"a": "1", "c": "5"},
        ),
        ("a: &x 1\nb: *x", ["1:4 yaml-feature", "2:4 yaml-feature"], {"a": "1"}),
        ("a: &x [1]\nb: &y {c: 1}", ["1:4 yaml-feature", "2:4 yaml-feature"], {"a": ["1"], "b": {"c": "1"}}),
        ("- &x 1\n- *x\n- 2", ["1:3 yaml-feature", "2:3 yaml-feature"], ["1", "2"]),
        ("*x : 1", ["1:1 yaml-feature"], {}),
        ("*x", ["1:1 yaml-feature"], None),
        ("a: !!python/object:os.system x", ["1:4 yaml-feature"], {"a": "x"}),
        ("a: !x [1]", ["1:4 yaml-feature"], {"a": ["1"]}),
        ("a: 1\n---\nb: 2", ["2:1 yaml-syntax"], {"a": "1"}),
        ("? [a]\n: b", ["1:3 yaml-syntax"], {}),
        ('a: "\\u202E"', ["1:4 character-forbidden"], {"a": "\ufffd"}),
    ],
)
def test_what_briefs_do_not_need_is_refused_at_its_place(text, mistakes, value):
    """Duplicates, anchors, aliases, tags and second documents are mistakes; the rest is read all the same."""
    found, told = read(text)

    assert mistakes == told
    assert value == found


def test_a_feature_is_told_once():
    """A bomb of a thousand aliases of one name is one mistake."""
    _, told = read("a: [" + "*x, " * 1000 + "]")

    assert ["1:5 yaml-feature"] == told


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: b: c", "1:5", "a second colon"),
        ("a: @b", "1:4", "no value can begin"),
        ("a:\n  - b\n c: d", "3:2", "should begin here"),
        ("- a\nb: c", "2:1", "an item of a list"),
        ("a\nb: c: d", "2:2", "a second colon"),
        ("a: 'b\nc: d", "1:4", "the text ends too early"),
        ("a: [b, c", "1:8", "not closed"),
        ("a: {b: c", "1:8", "not closed"),
        ("a: [b c: d]\ne: {f g]", "2:8", "not closed"),
        ('a: "\\q"', "1:5", "unknown \\ escape"),
        ('a: "\\ud800"', "1:7", "no character"),
        ("a: b\n\tc: d", "2:1", ""),
        ("a: b\x00c", "1:5", "control character"),
        ("%YAML 99999999999.1\n---\na: b", "1:16", ""),
    ],
)
def test_syntax_is_explained_in_words(text, place, message):
    """What libyaml complains of is said as an author would say it."""
    (mistake,) = parse_yaml(text, Limits()).mistakes

    assert (place, "yaml-syntax") == (_place(text, mistake.start), mistake.rule)
    assert message in mistake.message


@pytest.mark.parametrize(
    ("text", "marked", "message", "help"),
    [
        (
            "- actor: a\n  quote: [W]e will come \n  said: b",
            "[W]e will come ",
            "the value goes on after [W]",
            "put all of it in quotation marks: '[W]e will come'",
        ),
        ("- [...] and we come", "[...] and we come", "goes on after [...]", "'[...] and we come'"),
        ("a: [W]e don't", "[W]e don't", "goes on after [W]", '"[W]e don\'t"'),
        ('a: "We" didn\'t go', '"We" didn\'t go', 'goes on after "We"', "'\"We\" didn''t go'"),
        ("a: [W]e " + "go " * 50, "[W]e " + "go " * 50, "goes on after [W]", "quotation marks, all of it"),
        ("a: b\nissue:x\nc: d", "issue", "no space after the colon of `issue`", "write `issue: x`"),
        ("- a: b\n  issue:x y\n- c: d", "issue", "no space after the colon", "write `issue: x y`"),
        ("a: b\njust words\nc: d", "j", "a key without its colon", "write `key: value`"),
        ("a: [b] # c\n d: e", "d", "a key should begin here", "line it up"),
    ],
)
def test_usual_slip_is_marked_where_it_was_made(text, marked, message, help):
    """A bracket that begins words, or a colon without its space, is told on its line with what to write."""
    (mistake,) = parse_yaml(text, Limits()).mistakes

    assert marked == text[mistake.start : mistake.end]
    assert message in mistake.message
    assert help in mistake.help


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_depth_is_counted_while_reading(opening):
    """Thirty thousand levels, which kill other readers, are refused at the limit."""
    _, told = read(opening * 30_000)

    assert told[0].endswith(("yaml-too-deep", "yaml-syntax"))


def test_mistake_never_reaches_beyond_its_line():
    """A value of many lines is marked where it begins."""
    text = "a: |\n  " + "x" * 50 + "\n  yy\n"
    (mistake,) = parse_yaml(text, Limits(scalar_bytes=40)).mistakes

    assert "|" == text[mistake.start : mistake.end]


def test_stretches_name_the_key_and_the_value():
    """Each path leads to the characters of its key and of its value."""
    text = "a: [x, {b: yy}]\nc: &d zz\nc: 2\n"
    stretches = {}
    parse_yaml(text, Limits(), stretches)

    cut = {path: (text[slice(*each.key)], text[slice(*each.value)]) for path, each in stretches.items()}
    assert ("a", "[x, {b: yy}]") == cut["a",]
    assert ("x", "x") == cut["a", 0]
    assert "{b: yy}" == cut["a", 1][1]
    assert ("b", "yy") == cut["a", 1, "b"]
    assert "c" == cut["c",][0]


def test_text_that_is_no_unicode_is_no_yaml():
    """A lone surrogate, which no file can hold, is a mistake like any other."""
    assert (None, ["1:1 yaml-syntax"]) == read("a: \ud800")


@hypothesis.given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@`?,~ \n\t\0\ufeff\x85é", max_size=60))
def test_no_text_raises(text):
    """Every text gives a value and mistakes with offsets that lie in it, with and without stretches."""
    stretches = {}
    reading = parse_yaml(text, Limits(nesting=4, nodes=20, scalar_bytes=20), stretches)

    assert reading == parse_yaml(text, Limits(nesting=4, nodes=20, scalar_bytes=20))
    assert all(0 <= each.start <= each.end <= len(text) + 1 for each in reading.mistakes)
    assert all(0 <= each.value[0] <= each.value[1] <= len(text) for each in stretches.values())
