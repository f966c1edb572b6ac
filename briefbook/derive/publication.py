"""Who publishes the site, on what terms, and how it is cited."""

from __future__ import annotations

from briefbook.derive.situation import Situation
from briefbook.words import Words


def publisher_of(situation: Situation) -> str:
    """Who publishes the site; by default its own name."""
    return situation.settings.publisher or situation.settings.site_name


def site_address(situation: Situation) -> str:
    """Where the site stands, with a closing slash; empty where the settings do not say."""
    url = situation.settings.site_url
    return f"{url.rstrip('/')}/" if url else ""


def citation_of(situation: Situation, words: Words) -> str:
    """One line that cites the site's data."""
    site, publisher = situation.settings.site_name, publisher_of(situation)
    said = ""
    if situation.as_of:
        said = words.gettext("Data as of %(date)s.") % {"date": words.date(situation.as_of.text)}
    parts = (f"{publisher}." if publisher != site else "", f"{site}.", said, site_address(situation))
    return " ".join(part for part in parts if part)
