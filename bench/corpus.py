"""A large invented book: the same number of briefs and the same seed give the same bytes.

The words mean nothing, but the shape is a desk's: actors and issues of uneven weight, a brief a day that
quotes up to eight sources, positions that move, claims that are re-rated, questions that are answered. Each
passage stands in the text of its source, so that a check has its work to do.
"""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any, NamedTuple

import yaml

Record = dict[str, Any]

VERBS = "says warns argues claims insists denies reports expects demands offers rejects accepts".split()
WORDS = """the a of to in on for with from by under over after before during against between about border
convoy ceasefire talks agreement ministry council army militia province capital refinery pipeline airport
hospital school market road bridge river camp district village checkpoint patrol envoy mediator delegation
summit resolution sanction embargo export import budget salary fuel bread wheat water power grid outage
shelter tent clinic vaccine return registration corridor access permit visa inspection report statement
interview source official spokesman commander governor mayor elder resident witness driver farmer trader
nurse teacher morning evening week month early late northern southern eastern western central remote local
national regional foreign joint armed civil public private urgent partial full limited large small recent
previous main further severe stable unclear seized opened closed moved blocked crossed reached returned
delivered received signed delayed renewed failed began ended rose fell doubled remained could should may
might will families people fighters troops police staff workers women children refugees litres tonnes
percent million hundred several dozens few many most nearly roughly""".split()
REGIONS = (
    "Northern Southern Eastern Western United National Free Popular Central Royal Coastal Highland".split()
)
THINGS = "Border River Harvest Harbour Mountain Desert Valley Bridge Market Water Energy Transport".split()
BODIES = (
    "Front Council Movement Union Assembly Ministry Agency Brigade Alliance League Commission Party".split()
)
TOPICS = """The ceasefire should hold; Sanctions should be eased; Elections should be brought forward; Oil
revenue should be shared; Aid should pass the border; Prisoners should be exchanged; The airspace should
be closed; Arms deliveries should stop; Refugees should return; The province should govern itself; The
currency should float; Water should be shared; Militias should disarm; Debts should be forgiven""".replace(
    "\n", " "
).split("; ")
KINDS = ("state", "organisation", "body", "armed-group")
STANCES = ("supports", "leans-support", "mixed", "neutral", "leans-oppose", "opposes", "unclear")
UNSETTLED = ("unverified", "disputed", "refuted")
RATINGS = (*UNSETTLED, "corroborated", "confirmed")
QUESTIONS = ("open", "open", "answered", "partly-answered", "open")
FIRST_DAY = dt.date(2000, 1, 1)
REACH = 40
"""How many days back a brief's sources, and the entries that it updates, may lie."""


class Corpus(NamedTuple):
    """A book as plain records, keyed as authors key them."""

    actors: list[Record]
    issues: list[Record]
    sources: list[Record]
    texts: dict[str, str]
    """Text of each source by its id."""
    briefs: list[Record]
    """Oldest first; each with its Markdown under `body`."""


def make_corpus(count: int, seed: int) -> Corpus:
    """A book of `count` briefs."""
    return _Desk(count, random.Random(seed * 1_000_003 + count)).corpus()


def write_corpus(corpus: Corpus, root: Path) -> None:
    """The book as files: `content/`, `seeds/` and `mkdocs.yml` under `root`."""
    for kind, records in (("actors", corpus.actors), ("issues", corpus.issues)):
        for record in records:
            _write(root / "content" / kind / f"{record['id']}.yaml", dump(record))
    for source in corpus.sources:
        _write(root / "seeds" / f"{source['id']}.yaml", dump(source))
        _write(root / "seeds" / f"{source['id']}.txt", corpus.texts[source["id"]])
    for brief in corpus.briefs:
        _write(root / "content" / "briefs" / f"{brief['id']}.md", front_matter(brief) + brief["body"])
    plugin = {"briefbook": {"schema_version": 1, "default_tlp": "CLEAR"}}
    settings = {"site_name": "Situation room", "theme": {"name": "briefbook"}, "plugins": [plugin]}
    _write(root / "mkdocs.yml", dump(settings))


def front_matter(brief: Record) -> str:
    """A brief without its body, between two lines of `---`."""
    return f"---\n{dump({key: value for key, value in brief.items() if key != 'body'})}---\n\n"


