"""What a program reads: one JSON object a line, in ASCII."""

import json

import hypothesis
from hypothesis import strategies as st

from briefbook.diagnostics import Diagnostic, Related, Severity
from briefbook.report import FORMATS
from briefbook.report.jsonlines import render_jsonlines

TEXT = st.text() | st.sampled_from(["\x7f", "é\x7f", "\u2028", "👩\u200d🚒", "\x1b[31m", '"\\\n'])
NUMBER = st.integers(1, 10**6)
DIAGNOSTICS = st.builds(
    Diagnostic,
    *(TEXT, NUMBER, NUMBER, NUMBER, NUMBER, st.sampled_from(Severity), TEXT, TEXT, TEXT),
    st.lists(st.builds(Related, TEXT, NUMBER, TEXT), max_size=2).map(tuple),
    TEXT,
)


def read(line):
    """The diagnostic in a line."""
    fields = json.loads(line)
    related = tuple(Related(**each) for each in fields["related"])
    return Diagnostic(**{**fields, "severity": Severity(fields["severity"]), "related": related})


@hypothesis.given(st.lists(DIAGNOSTICS, max_size=3))
def test_lines_hold_all_that_diagnostics_hold(diagnostics):
    """Each line is an object with every field; printable ASCII alone, so that no terminal obeys it."""
    lines = render_jsonlines(diagnostics)

    assert diagnostics == [read(line) for line in lines.splitlines()]
    assert all(" " <= each <= "~" or each == "\n" for each in lines)


def test_nothing_is_nothing():
    """No diagnostics, no lines."""
    assert "" == render_jsonlines([])


def test_formats_have_their_names():
    """Each format of `--format` has its renderer."""
    assert ["plain", "jsonlines"] == list(FORMATS)
