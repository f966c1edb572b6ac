"""A sheet as Markdown: one line a paragraph, so that a change shows as itself, and good as a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefbook.diagnostics import Diagnostic
from briefbook.sheet.around import Stretch
from briefbook.sheet.phrases import (
    DECIDE,
    ENTRIES,
    FINDINGS,
    NO_CALLS,
    NO_ENTRIES,
    OUR_TRANSLATION,
    OUR_WORDS,
    PROSE,
    about_findings,
    place_of,
    rests_on,
)
from briefbook.sheet.value import Decision, EntrySheet, Piece, Row, Section, Sentence, Sheet
from briefbook.text.characters import one_line
from briefbook.text.literal import code, inert


def render_markdown(sheet: Sheet) -> str:
    """The sheet as Markdown of CommonMark with GitHub's task lists; words of others stay words in it."""
    return "\n\n".join(_iter_blocks(sheet)) + "\n"


def _iter_blocks(sheet: Sheet) -> Iterator[str]:
    yield f"# Review sheet: {inert(sheet.title)}"
    yield _joined(code(sheet.file), *map(inert, sheet.facts))
    if sheet.sources:
        yield "\n".join(
            f"- {_joined(code(each.id), inert(each.about), f'**{each.text}**')}" for each in sheet.sources
        )
    yield f"## {DECIDE}"
    if not sheet.decisions:
        yield NO_CALLS
    for group in sheet.decisions:
        yield f"### {group.title}"
        yield "\n".join(map(_decision, group.calls))
    yield f"## {ENTRIES}"
    if not sheet.sections:
        yield NO_ENTRIES
    for section in sheet.sections:
        yield from _section(section)
    yield f"## {PROSE}"
    yield "\n".join(map(_sentence, sheet.prose))
    yield f"## {FINDINGS}"
    yield "\n".join(map(_finding, sheet.findings)) or about_findings(sheet)
    yield "---"
    yield _joined(*sheet.counts)


def _decision(call: Decision) -> str:
    choice = f"**{inert(call.choice)}**" if call.choice else ""
    return f"- [ ] {_joined(choice, inert(call.subject), inert(call.more), place_of(call))}"


def _section(section: Section) -> Iterator[str]:
    yield f"### {section.title}"
    for entry in section.entries:
        yield from _entry(entry)


def _entry(entry: EntrySheet) -> Iterator[str]:
    yield _joined(f"**{entry.number}. {inert(entry.head)}**", code(entry.key), f"line {entry.line}")
    if entry.ours:
        yield inert(entry.ours)
    for piece in entry.pieces:
        yield from _piece(piece)
    if entry.findings:
        yield "\n".join(map(_finding, entry.findings))


def _piece(piece: Piece) -> Iterator[str]:
    if piece.part:
        yield f"*{piece.part}:* {inert(piece.about)}"
    described = [_described(each) for each in piece.rows if each.kind == "described as"]
    for row in piece.rows:
        if row.kind != "described as":
            yield from _row(row)
    if described:
        yield "\n".join(described)
    for kind, words in ((OUR_WORDS, piece.paraphrase), (OUR_TRANSLATION, piece.translation)):
        if words:
            yield f"{inert(words)} ({kind})"


def _row(row: Row) -> Iterator[str]:
    if not row.is_proved and row.article:
        yield f"We quote: {inert(row.shown)}"
    yield f"> {_article(row.article) or inert(row.shown)}"
    yield f"- {_checked(row)}"


def _described(row: Row) -> str:
    return f"- described as {inert(row.shown)}: {_checked(row)}"


def _checked(row: Row) -> str:
    return _joined(*map(inert, (*row.checks, row.where)))


def _article(stretches: Iterable[Stretch]) -> str:
    """The article's words, the passage in bold; spaces stay outside of it, or it would not be bold."""
    return "".join(_bold(each.words) if each.is_passage else _plain(each.words) for each in stretches).strip()


def _bold(words: str) -> str:
    return f"**{inert(words)}**"


def _plain(words: str) -> str:
    """The words with a space where they begin or end with one."""
    return f"{words[: len(words) - len(words.lstrip())]}{inert(words)}{words[len(words.rstrip()) :]}"


def _sentence(sentence: Sentence) -> str:
    head = f"- **{sentence.where}**, line {sentence.line}: {inert(sentence.words)}"
    rests = rests_on(sentence)
    lines = [f"{head} ({inert(rests)})" if rests else head]
    return "\n".join([*lines, *(f"  {_finding(each)}" for each in sentence.findings)])


def _finding(found: Diagnostic) -> str:
    message = inert(one_line(found.message))
    return f"- **{found.severity.value}**, line {found.line}: {message} ({code(found.rule)})"


def _joined(*parts: str) -> str:
    return " · ".join(each for each in parts if each)
