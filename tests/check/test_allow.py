"""Comments that silence a rule: on their own line or the next, with a reason, and never on markings."""

import pytest

from .books import HEAD, find_mistakes

CASE = "content/briefs/case.md"
CLAIM = """\
claims:
- id: gates-hold
  text: The gates hold.
  by: northland
"""


def brief(lines: str, body: str = "") -> dict[str, str | bytes | None]:
    """One more brief, with a claim that ends in these lines."""
    return {CASE: f"{HEAD}{CLAIM}{lines}---\n{body}"}


@pytest.mark.parametrize(
    "lines",
    [
        "  words: held on Monday  # briefbook: allow[quote-not-verbatim] translated by us\n",
        "  # briefbook: allow[quote-not-verbatim] translated by us\n  words: held on Monday\n",
    ],
)
def test_comment_silences_its_own_line_and_the_next(check, lines):
    """Either place of the comment serves."""
    assert [] == check(brief(lines))


def test_comment_does_not_reach_two_lines_down(check):
    """What stands further below is reported, and the comment as stale."""
    lines = "  # briefbook: allow[quote-not-verbatim] why\n  locator: page 1\n  words: held on Monday\n"

    assert [f"{CASE}:12 allow-stale", f"{CASE}:14 quote-not-verbatim"] == check(brief(lines))


def test_comment_in_a_body_silences_its_line(check):
    """In Markdown the comment is one of HTML."""
    body = "[more](javascript:x) <!-- briefbook: allow[link-scheme] shown as a bad example -->\n"

    assert [] == check(brief("  words: stayed shut\n", body))


@pytest.mark.parametrize(
    ("comment", "severity", "message", "help"),
    [
        (
            "quote-not-verbatim] for no reason",
            "warning",
            "nothing here breaks `quote-not-verbatim`",
            "remove",
        ),
        ("quote-not-verbatim]", "warning", "the comment gives no reason", "allow[quote-not-verbatim] why"),
        ("quote-not-verbatm] why", "warning", "no rule `quote-not-verbatm`", "mean `quote-not-verbatim`?"),
        ("xyzzy] why", "warning", "there is no rule `xyzzy`", "remove the comment"),
        ("tlp-leak] why", "error", "`tlp-leak` cannot be silenced", "remove the comment"),
        ("yaml-syntax] why", "error", "`yaml-syntax` cannot be silenced", "remove the comment"),
    ],
)
def test_comment_that_silences_nothing_is_reported(book, comment, severity, message, help):
    """A stale comment, one without a reason, one for no rule and one for a marking are each told apart."""
    (found,) = find_mistakes(book(brief(f"  words: stayed shut  # briefbook: allow[{comment}\n")))

    assert ("allow-stale", severity, 12) == (found.rule, found.severity.value, found.line)
    assert message in found.message
    assert help in found.help


def test_leak_cannot_be_silenced(check):
    """A comment does not help against a rule on markings."""
    text = """\
actors:
- {id: night-watch, name: Night Watch, kind: armed-group, tlp: RED}
ties:
- {actor: night-watch, tie: backs, other: southland, words: Southland denied, tlp: RED}
limitations:
- Nobody has seen the Night Watch.  # briefbook: allow[tlp-leak] everybody knows
"""
    assert [f"{CASE}:13 allow-stale", f"{CASE}:13 tlp-leak"] == check({CASE: f"{HEAD}{text}---\n"})


def test_comment_is_not_stale_where_the_text_is_absent(check):
    """Without the text nobody can say whether a quotation is verbatim, so its excuse stays."""
    files = brief("  words: held on Monday  # briefbook: allow[quote-not-verbatim] translated\n")

    assert ["seeds/courier.yaml:1 text-absent"] == check({**files, "seeds/courier.txt": None})


def test_comment_is_not_stale_in_a_file_with_mistakes(check):
    """Rules do not look at a brief that could not be read, so nothing is said of its comments."""
    files = brief(
        "  status: maybe\n  words: held on Monday  # briefbook: allow[quote-not-verbatim] translated\n"
    )

    assert [f"{CASE}:12 value-unknown"] == check(files)
