"""A brief's front matter as YAML that says where its words stand and how sure they are."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from briefbook.distil.draft import Item, Passage, Question
from briefbook.text.near import shorten
from briefbook.text.placeholders import PLACEHOLDER, iter_placeholders

Pair = tuple[Item | None, CommentedMap]
"""An entry, and what it was made from."""


_LONGEST = 200
"""Characters of a proposal; a sentence with more is for its analyst to cut."""
_ENDS = ",;:. "
_CLOSED = re.compile(r"[?!…]$|[.?!…,][\"'”’»]$")


def add_section(front: CommentedMap, key: str, pairs: Sequence[Pair], indent: int = 0) -> None:
    """A list of entries with a comment above each; a doubt that all have stands once, above it."""
    if not pairs:
        return
    doubts = {item.why if item else "" for item, _ in pairs}
    shared = doubts.pop() if len(pairs) > 1 and len(doubts) == 1 else ""
    entries = CommentedSeq()
    for item, entry in pairs:
        entries.append(entry)
        comment = _comment(item, shared) if item else ""
        if comment:
            entries.yaml_set_comment_before_after_key(len(entries) - 1, before=comment, indent=indent)
    front[key] = entries
    if shared:
        front.yaml_set_comment_before_after_key(key, before=one_line(shared), indent=indent)


def _comment(item: Item, shared: str) -> str:
    """Where the words stand, how sure they are, and why not more."""
    place = f"at {item.start}–{item.end}: " if isinstance(item, Passage | Question) else ""
    why = f", {item.why}" if item.why and item.why != shared else ""
    return one_line(f"{place}{item.confidence}{why}")


def dumped_aside(title: str, pairs: Sequence[Pair]) -> str:
    """Entries as comments; without their `#` they are YAML."""
    if not pairs:
        return ""
    aside = CommentedMap()
    add_section(aside, "evidence", pairs)
    lines = dumped(aside).splitlines()
    return "".join(f"#{line}\n" for line in (f" {title}", *lines[lines.index("evidence:") + 1 :]))


def suggested(words: str, end: str = ".") -> str:
    """The article's words as a proposal for a sentence of ours, which nobody took up yet."""
    line = shorten(one_line(words), _LONGEST).rstrip(_ENDS)
    line = line[:1].upper() + line[1:] + ("" if _CLOSED.search(line) else end)
    plain = f"TODO {line}"
    return plain if any(iter_placeholders(plain)) else f"{PLACEHOLDER.upper()}: {line}"


def in_line(values: Sequence[str]) -> CommentedSeq:
    """A list on one line: `[keep-apart]`."""
    made = CommentedSeq(values)
    made.fa.set_flow_style()
    return made


def in_line_map(**values: str) -> CommentedMap:
    """Keys and values on one line: `{title: foreign minister, at: iraq}`."""
    made = CommentedMap(values)
    made.fa.set_flow_style()
    return made


def one_line(words: str) -> str:
    """Words with one space between them."""
    return " ".join(words.split())


def dumped(entry: CommentedMap) -> str:
    """YAML; a long line stays whole, so that a comment stays beside what it is about."""
    yaml = YAML()
    yaml.width = 10_000
    yaml.allow_unicode = True
    yaml.representer.ignore_aliases = lambda _: True  # one day in two entries is no anchor
    out = io.StringIO()
    yaml.dump(entry, out)
    return out.getvalue()
