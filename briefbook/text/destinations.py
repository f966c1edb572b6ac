"""Where relative links between content files lead."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit


def target_of(url: str, file: str) -> str:
    """The file to which a relative URL in a file leads; it begins with `..` where it leaves the book."""
    path = unquote(urlsplit(url).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
