"""The calls of the operating system, as other systems answer them."""

import ctypes
import errno
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefbook.publish.system import exchange, flush
from tests.sites import tree


@pytest.fixture
def folders(tmp_path):
    """Two folders with a file in each."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "words.txt").write_text(name)
    return tmp_path / "one", tmp_path / "other"


def path_of(handle):
    """What a process has open."""
    return os.fspath(Path(f"/proc/self/fd/{handle}").readlink())


def answering(number):
    """A C library whose calls all fail with an error."""

    def call(*_):
        ctypes.set_errno(number)
        return -1

    return SimpleNamespace(renameat2=call, renamex_np=call, syncfs=call)


def test_two_folders_change_places(folders):
    """This system exchanges two folders at once."""
    one, other = folders

    assert exchange(os.fspath(one), os.fspath(other))
    assert {"words.txt": b"other"} == tree(one)
    assert {"words.txt": b"one"} == tree(other)


def test_what_cannot_change_places_stays(folders):
    """An exchange with a name that is not there fails, and names both."""
    one, _ = folders

    with pytest.raises(FileNotFoundError) as caught:
        exchange(os.fspath(one), f"{one}-gone")

    assert (os.fspath(one), f"{one}-gone") == (caught.value.filename, caught.value.filename2)
    assert {"words.txt": b"one"} == tree(one)


def test_macos_is_asked_in_its_own_words():
    """There the call is `renamex_np` with the flag to swap."""
    asked = []
    library = SimpleNamespace(renamex_np=lambda *words: asked.append(words) or 0)

    assert exchange("one", "other", library, "darwin")
    assert [(b"one", b"other", 2)] == asked


@pytest.mark.parametrize("platform", ["linux", "darwin", "sunos5"])
def test_a_system_without_the_call_is_told_apart(platform):
    """A C library that has no such call, or a system that we know none of, exchanges nothing."""
    assert not exchange("one", "other", SimpleNamespace(), platform)


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.EOPNOTSUPP])
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_a_file_system_without_the_call_is_told_apart(platform, number):
    """A kernel, file system or sandbox that does not know the call exchanges nothing; that is no failure."""
    assert not exchange("one", "other", answering(number), platform)


def test_a_flush_is_one_call_for_the_file_system(folders):
    """Where the system can, everything is flushed at once."""
    asked = []
    library = SimpleNamespace(syncfs=lambda handle: asked.append(path_of(handle)) or 0)

    flush(os.fspath(folders[0]), library)

    assert [os.fspath(folders[0])] == asked
    assert sys.platform != "linux" or flush(os.fspath(folders[0])) is None


@pytest.mark.parametrize("library", [SimpleNamespace(), answering(errno.ENOSYS)], ids=["absent", "unknown"])
def test_without_that_call_each_file_is_flushed(folders, monkeypatch, library):
    """Elsewhere every file and every folder is flushed by itself."""
    one, _ = folders
    flushed = []
    monkeypatch.setattr(os, "fsync", lambda handle: flushed.append(path_of(handle)))

    flush(os.fspath(one), library)

    assert {os.fspath(one / "words.txt"), os.fspath(one)} == {path.rstrip("/") for path in flushed}


def test_a_flush_that_fails_is_told(folders):
    """A disk that lost what was written is an error."""
    with pytest.raises(OSError, match="Input/output error"):
        flush(os.fspath(folders[0]), answering(errno.EIO))
