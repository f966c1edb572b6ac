"""Interface words, put into a template when it is compiled: an environment has one catalogue and keeps it."""

from __future__ import annotations

import re
from gettext import NullTranslations

from jinja2 import nodes

_PLACE = re.compile(r"%(?:\((\w+)\)s|(%))")


def settle(template: nodes.Template, catalogue: NullTranslations) -> nodes.Template:
    """The template with each `_("words")` replaced by its translation.

    A call at run time costs more than all else on a small page, and its outcome never differs.
    """
    for parent in [template, *template.find_all(nodes.Node)]:
        for field, value in list(parent.iter_fields()):
            if isinstance(value, list):
                value[:] = [_settled(each, catalogue) for each in value]
                if isinstance(parent, nodes.Output):
                    value[:] = [part for each in value for part in _printed(each)]
            else:
                setattr(parent, field, _settled(value, catalogue))
    return template


def _printed(node: nodes.Expr) -> list[nodes.Expr]:
    """What printing the node prints, one after the other: to join it first costs more."""
    return (
        [part for each in node.nodes for part in _printed(each)] if isinstance(node, nodes.Concat) else [node]
    )


def _settled(node: object, catalogue: NullTranslations) -> object:
    """The node itself, or the words that its call would give."""
    if not (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.node.name in ("_", "gettext")
        and isinstance(node.args[0], nodes.Const)
    ):
        return node
    words = catalogue.gettext(node.args[0].value)
    values = {each.key: each.value for each in node.kwargs}
    parts = _parts(words, values) if "%" in words else [nodes.Const(words)]
    settled = parts[0] if len(parts) == 1 else nodes.Concat(parts)
    return settled.set_lineno(node.lineno)


def _parts(words: str, values: dict[str, nodes.Expr]) -> list[nodes.Expr]:
    """The words cut at `%(name)s`, with the values between them."""
    parts: list[nodes.Expr] = []
    end = 0
    for match in _PLACE.finditer(words):
        if match.start() > end:
            parts.append(nodes.Const(words[end : match.start()]))
        parts.append(nodes.Const("%") if match[2] else values[match[1]])
        end = match.end()
    if end < len(words):
        parts.append(nodes.Const(words[end:]))
    return parts
