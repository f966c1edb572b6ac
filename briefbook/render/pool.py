"""Pages rendered by several processes: each gets a template's name and bytes, and gives bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefbook.derive.views.site import Site
from briefbook.render.render import Renderer
from briefbook.workers import iter_done, start_workers

_BATCH = 64
"""Pages that travel together; one at a time, the way there would cost more than the work."""


class Job(NamedTuple):
    """One page to be rendered."""

    file: str
    """Its output path."""
    template: str
    view: bytes
    """What the page shows, as msgpack."""


def make_pool(workers: int, site: Site, overrides: Path | None) -> Executor:
    """Processes that each have a renderer of the site."""
    return start_workers(workers, _start, msgspec.msgpack.encode(site), overrides)


def iter_rendered(pool: Executor, workers: int, jobs: Iterable[Job]) -> Iterator[tuple[str, bytes]]:
    """Output path and HTML of each page, in the order of the jobs.

    Raises:
        TemplateFaultError: as `Renderer.render`.
        WorkerLostError: a process did not live to answer.
    """
    for batch in iter_done(pool, workers, _render, _batches(jobs), "rendered pages"):
        yield from batch


def _batches(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    left = iter(jobs)
    while batch := list(islice(left, _BATCH)):
        yield batch


_renderers: list[Renderer] = []
"""The one renderer of a worker's process."""


def _start(site: bytes, overrides: Path | None) -> None:
    _renderers[:] = [Renderer(msgspec.msgpack.decode(site, type=Site), overrides)]


def _render(batch: list[Job]) -> list[tuple[str, bytes]]:
    return [(job.file, _renderers[0].render(job.template, job.view).encode()) for job in batch]
