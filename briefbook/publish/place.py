"""Where a site may stand, and what is said where it may not."""

from __future__ import annotations

import errno
import os
from pathlib import Path

MARK = "assets/briefbook.css"
"""What every site of ours holds; a folder without it is not ours to replace."""


class PublishError(Exception):
    """The site is not in its place, and what stood there still stands; or what the words say."""


def place_of(out: Path) -> Path:
    """The place of a site with no link above it, so that two ways to it meet at one scaffold."""
    if out.name in ("", ".."):
        return Path(os.path.realpath(out))
    return Path(os.path.realpath(out.parent)) / out.name


def refuse_strangers(out: Path) -> None:
    """Passes where nothing stands, an empty folder, or a site of ours.

    Raises:
        PublishError: something else stands there, or the folder cannot be exchanged for another.
    """
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise PublishError(f"{out} is not a folder; name another with --out")
    if not out.exists():
        return
    if out.stat().st_dev != out.parent.stat().st_dev or out == out.parent:
        raise _mounted(out)
    if any(out.iterdir()) and not (out / MARK).is_file():
        raise PublishError(
            f"{out} holds something else than a briefbook site; name another folder with --out"
        )


def fault(error: OSError, out: Path, what: object) -> PublishError:
    """What is said when the system refuses: where, why and, if it is known, the way out."""
    if error.errno in (errno.EXDEV, errno.EBUSY):
        return _mounted(out)
    return PublishError(f"cannot write {what}: {error.strerror}")


def _mounted(out: Path) -> PublishError:
    return PublishError(
        f"{out} is a mount point, which no other folder can replace; name a folder in it with --out"
    )
