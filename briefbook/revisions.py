"""A book as it stood in a revision of git, copied out beside the working tree, which is never touched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from briefbook.text.near import did_you_mean

_SETTINGS = (".yml", ".yaml")
_SHORT = 9


class RevisionError(Exception):
    """What was asked of git cannot be had; its words say why, and a way out."""


class Revision(NamedTuple):
    """A commit, and what it was called."""

    name: str
    commit: str

    @property
    def label(self) -> str:
        """Its name with its commit: `main (1a2b3c4d5)`."""
        short = self.commit[:_SHORT]
        return short if self.commit.startswith(self.name) else f"{self.name} ({short})"


class Repository:
    """The repository that holds the content of a book."""

    def __init__(self, content: Path) -> None:
        """`content` is the book's folder in the working tree.

        Raises:
            RevisionError: it is in no repository or all of it, or git is not there or refuses it.
        """
        self._folder = content.resolve()
        found = self._git("rev-parse", "--show-toplevel")
        self.root = Path(os.fsdecode(found).removesuffix("\n"))
        self._content = PurePosixPath(self._folder.relative_to(self.root))
        if self._folder == self.root:
            raise RevisionError(f"{self._folder} is all of its repository, so its seeds/ are in none")

    def find(self, name: str) -> Revision:
        """The revision of a name: a branch, a tag, a commit, `HEAD~2`.

        Raises:
            RevisionError: there is none.
        """
        asked = f"{name}^{{commit}}"
        done = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", asked)
        if done.returncode:
            raise RevisionError(f"there is no revision {name!r}; {self._help(name)}")
        return Revision(name, done.stdout.decode().strip())

    def find_fork(self, one: str, other: str) -> Revision:
        """Where two revisions parted: what a pull request is compared with.

        Raises:
            RevisionError: one of them is not there, or they have no common past.
        """
        commits = (self.find(one).commit, self.find(other).commit)
        done = self._run("merge-base", *commits)
        if done.returncode:
            raise RevisionError(f"{one} and {other} have no common past; {self._help('')}")
        return Revision(one, done.stdout.decode().strip())

    def copy(self, revision: Revision, into: Path) -> Path:
        """Writes the book of a revision under a folder; where its content stands there, or would stand.

        Links are left out, as a build leaves them out.
        """
        blobs = [(path, blob) for path, blob in self._iter_files(revision) if self._is_of_book(path)]
        for path, data in self._read(blobs):
            target = into.joinpath(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        content = into / self._content
        content.mkdir(parents=True, exist_ok=True)
        return content

    def _iter_files(self, revision: Revision) -> Iterator[tuple[PurePosixPath, bytes]]:
        """Path and blob of each regular file of a revision."""
        listed = self._git("ls-tree", "-r", "-z", "--full-tree", revision.commit)
        for line in listed.split(b"\0")[:-1]:
            head, _, name = line.partition(b"\t")
            mode, _, blob = head.split(b" ")
            path = PurePosixPath(os.fsdecode(name))
            if mode.startswith(b"100") and ".." not in path.parts:
                yield path, blob

    def _is_of_book(self, path: PurePosixPath) -> bool:
        """Whether a file is read with the book: content, seeds, settings and the files that those inherit."""
        beside = self._content.parent
        if path.is_relative_to(self._content) or path.is_relative_to(beside / "seeds"):
            return True
        return path.suffix in _SETTINGS and path.parent in (beside, *beside.parents)

    def _read(self, blobs: list[tuple[PurePosixPath, bytes]]) -> Iterator[tuple[PurePosixPath, bytes]]:
        """Path and bytes of each file; the bytes are those of the repository, whatever attributes say."""
        asked = b"".join(blob + b"\n" for _, blob in blobs)
        told, place = self._git("cat-file", "--batch", given=asked), 0
        for path, _ in blobs:
            end = told.index(b"\n", place)
            start, size = end + 1, int(told[place:end].rsplit(b" ", 1)[1])
            yield path, told[start : start + size]
            place = start + size + 1

    def _help(self, name: str) -> str:
        """The way out where a revision is missing."""
        if self._git("rev-parse", "--is-shallow-repository").strip() == b"true":
            return "this clone is shallow: `git fetch --unshallow`, or `fetch-depth: 0` in CI, gets the rest"
        names = self._git("for-each-ref", "--format=%(refname:short)").decode(errors="replace").split()
        return did_you_mean(name, names) or "`git branch --all` and `git tag` list them"

    def _git(self, *arguments: str, given: bytes = b"") -> bytes:
        done = self._run(*arguments, given=given)
        if done.returncode:
            said = (done.stderr.decode(errors="replace").splitlines() or ["it does not say why"])[0]
            if "not a git repository" in said:
                raise RevisionError(f"{self._folder} is in no git repository, so there is nothing to compare")
            raise RevisionError(f"git {arguments[0]} fails: {said.removeprefix('fatal: ')}")
        return done.stdout

    def _run(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = ["git", "-C", str(self._folder), *arguments]
        surroundings = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
        try:
            return subprocess.run(  # noqa: S603  git's own name, and no shell
                command, input=given, capture_output=True, env=surroundings, check=False
            )
        except OSError:
            raise RevisionError("git is not installed, or not on the PATH") from None
