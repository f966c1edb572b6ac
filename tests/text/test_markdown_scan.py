"""What the checker is told about a body, and where."""

from __future__ import annotations

import pytest

from briefbook.text.markdown import Reference, find_references, scan


def rules(text: str, **options) -> list[str]:
    return [problem.rule for problem in scan(text, **options).problems]


def test_references_have_exact_places():
    """Offsets count characters, whatever bytes they take, and reach from bracket to bracket."""
    text = "قال é [[iran]] — **[[us|the *U.S.*]]**\n\n| a |\n|---|\n| [[x/y\\|z]] ![[w]] |\n"
    found = scan(text).references

    assert [text[each.start : each.end] for each in found] == [
        "[[iran]]",
        "[[us|the *U.S.*]]",
        "[[x/y\\|z]]",
        "[[w]]",
    ]
    assert [(each.target, each.words) for each in found] == [
        ("iran", None),
        ("us", "the *U.S.*"),
        ("x/y", "z"),
        ("w", None),
    ]


def test_no_reference_stands_in_code_or_in_a_comment():
    """What readers see as code, or not at all, refers to nothing."""
    assert scan("`[[a]]`\n\n    [[b]]\n\n```\n[[c]]\n```\n\n<!-- [[d]] --> \\[[e]]").references == ()


def test_ordinary_links_and_images_are_listed():
    """Each destination comes with its place, for the checker to look it up."""
    text = "[a](b.md) ![c](d.png) [e][f] <g@h.org> [i](#j)\n\n[f]: https://example.org\n"
    found = scan(text).destinations

    assert [(text[each.start : each.end], each.url, each.is_image) for each in found] == [
        ("[a](b.md)", "b.md", False),
        ("![c](d.png)", "d.png", True),
        ("[e][f]", "https://example.org", False),
        ("<g@h.org>", "mailto:g@h.org", False),
        ("[i](#j)", "#j", False),
    ]


def test_a_forbidden_scheme_is_reported_at_its_link():
    """The finding points at the link and names the schemes that may stand."""
    text = "é [go](javascript:alert%281%29) on"
    [problem] = scan(text).problems

    assert text[problem.start : problem.end] == "[go](javascript:alert%281%29)"
    assert problem.rule == "link-scheme"
    assert "'javascript:alert%281%29'" in problem.message
    assert "https" in problem.help


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![a](https://example.org/p.gif)", ["image-external"]),
        ("![a](//example.org/p.gif)", ["image-external"]),
        ("![a](/\\example.org/p.gif)", ["image-external"]),
        ("![a](data:image/png;base64,AA)", ["link-scheme"]),
        ("![a](p.gif)", []),
        ("[a](ftp://example.org)", ["link-scheme"]),
        ("[a](tel:+123) [b](mailto:a@b.org) [c](HTTPS://b.org) [d](x?y=a:b) [e](#a:b)", []),
    ],
)
def test_destinations_are_judged(text, expected):
    """Images come from the site itself; links go to the web, to mail, to a telephone or within the site."""
    assert rules(text) == expected


def test_a_long_url_is_shown_shortened():
    """A finding stays one readable line."""
    [problem] = scan(f"[a](javascript:{'x' * 900})").problems

    assert len(problem.message) < 120


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_nesting_is_allowed_up_to_the_limit(mark):
    """A list or quotation may nest as deep as the limit, and no deeper."""
    assert rules(mark * 24 + "x") == []
    assert rules(mark * 25 + "x") == ["markdown-nesting"]
    assert rules(mark * 3 + "x", nesting=2) == ["markdown-nesting"]


def test_the_place_of_deep_nesting_is_given():
    """The finding covers what lies too deep."""
    text = "a\n\n> > > é\n"
    [problem] = scan(text, nesting=2).problems

    assert text[problem.start : problem.end] == "> é\n"


def test_python_markdown_reports_what_it_cannot_convert_in_time():
    """A text on which the second engine hangs is a finding; the default engine has none."""
    text = "[" * 4000

    assert rules(text) == []
    assert rules(text, engine="python-markdown", seconds=0.2) == ["markdown-slow"]
    assert rules("short", engine="python-markdown", seconds=0.2) == []
    assert rules("> " * 30 + "x", engine="python-markdown") == ["markdown-nesting"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see [[iran]] and [[a/b|the issue]]", [("iran", None), ("a/b", "the issue")]),
        ("`[[a]]` [[b]] ``[[c]] ` [[d]]`` [[e]]", [("b", None), ("e", None)]),
        ("a ` tick [[b]]", [("b", None)]),
        ("[[]] [[|x]] [[ ]] [[a|]] [a]", [("a", None)]),
        ("[[[a]]] [[b", [("a", None)]),
        ("[[a|two\n words]]", [("a", "two words")]),
        ("![[a]]", [("a", None)]),
        ("none", []),
    ],
)
def test_references_of_an_inline_field(text, expected):
    """A field of one line has references too, but not inside backticks."""
    found = find_references(text)

    assert [(each.target, each.words) for each in found] == expected
    assert all(text[each.start : each.start + 2] == "[[" for each in found)
    assert all(text[each.end - 2 : each.end] == "]]" for each in found)


def test_an_inline_reference_has_its_place():
    """Offsets of an inline reference reach from bracket to bracket."""
    assert find_references("é [[iran|x]]") == (Reference(2, 12, "iran", "x"),)
