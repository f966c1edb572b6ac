"""What a site decides for itself, read from mkdocs.yml."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from briefbook.model.marking import Marking
from briefbook.model.records import Language
from briefbook.model.vocabulary import Scale

SCHEMA_VERSION = 1

Positive = Annotated[int, msgspec.Meta(ge=1)]
Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]


Server = Literal["apache", "netlify"]


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much one file may hold; beyond it the file is refused."""

    file_bytes: Positive = 1024 * 1024
    """Bytes of one content file."""
    picture_bytes: Positive = 4 * 1024 * 1024
    """Bytes of one picture."""
    front_matter_bytes: Positive = 256 * 1024
    """Bytes of YAML in one file."""
    nesting: Positive = 32
    """Levels of lists and mappings in YAML."""
    scalar_bytes: Positive = 64 * 1024
    """Bytes of one YAML value."""
    nodes: Positive = 50_000
    """Values, lists and mappings in one file."""
    title_chars: Positive = 300
    """Characters of a title, name or proposition."""
    markdown_nesting: Positive = 24
    """Levels of lists and block quotes in Markdown."""
    page_seconds: Positive = 5
    """CPU seconds to turn one page's Markdown into HTML."""


class QuotationBudget(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much of a source may be published as quotation, in percent of its words, by its `rights`.

    Fifty words of any source are always allowed, so that a short statement may be quoted whole.
    """

    public: Percent = 100
    """Of a source whose text may be copied."""
    licensed: Percent = 40
    """Of a source under a licence."""
    excerpt: Percent = 25
    """Of a source from which only short quotations may be taken."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The settings of one site; the plugin's options in mkdocs.yml, and the three that MkDocs has itself."""

    site_name: str = "Briefing book"
    """Name of the situation, on each page."""
    site_url: str = ""
    """Where the site will stand; only feeds and citations need it."""
    use_directory_urls: bool = True
    """False gives `actors/iran.html`, which opens without a server."""
    schema_version: int = SCHEMA_VERSION
    """Version of the record model that the content is written for."""
    default_tlp: Marking | None = None
    """Marking of a record that has none; without it, each record needs its own."""
    ceiling: Marking = Marking.CLEAR
    """The strictest marking that a build publishes."""
    language: Language = "en"
    """Language of the interface and of records that name none, as BCP 47."""
    scale: Scale = "icd-203"
    """Words for likelihood: `icd-203` or `phia`."""
    texts: str = ""
    """A second folder with the texts of sources, outside the repository."""
    quotation_budget: QuotationBudget = QuotationBudget()
    """How much of a source may be published as quotation."""
    markdown: Literal["pyromark", "python-markdown"] = "pyromark"
    """The engine that turns Markdown into HTML."""
    markdown_extensions: tuple[str, ...] = ("tables", "footnotes", "toc")
    """Extensions of Python-Markdown, where that is the engine."""
    publisher: str = ""
    """Who publishes the site, as feeds, data and citations name them; by default the site's name."""
    licence: str = ""
    """Terms on which the site's own words and data may be used again: an SPDX id, or words."""
    servers: tuple[Server, ...] = ()
    """Servers whose settings are published with it: `apache` for `.htaccess`, `netlify` for `_headers`."""
    page_size: Positive = 50
    """Rows on one page of a long list, at most 100; of entries with evidence, and of changes, at most 20."""
    limits: Limits = Limits()
    """How much one file may hold."""
