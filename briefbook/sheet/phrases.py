"""What a sheet says in both of its forms."""

from __future__ import annotations

from briefbook.sheet.value import Decision, Sentence, Sheet

DECIDE = "Only you can decide"
ENTRIES = "Entry by entry"
PROSE = "What our sentences rest on"
FINDINGS = "Findings"
NO_CALLS = "Nothing: the brief has no entries."
NO_ENTRIES = "The brief has no entries."
OUR_WORDS = "in our words, not checked"
OUR_TRANSLATION = "our translation, not checked"


def place_of(decision: Decision) -> str:
    """Where a call stands: the number of its entry, and its line where that says more."""
    told = [f"entry {decision.entry}"] if decision.entry else []
    return ", ".join([*told, f"line {decision.line}"] if decision.line else told)


def rests_on(sentence: Sentence) -> str:
    """The entries to which a sentence links; nothing is said of a title, in which no link can stand."""
    told = []
    if sentence.rests_on:
        noun = "entry" if len(sentence.rests_on) == 1 else "entries"
        told.append(f"{noun} {', '.join(map(str, sentence.rests_on))}")
    if sentence.others:
        told.append(f"{', '.join(sentence.others)} in other briefs")
    if told:
        return f"rests on {', and '.join(told)}"
    return "" if sentence.where == "Title" else "links to no entry"


def about_findings(sheet: Sheet) -> str:
    """What is said where no findings are left to list."""
    is_any = any(each.findings for section in sheet.sections for each in section.entries)
    is_any = is_any or any(each.findings for each in sheet.prose)
    return "No others than those above." if is_any else "None."
