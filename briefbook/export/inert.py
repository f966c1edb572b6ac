"""JSON that stays data wherever it is put: in a page, in a script, in a table."""

from __future__ import annotations

import re

_FORMULA = re.compile(rb'(?<!\\)"=')
"""A text that opens with `=`; a quotation mark within a text has a backslash before it."""


def inert(json: bytes) -> bytes:
    """The same JSON, in which no text ends an element of a page or opens a cell as a formula does.

    A slash may be escaped, and space may stand before any value (RFC 8259, sections 2 and 7).
    """
    return _FORMULA.sub(b' "=', json.replace(b"</", b"<\\/").replace(b"<!", b"\\u003c!"))
