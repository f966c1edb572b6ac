"""The footnotes of a body: numbered where they are first mentioned, listed at the end with ways back."""

from __future__ import annotations

from collections import Counter
from html import escape

_RETURN = '<a class="footnote-backref" role="doc-backlink" href="#{}">↩\ufe0e</a>'


class Notes:
    """Collects marks and notes while a body is written, and fills in the marks when all notes are known."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._contents: dict[str, list[str]] = {}
        self._marks: list[tuple[list[str], int, str]] = []

    def content(self, label: str) -> list[str]:
        """Where the content of a note is to be written; a label that stands twice is one note."""
        return self._contents.setdefault(label, [])

    def mark(self, out: list[str], label: str) -> None:
        """A mark at the end of `out`."""
        self._marks.append((out, len(out), label))
        out.append("")

    def finish(self) -> list[str]:
        """The list of notes, to be printed beneath the body; a mark without a note stays as it was typed."""
        numbers: dict[str, int] = {}
        uses: Counter[int] = Counter()
        for out, place, label in self._marks:
            if label in self._contents:
                number = numbers.setdefault(label, len(numbers) + 1)
                uses[number] += 1
                out[place] = self._mark(number, uses[number])
            else:
                out[place] = escape(f"[^{label}]")
        for label in self._contents:
            numbers.setdefault(label, len(numbers) + 1)
        if not numbers:
            return []
        notes = [self._note(number, self._contents[label], uses[number]) for label, number in numbers.items()]
        return ['<section class="footnotes" role="doc-endnotes">\n<ol>\n', *notes, "</ol>\n</section>\n"]

    def _mark(self, number: int, use: int) -> str:
        link = f'<a class="footnote-ref" href="#{self._prefix}fn-{number}">{number}</a>'
        return f'<sup id="{self._mark_id(number, use)}">{link}</sup>'

    def _note(self, number: int, content: list[str], uses: int) -> str:
        marks = (self._mark_id(number, use) for use in range(1, uses + 1))
        returns = "".join(f" {_RETURN.format(mark)}" for mark in marks)
        text, paragraph_end, after = "".join(content).rpartition("</p>\n")
        body = f"{text}{returns}{paragraph_end}" if not after else f"{text}{paragraph_end}{after}{returns}"
        return f'<li id="{self._prefix}fn-{number}">{body}</li>\n'

    def _mark_id(self, number: int, use: int) -> str:
        return f"{self._prefix}fnref-{number}" + (f"-{use}" if use > 1 else "")
