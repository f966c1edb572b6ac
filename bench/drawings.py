"""What each drawing costs: milliseconds and bytes, by the number of actors.

python -m bench.drawings
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from briefbook.derive.drawings.deadlines import draw_deadlines
from briefbook.derive.drawings.moves import draw_moves, last_moved
from briefbook.derive.drawings.network import draw_network
from briefbook.derive.drawings.paper import draw_sheet, sheets_of
from briefbook.derive.drawings.timeline import draw_timeline
from briefbook.derive.pages import site_of
from briefbook.derive.situation import Situation
from briefbook.derive.views.drawing import Drawing
from briefbook.graphs import order_nodes
from briefbook.render.render import Renderer
from tests import drawn

ROUNDS = 5


def draws(situation: Situation) -> dict[str, Callable[[], Drawing | None]]:
    """What makes each drawing of a book."""
    at = drawn.at(situation)
    issue = last_moved(at, 1)[0]
    sheet = sheets_of(situation)[0]
    return {
        "timeline": lambda: draw_timeline(at),
        "deadlines": lambda: draw_deadlines(at),
        "network": lambda: draw_network(at),
        "moves": lambda: draw_moves(issue, at),
        "sheet for paper": lambda: draw_sheet(sheet, drawn.at(situation, sheet.file)),
    }


def main() -> None:
    """Print a table."""
    print(f"{'actors':>6} {'drawing':<16} {'ms':>6} {'bytes':>7}")
    for actors in (5, 40, 200):
        situation = drawn.book(actors)
        situation.lay_out = order_nodes
        renderer = Renderer(site_of(situation))
        for name, draw in draws(situation).items():
            draw()
            spent = []
            for _ in range(ROUNDS):
                order_nodes.cache_clear()
                start = time.perf_counter()
                drawing = draw()
                assert drawing is not None
                svg = renderer.draw(drawing)
                spent.append(1000 * (time.perf_counter() - start))
            print(f"{actors:>6} {name:<16} {statistics.median(spent):>6.1f} {len(svg.encode()):>7}")


if __name__ == "__main__":
    main()
