"""What a book costs: briefbook beside other site generators, in one run, on one corpus, in turns."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from bench.corpus import Corpus, make_corpus
from bench.peers import ours
from bench.peers.site import Facts, PeerError, remove

HERE = Path(__file__).resolve().parent
CACHE = HERE / ".cache"
OURS = "briefbook"
TITLE = "A title that no brief had before"


class Cost(NamedTuple):
    """What one run of a command took."""

    wall: float
    cpu: float
    mb: float


class Site(NamedTuple):
    """A peer with its prepared folder and what its builds took."""

    name: str
    peer: ModuleType
    folder: Path
    cold: list[Cost]
    edited: list[Cost]

    @property
    def out(self) -> Path:
        """The site that a build leaves."""
        return self.folder / str(self.peer.OUT)


def main() -> int:
    options = _options()
    corpus = make_corpus(options.n, options.seed)
    print(_described(corpus, options.seed), flush=True)
    work = CACHE / "sites"
    shutil.rmtree(work, ignore_errors=True)
    sites = list(_prepared([name for name in options.peers.split(",") if name], corpus, work))
    checks: list[Cost] = []
    try:
        for turn in range(1, options.runs + 1):
            for site in sites:
                _build_cold(site)
                if turn == 1:
                    _compare(site, corpus)
            checks.append(_measure(ours.check_command(), sites[0].folder))
        for turn in range(1, options.runs + 1):
            for site in sites:
                _build_edited(site, corpus, turn)
    except PeerError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    print(_table(sites, checks))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=1000, help="briefs in the corpus")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--peers", default="", help="names with commas: hugo,eleventy")
    parser.add_argument("--runs", type=int, default=3, help="builds of each kind; medians are printed")
    return parser.parse_args()


def _described(corpus: Corpus, seed: int) -> str:
    counts = {kind: len(getattr(corpus, kind)) for kind in ("briefs", "actors", "issues", "sources")}
    return f"seed {seed}: " + ", ".join(f"{count} {kind}" for kind, count in counts.items())


def _prepared(names: list[str], corpus: Corpus, work: Path) -> list[Site]:
    """Ours, then each peer that can be installed."""
    sites: list[Site] = []
    for name in (OURS, *names):
        try:
            peer = ours if name == OURS else importlib.import_module(f"bench.peers.{name}")
            peer.install(CACHE)
        except (ModuleNotFoundError, PeerError) as error:
            print(f"{name} is left out: {error}", flush=True)
            continue
        peer.prepare(corpus, work / name, CACHE)
        sites.append(Site(name, peer, work / name, [], []))
    return sites


def _build_cold(site: Site) -> None:
    remove(site.folder / each for each in (site.peer.OUT, *site.peer.CACHES))
    site.cold.append(_measure(site.peer.command(CACHE), site.folder))


def _build_edited(site: Site, corpus: Corpus, turn: int) -> None:
    id, title = corpus.briefs[len(corpus.briefs) // 2]["id"], f"{TITLE} {turn}"
    site.peer.edit(site.folder, id, title)
    site.edited.append(_measure(site.peer.command(CACHE), site.folder))
    if title not in (site.out / f"briefs/{id}/index.html").read_text():
        raise PeerError(f"{site.name} does not show the edit")


def _measure(command: list[str], folder: Path) -> Cost:
    environment = {**os.environ, "NODE_OPTIONS": "--max-old-space-size=8192"}
    clock = [sys.executable, "-S", "-E", str(HERE / "clock.py"), *command]
    run = subprocess.run(clock, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    *told, cost = run.stderr.splitlines()
    values = json.loads(cost)
    if values["status"]:
        raise PeerError(f"{' '.join(command)} failed: {' '.join(told)[-400:]}")
    return Cost(values["wall"], values["cpu"], values["mb"])


def _compare(site: Site, corpus: Corpus) -> None:
    """Raises where a site does not say what the corpus says.

    Raises:
        PeerError: a count differs; the message names the first.
    """
    found, expected = site.peer.facts(site.out), site.peer.expected(corpus)
    for field in Facts._fields:
        want, have = getattr(expected, field), getattr(found, field)
        for key in sorted(want):
            if want[key] != have[key]:
                raise PeerError(f"{site.name}, {field} {key}: {have[key]} where {want[key]} should be")


def _table(sites: list[Site], checks: list[Cost]) -> str:
    """Medians of all runs, and each against the first peer of the same turn."""
    peer = sites[1] if len(sites) > 1 else None
    heads = ["pages", "cold CPU s", "wall s", "MB", "CPU ms/page", "edit CPU s", "wall s", "MB"]
    if peer is not None:
        heads += [f"cold/{peer.name}", f"edit/{peer.name}"]
    rows = [["", *heads], *([site.name, *_cells(site, peer)] for site in sites)]
    check = _median(checks)
    lines = ["".join(f"{cell:>13}" for cell in row) for row in rows]
    return "\n".join((*lines, f"{OURS} check: {check.cpu:.2f} CPU s, {check.mb:.0f} MB"))


def _cells(site: Site, peer: Site | None) -> list[str]:
    pages = sum(1 for _ in site.out.rglob("*.html"))
    cold, edited = _median(site.cold), _median(site.edited)
    cells = [str(pages), f"{cold.cpu:.2f}", f"{cold.wall:.2f}", f"{cold.mb:.0f}"]
    cells += [f"{1000 * cold.cpu / pages:.2f}", f"{edited.cpu:.2f}", f"{edited.wall:.2f}", f"{edited.mb:.0f}"]
    if peer is not None:
        cells += [f"{_ratio(site.cold, peer.cold):.2f}", f"{_ratio(site.edited, peer.edited):.2f}"]
    return cells


def _median(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*costs, strict=True)))


def _ratio(costs: list[Cost], base: list[Cost]) -> float:
    """The median of CPU ratios, turn by turn: neighbours on a shared machine slow both."""
    return statistics.median(own.cpu / other.cpu for own, other in zip(costs, base, strict=True))


if __name__ == "__main__":
    sys.exit(main())
