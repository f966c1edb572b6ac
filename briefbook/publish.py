"""A finished site in the place of the last one: all of it or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

MARK = "assets/briefbook.css"
"""What every site of ours holds; a folder without it is not ours to replace."""


class PublishError(Exception):
    """The site could not be put in its place; what stood there still stands."""


def publish(files: Iterable[tuple[str, bytes]], out: Path) -> int:
    """The number of files written: `out` then holds them and nothing else.

    Raises:
        PublishError: `out` holds something else than a site of ours, or cannot be written.
    """
    out = out.absolute()
    _refuse_strangers(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise PublishError(f"cannot write beside {out}: {error.strerror}") from error
    try:
        count = _write(files, staging)
        staging.chmod(0o755)
        _swap(staging, out)
    except OSError as error:
        raise PublishError(f"cannot write {error.filename or out}: {error.strerror}") from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return count


def _refuse_strangers(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise PublishError(f"{out} is not a folder; name another with --out")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise PublishError(
            f"{out} holds something else than a briefbook site; name another folder with --out"
        )


def _write(files: Iterable[tuple[str, bytes]], folder: Path) -> int:
    base = os.fspath(folder)
    made = {base}
    count = 0
    for name, data in files:
        count += 1
        path = f"{base}/{name}"
        _make_folder(path.rpartition("/")[0], made)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        try:
            _write_all(handle, data)
        finally:
            os.close(handle)
    return count


def _make_folder(path: str, made: set[str]) -> None:
    if path not in made:
        _make_folder(path.rpartition("/")[0], made)
        os.mkdir(path, 0o755)
        made.add(path)


def _write_all(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _swap(staging: Path, out: Path) -> None:
    """Puts the new tree in the old one's place; a failure half-way puts the old one back."""
    if not out.exists():
        staging.rename(out)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    out.rename(old / "site")
    try:
        staging.rename(out)
    except OSError:
        (old / "site").rename(out)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
