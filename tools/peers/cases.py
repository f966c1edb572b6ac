"""The cases of tests/peers: an invented article, quotations of it, and what briefbook says of each."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from briefbook.diagnostics import Diagnostic, Severity
from briefbook.model.records import Spans, spans
from briefbook.pipeline import check_book
from briefbook.request import Request
from briefbook.text.verbatim import Passage, Text

FOLDER = Path(__file__).parents[2] / "tests" / "peers"
ABOUT_QUOTATIONS = ("quote-", "speaker-", "words-")
"""How the rules begin whose notes belong to a verdict; errors and warnings of all rules do."""

Answer = Literal["takes", "asks", "refuses"]
"""What a check does with a quotation; `asks` where it leaves the decision to a person."""


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A piece of evidence as a brief might give it."""

    case: str
    """What it tries, in words."""
    desk: Literal["prints", "refuses", "either"]
    """What a careful desk does with it; `either` where desks differ in style."""
    verdict: str
    """What briefbook should say, written by hand."""
    missed: str = ""
    """Why briefbook takes what a desk refuses, where it does."""
    quote: Spans = ()
    words: Spans = ()
    speaker: str = ""
    locator: str = ""
    translation: str = ""

    @property
    def passages(self) -> tuple[str, ...]:
        """What is looked up."""
        return (*spans(self.quote), *spans(self.words))

    @property
    def evidence(self) -> dict[str, object]:
        """The fields of the evidence that are given."""
        fields = ("quote", "words", "speaker", "locator", "translation")
        return {name: getattr(self, name) for name in fields if getattr(self, name)}


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file: an article, the actors of a book, and cases."""

    title: str
    """What its cases have in common."""
    article: str
    actors: tuple[dict[str, object], ...]
    cases: tuple[Case, ...]
    language: str = "en"


class Judged(NamedTuple):
    """A case and what became of it."""

    group: Group
    case: Case
    verdict: str

    @property
    def answer(self) -> Answer:
        """What the verdict comes to: what it remarks is left to a person, unless it misses the point."""
        if self.verdict.startswith("refused"):
            return "refuses"
        remarks = ("not confirmed", "; note", "; warning")
        return "asks" if not self.case.missed and any(each in self.verdict for each in remarks) else "takes"

    @property
    def digest(self) -> str:
        """What tells whether a record of another tool is about these words."""
        return sha256("\0".join((self.group.article, *self.case.passages)).encode()).hexdigest()[:12]


def read_groups() -> list[Group]:
    """The files of cases, in order."""
    paths = sorted((FOLDER / "cases").glob("*.yaml"))
    return [msgspec.yaml.decode(path.read_bytes(), type=Group) for path in paths]


@cache
def judge_all() -> tuple[Judged, ...]:
    """Every case of every file, run through the whole check."""
    return tuple(judged for group in read_groups() for judged in _iter_judged(group))


def _iter_judged(group: Group) -> Iterator[Judged]:
    with tempfile.TemporaryDirectory() as folder:
        content = _lay_out(group, Path(folder))
        checked = check_book(Request(content))
    text = Text(checked.loaded.book.texts["article"])
    for number, case in enumerate(group.cases):
        file = f"content/briefs/case-{number}.md"
        found = [each for each in checked.diagnostics if each.file == file]
        yield Judged(group, case, _verdict(case, text, found))


def _lay_out(group: Group, root: Path) -> Path:
    """A book with one source, and a brief for each case.

    The source is public: what all cases quote together is more than fair use of a short article.
    """
    source = {"publisher": "The Courier", "title": "The gates", "published": "2031-03-04"}
    files: dict[str, object] = {
        "mkdocs.yml": {"site_name": "Cases", "plugins": [{"briefbook": {"default_tlp": "CLEAR"}}]},
        "seeds/article.yaml": {**source, "language": group.language, "rights": "public"},
        **{
            f"content/actors/{actor['id']}.yaml": {key: actor[key] for key in actor if key != "id"}
            for actor in group.actors
        },
    }
    texts = {name: msgspec.yaml.encode(value).decode() for name, value in files.items()}
    texts["seeds/article.txt"] = group.article
    for number, case in enumerate(group.cases):
        texts[f"content/briefs/case-{number}.md"] = _brief(number, case, group)
    for name, value in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(value, encoding="utf-8")
    return root / "content"


def _brief(number: int, case: Case, group: Group) -> str:
    by = case.speaker if case.speaker not in ("", "article") else group.actors[0]["id"]
    claim = {"id": f"claim-{number}", "text": "Something is said to be so.", "by": by, **case.evidence}
    brief = {
        "title": "A case",
        "as_of": "2031-03-05",
        "status": "draft",
        "product": "flash-update",
        "bottom_line": "Nothing new.",
        "sources": ["article"],
        "claims": [claim],
    }
    return f"---\n{msgspec.yaml.encode(brief).decode()}---\n"


def _verdict(case: Case, text: Text, found: list[Diagnostic]) -> str:
    """What briefbook says of a case, in the words of its file."""
    rules = {severity: _rules(found, severity) for severity in Severity}
    if rules[Severity.ERROR]:
        return f"refused, {', '.join(rules[Severity.ERROR])}"
    matches = dict.fromkeys(_match(text, passage, case.locator) for passage in case.passages)
    said = [f"accepted, {' and '.join(matches)}"]
    said += [f"warning {rule}" for rule in rules[Severity.WARNING]]
    notes = [rule for rule in rules[Severity.NOTE] if rule.startswith(ABOUT_QUOTATIONS)]
    said += [f"note {rule}" for rule in notes if rule != "speaker-unconfirmed"]
    if case.quote and not rules[Severity.WARNING]:
        said.append("speaker not confirmed" if "speaker-unconfirmed" in notes else "speaker confirmed")
    return "; ".join(said)


def _rules(found: list[Diagnostic], severity: Severity) -> list[str]:
    return sorted({each.rule for each in found if each.severity is severity})


def _match(text: Text, passage: str, locator: str) -> str:
    judged = text.judge(passage, locator)
    assert isinstance(judged, Passage), f"{passage!r} is taken by the check and refused by the matcher"
    return judged.match
