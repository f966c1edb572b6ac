"""A book in which everything is many: what a page must bear that is not cut."""

from __future__ import annotations

import random
from functools import cache
from itertools import cycle, islice
from pathlib import Path

from briefbook.derive.situation import Situation
from briefbook.model.vocabulary import STANCES
from briefbook.pipeline import Site
from tests.derive.books import actor, brief, issue, situation_of, source

ACTORS = 320
ISSUES = 15
BRIEFS = 100
SOURCES = 12
POSITIONS = 36
"""In each brief."""

SYLLABLES = "ba den gor hal im ka lor men no per qua ras sel tor u ven wil yar zed".split()


def sentence(number: int, length: int = 14) -> str:
    """Words that mean nothing and pack no better than those of a language."""
    dice = random.Random(number)
    words = ("".join(dice.choices(SYLLABLES, k=dice.randint(1, 3))) for _ in range(length))
    return " ".join(words).capitalize() + "."


def crowd() -> list[object]:
    """All records: one claim with many replies, one question with many answers, and so on."""
    records: list[object] = [source(f"s{number}", title=sentence(number)) for number in range(SOURCES)]
    records += [
        issue(f"i{number}", proposition=sentence(number, 9), name=f"Issue {number}")
        for number in range(ISSUES)
    ]
    records.append(actor("bloc", "coalition", name="The whole coalition"))
    for number in range(ACTORS):
        person = number % 5 == 4
        given = {"posts": [{"title": "envoy", "at": "bloc"}]} if person else {"member_of": ["bloc"]}
        kind = "person" if person else "state"
        records.append(
            actor(
                f"a{number}", kind, name=f"Northern Border Front {number}", bloc=f"Bloc {number % 4}", **given
            )
        )
    # Silent on everything: the members of a bloc that nobody quotes.
    records += [actor(f"z{number}", name=f"Silent Coast {number}", bloc="Silent") for number in range(80)]
    return records + [_brief(number) for number in range(BRIEFS)]


def _brief(number: int) -> object:
    pairs = islice(cycle(range(ACTORS * 3)), number * POSITIONS, (number + 1) * POSITIONS)
    used = f"s{number % SOURCES}" if number % 2 else "s0"
    briefed = {"id": f"b{number:03d}", "as_of": f"2031-{number // 28 + 1:02d}-{number % 28 + 1:02d}"}
    about = {"actors": ["a0"], "issues": ["i0"]}
    reply = {"by": f"a{number}", "says": "disputes", "paraphrase": sentence(number + 5), "source": used}
    figure = {
        "what": "killed",
        "reported": f"about {number}",
        "paraphrase": sentence(number + 6),
        "source": used,
    }
    firsts = {
        "claims": [{"id": "much-disputed", "text": sentence(1), "by": "a0", **about}],
        "questions": [{"id": "asked-again", "text": "Will it hold?", "likelihood": "likely", **about}],
    }
    changes = [
        {
            "update": "much-disputed",
            "status": ("disputed", "unverified")[number % 2],
            "reason": sentence(number + 7),
            "replies": [reply],
            "figures": [figure],
        },
        {
            "update": "asked-again",
            "likelihood": ("likely", "unlikely")[number % 2],
            "reason": sentence(number),
        },
    ]
    given = {
        "positions": [_position(pair, number, used) for pair in pairs],
        "events": [
            {
                "id": f"e{number}",
                "title": sentence(number + 2),
                "date": f"2032-01-{number % 28 + 1:02d}",
                "status": "scheduled",
                **about,
            }
        ],
        "ties": [
            {
                "actor": "a0",
                "tie": "backs",
                "other": f"a{number + 1}",
                "paraphrase": sentence(number),
                "source": used,
            }
        ],
        "corrections": [
            {
                "date": briefed["as_of"],
                "entry": "much-disputed",
                "was": sentence(number + 3),
                "now": sentence(number + 4),
                "reason": "Ours.",
            }
        ],
    }
    if number:
        claim = {
            "id": f"c{number}",
            "text": sentence(number + 1),
            "by": f"a{number % 2}",
            "replies": [{**reply, "by": "a0"}],
            **about,
        }
        question = {"id": f"q{number}", "text": sentence(number), "about": ["much-disputed"], **about}
        given |= {"claims": [claim], "questions": [question], "updates": changes}
    else:
        given |= firsts
    bottom_line = sentence(number, 20)
    return brief(**briefed, title=sentence(number, 7), sources=[used], bottom_line=bottom_line, **given)


def _position(pair: int, number: int, used: str) -> dict[str, object]:
    """A third of all is said on the first issue; the first actor speaks most."""
    speaker = "a0" if pair % 19 == 0 else f"a{pair % ACTORS}"
    topic = "i0" if pair < ACTORS else f"i{pair % ISSUES}"
    return {
        "actor": speaker,
        "issue": topic,
        "stance": STANCES[(pair + number) % len(STANCES)],
        "summary": sentence(pair),
        "quote": sentence(pair + number, 18),
        "source": used,
        **({"speaker": f"a{(pair + 1) % ACTORS}"} if pair % 7 == 3 else {}),
    }


def situation(count: int | None = None) -> Situation:
    """What the book adds up to, or all but its last briefs."""
    return situation_of(*crowd()[:count], site_name="A crowded book")


@cache
def site() -> dict[str, bytes]:
    """Every file of its site by output path."""
    return render(situation())


def render(given: Situation) -> dict[str, bytes]:
    """Every file of the site of a situation; there is no folder with templates of its own."""
    return dict(Site(given, Path("no-such-folder")).iter_files())
