"""One JSON file for each record, with what the book makes of it kept apart from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

import msgspec

from briefbook.derive.at import At
from briefbook.derive.changes import rating
from briefbook.derive.entries import Life, is_overdue
from briefbook.derive.entries import Step as Taken
from briefbook.derive.evidence import checked_by, verdict
from briefbook.derive.findings import tie_anchor
from briefbook.derive.origins import contradicting, provenance
from briefbook.derive.situation import Situation
from briefbook.derive.stances import Cell
from briefbook.derive.stances import Statement as Said
from briefbook.export.address import Addresses
from briefbook.export.fields import Fields, encode_hook, fields_of, given_fields
from briefbook.export.inert import inert
from briefbook.export.shapes import (
    BriefDerived,
    ClaimDerived,
    EntryDerived,
    HistoryFile,
    Origin,
    Part,
    PositionDerived,
    QuestionDerived,
    RecordFile,
    Sections,
    SourceDerived,
    Standing,
    StandingsDerived,
    Statement,
    StatementDerived,
    Step,
    TieReport,
    TieReportDerived,
)
from briefbook.model.book import KINDS, address
from briefbook.model.records import Brief, Claim, Judgement, Position, Question, Record, Source, Tie, spans
from briefbook.text.edtf import When


class DataFile(NamedTuple):
    """A file of `data/`."""

    kind: str
    id: str
    path: str
    """Relative to `data/`."""
    make: Callable[[], bytes]


_encode = msgspec.json.Encoder(enc_hook=encode_hook, order="sorted").encode


def render_json(value: object) -> bytes:
    """The value as JSON with sorted keys, for people too."""
    return inert(msgspec.json.format(_encode(value), indent=1)) + b"\n"


def iter_records(situation: Situation) -> Iterator[DataFile]:
    """A file for each record, kind by kind, each kind in the order of its ids."""
    data = Data(situation)
    released, entries = situation.released, situation.entries
    plain: tuple[tuple[str, Mapping[str, Record], Callable[[Any], Part]], ...] = (
        ("actor", released.actors, data.actor),
        ("issue", released.issues, data.issue),
        ("source", released.sources, data.source),
        ("brief", released.briefs, data.brief),
    )
    for kind, records, derive in plain:
        for id in sorted(records):
            yield DataFile(kind, id, f"{kind}s/{id}.json", partial(data.record, kind, records[id], derive))
    for id in sorted(entries.lives):
        life = entries.lives[id]
        kind = KINDS[type(life.first)]
        yield DataFile(kind, id, f"{kind}s/{id}.json", partial(data.record, kind, life.first, data.entry))
    for actor, issue in sorted(situation.stances.cells):
        key = f"{actor}/{issue}"
        make = partial(data.position, key, situation.stances.cells[actor, issue])
        yield DataFile("position", key, f"positions/{key}.json", make)
    for key, reports in sorted(ties_of(situation.briefs).items()):
        yield DataFile("tie", key, f"ties/{key}.json", partial(data.tie, key, reports))


def ties_of(briefs: Iterable[Brief]) -> dict[str, list[tuple[Tie, Brief]]]:
    """All reports of each tie, by its address."""
    found: dict[str, list[tuple[Tie, Brief]]] = {}
    for brief in briefs:
        for tie in brief.ties:
            found.setdefault(address(tie), []).append((tie, brief))
    return found


class Data:
    """The data files of one situation."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.at = At(situation, "")
        self.addresses = Addresses(situation)

    def record(self, kind: str, record: Any, derive: Callable[[Any], Part]) -> bytes:
        """The file of one record."""
        return render_json(
            RecordFile(
                schema="../schema.json",
                kind=kind,
                id=record.id,
                record=fields_of(record, self.at),
                derived=derive(record),
            )
        )

    def position(self, key: str, cell: Cell) -> bytes:
        """The file of all reports of one position."""
        said = sorted((*cell.stated, *cell.attributed), key=lambda each: each.order)
        return render_json(
            HistoryFile(
                schema="../../schema.json",
                kind="position",
                id=key,
                reports=tuple(map(self.statement, said)),
                derived=PositionDerived(present=self.standing(cell)),
            )
        )

    def tie(self, key: str, reports: Iterable[tuple[Tie, Brief]]) -> bytes:
        """The file of all reports of one tie."""
        return render_json(
            HistoryFile(
                schema="../../../schema.json",
                kind="tie",
                id=key,
                reports=tuple(self.tie_report(tie, brief) for tie, brief in reports),
            )
        )

    def tie_report(self, tie: Tie, brief: Brief) -> TieReport:
        """One report of a tie."""
        url = self.addresses.page(f"briefs/{brief.id}", tie_anchor(tie))
        return TieReport(
            record=self._fields(tie),
            derived=TieReportDerived(
                url=url,
                brief=brief.id,
                as_of=brief.as_of,
                corrected=self._corrected(address(tie), brief),
            ),
        )

    def statement(self, said: Said) -> Statement:
        """One report of a position."""
        return Statement(
            record=self._fields(said.position),
            derived=StatementDerived(
                url=self.addresses.statement(said),
                brief=said.brief.id,
                as_of=said.brief.as_of,
                said=said.said,
                attributed=not said.is_stated,
                according_to=said.according_to,
                change=said.change,
                was=said.was,
                corrected=self._corrected(address(said.position), said.brief),
            ),
        )

    def _fields(self, record: Position | Tie) -> Any:
        return fields_of(record, self.at)

    def standing(self, cell: Cell) -> Standing:
        """Where an actor stands now."""
        present = cell.present
        return Standing(
            actor=cell.actor.id,
            issue=cell.issue,
            stance=present.position.stance,
            attributed=not present.is_stated,
            according_to=present.according_to,
            said=present.said,
            brief=present.brief.id,
        )

    def actor(self, record: Record) -> Part:
        """What the book makes of an actor."""
        return self._standings(record, "actors", self.situation.stances.by_actor)

    def issue(self, record: Record) -> Part:
        """What the book makes of an issue."""
        return self._standings(record, "issues", self.situation.stances.by_issue)

    def _standings(self, record: Any, section: str, cells: Mapping[str, list[Cell]]) -> Part:
        found = sorted(cells.get(record.id, ()), key=lambda cell: (cell.actor.id, cell.issue))
        return StandingsDerived(
            **self._naming(section, record.id), positions=tuple(map(self.standing, found))
        )

    def source(self, record: Source) -> Part:
        """What the book makes of a source."""
        passages = [
            (*spans(quoted.piece.quote), *spans(quoted.piece.words))
            for quoted in self.situation.mentions.quoted.get(record.id, ())
        ]
        return SourceDerived(
            **self._naming("sources", record.id),
            checked_by=checked_by(record.id, self.situation),
            passages=sum(map(len, passages)),
            proved=sum(
                len(each) for each in passages if verdict(each, record.id, self.at) in ("text", "lock")
            ),
            corrects=tuple(self.situation.corrects.get(record.id, ())),
        )

    def _naming(self, section: str, id: str) -> dict[str, Any]:
        briefs = self.situation.mentions.briefs.get(id)
        return {
            "url": self.addresses.page(f"{section}/{id}"),
            "first_brief": briefs[0].id if briefs else "",
            "last_brief": briefs[-1].id if briefs else "",
            "briefs": len(briefs or ()),
            "corrected": self._corrected(id),
        }

    def brief(self, record: Brief) -> Part:
        """What the book makes of a brief."""
        before, after = self.situation.previous(record), self.situation.following(record)
        keys = {
            section: tuple(dict.fromkeys(map(address, getattr(record, section))))
            for section in Sections.__struct_fields__
        }
        return BriefDerived(
            url=self.addresses.page(f"briefs/{record.id}"),
            previous=before.id if before else "",
            next=after.id if after else "",
            corrected=self.situation.corrections.last_of(record),
            entries=Sections(**keys),
        )

    def entry(self, record: Any) -> Part:
        """What became of a claim, event, question or judgement."""
        life = self.situation.entries.lives[record.id]
        values: dict[str, Any] = {
            "url": self.addresses.entry(life),
            "brief": life.brief.id,
            "as_of": life.brief.as_of,
            "corrected": self._corrected(life.id),
            "now": self.now(life),
            "history": tuple(self.step(step) for step in life.steps),
        }
        if isinstance(life.now, Question):
            return QuestionDerived(**values, overdue=is_overdue(life.now, self.situation.today))
        if isinstance(life.now, Claim):
            return ClaimDerived(**values, **self.grounds(life))
        return EntryDerived(**values)

    def grounds(self, life: Life) -> dict[str, Any]:
        """Where a claim comes from, and what contradicts it."""
        sources = self.situation.released.sources
        found = provenance(life, self.situation)
        return {
            "origins": tuple(
                Origin(
                    source=origin.root,
                    reliability=sources[origin.root].reliability or "",
                    quoted=origin.root in origin.sources,
                    repeated_by=origin.repeating,
                )
                for origin in found.origins
            ),
            "speakers": found.speakers,
            "reporters": found.reporters,
            "contradicts": contradicting(life, self.situation),
        }

    def _corrected(self, key: str, brief: Brief | None = None) -> When | None:
        """When an entry was last corrected: as a brief has it, or over all briefs."""
        known = self.situation.corrections
        found = known.of_entry(key, brief) if brief else known.of.get(key, ())
        return found[-1].record.date if found else None

    def now(self, life: Life) -> Fields:
        """The status of an entry, and each key that updates have changed, as they now stand."""
        rated = "likelihood" if isinstance(life.now, Judgement) else "status"
        if not life.steps:
            return {rated: rating(life.now)}
        fields = fields_of(life.now, self.at)
        return {
            key: value
            for key, value in fields.items()
            if key == rated or getattr(life.now, key) != getattr(life.first, key)
        }

    def step(self, taken: Taken) -> Step:
        """One update."""
        return Step(
            brief=taken.brief.id,
            as_of=taken.brief.as_of,
            said=taken.said,
            was=rating(taken.before),
            became=rating(taken.after),
            update=given_fields(taken.update, self.at),  # type: ignore[arg-type]
        )
