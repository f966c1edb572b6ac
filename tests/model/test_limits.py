"""Each limit lets a file of exactly that size pass, and refuses one that is a step larger."""

import msgspec
import pytest

from briefbook.diagnostics import Diagnostic
from briefbook.model.settings import Limits
from briefbook.pipeline import Request, check_book
from tests.pictures import PNG


def check(folder, limit, size, file, content) -> list[Diagnostic]:
    """What is found in a book of one file, with one limit in its settings."""
    (folder / "mkdocs.yml").write_text(
        f"plugins:\n- briefbook: {{default_tlp: CLEAR, limits: {{{limit}: {size}}}}}\n"
    )
    path = folder / "content" / file
    path.parent.mkdir(parents=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return check_book(Request(folder / "content")).diagnostics


def file_bytes(size: int) -> str:
    return "---\ntitle: About\n---\n".ljust(size, "x")


def front_matter_bytes(size: int) -> str:
    return "---" + "\ntitle: Äbout #".ljust(size - 2, "x") + "\n---\n"


def nesting(size: int) -> str:
    return "---\ntitle: About\nnote: " + "[" * (size - 1) + "]" * (size - 1) + "\n---\n"


def scalar_bytes(size: int) -> str:
    return "---\ntitle: Ä" + "x" * (size - 2) + "\n---\n"


def nodes(size: int) -> str:
    return "---\ntitle: About\nnote: [" + "x, " * (size - 5) + "]\n---\n"


def title_chars(size: int) -> str:
    return "---\ntitle: " + "Ä" * size + "\n---\n"


def markdown_nesting(size: int) -> str:
    return "---\ntitle: About\n---\n" + "> " * size + "Who?\n"


PAGES = {
    "file_bytes": ("file-too-large", 60, file_bytes),
    "front_matter_bytes": ("yaml-too-large", 60, front_matter_bytes),
    "nesting": ("yaml-too-deep", 5, nesting),
    "scalar_bytes": ("yaml-too-large", 40, scalar_bytes),
    "nodes": ("yaml-too-large", 20, nodes),
    "title_chars": ("title-too-long", 40, title_chars),
    "markdown_nesting": ("markdown-nesting", 5, markdown_nesting),
}


def test_every_limit_is_tried():
    """No limit is left out here; the one on pictures and the one on time have their own tests."""
    assert {*PAGES, "picture_bytes", "page_seconds"} == set(Limits.__struct_fields__)


@pytest.mark.parametrize("limit", PAGES)
@pytest.mark.parametrize("surplus", [0, 1])
def test_page_may_be_as_large_as_the_limit(limit, surplus, tmp_path):
    """One more than the limit is refused by name of its rule; the limit itself is not."""
    rule, size, make = PAGES[limit]

    found = check(tmp_path, limit, size, "pages/about.md", make(size + surplus))

    assert (rule in {each.rule for each in found}) is bool(surplus)


@pytest.mark.parametrize("surplus", [0, 1])
def test_picture_may_be_as_large_as_the_limit(surplus, tmp_path):
    """A picture is refused a byte beyond its own limit."""
    found = check(tmp_path, "picture_bytes", 100, "pages/gates.png", PNG.ljust(100 + surplus, b"\0"))

    assert (["file-too-large"] if surplus else []) == [each.rule for each in found]


def test_message_names_the_limit(tmp_path):
    """An author reads how much is allowed."""
    (found,) = check(tmp_path, "file_bytes", 60, "pages/about.md", "x" * 61)

    assert "more than 60 bytes" in found.message


@pytest.mark.parametrize("limit", Limits.__struct_fields__)
@pytest.mark.parametrize("size", ["0", "-1", "many"])
def test_limit_is_a_positive_number(limit, size, tmp_path):
    """A limit of nothing would refuse every file, so it is refused itself."""
    found = check(tmp_path, limit, size, "pages/about.md", "---\ntitle: About\n---\n")

    assert ("mkdocs.yml", 2, "value-type") == (found[0].file, found[0].line, found[0].rule)


@pytest.mark.parametrize("size", ["0", "-5"])
def test_page_of_a_list_has_a_row_at_least(size, tmp_path):
    """A list is cut into pages of one row or more."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"plugins:\n- briefbook: {{page_size: {size}}}\n")

    assert ["value-type"] == [each.rule for each in check_book(Request(tmp_path / "content")).diagnostics]


def test_limits_cannot_be_changed_once_read():
    """The settings of a site are one value for the whole run."""
    with pytest.raises(AttributeError):
        Limits().nesting = 3


def test_unknown_limit_is_refused():
    """A limit that does not exist cannot be made by accident."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"nestling": 3}, Limits)
