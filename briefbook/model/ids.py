"""Ids that no record may have."""

from __future__ import annotations

RESERVED = frozenset(
    """actors article as-of assets briefs changes claims data figures files index issues judgements now page
    pages positions questions robots search sitemap sources timeline 404 con prn aux nul com1 com2 com3
    com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9""".split()
)
"""Addresses of the site's own pages, the reporter as a speaker, and names that Windows keeps for devices."""
