"""Books of any number of actors, to look at their drawings."""

from pathlib import Path

from briefbook.derive.at import At
from briefbook.derive.situation import Situation
from briefbook.model.vocabulary import STANCES
from briefbook.pipeline import Site
from tests.derive.books import actor, brief, issue, situation_of, source

NAMES = {
    "plain": "Northern Border Front",
    "long": "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstellenleiter",
    "arabic": "جبهة حدود الشمال",
}
SENTENCES = {
    "plain": "The committee on the filling of the reservoir meets once more",
    "long": f"{NAMES['long']} speaks of {NAMES['long'][::-1]}",
    "arabic": "ينبغي أن يتوقف ملء خزان كلمت حتى تجتمع اللجنة من جديد",
}
BRIEFS = 6


def book(actors: int, names: str = "plain") -> Situation:
    """A book in which so many actors speak on eight issues, move, claim, ask and wait."""
    name, sentence = NAMES[names], SENTENCES[names]
    records = [source("paper", title=sentence)]
    records += [issue(f"i{each}", proposition=sentence, name=f"{name} {each}") for each in range(8)]
    records += [
        actor(
            f"a{each}",
            "person" if each % 7 == 6 else "state",
            name=f"{name} {each}",
            bloc=f"Bloc {each % 3}",
        )
        for each in range(actors)
    ]
    return situation_of(*records, *(_brief(number, actors, sentence) for number in range(BRIEFS)))


def _brief(number: int, actors: int, sentence: str):
    evidence = {"source": "paper", "paraphrase": sentence}
    day = 3 + 4 * number
    return brief(
        f"b{number}",
        f"2031-03-{day:02d}",
        sources=["paper"],
        bottom_line=sentence,
        next_report="2031-03-28",
        positions=[
            {
                "actor": f"a{each}",
                "issue": f"i{(each * 3 + topic) % 8}",
                "stance": STANCES[(each + topic + number * (each % 3)) % 7],
                **({"condition": sentence} if (each + number) % 4 == 1 else {}),
                **({"speaker": f"a{(each + 1) % actors}"} if each % 9 == 8 else {}),
                **evidence,
            }
            for each in range(number % 2, actors, 2 if actors > 5 else 1)
            for topic in range(1 + each % 3)
        ],
        events=[
            {"id": f"e{number}", "title": f"{sentence} {number}", "date": f"2031-03-{day:02d}", **evidence},
            {
                "id": f"f{number}",
                "title": f"{sentence} {number}",
                "date": f"2031-04-{day:02d}",
                "status": ("scheduled", "postponed", "cancelled")[number % 3],
                **evidence,
            },
        ],
        claims=[
            {
                "id": f"c{number}",
                "text": sentence,
                "by": "a0",
                "date": (f"2031-03-{day - 2:02d}/2031-03-{day:02d}", "2031-03~")[number % 2],
                "status": "unverified",
                **evidence,
            }
        ],
        questions=[
            {"id": f"q{number}", "text": f"{sentence}?", "due": f"2031-03-{10 + 4 * number:02d}"},
            {"id": f"r{number}", "text": "When?"},
        ],
    )


def page_of(situation: Situation, file: str) -> str:
    """The HTML of one page of its site."""
    make = Site(situation, Path("no-such-folder")).find(file)
    assert make is not None
    return make().decode()


def at(situation: Situation, path: str = "positions") -> At:
    """A page on which a drawing is made."""
    return At(situation, path)
