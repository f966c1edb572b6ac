"""Small invented articles, each with what a reader finds in it; they stand in `cases/`, by what is hard.

A case says only what it is about: `quotes`, `indirect`, `dates` are all that there are; `actors` and
`claims` must be among those found; a part in `none` must be empty; `never` is in no actor's name; `says`
is what the command answers to a file that it cannot read.
"""

import datetime as dt
import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefbook.cli import main
from briefbook.distil.article import Article
from briefbook.distil.rules import distil

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
DAY = "2026-05-07"
"""A Thursday, on which all articles were written that do not say another day."""


def is_called(actor, name):
    """Whether an actor has a name: its own, an alias, or its post."""
    return any(name.lower() in each.lower() for each in (actor.name, actor.role, *actor.aliases))


class Read:
    """A case as the rules read it."""

    def __init__(self, case):
        self.text = case["text"] * case.get("times", 1)
        self.draft = distil(Article(self.text, dt.date.fromisoformat(case.get("date", DAY))), {})
        self.actors = {each.id: each for each in self.draft.actors}

    def told(self, part, expected):
        """Words and speakers of a part, the speaker as the case calls them if that is right."""
        found = getattr(self.draft, part)
        names = {id(each): self.actors[each.speaker].name if each.speaker else "" for each in found}
        for each, (_, name) in zip(found, expected, strict=False):
            if each.speaker and name and is_called(self.actors[each.speaker], name):
                names[id(each)] = name
        return [[each.text.strip(" ,."), names[id(each)]] for each in found]

    def dates(self, _):
        return [[each.text, each.value, each.kind] for each in self.draft.dates]

    def actor(self, expected):
        """What was found of an actor, in the keys that the case names."""
        named = (each for each in self.draft.actors if is_called(each, expected["name"]))
        found = next(named, None)
        return found and {key: expected[key] if key == "name" else getattr(found, key) for key in expected}

    def claim(self, expected):
        """A claim that holds the words of the case, in the keys that the case names."""
        named = (each for each in self.draft.claims if expected["words"] in each.text)
        found = next(named, None)
        if found is None:
            return [each.text for each in self.draft.claims]
        said = {"words": expected["words"], "status": found.status}
        for key, actor in (("by", found.attribution), ("denied_by", found.denial)):
            name = expected.get(key, "")
            said[key] = name if actor and name and is_called(self.actors[actor], name) else actor
        return {key: said[key] for key in expected}


@pytest.fixture(params=CASES)
def case(request):
    return request.param


def test_case_is_read_as_a_reader_reads_it(case, tmp_path):
    """What the case says of an article is what the draft says."""
    if "says" in case:
        assert_refused(case, tmp_path)
        return
    read = Read(case)
    for part in ("quotes", "indirect"):
        if part in case:
            expected = [[words.strip(" ,."), name] for words, name in case[part]]
            assert read.told(part, expected) == expected, f"{part} of: {short(case)}"
    if "dates" in case:
        assert read.dates(case) == case["dates"], f"dates of: {short(case)}"
    for actor in case.get("actors", []):
        assert read.actor(actor) == actor, f"of the actors in: {short(case)}"
    for claim in case.get("claims", []):
        assert read.claim(claim) == claim, f"of the claims in: {short(case)}"
    for part, count in case.get("counts", {}).items():
        assert len(getattr(read.draft, part)) == count, f"{part} of: {short(case)}"
    for part in case.get("none", []):
        assert getattr(read.draft, part) == (), f"there are no {part} in: {short(case)}"
    for words in case.get("never", []):
        assert words not in json.dumps([each.name for each in read.draft.actors]), (
            f"an actor in: {short(case)}"
        )


def assert_refused(case, folder):
    """The command ends with one line that says why, and writes nothing."""
    file = folder / "article.txt"
    file.write_bytes(bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode())
    for kind in ("yaml", "json"):
        result = CliRunner().invoke(main, ["distil", "--format", kind, "--date", DAY, str(file)])
        assert (result.exit_code, result.stdout) == (2, ""), f"exit code and output of: {case['name']}"
        assert case["says"] in result.stderr, f"what the command says to: {case['name']}"
        assert len(result.stderr.splitlines()) == 1, f"lines that the command says to: {case['name']}"


def short(case):
    """The beginning of an article, for the words of a failure."""
    return " ".join(case["text"].split())[:300]
