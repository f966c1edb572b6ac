"""Interface words, put into a template when it is compiled: an environment has one catalogue and keeps it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jinja2 import TemplateError, nodes
from markupsafe import Markup

from briefbook.words import Words

_PLACE = re.compile(r"%(?:\((\w+)\)s|(%))")


def settle(template: nodes.Template, site: Words) -> nodes.Template:
    """The template with each `_("words")` replaced by its translation.

    A call at run time costs more than all else on a small page, and its outcome never differs.
    """
    for parent in [template, *template.find_all(nodes.Node)]:
        for field, value in list(parent.iter_fields()):
            if isinstance(value, list):
                value[:] = [_settled(each, site) for each in value]
                if isinstance(parent, nodes.Output):
                    value[:] = [part for each in value for part in _printed(each)]
            else:
                setattr(parent, field, _settled(value, site))
    return template


def _printed(node: nodes.Expr) -> list[nodes.Expr]:
    """What printing the node prints, one after the other: to join it first costs more."""
    return (
        [part for each in node.nodes for part in _printed(each)] if isinstance(node, nodes.Concat) else [node]
    )


def _settled(node: object, site: Words) -> object:
    """The node itself, or the words that its call would give."""
    if not (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.node.name in ("_", "gettext")
        and isinstance(node.args[0], nodes.Const)
    ):
        return node
    words = site.gettext(node.args[0].value)
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
        parts.append(nodes.Const("%") if match[2] else _value(values, match[1], words))
        end = match.end()
    if end < len(words):
        parts.append(nodes.Const(words[end:]))
    return parts


def filled(words: Markup, values: Mapping[str, object]) -> Markup:
    """The words with a value in each `%(name)s`.

    Raises:
        TemplateError: a catalogue's words ask for what they are not given.
    """
    try:
        return words % values
    except (LookupError, TypeError, ValueError) as error:
        raise TemplateError(f"these words of the catalogue cannot be filled: {words}") from error


def _value(values: Mapping[str, nodes.Expr], name: str, words: str) -> nodes.Expr:
    try:
        return values[name]
    except KeyError:
        raise TemplateError(
            f"these words of the catalogue name %({name})s, which nothing fills: {words}"
        ) from None
