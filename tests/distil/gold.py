"""What a reader found in an article: a TOML file of words, turned into places in the text.

`briefbook distil` is measured against it. README.md in `articles/` says how a file is written.
"""

import datetime as dt
import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

KINDS = {"state", "organisation", "person", "armed_group", "group"}
STATUSES = {"unverified", "disputed", "denied", "alleged", "estimated", "conditional"}
LEFT_OUT = " […] "
MARKS = "“”\"‘’'«»„"


class GoldError(Exception):
    """Words of a gold file that are not in its article, or not in one place alone."""


def gold_of(path: Path) -> dict[str, Any]:
    """The gold in the TOML file `path` as scorers read it, with the places of its words in the article."""
    gold = tomllib.loads(path.read_text(encoding="utf-8"))
    article = path.with_suffix(".txt")
    text = article.read_bytes().decode()
    reading = Reading(text, {each["id"] for each in gold["actors"]})
    found = {
        "schema": "distil-gold/1",
        "id": path.stem,
        "title": gold["title"],
        "style": gold["style"],
        "fictional": True,
        "article_date": gold["date"],
        "text_file": article.name,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "actors": [reading.actor(each) for each in gold["actors"]],
        "quotes": [
            *reading.entries(gold["quotes"], reading.quote),
            *reading.entries(gold.get("spoken", []), reading.spoken),
        ],
        "indirect": reading.entries(gold["indirect"], reading.statement),
        "claims": reading.entries(gold["claims"], reading.claim),
        "dates": reading.entries(gold["dates"], reading.date),
        "positions": reading.entries(gold["positions"], reading.position),
        "questions": [{"text": each["asks"], "keywords": each["keys"]} for each in gold["questions"]],
    }
    if reading.faults:
        raise GoldError("\n".join(f"{path.name}: {fault}" for fault in reading.faults))
    return found


class Reading:
    """One article with the actors in it; what is wrong with the gold is kept in `faults`."""

    def __init__(self, text: str, actors: set[str]) -> None:
        self.text = text
        self.ids = actors
        self.faults: list[str] = []

    def entries(self, entries: list[dict[str, Any]], made: Any) -> list[dict[str, Any]]:
        """Each entry with its place and what `made` of it, in the article's order."""
        placed = []
        for each in entries:
            span = self.place(each, quoted=made == self.quote)
            flag = {"optional": True} if each.get("optional") else {}
            placed.append(
                {"start": span[0], "end": span[1], "text": self.text[slice(*span)], **made(each), **flag}
            )
        return sorted(placed, key=lambda each: (each["start"], each["end"]))

    def place(self, entry: dict[str, Any], *, quoted: bool = False) -> tuple[int, int]:
        """Where the words of an entry stand; `at` says which time, where they stand more than once."""
        words = entry["words"]
        head, left_out, tail = words.partition(LEFT_OUT)
        pattern = re.escape(head) + (rf"(?s:.*?){re.escape(tail)}" if left_out else "")
        before = rf"(?<=[{MARKS}])" if quoted else r"(?<!\w)" if words[0].isalnum() else ""
        after = r"(?!\w)" if words[-1].isalnum() else ""
        places = [found.span() for found in re.finditer(before + pattern + after, self.text)]
        if not places:
            self.faults.append(f"not in the text{' between marks' * quoted}: {words}")
            return 0, 1
        if len(places) > 1 and "at" not in entry:
            self.faults.append(f"{len(places)} times in the text, say which with `at`: {words}")
        if entry.get("at", 1) > len(places):
            self.faults.append(f"only {len(places)} times in the text: {words}")
            return 0, 1
        return places[entry.get("at", 1) - 1]

    def actor(self, entry: dict[str, Any]) -> dict[str, Any]:
        """An actor with all the fields that scorers read; each of its other names stands in the text."""
        if entry["kind"] not in KINDS:
            self.faults.append(f"unknown kind {entry['kind']}: {entry['name']}")
        for alias in entry.get("aliases", []):
            self.stands(alias)
        return {"role": "", "affiliation": "", "aliases": [], **entry}

    def quote(self, entry: dict[str, Any]) -> dict[str, Any]:
        """A stretch between quotation marks with those who may count as its speaker."""
        return {"type": entry.get("type", "direct"), "speakers": self.actors(entry)}

    def spoken(self, entry: dict[str, Any]) -> dict[str, Any]:
        """A paragraph spoken without quotation marks, as in interviews: a quotation or not, as one likes."""
        return {"type": "direct", "speakers": self.actors(entry), "optional": True}

    def statement(self, entry: dict[str, Any]) -> dict[str, Any]:
        """A reported statement with those who may count as its speaker."""
        return {"speakers": self.actors(entry)}

    def claim(self, entry: dict[str, Any]) -> dict[str, Any]:
        """A claim with who makes it, how sure it is, and the words that say so."""
        if entry["status"] not in STATUSES:
            self.faults.append(f"unknown status {entry['status']}: {entry['words']}")
        hedges = entry.get("hedges", [])
        for hedge in hedges:
            self.stands(hedge)
        return {"attribution": self.actors(entry), "status": entry["status"], "hedges": hedges}

    def date(self, entry: dict[str, Any]) -> dict[str, Any]:
        """A time with its value, other values that are as good, and what falls on it."""
        value, accept = entry["value"], entry.get("accept", [])
        if re.fullmatch(r"\d{4}-W\d\d", value):
            value, accept = week(value), [value, *weeks_by_other_days(value), *accept]
        return {"value": value, "accept": accept, "kind": entry["kind"]}

    def position(self, entry: dict[str, Any]) -> dict[str, Any]:
        """Who stands where on what."""
        return {"actor": self.actors(entry)[0], "issue": entry["on"], "stance": entry["stance"]}

    def actors(self, entry: dict[str, Any]) -> list[str]:
        """The ids under `by`, one word or a list."""
        ids = [entry["by"]] if isinstance(entry.get("by", []), str) else entry.get("by", [])
        self.faults += [f"no actor {each}: {entry['words']}" for each in ids if each not in self.ids]
        return ids

    def stands(self, words: str) -> None:
        """A fault if the words are nowhere in the text, in capitals or not."""
        if words.casefold() not in self.text.casefold():
            self.faults.append(f"not in the text: {words}")


def week(name: str) -> str:
    """Monday to Sunday of a week such as 2025-W46."""
    monday = dt.date.fromisoformat(f"{name}-1")
    return f"{monday}/{monday + dt.timedelta(days=6)}"


def weeks_by_other_days(name: str) -> list[str]:
    """The same week from Sunday, as working days, and as its first day."""
    monday = dt.date.fromisoformat(f"{name}-1")
    days = {number: monday + dt.timedelta(days=number) for number in (-1, 4, 5)}
    return [f"{days[-1]}/{days[5]}", f"{monday}/{days[4]}", str(monday)]
