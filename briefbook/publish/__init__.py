"""A finished site in the place of the last one: all of it or nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from briefbook.publish.place import MARK, PublishError, place_of
from briefbook.publish.publication import Publication
from briefbook.publish.scaffold import HeldError, Scaffold

__all__ = ["MARK", "Publication", "PublishError", "place_of", "publish", "recover"]


def publish(files: Iterable[tuple[str, bytes]], out: Path) -> int:
    """The number of files of the site, `SHA256SUMS` among them: `out` then holds them and nothing else.

    Raises:
        PublishError: `out` holds something else than a site of ours, or cannot be written.
    """
    with Publication(out) as site:
        for file, data in files:
            site.write(file, data)
        return site.finish()


def recover(out: Path) -> None:
    """The last whole site stands at `out`, where a killed build left none; whatever else it left is gone.

    A build that cannot publish, because of an error in the content, does at least this.
    """
    place = os.fspath(place_of(out))
    if os.path.isdir(Scaffold.beside(place)):
        with suppress(HeldError, OSError):  # another build is at work, or the next one says what is wrong
            Scaffold(place, patience=0).leave()
