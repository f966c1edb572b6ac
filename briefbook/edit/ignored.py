"""Whether git would take a file into the repository."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def is_exposed(path: Path) -> bool:
    """Whether a file lies in a git repository that does not ignore it; False where git cannot be asked."""
    git = shutil.which("git")
    if git is None:
        return False
    asked = [git, "-C", str(path.parent), "check-ignore", "--quiet", "--", path.name]
    ended = subprocess.run(asked, check=False, capture_output=True)  # noqa: S603  no shell, git by its path
    return ended.returncode == 1
