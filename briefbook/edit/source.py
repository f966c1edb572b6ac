"""A new source out of a file: its record with what the file says of itself, and its text."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import yaml

from briefbook.edit.decoding import ArticleError
from briefbook.edit.extract import extract
from briefbook.edit.new import ID
from briefbook.edit.proposal import Proposal, Proposals, web_address
from briefbook.edit.together import write_together
from briefbook.model.ids import RESERVED
from briefbook.model.vocabulary import Rights
from briefbook.text.edtf import parse_when

_SMALL_WORDS = set("the of and for de la le du des der die das und et".split())
_INITIALS_FROM = 3
"""Words from which on a publisher goes by its initials: `wsj`, but `river-courier`."""
_COLUMN = 48
_TODO = {
    "publisher": "who published it",
    "title": "its headline",
    "published": "the day, as in 2014-06-15",
    "authors": "names, one a line after `- `",
    "url": "where it stands on the web",
    "language": "as in en or de-AT; without it, the site's",
}
"""What a file may tell, in the record's order, and what an author has to find out where it does not."""
_RIGHTS = {
    "public": "anybody may copy the text",
    "licensed": "we may keep the text, and publish short quotations",
    "excerpt": "short quotations only: keep the text out of public places",
}


class Wish(NamedTuple):
    """What an author says about a source; what is empty is taken from the file."""

    id: str = ""
    publisher: str = ""
    title: str = ""
    published: str = ""
    url: str = ""
    rights: Rights = "excerpt"
    encoding: str = ""
    tlp: str = "CLEAR"
    is_forced: bool = False
    """Whether files of that id may be replaced."""


class Added(NamedTuple):
    """A source that was made."""

    record: Path
    text: Path
    words: int
    missing: tuple[str, ...]
    """Keys that a record needs and nobody told."""
    unsure: tuple[str, ...]
    """Keys whose values may be wrong."""
    notes: tuple[str, ...]


def add_source(data: bytes, name: str, wish: Wish, root: Path, texts: Path | None, today: dt.date) -> Added:
    """The source made from a file's bytes: `seeds/<id>.yaml`, and its text in `texts` or else in seeds/.

    `name` is the file's, empty for standard input. Either both files are written or none.

    Raises:
        ArticleError: the file gives no text, or the source cannot be called or written so.
    """
    article = extract(data, wish.encoding)
    proposals = {**article.proposals, **_told(wish)}
    id = wish.id or propose_id(proposals, name)
    if not ID.fullmatch(id):
        reason = f"{id!r} is not an id" if id else "neither the file nor its name suggests an id"
        raise ArticleError(f"{reason}; name it with --id: small letters a to z, digits and hyphens")
    seeds = root / "seeds"
    record, text = seeds / f"{id}.yaml", (texts or seeds) / f"{id}.txt"
    first = seeds / f"{id}.txt"
    if first != text and first.exists():
        raise ArticleError(f"{first} exists and would be read in place of {text}; remove it first")
    stored = article.text.encode()
    rows = render_record(proposals, wish, hashlib.sha256(stored).hexdigest(), today)
    _write({text: stored, record: rows.encode()}, wish)
    return Added(
        record,
        text,
        len(article.text.split()),
        tuple(key for key in ("publisher", "title", "published") if key not in proposals),
        tuple(key for key in _TODO if key in proposals and proposals[key].is_unsure),
        article.notes,
    )


def _told(wish: Wish) -> Proposals:
    """What the author says outranks what the file says.

    Raises:
        ArticleError: a date or address is none.
    """
    if wish.published:
        try:
            parse_when(wish.published)
        except ValueError as error:
            raise ArticleError(f"--published: {error}") from None
    if wish.url and not web_address(wish.url):
        raise ArticleError(f"--url: {wish.url!r} is no http or https address")
    told = {key: getattr(wish, key) for key in ("publisher", "title", "published", "url")}
    return {key: Proposal(" ".join(value.split()), "") for key, value in told.items() if value.strip()}


def propose_id(proposals: Proposals, name: str) -> str:
    """An id from publisher and date, as in `wsj-2014-06-15`; without them from the file's name.

    What a browser calls article.html becomes `saved-article`: `article` is the reporter.
    """
    publisher = _short(_value(proposals, "publisher")) or _slug(_host(_value(proposals, "url")))
    published = _value(proposals, "published")
    if publisher and re.fullmatch(r"\d{4}(-\d\d){0,2}", published):
        return f"{publisher}-{published}"
    id = _slug(Path(name).stem)[:80].strip("-")
    return f"saved-{id}" if id in RESERVED else id


def _value(proposals: Proposals, key: str) -> str:
    return str(proposals[key].value) if key in proposals else ""


def _short(publisher: str) -> str:
    """A publisher's name as part of an id: `wsj`, `river-courier`, `courier` for courier.example."""
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+", publisher):
        return _slug(_host(f"//{publisher}"))
    words = [word for word in _slug(publisher).split("-") if word and word not in _SMALL_WORDS]
    if len(words) >= _INITIALS_FROM:
        return "".join(word[0] for word in words)[:20]
    return "-".join(words)[:60].strip("-")


def _host(url: str) -> str:
    """The name in a host: `courier` in www.courier.example."""
    parts = (urlsplit(url).hostname or "").removeprefix("www.").split(".")
    return parts[-2] if len(parts) > 1 else ""


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def render_record(proposals: Proposals, wish: Wish, sha256: str, today: dt.date) -> str:
    """The YAML of a source; each value that was proposed says by what, and what is missing is to do."""
    lines = []
    for key, hint in _TODO.items():
        if key in proposals:
            lines += _lines(key, proposals[key])
        else:
            lines.append(f"#{key}:".ljust(_COLUMN) + f" # todo: {hint}")
    lines += [
        f"accessed: {today}",
        "reliability:".ljust(_COLUMN) + " # todo: A to F, after the Admiralty code",
        f"rights: {wish.rights}".ljust(_COLUMN) + f" # {_RIGHTS[wish.rights]}",
        f"sha256: {sha256}",
        f"tlp: {wish.tlp}",
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _lines(key: str, proposal: Proposal) -> list[str]:
    word = "unsure" if proposal.is_unsure else "proposed"
    comment = f" # {word}: {proposal.origin}" if proposal.origin else ""
    if isinstance(proposal.value, str):
        plain = proposal.value if key in ("published", "language") else _scalar(proposal.value)
        return [f"{key}: {plain}".ljust(_COLUMN if comment else 0) + comment]
    return [f"{key}:".ljust(_COLUMN) + comment, *(f"- {_scalar(each)}" for each in proposal.value)]


def _scalar(words: str) -> str:
    """Words as one YAML value on one line, in quotation marks where it needs them."""
    return yaml.safe_dump(words, allow_unicode=True, width=10_000).removesuffix("...\n").strip()


def _write(files: dict[Path, bytes], wish: Wish) -> None:
    """The files written, all or none.

    Raises:
        ArticleError: one exists, or cannot be written.
    """
    there = [path for path in files if path.exists() or path.is_symlink()]
    if there and not wish.is_forced:
        help = "choose another name with --id, or replace it with --force"
        raise ArticleError(f"{there[0]} exists already and was not changed; {help}")
    try:
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
        write_together(files, replace=wish.is_forced)
    except OSError as error:
        raise ArticleError(f"nothing was written: {error}") from None
