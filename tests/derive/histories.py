"""Random books that move positions, re-rate claims and answer questions, in any order of their files."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from briefbook.model.vocabulary import STANCES
from tests.derive.books import actor, brief, issue, source

FIRST = date(2014, 6, 20)
ACTORS = ("iran", "iraq", "voice", "khan")
ISSUES = ("talks", "dam")
ARTICLE = {"words": "They do", "speaker": "article"}


def day(number: int) -> str:
    """A day near the end of a month."""
    return (FIRST + timedelta(days=number)).isoformat()


@st.composite
def books(draw):
    """The records of a book: actors and issues, some of them with files, and two to six briefs."""
    count = draw(st.integers(2, 6))
    days = sorted(draw(st.lists(st.integers(0, 14), min_size=count, max_size=count)))
    names = draw(st.permutations([f"b{number}" for number in range(count)]))
    order = sorted(zip(days, names, strict=True))
    introduced = draw(st.integers(0, count))
    records = [
        source("paper"),
        source("late", published=day(draw(st.integers(0, 14)))),
        actor("iran", bloc="North"),
        actor("silent", bloc="North"),
        actor("voice", "unnamed", of="iran"),
        actor("khan", "person", posts=[{"title": "envoy", "at": "iran"}]),
        issue("talks"),
        issue("dam"),
    ]
    if introduced == count:
        records.append(actor("iraq", bloc="South"))
    claims: list[str] = []
    questions: list[str] = []
    for number, (on, name) in enumerate(order):
        given = {"sources": ["paper", *(["late"] if draw(st.booleans()) else [])]}
        given["actors"] = (
            [{"id": "iraq", "name": "Iraq", "kind": "state", "bloc": "South"}] if number == introduced else []
        )
        known = [id for id in ACTORS if id != "iraq" or introduced == count or number >= introduced]
        given["positions"] = draw(positions(known, on))
        given["updates"] = [
            draw(updates(id, on, ("disputed", "confirmed", "refuted")))
            for id in claims
            if draw(st.booleans())
        ] + [
            draw(updates(id, on, ("partly-answered", "answered", "open")))
            for id in questions
            if draw(st.booleans())
        ]
        if draw(st.booleans()):
            claims.append(f"claim-{number}")
            given["claims"] = [{"id": claims[-1], "text": "It broke.", "by": draw(st.sampled_from(known))}]
        if draw(st.booleans()):
            questions.append(f"question-{number}")
            due = {"due": day(on + draw(st.integers(0, 6)))} if draw(st.booleans()) else {}
            given["questions"] = [{"id": questions[-1], "text": "Will it hold?", "issues": ["dam"], **due}]
        if draw(st.booleans()):
            date = day(on + draw(st.integers(0, 9)))
            given["events"] = [
                {"id": f"event-{number}", "title": "They meet", "date": date, "status": "scheduled"}
            ]
        records.append(brief(name, day(on), bottom_line=f"Day {number}.", **given))
    return draw(st.permutations(records))


@st.composite
def positions(draw, known, on):
    """What a brief of a day says of where actors stand, some of it said before or by others."""
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from(known), st.sampled_from(ISSUES)),
            max_size=4,
            unique_by=lambda pair: pair,
        )
    )
    found = []
    for who, what in pairs:
        said = {"said": day(on - draw(st.integers(0, 9)))} if draw(st.booleans()) else {}
        by = {**ARTICLE, "source": "paper"} if draw(st.integers(0, 3)) == 0 else {}
        held = {
            "stance": draw(st.sampled_from(STANCES)),
            "condition": draw(st.sampled_from(("", "they pay"))),
        }
        found.append({"actor": who, "issue": what, **held, **said, **by})
    return found


@st.composite
def updates(draw, id, on, statuses):
    """A change of an entry, which may have been known before."""
    said = {"said": day(on - draw(st.integers(0, 9)))} if draw(st.booleans()) else {}
    return {"update": id, "status": draw(st.sampled_from(statuses)), "reason": "It was seen.", **said}
