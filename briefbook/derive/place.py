"""Where each page stands: its path without an ending, its URL and its file."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

SECTIONS = (
    "briefs",
    "positions",
    "actors",
    "issues",
    "questions",
    "claims",
    "timeline",
    "sources",
    "changes",
)
"""The lists in the order of the navigation; each is a folder with an index."""

AS_OF = "as-of"
"""The folder of the situation as it stood."""
JUDGEMENTS = "judgements"
"""The folder of what the desk thinks."""
FIGURES = "figures"
"""The folder of numbers side by side."""
INDEXES = (*SECTIONS, FIGURES, "search", "data", AS_OF, JUDGEMENTS)
"""Pages that head a folder: the lists, and four that the navigation does not name."""

HOME = ""
CALENDAR = "calendar.ics"
"""A file for programs that show a calendar."""
NOT_FOUND = "404"


def url_of(path: str, use_directory_urls: bool) -> str:
    """The URL of a page relative to the root: `actors/iran/`, or `actors/iran.html` for opening files."""
    if path == NOT_FOUND:
        return "404.html"
    if use_directory_urls:
        return f"{path}/" if path else ""
    if path == HOME or path in INDEXES:
        return f"{path}/index.html".lstrip("/")
    return f"{path}.html"


def file_of(path: str, use_directory_urls: bool) -> str:
    """The file that holds a page: `actors/iran/index.html`."""
    url = url_of(path, use_directory_urls)
    return url if url.endswith(".html") else f"{url}index.html"


def root_of(url: str) -> str:
    """What leads from a page back to the root."""
    return "../" * url.count("/") or "./"


def host_path(site_url: str) -> str:
    """The path at which the site stands on its host: `/`, or `/iraq/`."""
    return f"{quote(urlsplit(site_url).path.rstrip('/'), safe='/%~')}/"
