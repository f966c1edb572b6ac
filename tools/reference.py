"""The parts of docs/ that are made from code: records, settings, rules, views, commands and cases.

A page holds prose by hand, and between `<!-- made: NAME -->` and `<!-- end -->` what `make docs` writes.
"""

from __future__ import annotations

import ast
import inspect
import re
import typing
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from types import ModuleType

import click
import msgspec

import briefbook.check.run  # noqa: F401  its modules register the rules
from briefbook.check.registry import RULES, Rule
from briefbook.cli import main as program
from briefbook.derive.views.base import View
from briefbook.derive.views.pages import VIEWS
from briefbook.model import marking, records, settings, vocabulary
from tools.peers.table import make_part

DOCS = Path(__file__).parent.parent / "docs"

RECORDS: tuple[type[msgspec.Struct], ...] = (
    records.Brief,
    records.Source,
    records.Actor,
    records.Post,
    records.Issue,
    records.Position,
    records.Claim,
    records.Reply,
    records.Figure,
    records.Event,
    records.Question,
    records.Judgement,
    records.Tie,
    records.Update,
    records.Correction,
    records.FreePage,
)
SHARED: tuple[type[msgspec.Struct], ...] = (records.Evidence, records.Evidenced, records.Record)

_TYPES = {
    "Html": ("markup", "markup"),
    "Id": ("id", "ids"),
    "Inline": ("text with links", "texts with links"),
    "Language": ("language, as in `pt-BR`", "languages"),
    "Number": ("number", "numbers"),
    "Ref": ("id of a record", "ids"),
    "Spans": ("text, or a list of texts", "texts"),
    "When": ("date", "dates"),
    "Marking": ("marking", "markings"),
    "bool": ("`true` or `false`", "`true` or `false`"),
    "float": ("number", "numbers"),
    "int": ("whole number", "whole numbers"),
    "str": ("text", "texts"),
}
"""What a type holds, in words: one of it, and several."""

_PART = re.compile(r"(<!-- made: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


class Field(typing.NamedTuple):
    """One key of a record as its module declares it."""

    name: str
    type: str
    """What it holds, in words."""
    meaning: str
    """The docstring under it."""


def update_page(text: str) -> str:
    """A page with each made part as the code has it now."""
    return _PART.sub(lambda match: f"{match[1]}\n{_made(match[2])}\n\n{match[3]}", text)


def _made(name: str) -> str:
    maker, _, argument = name.partition("-")
    parts: dict[str, Callable[[], str]] = {
        "records": lambda: "\n\n".join(_record_section(each) for each in RECORDS),
        "shared": lambda: "\n\n".join(_record_section(each) for each in SHARED),
        "words": _word_lists,
        "settings": lambda: _table(settings.Settings),
        "limits": lambda: _table(settings.Limits),
        "rules": _rules,
        "views": _views,
        "command": lambda: _command(argument),
        "peers": lambda: make_part(argument),
    }
    return parts[maker]()


def _record_section(record: type[msgspec.Struct]) -> str:
    parents = [parent for parent in record.__mro__[1:] if parent in SHARED]
    also = f"\n\nAnd the keys of {' and '.join(_link(parent) for parent in parents)}." if parents else ""
    return f"### {record.__name__}\n\n{inspect.getdoc(record)}\n\n{_table(record)}{also}"


def _table(record: type[msgspec.Struct]) -> str:
    infos = {info.name: info for info in msgspec.structs.fields(record)}
    rows = [
        f"| `{field.name}` | {field.type}{_default(record, infos[field.name])} | {field.meaning} |"
        for field in iter_fields(record)
    ]
    return "\n".join(["| Key | Holds | Meaning |", "|---|---|---|", *rows])


def _default(record: type[msgspec.Struct], info: msgspec.structs.FieldInfo) -> str:
    if issubclass(record, View):
        return ", or nothing" if type(None) in typing.get_args(info.type) else ""
    if info.required:
        return ", **required**"
    default = info.default.value if isinstance(info.default, Enum) else info.default
    if default in (msgspec.NODEFAULT, None, "", ()) or isinstance(default, msgspec.Struct):
        return ""
    words = ", ".join(default) if isinstance(default, tuple) else str(default)
    return f"; default `{words.lower() if isinstance(default, bool) else words}`"


def iter_fields(record: type[msgspec.Struct]) -> Iterator[Field]:
    """The fields that a record declares itself, with the docstrings under them."""
    module = inspect.getmodule(record)
    assert module is not None
    body = _class_body(module, record.__name__)
    for node, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield Field(node.target.id, _type_words(node.annotation), _docstring(following))


def _class_body(module: ModuleType, name: str) -> list[ast.stmt]:
    tree = ast.parse(inspect.getsource(module))
    return next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)


