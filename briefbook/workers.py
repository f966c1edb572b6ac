"""Work for several processes: whoever is done first, the results come in the order of the work."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import TypeVar

Work = TypeVar("Work")
Result = TypeVar("Result")

_AHEAD = 3
"""Pieces for each worker that are under way at once; what waits for longer only takes memory."""


class WorkerLostError(Exception):
    """A process was ended from outside, mostly for want of memory, or could not begin."""


def start_workers(workers: int, start: Callable[..., None], *known: object) -> Executor:
    """Processes that each began by calling `start` with what is known.

    They are started afresh and not forked: a host may have threads.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=start, initargs=tuple(known)
    )


def iter_done(
    pool: Executor, workers: int, function: Callable[[Work], Result], pieces: Iterable[Work], what: str
) -> Iterator[Result]:
    """What a function makes of each piece of work, in the order of the pieces.

    Raises:
        WorkerLostError: a process, which did `what`, did not live to answer.
    """
    try:
        for done in _under_way(pool, workers * _AHEAD, function, pieces):
            yield done.result()
    except (BrokenExecutor, OSError) as error:  # an OSError where it ends while it is handed its work
        message = f"a process that {what} was ended from outside; try again with --workers 1"
        raise WorkerLostError(message) from error


def _under_way(
    pool: Executor, most: int, function: Callable[[Work], Result], pieces: Iterable[Work]
) -> Iterator[Future[Result]]:
    """The work that was begun, at most so many pieces ahead of who asks for it."""
    waiting: deque[Future[Result]] = deque()
    for piece in pieces:
        waiting.append(pool.submit(function, piece))
        if len(waiting) > most:
            yield waiting.popleft()
    yield from waiting