def dump(record: Record) -> str:
    """A record as YAML, its keys in the order of the record."""
    return yaml.dump(record, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=100)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


class _Desk:
    """Writes one brief after the other and remembers what the earlier ones hold."""

    def __init__(self, count: int, dice: random.Random) -> None:
        self.count = count
        self.dice = dice
        self.actors = [self.actor(number) for number in range(1, max(20, count // 20) + 1)]
        self.names = {each["id"]: each["name"] for each in self.actors}
        self.issues = [self.issue(number) for number in range(1, max(5, count // 100) + 1)]
        self.sources = [self.source(number) for number in range(1, count + 1)]
        self.passages: dict[str, list[str]] = {each["id"]: [self.sentence()] for each in self.sources}
        self.claimed: dict[str, str] = {}
        """The source of each claim; what settles it comes from another one."""
        self.actor_weights = [1 / number**0.5 for number in range(1, len(self.actors) + 1)]
        self.issue_weights = [1 / number**0.3 for number in range(1, len(self.issues) + 1)]

    def corpus(self) -> Corpus:
        briefs = [self.brief(number) for number in range(1, self.count + 1)]
        used = {id for brief in briefs for id in brief["sources"]}
        named = {each["actor"] for brief in briefs for each in brief["positions"]}
        spoken = {each["issue"] for brief in briefs for each in brief["positions"]}
        return Corpus(
            actors=[each for each in self.actors if each["id"] in named | self.named_elsewhere(briefs)],
            issues=[each for each in self.issues if each["id"] in spoken],
            sources=[each for each in self.sources if each["id"] in used],
            texts={id: "\n\n".join(lines) + "\n" for id, lines in self.passages.items() if id in used},
            briefs=briefs,
        )

    @staticmethod
    def named_elsewhere(briefs: list[Record]) -> set[str]:
        claimed = {each["by"] for brief in briefs for each in brief["claims"]}
        return claimed | {id for brief in briefs for each in brief["events"] for id in each["actors"]}

    def actor(self, number: int) -> Record:
        name = f"{self.pick(REGIONS)} {self.pick(THINGS)} {self.pick(BODIES)} {number}"
        id, kind = f"a{number:04d}", KINDS[number % len(KINDS)]
        return {"id": id, "name": name, "kind": kind, "about": self.sentence(12, 20), "tlp": "CLEAR"}

    def issue(self, number: int) -> Record:
        topic = TOPICS[number % len(TOPICS)]
        proposition = f"{topic} in district {number}."
        return {"id": f"i{number:03d}", "proposition": proposition, "why": self.sentence(), "tlp": "CLEAR"}

    def source(self, number: int) -> Record:
        id = f"s{number:05d}"
        return {
            "id": id,
            "rights": "public",
            "publisher": f"{self.pick(REGIONS)} Gazette",
            "title": self.sentence(6, 10),
            "published": str(self.day(number)),
            "url": f"https://source.example/{id}",
            "tlp": "CLEAR",
        }

    def brief(self, number: int) -> Record:
        day = self.day(number)
        nearest = self.sources[max(0, number - REACH) : number]
        sources = sorted({each["id"] for each in self.dice.choices(nearest, k=8)})
        positions = [
            {
                "actor": actor,
                "issue": issue,
                "stance": self.pick(STANCES),
                "summary": self.sentence(9, 14),
                **self.quotation(actor, sources),
            }
            for actor, issue in self.pairs(8)
        ]
        return {
            "id": f"b{number:05d}",
            "title": self.sentence(5, 9)[:-1],
            "as_of": str(day),
            "status": "cleared",
            "cleared_by": "Duty editor",
            "tlp": "CLEAR",
            "sources": sources,
            "bottom_line": self.sentence(16, 24),
            "key_messages": [self.sentence(8, 12) for _ in range(3)],
            "positions": positions,
            "claims": [self.claim(f"c{number:05d}-{each}", sources) for each in range(6)],
            "events": [self.event(f"e{number:05d}-{each}", day, each, sources) for each in range(6)],
            "questions": [self.question(f"q{number:05d}-{k}", status) for k, status in enumerate(QUESTIONS)],
            "updates": list(self.updates(number, sources)),
            "body": self.body(positions),
        }

    def claim(self, id: str, sources: list[str]) -> Record:
        status = self.pick(UNSETTLED)
        evidence = self.evidence("words", sources, 10, 16)
        self.claimed[id] = evidence["source"]
        return {"id": id, "text": self.sentence(10, 16), "by": self.one_actor(), "status": status, **evidence}

    def event(self, id: str, day: dt.date, age: int, sources: list[str]) -> Record:
        evidence = self.evidence("words", sources, 9, 14)
        date, actors = str(day - dt.timedelta(days=age)), [self.one_actor()]
        return {"id": id, "title": self.sentence(9, 14), "date": date, "actors": actors, **evidence}

    def question(self, id: str, status: str) -> Record:
        due = self.day(self.count + self.dice.randint(7, 90))
        question = {
            "id": id,
            "text": self.sentence(9, 14)[:-1] + "?",
            "why": self.sentence(),
            "status": status,
        }
        return question | ({"answer": self.sentence()} if status == "answered" else {"due": str(due)})

    def updates(self, number: int, sources: list[str]) -> list[Record]:
        """A claim re-rated and a question answered, both of earlier days."""
        if number == 1:
            return []
        claim = f"c{self.earlier(number):05d}-{self.dice.randrange(6)}"
        question = f"q{self.earlier(number):05d}-0"
        evidence = self.evidence("words", sources, 8, 14)
        ratings = UNSETTLED if evidence["source"] == self.claimed[claim] else RATINGS
        return [
            {"update": claim, "status": self.pick(ratings), "reason": self.sentence(), **evidence},
            {"update": question, "status": "answered", "answer": self.sentence(), "reason": self.sentence()},
        ]

    def body(self, positions: list[Record]) -> str:
        pieces: list[str] = []
        for first, second in zip(positions[::2], positions[1::2], strict=True):
            pieces.append("## " + self.sentence(4, 7)[:-1])
            for position in (first, second):
                actor = position["actor"]
                told = (
                    f"[[{actor}|{self.names[actor]}]] {self.pick(VERBS)} that {self.sentence(6, 10).lower()}"
                )
                pieces.append(f"{self.sentence()} **{self.pick(WORDS)}** {told} *{self.sentence(4, 8)}*")
            pieces.append("\n".join(f"- {self.sentence(6, 10)}" for _ in range(3)))
        pieces.append(f"As reported.[^1] See [[{positions[0]['source']}]].\n\n[^1]: {self.sentence(5, 8)}")
        return "\n\n".join(pieces) + "\n"

    def quotation(self, actor: str, sources: list[str]) -> Record:
        """What an actor says, also put into the text of its source with the name of who says it."""
        source, passage = self.pick(sources), self.sentence(14, 22)
        told = f"“{passage[:-1]},” said {self.names[actor]}."
        self.passages[source].append(f"{told} {self.sentence()}")
        return {"quote": passage, "source": source}

    def evidence(self, field: str, sources: list[str], fewest: int, most: int) -> Record:
        """A passage, also put into the text of its source."""
        source, passage = self.pick(sources), self.sentence(fewest, most)
        self.passages[source].append(f"{passage} {self.sentence()}")
        return {field: passage, "source": source}

    def pairs(self, count: int) -> list[tuple[str, str]]:
        """Actors with issues, none of them twice."""
        found: dict[tuple[str, str], None] = {}
        while len(found) < count:
            issue = self.dice.choices(self.issues, self.issue_weights)[0]["id"]
            found[self.one_actor(), issue] = None
        return list(found)

    def one_actor(self) -> str:
        return str(self.dice.choices(self.actors, self.actor_weights)[0]["id"])

    def earlier(self, number: int) -> int:
        return self.dice.randrange(max(1, number - REACH), number)

    def day(self, number: int) -> dt.date:
        return FIRST_DAY + dt.timedelta(days=number)

    def pick(self, options: Any) -> Any:
        return self.dice.choice(options)

    def sentence(self, fewest: int = 8, most: int = 18) -> str:
        words = self.dice.choices(WORDS, k=self.dice.randint(fewest, most))
        words[0] = words[0].capitalize()
        if len(words) > 11:
            words[self.dice.randint(3, 7)] += ","
        return " ".join(words) + "."