def _docstring(node: ast.stmt | None) -> str:
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return inspect.cleandoc(node.value.value).replace("\n", " ") if is_text else ""  # type: ignore[union-attr]


def _type_words(node: ast.expr, *, many: bool = False) -> str:
    if isinstance(node, ast.BinOp):
        return _type_words(node.left)
    if isinstance(node, ast.Subscript):
        assert isinstance(node.value, ast.Name)
        arguments = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if node.value.id == "tuple":
            return f"list of {_type_words(arguments[0], many=True)}"
        if node.value.id == "dict":
            return f"short names, each with a {_type_words(arguments[1])}"
        if node.value.id == "Literal":
            return "one of " + ", ".join(f"`{ast.literal_eval(each)}`" for each in arguments)
        return _type_words(arguments[0])
    assert isinstance(node, ast.Name)
    if hasattr(vocabulary, node.id):
        return f"[{node.id}](#words)"
    return _TYPES[node.id][many] if node.id in _TYPES else f"[{node.id}](#{node.id.lower()})"


def _link(record: type[msgspec.Struct]) -> str:
    return f"[{record.__name__}](#{record.__name__.lower()})"


def _word_lists() -> str:
    lists = {
        name: typing.get_args(value)
        for name, value in vars(vocabulary).items()
        if typing.get_origin(value) is typing.Literal
    }
    lists["Marking"] = tuple(each.value for each in marking.Marking)
    rows = [f"| {name} | {', '.join(f'`{word}`' for word in words)} |" for name, words in lists.items()]
    return "\n".join(["| List | Words |", "|---|---|", *rows])


def _rules() -> str:
    return "\n\n".join(_rule(each) for each in sorted(RULES, key=lambda rule: rule.name))


def _rule(rule: Rule) -> str:
    weight = rule.cleared.value
    if rule.draft != rule.cleared:
        weight += f"; in a draft {rule.draft.value}"
    parts = [f"### `{rule.name}`", f"*{weight}*", " ".join(rule.summary.split())]
    told = {"Why": rule.why, "Bad": rule.bad, "Good": rule.good}
    parts += [f"**{title}:** {text}" for title, text in told.items()]
    return "\n\n".join(parts)


def _views() -> str:
    parts = sorted(set(View.__subclasses__()) - set(VIEWS.values()), key=lambda view: view.__name__)
    told = [f"### {template}\n\n{_view_section(view)}" for template, view in VIEWS.items()]
    return "\n\n".join(
        [*told, "## Parts of pages", *(f"### {view.__name__}\n\n{_view_section(view)}" for view in parts)]
    )


def _view_section(view: type[View]) -> str:
    return f"{inspect.getdoc(view)}\n\n{_table(view)}"


def _command(name: str) -> str:
    settings = {**program.context_settings, "terminal_width": 100}
    parent = click.Context(program, info_name="briefbook", **settings)
    return "\n\n".join(f"```\n{text}\n```" for text in _help(name, program.commands[name], parent))


def _help(name: str, command: click.Command, parent: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent)
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            yield from _help(each, command.commands[each], context)
    else:
        yield command.get_help(context)


def main() -> None:
    """Write every made part of every page in docs/."""
    for page in sorted(DOCS.glob("*.md")):
        page.write_text(update_page(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
