"""A comparison as JSON for programs."""

from __future__ import annotations

import msgspec

from briefbook.diff.value import Comparison


def render_json(comparison: Comparison) -> str:
    """The comparison as one JSON object, field by field as `Comparison` says."""
    return msgspec.json.format(msgspec.json.encode(comparison), indent=2).decode() + "\n"
