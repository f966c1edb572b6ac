"""What a browser may do for a page of the site: show the site's own files, and nothing else."""

from __future__ import annotations

from typing import Literal

Use = Literal["script", "form", "connect"]

_ALWAYS = ("default-src 'none'", "style-src 'self'", "img-src 'self'", "base-uri 'none'")
_FOR_USE: dict[Use, str] = {
    "script": "script-src 'self'",
    "form": "form-action 'self'",
    "connect": "connect-src 'self'",
}


def page_policy(*uses: Use) -> str:
    """The content security policy of one page, as its own `meta` states it.

    A page names what it uses beside its stylesheet and pictures; most use nothing.
    """
    forms = () if "form" in uses else ("form-action 'none'",)
    return "; ".join((*_ALWAYS, *forms, *(_FOR_USE[use] for use in uses)))


def header_policy() -> str:
    """The policy that a server sends with every file.

    A browser holds a page to both, so this one allows what the freest page uses; and only a header can forbid
    that another site frames the page.
    """
    return f"{page_policy(*_FOR_USE)}; frame-ancestors 'none'"
