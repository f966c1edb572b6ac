"""briefbook itself: a page for each brief, actor and issue, and also for each claim, question and source."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from bench.corpus import Corpus, write_corpus
from bench.peers.site import Facts, edit_front_matter, expected_facts
from briefbook.derive.statements import MOST_EARLIER

OUT = "build"
CACHES: tuple[str, ...] = ()
_POSITION = re.compile(r'href="[^"#]*?(b\d+)?/?#((a\d+)\.(i\d+))(?:\.b\d+)?"')
_ANCHOR = re.compile(
    r'id="(?:(?P<positions>a\d+\.i\d+)|(?P<claims>c\d+-\d)|(?P<questions>q\d+-\d)|'
    r'(?P<events>e\d+-\d)|(?P<updates>[cq]\d+-\d\.update))"'
)


def install(cache: Path) -> None:
    """It is here already."""


def prepare(corpus: Corpus, site: Path, cache: Path) -> None:
    """The book as it is."""
    write_corpus(corpus, site)


def command(cache: Path) -> list[str]:
    """One build."""
    return [sys.executable, "-m", "briefbook", "build"]


def check_command() -> list[str]:
    """One check, nothing built."""
    return [sys.executable, "-m", "briefbook", "check"]


def edit(site: Path, id: str, title: str) -> None:
    """Another title and stance in one brief."""
    edit_front_matter(site / f"content/briefs/{id}.md", title)


def expected(corpus: Corpus) -> Facts:
    """An actor's pages show all that it said; an issue's show the last that each actor said on it."""
    return expected_facts(corpus)._replace(issues=expected_facts(corpus, MOST_EARLIER + 1).issues)


def facts(out: Path) -> Facts:
    """What the site says, by the links and anchors of its entries."""
    briefs = Counter[str]()
    for page in (out / "briefs").glob("b*/index.html"):
        briefs.update(match.lastgroup or "" for match in _ANCHOR.finditer(page.read_text()))
    return Facts(_positions(out / "actors", 3), _positions(out / "issues", 4), briefs)


def _positions(folder: Path, owner: int) -> Counter[str]:
    """Links to distinct positions of an actor (third group) or on an issue (fourth), on its page and beneath."""
    found = Counter[str]()
    for of in sorted(path for path in folder.iterdir() if path.is_dir()):
        links = (each for page in of.rglob("index.html") for each in _POSITION.finditer(page.read_text()))
        distinct = {(each[1], each[2]) for each in links if each[1] and each[owner] == of.name}
        if distinct:
            found[of.name] = len(distinct)
    return found
