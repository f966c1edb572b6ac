"""A tree of files on the disk: what stands in it, and its removal."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

FILE_MODE = 0o644
"""The mode of a file on a site: a web server can read it, whatever the umask of a build."""
FOLDER_MODE = 0o755
"""The mode of a folder on a site; that its files inherit its group is not ours to change."""
_INHERITS = 0o2000


def _raise(_: str, error: OSError) -> None:
    raise error


def iter_tree(
    base: str, on_error: Callable[[str, OSError], None] = _raise
) -> Iterator[tuple[str, os.stat_result]]:
    """The path from `base` and the state of each thing in a tree; no link is followed.

    One folder is open at a time, so that neither depth nor a limit of open files stops it.
    """
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(f"{base}/{folder}") as entries:
                found = [(folder + entry.name, entry.stat(follow_symlinks=False)) for entry in entries]
        except OSError as error:
            on_error(folder, error)
            continue
        for path, state in found:
            if is_folder(state):
                waiting.append(f"{path}/")
            yield path, state


def set_mode(path: str, state: os.stat_result) -> None:
    """A file or folder has the mode that it has on a site."""
    mode, known = (FOLDER_MODE, 0o7777 ^ _INHERITS) if is_folder(state) else (FILE_MODE, 0o7777)
    if state.st_mode & known == mode:
        return
    if (
        is_file(state) and state.st_nlink > 1
    ):  # a link of a host to a file of its own: that one keeps its mode
        with open(path, "rb") as file:
            data = file.read()
        os.unlink(path)
        write_file(path, data)
    else:
        os.chmod(path, mode | state.st_mode & ~known & 0o7777)


def is_folder(state: os.stat_result) -> bool:
    """Whether a state is that of a folder."""
    return state.st_mode & 0o170000 == 0o040000


def is_file(state: os.stat_result) -> bool:
    """Whether a state is that of a plain file."""
    return state.st_mode & 0o170000 == 0o100000


def is_there(path: str) -> bool:
    """Whether anything stands at a path, be it a link that leads nowhere.

    Raises:
        OSError: nobody knows; `os.path.lexists` would say no.
    """
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    return True


def remove_tree(base: str) -> None:
    """Nothing at `base`, whatever modes the folders there have."""
    if not is_there(base):
        return
    folders = [base]
    for folder in folders:
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            os.chmod(folder, 0o700)
        with os.scandir(folder) as entries:
            found = list(entries)
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                os.unlink(entry.path)
    for folder in reversed(folders):
        os.rmdir(folder)


def write_file(path: str, data: bytes) -> os.stat_result:
    """The state of a new file with these bytes, written to the last one.

    Raises:
        FileExistsError: something stands there.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        state = os.fstat(handle)
        if state.st_mode & 0o777 != FILE_MODE:  # the umask took something away
            os.fchmod(handle, FILE_MODE)
        return state
    finally:
        os.close(handle)
