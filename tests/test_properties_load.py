"""What holds for any text and any book: reading and checking never raise, and a record survives its file."""

import json
import shutil
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefbook.load.book import load_book
from briefbook.load.convert import convert
from briefbook.load.settings import load_config
from briefbook.load.source import open_text
from briefbook.model.marking import Marking
from briefbook.model.records import Actor, Brief, Claim, Issue, Position, Question, Source
from briefbook.model.settings import Limits, Settings
from briefbook.pipeline import Request, build, check_book
from briefbook.text.edtf import When, parse_when
from tests.sites import CASES, RIVER

FILES = sorted(
    path.relative_to(RIVER).as_posix()
    for path in RIVER.rglob("*")
    if path.is_file() and "expected" not in path.parts
)
"""Every file of the invented situation."""

YAMLISH = st.text(st.sampled_from("ab:-#'\"[]{}|>&*!%@`,?~\n\t \\…é\u202e\x00\x851.0"), max_size=200)
"""Text made of the characters that mean something in YAML, and of some that should not be there."""

ANY_BYTES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    YAMLISH.map(str.encode),
    YAMLISH.map(lambda text: f"---\n{text}\n---\n{text}".encode()),
)

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
"""For what reads a whole folder each time."""


@given(data=ANY_BYTES, is_markdown=st.booleans())
@example(data=b"\xff\xfe---", is_markdown=True)
@example(data=b"---", is_markdown=True)
@example(data=b"---\n---", is_markdown=True)
@example(data=b"\xef\xbb\xbf", is_markdown=False)
@example(data=b"a: &a [*a]", is_markdown=False)
@example(data=b"? ? ? :", is_markdown=False)
def test_any_bytes_open(data, is_markdown):
    """Whatever stands in a file, it is opened; each mistake in it has a place in its text."""
    opened = open_text(data, Limits(), is_markdown=is_markdown)

    for mistake in opened.mistakes:
        assert 0 <= mistake.start <= mistake.end <= max(len(opened.text), mistake.start)
        assert mistake.message


@given(st.sampled_from([Actor, Brief, Issue, Source, Settings]), st.data())
def test_any_value_converts_or_is_explained(type_, data):
    """Any plain value is a record, or there is a reason why it is not."""
    scalars = st.one_of(
        st.none(), st.text(max_size=12), st.sampled_from(["2031-02-30", "AMBER", "1e999", "-0"])
    )
    names = st.one_of(
        st.sampled_from([field.name for field in msgspec.structs.fields(type_)]), st.text(max_size=8)
    )
    values = st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4)
    )

    record, mistakes = convert(data.draw(st.dictionaries(names, values, max_size=6)), type_)

    assert (record is None) == bool(mistakes)


@pytest.fixture(scope="module")
def river(tmp_path_factory):
    """A copy of the invented situation whose files a test may spoil."""
    folder = tmp_path_factory.mktemp("river") / "book"
    shutil.copytree(RIVER, folder, ignore=shutil.ignore_patterns("expected"))
    return folder


def check_spoilt(river: Path, file: str, data: bytes):
    """What is found when one file of the book holds something else; the book is whole again afterwards."""
    original = (RIVER / file).read_bytes()
    try:
        (river / file).write_bytes(data)
        found = check_book(Request(river / "content")).diagnostics
        build(Request(river / "content"), river.parent / "site")
    finally:
        (river / file).write_bytes(original)
    return found


@FEW
@given(file=st.sampled_from(FILES), data=ANY_BYTES)
def test_any_file_is_read(river, file, data):
    """A file of a book may hold anything at all: the book is read and checked, and built or refused."""
    for each in check_spoilt(river, file, data):
        assert each.line >= 1
        assert each.column >= 1


