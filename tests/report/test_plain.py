"""What an author sees: the place, the sentence, the words at fault and a way out."""

import click
import pytest

from briefbook.diagnostics import Diagnostic, Related, Severity
from briefbook.report.plain import render_plain, render_summary


def diagnostic(excerpt="", words="", **fields):
    """A diagnostic on the words of a line."""
    start = excerpt.find(words) + 1
    given = {
        "file": "content/briefs/case.md",
        "line": 7,
        "column": start,
        "end_line": 7,
        "end_column": start + len(words),
        "severity": Severity.ERROR,
        "rule": "some-rule",
        "message": "it is wrong",
        "excerpt": excerpt,
    }
    return Diagnostic(**{**given, **fields})


def render(*diagnostics):
    """The report as it looks where there are no colours."""
    return click.unstyle(render_plain(diagnostics))


def test_finding_points_and_helps():
    """Place, severity, rule and sentence; the line with a caret; related places; a way out."""
    found = diagnostic(
        "  stance: agrees",
        "agrees",
        help="write `supports`",
        related=(Related("seeds/a.txt", 31, "nearest"),),
    )

    assert render(found) == (
        "content/briefs/case.md:7:11: error[some-rule]: it is wrong\n"
        "    7 |   stance: agrees\n"
        "      |           ^^^^^^\n"
        "  seeds/a.txt:31: nearest\n"
        "  help: write `supports`\n"
    )


def test_many_warnings_alike_are_told_in_a_line():
    """Of more than five warnings that a rule gives in a file, three are shown whole; the rest are lines."""
    found = [diagnostic(line=line, severity=Severity.WARNING) for line in (7, 9, 12, 15, 18, 18)]
    other = diagnostic(line=13, severity=Severity.WARNING, rule="other-rule")

    told = render(*found[:3], other, *found[3:]).splitlines()

    assert told == [
        "content/briefs/case.md:7:1: warning[some-rule]: it is wrong",
        "content/briefs/case.md:9:1: warning[some-rule]: it is wrong",
        "content/briefs/case.md:12:1: warning[some-rule]: it is wrong",
        "content/briefs/case.md:13:1: warning[other-rule]: it is wrong",
        "content/briefs/case.md: warning[some-rule]: 3 more, on the lines 15, 18",
    ]


@pytest.mark.parametrize(("count", "severity"), [(5, Severity.NOTE), (60, Severity.ERROR)])
def test_few_findings_and_errors_are_shown_whole(count, severity):
    """Five of a kind are no crowd, and an error is never folded away."""
    found = [diagnostic(line=line, severity=severity) for line in range(1, count + 1)]

    assert render(*found).count("it is wrong") == count


def test_finding_on_a_file_has_no_excerpt():
    """Where there is no line to show, none is shown."""
    assert render(diagnostic("", file="content/x")) == "content/x:7:1: error[some-rule]: it is wrong\n"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("  quote: words", "words"),
        ("\ttabbed\twords", "words"),
        ("水水水 words", "words"),
        ("cafe\u0301 words", "words"),
        ("a\u200bb words", "words"),
        ("words 水水", "水水"),
        ("สวัสดี words", "words"),
    ],
)
def test_caret_stands_under_the_words(line, words):
    """Tabs, wide characters and combining marks shift nothing."""
    _, excerpt, carets = render(diagnostic(line, words)).splitlines()
    before = excerpt.partition(words.replace("\t", " "))[0]

    assert _width(before) == carets.index("^")
    assert _width(words) == carets.count("^")


def _width(text):
    """Columns of a text in these tests: two for a Chinese sign, none for marks."""
    return sum(2 if each == "水" else 0 if each in "\u0301\u200bัี" else 1 for each in text)


@pytest.mark.parametrize("at", [0, 60, 105, 150, 300, 395])
def test_long_line_is_cut_around_the_words(at):
    """However long a line, its words at fault are in sight, with the caret under them."""
    line = "x" * at + "WORDS" + "y" * (400 - at)
    _, excerpt, carets = render(diagnostic(line, "WORDS")).splitlines()

    assert excerpt.index("WORDS") == carets.index("^")
    assert "^^^^^" == carets.strip(" |")
    assert len(excerpt) <= 120
    assert ("…" in excerpt.partition("WORDS")[0]) is (at > 20)
    assert excerpt.endswith("…") is (at < 310)


def test_caret_of_a_stretch_of_lines_ends_with_the_first():
    """Of a fault over several lines the first is shown."""
    found = diagnostic("claims:", "claims:", end_line=9, end_column=3)

    assert "      | ^^^^^^^" == render(found).splitlines()[2]


def test_place_without_width_has_one_caret():
    """Even a fault of no width, at the end of its line, is pointed at."""
    found = diagnostic("title:", "", column=7, end_column=7)

    assert "      |       ^" == render(found).splitlines()[2]


def test_no_control_character_reaches_the_terminal():
    """Neither a name, nor a value, nor a line can command a terminal or forge a line of the report."""
    evil = "\x1b]0;x\x07\u202e\nmkdocs.yml:1:1: error[forged]: x"
    found = diagnostic(
        "title: \x1b[31m", "title", file=evil, message=evil, help=evil, related=(Related(evil, 1, evil),)
    )
    shown = render(found)

    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert 5 == shown.count("\n")


def test_severity_has_its_colour():
    """Errors are red, warnings yellow, notes cyan; the word says it too."""
    for severity, code in (
        (Severity.ERROR, "\x1b[31m"),
        (Severity.WARNING, "\x1b[33m"),
        (Severity.NOTE, "\x1b[36m"),
    ):
        shown = render_plain([diagnostic("title", "title", severity=severity)])
        assert code in shown
        assert severity.value in shown


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ("", "nothing to report"),
        ("e", "1 error"),
        ("eew", "2 errors, 1 warning"),
        ("wwnn", "2 warnings, 2 notes"),
        ("new", "1 error, 1 warning, 1 note"),
    ],
)
def test_summary_counts_in_words(severities, words):
    """How many of each severity, the gravest first."""
    kinds = {"e": Severity.ERROR, "w": Severity.WARNING, "n": Severity.NOTE}

    assert words == render_summary(diagnostic(severity=kinds[each]) for each in severities)
