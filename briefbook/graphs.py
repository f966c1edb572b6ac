"""The order in which Graphviz would set the nodes of a graph, where Graphviz is installed."""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache

_SECONDS = 30
"""After which a graph counts as one that cannot be laid out; those drawn here take 0.05 s."""


@lru_cache(maxsize=64)
def order_nodes(graph: str) -> tuple[str, ...]:
    """The nodes of a graph in dot's language from top to bottom; none where no `dot` lays it out.

    Their order alone is taken and not their places, which differ from one version of Graphviz to the next.
    """
    dot = shutil.which("dot")
    if dot is None:
        return ()
    try:
        done = subprocess.run(  # noqa: S603  our words, and the program that the path names
            [dot, "-Tplain"], input=graph, capture_output=True, timeout=_SECONDS, check=True, encoding="utf-8"
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    nodes = [line.split() for line in done.stdout.splitlines() if line.startswith("node ")]
    return tuple(name for _, name in sorted((-float(node[3]), node[1]) for node in nodes))
