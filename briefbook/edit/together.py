"""Files that belong together: all of them come about, or none."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path


def write_together(files: Mapping[Path, bytes], *, replace: bool = False) -> None:
    """Writes the files, whose folders exist; a failure leaves everything as it was.

    Raises:
        FileExistsError: one is there, and none is to be replaced.
        OSError: one cannot be written.
    """
    with contextlib.ExitStack() as undo, contextlib.ExitStack() as cleaning:
        ready = {path: _write_beside(path, data, cleaning) for path, data in files.items()}
        for path in files:
            if replace and path.exists():
                undo.callback(path.write_bytes, path.read_bytes())
            else:
                path.open("xb").close()  # the name is ours before anything is at its place
                undo.callback(path.unlink)
        for path in files:
            ready[path].replace(path)
        undo.pop_all()


def _write_beside(path: Path, data: bytes, cleaning: contextlib.ExitStack) -> Path:
    """A new file in the same folder with the bytes that a file is to have, flushed to the disk."""
    ready = path.with_name(f".{path.name}.{os.getpid()}.new")
    cleaning.callback(ready.unlink, missing_ok=True)
    with ready.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return ready
