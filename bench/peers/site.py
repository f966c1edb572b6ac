"""What the sites of all peers share: their style, the form of a brief, and the facts that they must hold."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from bench.corpus import Corpus, Record, dump

CSS = """body{font:16px/1.5 system-ui;margin:0 auto;max-width:60rem;padding:1rem}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;text-align:left;padding:.3rem}
blockquote{margin:.2rem 0;color:#444}nav a{margin-right:1rem}
"""
_NAMED = re.compile(r"\[\[(a\d+)\|([^\]]+)\]\]")
_CITED = re.compile(r"\[\[(s\d+)\]\]")


class PeerError(Exception):
    """A peer that cannot be installed here, or that fails to build; the message says why."""


class Facts(NamedTuple):
    """What a site says, in numbers: every site of one corpus says the same."""

    actors: Counter[str]
    """Positions on each actor's page."""
    issues: Counter[str]
    """Positions on each issue's page."""
    briefs: Counter[str]
    """Positions, claims, questions, events and updates on all pages of briefs."""


def expected_facts(corpus: Corpus, most: int | None = None) -> Facts:
    """What a site of the corpus has to say; at most `most` positions of one actor on one issue on a page."""
    cells = Counter((each["actor"], each["issue"]) for brief in corpus.briefs for each in brief["positions"])
    actors, issues = Counter[str](), Counter[str]()
    for (actor, issue), count in cells.items():
        shown = count if most is None else min(count, most)
        actors[actor] += shown
        issues[issue] += shown
    sections = ("positions", "claims", "questions", "events", "updates")
    briefs = Counter({each: sum(len(brief[each]) for brief in corpus.briefs) for each in sections})
    return Facts(actors, issues, briefs)


def found_facts(out: Path) -> Facts:
    """What a peer's site says: its templates mark each fact with a class."""
    briefs = Counter[str]()
    for page in (out / "briefs").glob("b*/index.html"):
        briefs.update(f"{kind}s" for kind in re.findall(r'class="fact (\w+)"', page.read_text()))
    return Facts(_positions(out / "actors"), _positions(out / "issues"), briefs)


def _positions(folder: Path) -> Counter[str]:
    pages = folder.glob("*/index.html")
    return Counter({page.parent.name: page.read_text().count('class="fact position"') for page in pages})


def front_matter(brief: Record, extra: Record) -> str:
    """The front matter of a peer's brief; `extra` comes first."""
    return f"---\n{dump({**extra, **{key: each for key, each in brief.items() if key != 'body'}})}---\n\n"


def markdown(brief: Record) -> str:
    """The body with its references as Markdown links."""
    named = _NAMED.sub(r"[\2](/actors/\1/)", brief["body"])
    return _CITED.sub(r"[\1](https://source.example/\1)", named)


def edit_front_matter(file: Path, title: str) -> None:
    """A new title and another stance in the first position: the edit whose cost is measured."""
    text = file.read_text()
    text = re.sub(r"^title: .*\n(?:  .*\n)*", f"title: {title}\n", text, count=1, flags=re.MULTILINE)
    was = re.search(r"^  stance: (.*)$", text, re.MULTILINE)
    stance = "mixed" if was is None or was[1] != "mixed" else "opposes"
    file.write_text(re.sub(r"^  stance: .*$", f"  stance: {stance}", text, count=1, flags=re.MULTILINE))


def write(file: Path, text: str) -> None:
    """The file with its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def remove(paths: Iterable[Path]) -> None:
    """None of the paths is left."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
