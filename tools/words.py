"""The catalogues of the interface's words: taken from templates and code, kept in step, compiled."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from briefbook.text.date_words import MESSAGES
from briefbook.words import DOMAIN, theme_folder

ROOT = Path(__file__).parent.parent
LOCALE = theme_folder() / "locale"

_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
_OPTIONS = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
_HEADERS = ("Language", "MIME-Version", "Content-Type", "Plural-Forms")
"""Nothing that says when, with what and by whom: git knows it, and the same words give the same bytes."""
_PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")


class Words(Catalog):
    """A catalogue of which only the words change."""

    def __init__(self, language: str | None = None) -> None:
        """Empty."""
        super().__init__(locale=language, domain=DOMAIN, project=DOMAIN, charset="utf-8", fuzzy=False)
        self.header_comment = (
            "# The words of briefbook's interface; docs/translate.md says how to work on them."
        )

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What gettext has to know."""
        return [(name, value) for name, value in super().mime_headers if name in _HEADERS]


class Found(NamedTuple):
    """A message in a template or in the code."""

    message: str | tuple[str, ...]
    """The words; with their plural, both."""
    context: str | None
    file: str
    """Where it stands, without a line: lines move, and a diff should show words."""


def iter_messages() -> Iterator[Found]:
    """Each message as often as it stands somewhere, in the order of the files."""
    for file in sorted(theme_folder().glob("*.html")):
        yield from _iter_in(file, "jinja2")
    for file in sorted((ROOT / "briefbook").rglob("*.py")):
        yield from _iter_in(file, "python")
    for context, message in MESSAGES:
        yield Found(message, context, "briefbook/text/date_words.py")


def _iter_in(file: Path, method: str) -> Iterator[Found]:
    with file.open("rb") as stream:
        for _, message, _, _ in extract(method, stream, _KEYWORDS, options=_OPTIONS):
            if message:
                yield Found(message, None, file.relative_to(ROOT).as_posix())


def all_words(language: str | None = None) -> Words:
    """All messages of today, without translations."""
    words = Words(language)
    for found in iter_messages():
        words.add(found.message, locations=[(found.file, 0)], context=found.context)
    return words


def po_file(language: str) -> Path:
    """Where the words of a language are written down."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read_words(language: str) -> Words:
    """The messages of today with their words from the language's .po, where it has them."""
    words, file = all_words(language), po_file(language)
    if file.is_file():
        with file.open("rb") as stream:
            known = read_po(stream, locale=language)
        for message in _iter_real(words):
            was = known.get(message.id, message.context)
            if was is not None and not was.fuzzy:
                message.string, message.user_comments = _fitted(was.string, message), was.user_comments
    return words


def _fitted(said: str | Iterable[str] | None, message: Message) -> str | tuple[str, ...]:
    """The words of a message, which may have gained a plural since, or lost it; forms to come are empty."""
    words = forms(said)
    return (*words, *forms(message.string)[len(words) :]) if message.pluralizable else words[0]


def po_text(words: Words) -> bytes:
    """The .po: the words as people edit them."""
    out = BytesIO()
    write_po(out, words, width=110, include_lineno=False)
    return out.getvalue()


def mo_bytes(words: Words) -> bytes:
    """The .mo: the words as gettext reads them."""
    out = BytesIO()
    write_mo(out, words)
    return out.getvalue()


def faults(words: Words) -> list[str]:
    """A line for each message that has no words, or whose words lack a place."""
    return [
        f"{fault}: {message.id!r}" for message in _iter_real(words) if (fault := _fault(message)) is not None
    ]


def _fault(message: Message) -> str | None:
    asked, given = forms(message.id), forms(message.string)
    if not all(given):
        return "not translated"
    places = set(_PLACE.findall(asked[-1]))
    if any(set(_PLACE.findall(each)) - places for each in given) or places - set(_PLACE.findall(given[-1])):
        return "not the same places"
    return None


def forms(of: str | Iterable[str] | None) -> tuple[str, ...]:
    """The words, or the singular and plural forms of them."""
    return (of,) if isinstance(of, str) else tuple(of or ("",))


def _iter_real(words: Words) -> Iterator[Message]:
    """All but the header."""
    return (message for message in words if message.id)


def main(languages: list[str]) -> int:
    """Writes the catalogues of these languages and of all that there are; 1 where words are missing.

    A new language has none yet, and that is no failure.
    """
    there = {file.parent.parent.name for file in LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po")}
    missing = 0
    for language in sorted(there.union(languages)):
        words, file = read_words(language), po_file(language)
        is_new = not file.is_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(po_text(words))
        file.with_suffix(".mo").write_bytes(mo_bytes(words))
        total, lines = sum(1 for _ in _iter_real(words)), faults(words)
        if is_new:
            print(
                f"{language}: made {_shown(file)} with {total} messages; translate them, then run this again"
            )
            continue
        missing += len(lines)
        print(f"{language}: {total - len(lines)} of {total} messages translated", *lines, sep="\n  ")
    if missing:
        print(f"The catalogues are written, with words still to come: {missing}. English stands in for them.")
    return bool(missing)


def _shown(file: Path) -> Path:
    """The file as one calls it in the folder of the project."""
    return file.relative_to(ROOT) if file.is_relative_to(ROOT) else file


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
