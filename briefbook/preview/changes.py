"""Reads a book again as soon as its files change."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Iterator
from pathlib import Path

from briefbook.preview.preview import Preview

try:
    import watchfiles
except ImportError:  # pragma: no cover  the extra `serve` brings it
    watchfiles = None  # type: ignore[assignment]

_LOOK = 0.5
"""Seconds between two looks at what nothing reports."""
_STEP = 20
"""Milliseconds of quiet that end a change."""
_LONGEST = 200
"""Milliseconds after which a change counts although there is no quiet."""


def watch(preview: Preview, stop: threading.Event) -> None:
    """Reads the book again on each change, until `stop` is set."""
    for _ in iter_changes(preview, stop):
        try:
            preview.refresh()
        except Exception:
            traceback.print_exc()  # a fault of ours must not end the watch


def iter_changes(preview: Preview, stop: threading.Event) -> Iterator[None]:
    """Something for each time that files may have changed; without watchfiles, twice a second."""
    while not stop.wait(0 if (places := _places(preview)) and watchfiles else _LOOK):
        yield
        if places and watchfiles:
            yield from _iter_reports(preview, stop, places)


def _iter_reports(preview: Preview, stop: threading.Event, places: dict[Path, object]) -> Iterator[None]:
    """What the system reports of the places, until one of them is not what it was."""
    reports = watchfiles.watch(
        *places,
        stop_event=stop,
        step=_STEP,
        debounce=_LONGEST,
        rust_timeout=int(1000 * _LOOK),
        yield_on_timeout=True,
        watch_filter=None,
        raise_interrupt=False,
        ignore_permission_denied=True,
    )
    for changes in reports:
        if changes:
            yield
        if _places(preview) != places:
            return


def _places(preview: Preview) -> dict[Path, object]:
    """What there is to watch: a folder that was replaced, or a file that was, needs another watch."""
    found: dict[Path, object] = {}
    for path in preview.watched:
        try:
            status = path.stat()
        except OSError:
            continue
        found[path] = (status.st_ino, status.st_mtime_ns if path.is_file() else 0)
    return found
