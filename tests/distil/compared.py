"""How much of what a reader found in an article a draft has, as shares of one."""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

Entry = dict[str, Any]
"""A part of a draft or of gold, with `start` and `end`."""

MARKS = "“”\"‘’«»„',. "
ASKED = 15
"""More questions than these nobody reads."""
LONG = 35
"""A question of more words is a sentence of the article."""


class Shares(NamedTuple):
    """How good a draft is: F1 of what is found, or the part of what is found that is right."""

    quotations: float
    """Found with their exact words."""
    speakers: float
    """Of the quotations found, those with the right speaker."""
    statements: float
    """Reported statements, by half of their words."""
    tellers: float
    """Of the statements found, those with the right speaker."""
    actors: float
    """People, states and bodies with a name."""
    claims: float
    days: float
    """Found with their dates."""
    deadlines: float
    """Found as deadlines, with their dates."""
    positions: float
    """Found with who takes them."""
    questions: float
    """Of a reader's questions, those asked."""


def compare(draft: Entry, gold: Entry, text: str) -> Shares:
    """The shares of a draft, as `--format json` writes it, of one article with gold."""
    cast = Cast(draft["actors"], gold["actors"])
    quotes = (
        [trimmed(each, text) for each in draft["quotes"]],
        [trimmed(each, text) for each in gold["quotes"]],
    )
    told = draft["indirect"], gold["indirect"]
    return Shares(
        quotations=found_share(*quotes, is_exact),
        speakers=right_share(
            *quotes, is_exact, lambda each, wanted: cast.is_one(each["speaker"], wanted["speakers"])
        ),
        statements=found_share(*told, is_half),
        tellers=right_share(
            *told, is_half, lambda each, wanted: cast.is_one(each["speaker"], wanted["speakers"])
        ),
        actors=cast.share(),
        claims=found_share(draft["claims"], gold["claims"], is_like),
        days=found_share(draft["dates"], gold["dates"], is_day),
        deadlines=found_share(deadlines(draft), deadlines(gold), is_day),
        positions=found_share(
            draft["positions"],
            gold["positions"],
            lambda each, wanted: is_much(each, wanted) and cast.is_one(each["actor"], [wanted["actor"]]),
        ),
        questions=asked_share([each["text"] for each in draft["questions"]], gold["questions"]),
    )


class Cast:
    """The actors of a draft, and which actors of the gold they are."""

    def __init__(self, drafted: list[Entry], wanted: list[Entry]) -> None:
        self.wanted = [each for each in wanted if not each.get("optional") and not each.get("anonymous")]
        self.unnamed = {each["id"] for each in wanted} - {each["id"] for each in self.wanted}
        self.ids = {
            each["id"]: next((gold["id"] for gold in wanted if is_same(each, gold)), "") for each in drafted
        }
        self.named = [self.ids[each["id"]] for each in drafted if each["kind"] != "group"]

    def is_one(self, drafted: str, ids: Iterable[str]) -> bool:
        """Whether an actor of the draft is one of the gold's."""
        return self.ids.get(drafted, "") in set(ids)

    def share(self) -> float:
        """F1 of the actors with a name; the second draft of one actor counts as false."""
        hits = {each["id"] for each in self.wanted} & set(self.ids.values())
        false = sum(each not in self.unnamed for each in self.named) - len(hits & set(self.named))
        return f1(len(hits), len(self.wanted) - len(hits), false)


def is_same(drafted: Entry, wanted: Entry) -> bool:
    """Whether two actors share a name, titles and articles apart."""
    names = [bare(name) for name in (wanted["name"], *wanted["aliases"])]
    return any(
        is_tail(bare(name), other) for name in (drafted["name"], *drafted["aliases"][:1]) for other in names
    )


def bare(name: str) -> list[str]:
    """The words of a name without marks, capitals and articles."""
    words = re.findall(r"[\w'’&.-]+", name.casefold().replace("’", "'"))
    return words[1:] if len(words) > 1 and words[0] in {"a", "an", "the"} else words


def is_tail(name: list[str], other: list[str]) -> bool:
    """Whether two names are equal, or the shorter, of at least two words, ends the longer."""
    short, long = sorted((name, other), key=len)
    return name == other or (len(short) > 1 and long[-len(short) :] == short)


def trimmed(quote: Entry, text: str) -> Entry:
    """A quotation without the marks and the comma or full stop at its ends."""
    start, end = quote["start"], quote["end"]
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return {**quote, "start": start, "end": end}


def deadlines(entries: Entry) -> list[Entry]:
    """The days that are deadlines; a day that the gold leaves open may be one."""
    return [each for each in entries["dates"] if each["kind"] == "deadline" or each.get("optional")]


Same = Callable[[Entry, Entry], bool]


def found_share(found: list[Entry], wanted: list[Entry], same: Same) -> float:
    """F1 of what is found; optional gold is neither missed nor false."""
    must = [each for each in wanted if not each.get("optional")]
    hits = sum(any(same(each, gold) for each in found) for gold in must)
    false = sum(not any(same(each, gold) for gold in wanted) for each in found)
    return f1(hits, len(must) - hits, false)


def right_share(found: list[Entry], wanted: list[Entry], same: Same, right: Same) -> float:
    """Of the gold that is found, the part that is right too."""
    pairs = [
        [right(each, gold) for each in found if same(each, gold)]
        for gold in wanted
        if not gold.get("optional")
    ]
    hits = [any(each) for each in pairs if each]
    return round(sum(hits) / len(hits), 3) if hits else float(not pairs)


def asked_share(asked: list[str], wanted: list[Entry]) -> float:
    """Of the wanted questions, those for which a short one of the first asked has a word of every list."""
    short = [each.casefold() for each in asked if len(each.split()) <= LONG][:ASKED]
    hits = [
        any(all(any(key.casefold() in each for key in keys) for keys in gold["keywords"]) for each in short)
        for gold in wanted
    ]
    return round(sum(hits) / len(hits), 3)


def f1(hits: int, missed: int, false: int) -> float:
    """F1, and 1 where there was nothing to find."""
    every = 2 * hits + missed + false
    return round(2 * hits / every, 3) if every else 1.0


def is_exact(each: Entry, wanted: Entry) -> bool:
    """Whether two stretches are the same."""
    return (each["start"], each["end"]) == (wanted["start"], wanted["end"])


def is_half(each: Entry, wanted: Entry) -> bool:
    """Whether two stretches share half of what they cover together."""
    return 2 * common(each, wanted) >= max(each["end"], wanted["end"]) - min(each["start"], wanted["start"])


def is_like(each: Entry, wanted: Entry) -> bool:
    """Whether two stretches share much of what they cover, or one holds the other and is not far longer."""
    shared, lengths = common(each, wanted), (each["end"] - each["start"], wanted["end"] - wanted["start"])
    return 5 * shared >= 2 * (sum(lengths) - shared) or (
        shared == min(lengths) and 2 * max(lengths) <= 5 * shared
    )


def is_much(each: Entry, wanted: Entry) -> bool:
    """Whether two stretches share half of the shorter one."""
    return 2 * common(each, wanted) >= min(each["end"] - each["start"], wanted["end"] - wanted["start"])


def is_day(each: Entry, wanted: Entry) -> bool:
    """Whether two mentions of a day share a place and a date."""
    return common(each, wanted) > 0 and each["value"] in {wanted["value"], *wanted.get("accept", [])}


def common(each: Entry, wanted: Entry) -> int:
    """How many characters two stretches share."""
    return max(0, min(each["end"], wanted["end"]) - max(each["start"], wanted["start"]))
