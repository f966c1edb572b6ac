"""A page while its view is being made: where it stands, and what it has shown so far."""

from __future__ import annotations

from briefbook.derive import dates
from briefbook.derive.place import AS_OF, JUDGEMENTS, SECTIONS, root_of, url_of
from briefbook.derive.situation import Names, Situation
from briefbook.derive.stances import Statement, find_post, was_held
from briefbook.derive.views.base import Link
from briefbook.derive.views.references import ActorRef, BriefRef, IssueRef, SourceRef
from briefbook.derive.views.site import Head, Stamp
from briefbook.model.marking import Marking
from briefbook.model.records import Actor, Brief, Record
from briefbook.release import iter_pieces
from briefbook.text.edtf import When

_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


_WITH_RECORDS = frozenset(SECTIONS) - {"positions", "timeline", "changes"}
"""Sections whose folder holds a page for each record."""


class At:
    """The page at `path`; makes the links that stand on it and keeps its marking and its source notes."""

    def __init__(
        self, situation: Situation, path: str, *, has_notes: bool = False, language: str = ""
    ) -> None:
        """`has_notes`: sources are numbered, and listed at the page's end."""
        self.situation = situation
        self.released = situation.released
        self.path = path
        self._directories = situation.settings.use_directory_urls
        self.url = url_of(path, self._directories)
        self.root = root_of(self.url)
        self.language = language or situation.settings.language
        self.has_notes = has_notes
        self.notes: dict[str, list[int]] = {}
        """Source ids in the order of their numbers, each with its passages, those compared with the text, and
        its paraphrases."""
        self.marking: Marking | None = None
        """Strictest marking of the records shown."""
        self.is_judged = False
        """Whether a deadline was judged by the site's day."""
        self._anchors: dict[str, str] = {}
        self._taken: set[str] = set()
        self.sources: dict[str, SourceRef] = {}
        """Sources as they are named beneath quotations here."""
        self._names = situation.names.setdefault(self.root, Names())

    def show(self, record: Record) -> None:
        """Count the record's marking towards the page's."""
        tlp = record.tlp
        if tlp is not self.marking and tlp is not None and (self.marking is None or self.marking < tlp):
            self.marking = tlp

    def show_all(self) -> None:
        """Count every record of the release: for a page that leads to all, or that stands at any address."""
        released = self.released
        for records in (released.sources, released.actors, released.issues, released.pages):
            for document in records.values():
                self.show(document)
        for brief in released.briefs.values():
            self.show(brief)
            for entry in released.entries_of(brief):
                record = entry.record
                parts = (*getattr(record, "replies", ()), *getattr(record, "figures", ()))
                for each in (record, *parts, *iter_pieces(record)):
                    self.show(each)

    def href(self, path: str, anchor: str = "") -> str:
        """The way from here to a page, or to a place on it."""
        if anchor:
            anchor = f"#{anchor}"
            if path == self.path:
                return anchor
        if self._directories and path:
            return f"{self.root}{path}/{anchor}"
        return f"{self.root}{url_of(path, self._directories)}{anchor}"

    def anchor(self, statement: Statement) -> str:
        """A place for a statement on this page: as in its brief, with the brief's id where that is taken."""
        anchor = statement.anchor
        if anchor in self._taken:
            anchor = f"{anchor}.{statement.brief.id}"
        self._taken.add(anchor)
        self._anchors[f"{statement.brief.id}#{statement.anchor}"] = anchor
        return anchor

    def href_to(self, statement: Statement) -> str:
        """The way to a statement: on this page where it has a place here, else in its brief."""
        here = self._anchors.get(f"{statement.brief.id}#{statement.anchor}")
        return f"#{here}" if here else self.href(f"briefs/{statement.brief.id}", statement.anchor)

    def actor(self, id: str, when: When | None = None, body: str = "") -> ActorRef:
        """An actor as it is named here: a person with the post held at the time, at `body` first."""
        actor = self.released.actors[id]
        role = _role(actor, when, body) if actor.posts else ""
        self.show(actor)
        ref = self._names.actors.get((id, role))
        if ref is None:
            ref = ActorRef(id=id, name=actor.name, kind=actor.kind, role=role, url=self.href(f"actors/{id}"))
            self._names.actors[id, role] = ref
        return ref

    def issue(self, id: str) -> IssueRef:
        """An issue as it is named here."""
        issue = self.released.issues[id]
        self.show(issue)
        ref = self._names.issues.get(id)
        if ref is None:
            ref = IssueRef(
                id=id,
                name=issue.name or issue.proposition,
                proposition=issue.proposition,
                url=self.href(f"issues/{id}"),
            )
            self._names.issues[id] = ref
        return ref

    def brief(self, brief: Brief, anchor: str = "") -> BriefRef:
        """A brief, or an entry in it, as it is named here."""
        self.show(brief)
        ref = None if anchor else self._names.briefs.get(brief.id)
        if ref is None:
            ref = BriefRef(
                id=brief.id,
                title=brief.title,
                as_of=dates.date(brief.as_of),
                product=brief.product,
                status=brief.status,
                url=self.href(f"briefs/{brief.id}", anchor),
                language=brief.language if brief.language != self.situation.settings.language else "",
            )
            if not anchor:
                self._names.briefs[brief.id] = ref
        return ref

    def head(
        self,
        title: str = "",
        *,
        description: str = "",
        crumb: str = "",
        crumbs: tuple[Link, ...] = (),
        stamp: Stamp | None = None,
        root: str = "",
    ) -> Head:
        """The head of the page; asked last, when all that the page shows is known.

        `crumb` names the page itself, `crumbs` are what it stands beneath, the section left out.
        """
        section = self.path.split("/")[0]
        tab = section if section in (*SECTIONS, AS_OF, JUDGEMENTS) else "" if self.path else "situation"
        today = self.situation.today
        if crumb:
            crumbs = (*crumbs, Link(url="", words=crumb))
        return Head(
            title=title,
            description=description,
            url=self.url,
            root=root or self.root,
            tab=tab,
            crumbs=(Link(url=self.href(tab), words=""), *crumbs) if crumbs else (),
            language=self.language,
            dir=direction(self.language),
            marking=self.marking.value if self.marking else "",
            stamp=stamp or Stamp(kind="", date=None, next_report=None),
            judged=dates.day(today) if self.is_judged and today else None,
            preview=self.released.is_preview,
            data=self._data(),
            linked=self._linked(),
            feed=self._feed(),
        )

    def _data(self) -> str:
        """The file of the record whose page this is."""
        section, _, id = self.path.partition("/")
        is_record = section in _WITH_RECORDS and id and "/" not in id
        return f"{self.root}data/{self.path}.json" if is_record else ""

    def _feed(self) -> str:
        """The feed of the actor of the matrix, or of the issue, whose page this is."""
        section, _, id = self.path.partition("/")
        actor = self.released.actors.get(id) if section == "actors" else None
        is_followed = self.situation.is_party(actor) if actor else section == "issues" and "/" not in id
        is_published = id and is_followed and not self.released.is_preview
        return f"{self.root}{self.path}/feed.xml" if is_published else ""

    def _linked(self) -> str:
        """The linked data of the brief whose page this is, or which reports the claim whose page this is."""
        section, _, id = self.path.partition("/")
        brief = id if section == "briefs" and "/" not in id else ""
        if section == "claims" and id in self.situation.entries.lives:
            brief = self.situation.entries.lives[id].brief.id
        return f"{self.root}data/briefs/{brief}.jsonld" if brief and not self.released.is_preview else ""


def direction(language: str) -> str:
    """The direction in which a language is written."""
    tag = language.lower().replace("_", "-").split("-")
    return "rtl" if tag[0] in _RIGHT_TO_LEFT or {"arab", "hebr"} & set(tag[1:]) else "ltr"


def changed(brief: Brief | None) -> Stamp | None:
    """The stamp of a page that last changed with this brief."""
    return None if brief is None else Stamp(kind="changed", date=dates.date(brief.as_of), next_report=None)


def situation_stamp(situation: Situation) -> Stamp | None:
    """The stamp of a page that shows the whole situation."""
    newest = situation.newest
    if newest is None:
        return None
    return Stamp(
        kind="situation", date=dates.date(newest.as_of), next_report=dates.maybe_date(newest.next_report)
    )


def _role(person: Actor, when: When | None, body: str) -> str:
    post = find_post(person, body, when) if body and when else None
    if post is None:
        held = (p for p in person.posts if (was_held(p, when) if when else p.until is None))
        post = next(held, None)
    return post.title if post else ""
