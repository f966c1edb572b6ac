"""Pages rendered by several processes: each gets a template's name and bytes, and gives bytes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefbook.derive.views import Site
from briefbook.render.render import Renderer

_BATCH = 64
"""Pages that travel together; one at a time, the way there would cost more than the work."""
_AHEAD = 3
"""Batches for each worker that are under way at once; views that wait for longer only take memory."""


class WorkerLostError(Exception):
    """A process that rendered pages was ended from outside, mostly for want of memory, or could not begin."""


class Job(NamedTuple):
    """One page to be rendered."""

    file: str
    """Its output path."""
    template: str
    view: bytes
    """What the page shows, as msgpack."""


def make_pool(workers: int, site: Site, overrides: Path | None) -> Executor:
    """Processes that each have a renderer of the site.

    They are started afresh and not forked: a host may have threads.
    """
    return ProcessPoolExecutor(
        workers,
        mp_context=get_context("spawn"),
        initializer=_start,
        initargs=(msgspec.msgpack.encode(site), overrides),
    )


def iter_rendered(pool: Executor, workers: int, jobs: Iterable[Job]) -> Iterator[tuple[str, bytes]]:
    """Output path and HTML of each page, in the order of the jobs.

    Raises:
        TemplateFaultError: as `Renderer.render`.
        WorkerLostError: a process did not live to answer.
    """
    try:
        for batch in _batches(pool, workers * _AHEAD, jobs):
            yield from batch.result()
    except (BrokenExecutor, OSError) as error:  # an OSError where it ends while it is handed its work
        message = "a process that rendered pages was ended from outside; try again with --workers 1"
        raise WorkerLostError(message) from error


def _batches(pool: Executor, most: int, jobs: Iterable[Job]) -> Iterator[Future[list[tuple[str, bytes]]]]:
    """The work in the order of the jobs, at most so many batches ahead of who asks for it."""
    waiting: deque[Future[list[tuple[str, bytes]]]] = deque()
    left = iter(jobs)
    while batch := list(islice(left, _BATCH)):
        waiting.append(pool.submit(_render, batch))
        if len(waiting) > most:
            yield waiting.popleft()
    yield from waiting


_renderers: list[Renderer] = []
"""The one renderer of a worker's process."""


def _start(site: bytes, overrides: Path | None) -> None:
    _renderers[:] = [Renderer(msgspec.msgpack.decode(site, type=Site), overrides)]


def _render(batch: list[Job]) -> list[tuple[str, bytes]]:
    return [(job.file, _renderers[0].render(job.template, job.view).encode()) for job in batch]
