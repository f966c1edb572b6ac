"""Pictures in briefs: each has words for a reader who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from briefbook.check.at import At
from briefbook.check.registry import ERROR, WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.records import Brief, FreePage
from briefbook.text.near import shorten

_WORD = re.compile(r"[^\W\d_]")
_FILE = re.compile(r"[\w .()-]+\.(?:png|jpe?g|gif|webp)", re.IGNORECASE)
_BREAKS = re.compile(r"[\W_]+")


@rule("picture-without-alt", ERROR, draft=WARNING)
def picture_without_alt(record: Brief | FreePage, at: At) -> Iterator[Finding]:
    """A picture without words that say what it shows, or with its file name for them.

    Why: who listens to a brief, or reads it where pictures do not load, gets these words and nothing else; a
    picture that says nothing has no place in a brief.
    Bad: `![](gates.png)`, `![gates.png](gates.png)`
    Good: `![Gate three from the quay, with a crack above the waterline](gates.png)`
    """
    for found in at.lookup.scan(record.id, record.body).destinations:
        if not found.is_image:
            continue
        alt = _alt(record.body[found.start : found.end])
        if not _WORD.search(alt):
            message = f"the picture `{shorten(found.url)}` has no words"
        elif _is_file_name(alt, found.url):
            message = f"the picture's words are only a file name: {shorten(alt)!r}"
        else:
            continue
        help = "say in a sentence what it shows: `![Gate three, with a crack](gates.png)`"
        yield Finding(("body",), message, help, offsets=(found.start, found.end))


def _alt(written: str) -> str:
    """The words between the first brackets of a picture as it is written."""
    end = max(written.rfind("]("), written.rfind("]["))
    return written[2:end].strip() if end > 0 else written[2:-1].strip()


def _is_file_name(alt: str, url: str) -> bool:
    name = PurePosixPath(unquote(urlsplit(url).path))
    spoken = [_BREAKS.sub(" ", each).strip().casefold() for each in (alt, name.stem, name.name)]
    return _FILE.fullmatch(alt) is not None or spoken[0] in spoken[1:]
