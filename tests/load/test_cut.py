"""Which comments are words that an author meant to keep."""

import pytest

from briefbook.load.cut import iter_cut, may_be_cut
from briefbook.load.yaml import parse_yaml
from briefbook.model.records import Brief
from briefbook.model.settings import Limits


def lost(text):
    """What is told to be lost from a brief's text."""
    stretches = {}
    parse_yaml(text, Limits(), stretches)
    return [text[each.start : each.end] for each in iter_cut(text, stretches, Brief)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: Talks #3 begin\nauthors: [Ada #1\n  ]\n", ["#3 begin", "#1"]),
        ("bottom_line: Two\n  gates # 3 ships\n", ["# 3 ships"]),
        ("questions:\n- indicators: {named: We see #metoo\n  }\n", ["#metoo"]),
        ("positions:\n- quote: [We go #now\n  ]\n- quote: We go #now\n", ["#now", "#now"]),
        ("positions:\n- evidence:\n  - words: We go #now\n", ["#now"]),
        ("events:\n- place: Gate #3 #4\n", ["#3 #4"]),
        ("positions:\n- actor: vale #1\n  stance: opposes #1\n  said: 2031-03-04 #1\n", []),
        ("claims:\n- credibility: 3 #1\n  id: a-b #1\n", []),
        ("bottom_line: The gates # they are two\n", []),
        ("bottom_line: The gates  #two of them\n", []),
        ("bottom_line: The gates #briefbook: allow[x] y\nnote: b # briefbook: allow[x] y\n", []),
        ("bottom_line: 'The gates' #2\nnote: |\n  Gate #2\n", []),
        ("nobody: knows #1\ntitle:\n  this: is #1\n", []),
    ],
)
def test_comment_right_behind_a_text_is_lost_words_where_it_looks_like_them(text, found):
    """A number or a tag after one space was meant as text; a remark, an id's comment or a rule's was not."""
    assert found == lost(text)


def test_most_texts_need_no_second_look():
    """A text without such a comment is not read again."""
    assert may_be_cut("title: Talks #3\n")
    assert not may_be_cut("title: Talks  # the third\nauthors: [] # nobody\n")