@FEW
@given(
    file=st.sampled_from([file for file in FILES if not file.endswith(".txt")]),
    changes=st.lists(
        st.tuples(
            st.sampled_from(["delete", "duplicate", "swap", "indent", "dedent", "cut", "empty", "nonsense"]),
            st.integers(0, 10_000),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_spoilt_lines_are_findings(river, file, changes):
    """A book whose lines are lost, doubled, moved or cut off is checked, and built or refused."""
    lines = (RIVER / file).read_text(encoding="utf-8").split("\n")
    for change, number in changes:
        spoil(lines, change, number % len(lines))

    check_spoilt(river, file, "\n".join(lines).encode())


def spoil(lines: list[str], change: str, at: int) -> None:
    """Does one kind of damage to one line."""
    line = lines[at]
    key = line.partition(":")[0]
    replacement = {
        "delete": [],
        "duplicate": [line, line],
        "indent": [f"  {line}"],
        "dedent": [line.removeprefix("  ")],
        "cut": [line[: len(line) // 2]],
        "empty": [f"{key}:"],
        "nonsense": [f"{key}: [[nonsense/{at}]]"],
        "swap": [lines[at - 1]],
    }
    lines[at : at + 1] = replacement[change] or [""]


@given(data=ANY_BYTES)
def test_any_settings_are_read(tmp_path_factory, data):
    """Whatever mkdocs.yml holds, there are settings and a list of what is wrong."""
    file = tmp_path_factory.getbasetemp() / "mkdocs.yml"
    file.write_bytes(data)

    found, mistakes = load_config(file)

    assert isinstance(found, Settings)
    assert all(each.line >= 1 for each in mistakes)


def dump(record: msgspec.Struct) -> str:
    """The record as a YAML file, or as YAML and a Markdown body."""
    fields = {field.name: field.default for field in msgspec.structs.fields(type(record))}
    given = {name: getattr(record, name) for name in fields if getattr(record, name) != fields[name]}
    body = given.pop("body", None)
    yaml = dump_value(given)
    return yaml if body is None else f"---\n{yaml}---\n{body}"


def dump_value(value: object, indent: str = "") -> str:
    """A mapping or list as lines of block YAML, each scalar in quotation marks."""
    if isinstance(value, msgspec.Struct):
        fields = msgspec.structs.fields(type(value))
        value = {f.name: getattr(value, f.name) for f in fields if getattr(value, f.name) != f.default}
    lines = ""
    for key, each in value.items() if isinstance(value, dict) else (("-", each) for each in value):
        start = f"{indent}- " if key == "-" else f"{indent}{json.dumps(key, ensure_ascii=False)}: "
        if isinstance(each, (dict, tuple, msgspec.Struct)) and each:
            lines += f"{start.rstrip()}\n{dump_value(each, indent + '  ')}"
        else:
            lines += f"{start}{dump_scalar(each)}\n"
    return lines


def dump_scalar(value: object) -> str:
    """One value in quotation marks, or what YAML writes for nothing in a list or mapping."""
    if value in ((), {}):
        return "[]" if value == () else "{}"
    words = value.text if isinstance(value, When) else value.value if isinstance(value, Marking) else value
    return json.dumps(str(words), ensure_ascii=False)


def load_again(record: msgspec.Struct) -> msgspec.Struct | None:
    """The record read back from its dump."""
    text = dump(record)
    opened = open_text(text.encode(), Limits(), is_markdown=text.startswith("---\n"))
    assert [] == opened.mistakes
    value = opened.value if opened.body is None else {**opened.value, "body": opened.body}
    again, mistakes = convert(value, type(record))
    assert [] == mistakes
    return again


@pytest.mark.parametrize("case", [".", *sorted(f"tests/build/cases/{path.name}" for path in CASES.iterdir())])
def test_dumped_book_loads_again(root, case):
    """Every record of a book, the one on Iraq too, written to YAML and read back, is the same record."""
    root /= case
    book = load_book(root, root / "content", load_config(root / "mkdocs.yml")[0]).book

    for table in (book.sources, book.actors, book.issues, book.pages, book.briefs):
        for record in table.values():
            assert record == load_again(record)


LINES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp")), min_size=1, max_size=30
)
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)
DATES = st.dates().map(lambda day: parse_when(day.isoformat()))
MARKINGS = st.one_of(st.none(), st.sampled_from(Marking))
POSITIONS = st.builds(
    Position,
    actor=IDS,
    issue=IDS,
    stance=st.sampled_from(["supports", "mixed", "unclear"]),
    quote=st.one_of(LINES, st.lists(LINES, min_size=1, max_size=3).map(tuple)),
    said=DATES,
    summary=LINES,
    tlp=MARKINGS,
)
CLAIMS = st.builds(Claim, id=IDS, text=LINES, by=IDS, credibility=st.integers(1, 6), date=DATES)
QUESTIONS = st.builds(Question, id=IDS, text=LINES, indicators=st.dictionaries(LINES, LINES, max_size=2))


@given(
    st.builds(
        Brief,
        id=IDS,
        title=LINES,
        as_of=DATES,
        authors=st.lists(LINES, max_size=3).map(tuple),
        positions=st.lists(POSITIONS, max_size=2).map(tuple),
        claims=st.lists(CLAIMS, max_size=2).map(tuple),
        questions=st.lists(QUESTIONS, max_size=2).map(tuple),
        body=LINES,
        tlp=MARKINGS,
    )
)
def test_dumped_brief_loads_again(brief):
    """Any brief, written to YAML and Markdown and read back, is the same brief."""
    assert brief == load_again(brief)
