"""The interface's words in the language of a site: messages from a catalogue, and dates."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

import briefbook
from briefbook.text.date_words import DateWords

DOMAIN = "briefbook"
"""The name of a catalogue's file: `locale/fr/LC_MESSAGES/briefbook.mo`."""

ENGLISH = "en"
"""The language of the words in the code and in the templates."""


_PLACE = re.compile(r"%\((\w+)\)s")


class CatalogueError(Exception):
    """A catalogue that cannot be read, or words in it that cannot be filled; the message names its file."""


class Words:
    """The interface's words in one language: what a page, a feed or a text file says that is no content."""

    def __init__(self, catalogue: NullTranslations, language: str = ENGLISH) -> None:
        """`language` is the one that the catalogue is written in."""
        self.catalogue = catalogue
        self.language = language
        self.gettext = catalogue.gettext
        """The words for an English message."""
        self.ngettext = catalogue.ngettext
        """The words for an English message in singular and plural, and a number."""
        self.date = DateWords(catalogue.pgettext).say
        """The words for a date given as EDTF: `8 to 14 June 2014`."""

    def messages(self) -> frozenset[tuple[object, str]]:
        """Every message with its words; the same for two that say the same."""
        found: dict[object, str] = {}
        catalogue: NullTranslations | None = self.catalogue
        while catalogue is not None:
            found = {**vars(catalogue).get("_catalog", {}), **found}
            catalogue = vars(catalogue)["_fallback"]
        return frozenset(found.items())


def theme_folder() -> Path:
    """The packaged theme: inside the package in a wheel, `templates/` beside it in a checkout."""
    package = Path(briefbook.__file__).parent
    packaged = package / "theme"
    return packaged if packaged.is_dir() else package.parent / "templates"


def load_words(language: str, overrides: Path | None = None) -> Words:
    """The words for a language: `fr-CA` takes what `fr` has, and English words fill every gap.

    `overrides` is the site's own folder of templates, whose catalogues come before those of the theme.

    Raises:
        CatalogueError: a catalogue cannot be read, or has words that ask for what their message lacks.
    """
    folders = [theme_folder()] if overrides is None else [overrides, theme_folder()]
    files = (
        (tag, folder / "locale" / tag / "LC_MESSAGES" / f"{DOMAIN}.mo")
        for tag in _iter_tags(language)
        for folder in folders
    )
    found = [(tag, _read(file)) for tag, file in files if file.is_file()]
    if not found:
        return Words(NullTranslations())
    for _, catalogue in found[1:]:
        found[0][1].add_fallback(catalogue)
    return Words(found[0][1], found[0][0])


def _iter_tags(language: str) -> Iterator[str]:
    """The language and then what it is a kind of: `zh-Hant-TW`, `zh-Hant`, `zh`."""
    parts = language.replace("_", "-").split("-")
    if all(part.isalnum() for part in parts):  # never a path
        for length in range(len(parts), 0, -1):
            yield "-".join([parts[0].lower(), *parts[1:length]])


def _read(file: Path) -> GNUTranslations:
    try:
        with file.open("rb") as stream:
            catalogue = GNUTranslations(stream)
    except (OSError, ValueError, LookupError, struct.error) as error:
        raise CatalogueError(f"{file}: not a catalogue ({error}); compile it from its .po") from error
    kept: dict[object, str] = vars(catalogue)["_catalog"]  # Python lists them nowhere else
    for message, said in kept.items():
        if isinstance(message, str) and not _can_be_filled(message, said):
            raise CatalogueError(f"{file}: these words ask for what {message!r} does not give: {said!r}")
    return catalogue


def _can_be_filled(message: str, said: str) -> bool:
    """Whether words can be said with the values of their message; plurals are known where they are said."""
    if "%(" not in message + said:
        return True
    try:
        said % dict.fromkeys(_PLACE.findall(message), "")
    except (LookupError, TypeError, ValueError):
        return False
    return True
