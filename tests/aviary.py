"""A book with canaries at each marking: in texts, ids, names, comments and pictures of withheld records."""

import struct
import zlib
from pathlib import Path

import yaml

CANARY = "nightjar"
LEVELS = ("GREEN", "AMBER", "AMBER+STRICT", "RED")
"""What a record may be marked beside CLEAR, least strict first."""
SETTINGS = {
    "site_name": "Birds",
    "site_url": "https://birds.example/",
    "plugins": [{"briefbook": {"schema_version": 1, "default_tlp": "CLEAR"}}],
}


def slug(level: str) -> str:
    """A marking as part of an id."""
    return level.lower().replace("+", "-")


class Cage:
    """The withheld parts of the book at one marking; it keeps the canaries that were put into them."""

    def __init__(self, level: str) -> None:
        self.level = level
        self.slug = slug(level)
        self.canaries: set[str] = set()
        """Those that a build shows that may show this marking."""
        self.silent: set[str] = set()
        """Those that no build shows: in comments, and in pictures' metadata."""

    def __call__(self, where: str) -> str:
        """The canary that sits there."""
        canary = f"{CANARY}-{self.slug}-{where}"
        self.canaries.add(canary)
        return canary

    def unseen(self, where: str) -> str:
        """A canary that is never published."""
        canary = self(where)
        self.canaries.remove(canary)
        self.silent.add(canary)
        return canary

    def marked(self, **fields: object) -> dict[str, object]:
        """A record of this marking."""
        return {**fields, "tlp": self.level}


def write_aviary(root: Path, shut: tuple[str, ...]) -> list[Cage]:
    """Writes the book with the withheld parts of the markings `shut` alone; the parts, by marking.

    What stands outside of them is the same whatever `shut` is: to leave one out is to delete it by hand.
    """
    cages = [Cage(level) for level in shut]
    files: dict[str, object] = {
        "mkdocs.yml": SETTINGS,
        "seeds/paper.yaml": {"publisher": "The Paper", "title": "Birds", "published": "2031-05-01"},
        "content/actors/heron.yaml": {"name": "Heron", "kind": "person"},
        "content/issues/nests.yaml": {"proposition": "Nests should be built higher."},
        "content/briefs/first.md": _first(cages),
        "content/briefs/second.md": _second(cages),
    }
    for cage in cages:
        files |= _documents(cage)
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, tuple):
            path.write_text(f"---\n{_dump(content[0])}---\n{content[1]}", encoding="utf-8")
        else:
            path.write_text(_dump(content), encoding="utf-8")
    return cages


def _dump(value: object) -> str:
    comment = ""
    if isinstance(value, dict) and "#" in value:
        value = dict(value)
        comment = f"# {value.pop('#')}\n"
    return comment + yaml.safe_dump(value, sort_keys=False, allow_unicode=True)


def _first(cages: list[Cage]) -> tuple[dict[str, object], str]:
    """A CLEAR brief with entries, and parts of entries, that are not."""
    brief: dict[str, object] = {
        "title": "Birds",
        "as_of": "2031-05-01",
        "product": "profile",
        "status": "cleared",
        "cleared_by": "Desk",
        "sources": ["paper"],
        "bottom_line": "Birds nest.",
        "positions": [{"actor": "heron", "issue": "nests", "stance": "supports", "quote": "Higher"}],
        "claims": [
            {
                "id": f"claim-open-{slug(level)}",
                "text": f"Nest {number} fell.",
                "by": "heron",
                "words": "fell",
                "replies": [_reply(cage) for cage in cages if cage.level == level],
                "figures": [_figure(cage) for cage in cages if cage.level == level],
                "evidence": [
                    cage.marked(paraphrase=cage("piece"), note=cage("piece-note"))
                    for cage in cages
                    if cage.level == level
                ],
            }
            for number, level in enumerate(LEVELS, 1)
        ],
        "questions": [
            {
                "id": f"question-open-{slug(level)}",
                "text": f"Will nest {number} hold?",
                "why": "It is high.",
                "about": [f"claim-open-{slug(level)}"],
            }
            for number, level in enumerate(LEVELS, 1)
        ],
    }
    for cage in cages:
        for section, entries in _entries(cage).items():
            brief.setdefault(section, [])
            brief[section] = [*brief[section], *entries]  # type: ignore[misc]
    for claim in brief["claims"]:  # type: ignore[attr-defined]
        for part in ("replies", "figures", "evidence"):
            if part in claim and not claim[part]:
                del claim[part]
    return brief, "Birds nest. <!-- Nobody reads this. -->\n"


def _reply(cage: Cage) -> dict[str, object]:
    return cage.marked(by="heron", says="partly", words=cage("reply-words"), note=cage("reply-note"))


def _figure(cage: Cage) -> dict[str, object]:
    return cage.marked(
        what=cage("what"),
        reported=cage("reported"),
        unit=cage("unit"),
        paraphrase=cage("figure"),
        note=cage("figure-note"),
    )


def _entries(cage: Cage) -> dict[str, list[dict[str, object]]]:
    """A withheld entry of each kind."""
    owl = f"{CANARY}-{cage.slug}-owl"
    return {
        "positions": [
            cage.marked(
                actor=owl,
                issue="nests",
                stance="mixed",
                condition=cage("condition"),
                summary=cage("summary"),
                reason=cage("reason"),
                note=cage("position-note"),
                locator=cage("locator"),
                translation=cage("translation"),
                quote=cage("quote"),
                described_as=cage("described"),
            )
        ],
        "claims": [
            cage.marked(
                id=cage("claim-id"),
                text=cage("claim"),
                by=owl,
                place=cage("place"),
                paraphrase=cage("paraphrase"),
                note=cage("claim-note"),
            )
        ],
        "events": [
            cage.marked(
                id=cage("event-id"),
                title=cage("event"),
                date="2031-05-01",
                place=cage("event-place"),
                words=cage("words"),
                note=cage("event-note"),
            )
        ],
        "questions": [
            cage.marked(
                id=cage("question-id"),
                text=f"{cage('question')}?",
                why=cage("question-why"),
                owner=cage("owner"),
                note=cage("question-note"),
                indicators={"sign": cage("indicator")},
                status="answered",
                answer=cage("answer"),
            )
        ],
        "judgements": [
            cage.marked(
                id=cage("judgement-id"),
                text=cage("judgement"),
                likelihood="likely",
                confidence="low",
                basis=cage("basis"),
                alternatives=[cage("alternative")],
                note=cage("judgement-note"),
            )
        ],
        "ties": [
            cage.marked(actor="heron", tie="backs", other=owl, paraphrase=cage("tie"), note=cage("tie-note"))
        ],
        "corrections": [
            cage.marked(
                date="2031-05-02",
                entry=f"claim-open-{cage.slug}",
                was=cage("was"),
                now=cage("now"),
                reason=cage("correction-reason"),
                note=cage("correction-note"),
            )
        ],
    }


def _second(cages: list[Cage]) -> tuple[dict[str, object], str]:
    """A CLEAR brief with updates that are not, and with unmarked corrections of what is withheld."""
    updates: list[dict[str, object]] = [
        {"update": "claim-open-green", "status": "disputed", "reason": "A look.", "words": "fell again"}
    ]
    for cage in cages:
        claim, question = f"claim-open-{cage.slug}", f"question-open-{cage.slug}"
        updates += [
            cage.marked(
                update=claim,
                credibility=3,
                reason=cage("update-reason"),
                words=cage("update-words"),
                note=cage("update-note"),
            ),
            cage.marked(
                update=question,
                answer=cage("update-answer"),
                owner=cage("update-owner"),
                why=cage("update-why"),
                indicators={"mark": cage("update-indicator")},
            ),
            cage.marked(
                update=claim,
                text=cage("update-text"),
                place=cage("update-place"),
                replies=[{"by": "heron", "says": "partly", "words": cage("update-reply")}],
                figures=[
                    {
                        "what": cage("update-what"),
                        "reported": cage("update-reported"),
                        "paraphrase": cage("update-figure"),
                    }
                ],
            ),
        ]
    corrections = [
        {
            "date": "2031-05-04",
            "entry": entry,
            "was": cage(f"{kind}-was"),
            "now": cage(f"{kind}-now"),
            "reason": cage(f"{kind}-corrected"),
        }
        for cage in cages
        for kind, entry in (
            ("claim", f"{CANARY}-{cage.slug}-claim-id".lower()),
            ("actor", f"{CANARY}-{cage.slug}-owl".lower()),
            ("position", f"{CANARY}-{cage.slug}-owl/nests".lower()),
        )
    ]
    brief: dict[str, object] = {
        "title": "Birds again",
        "as_of": "2031-05-03",
        "product": "profile",
        "status": "cleared",
        "cleared_by": "Desk",
        "sources": ["paper"],
        "bottom_line": "Birds still nest.",
        "updates": updates,
    }
    if corrections:
        brief["corrections"] = corrections
    return brief, ""


def _documents(cage: Cage) -> dict[str, object]:
    """A withheld file of each kind, and a picture that one of them shows."""
    owl, eggs, cable = (cage(f"{name}") for name in ("owl", "eggs", "cable"))
    picture = f"{cage('picture')}.png"
    return {
        f"seeds/{cable}.yaml": cage.marked(
            publisher=cage("publisher"),
            title=cage("headline"),
            authors=[cage("author")],
            published="2031-05-01",
            url=f"https://{cage('url')}.example/",
            archive_url=f"https://{cage('archive')}.example/",
            note=cage("source-note"),
        )
        | {"#": cage.unseen("source-comment")},
        f"content/actors/{owl}.yaml": cage.marked(
            name=cage("name"),
            kind="organisation",
            aliases=[cage("alias")],
            about=cage("about"),
            bloc=cage("bloc"),
            note=cage("actor-note"),
        )
        | {"#": cage.unseen("actor-comment")},
        f"content/issues/{eggs}.yaml": cage.marked(
            proposition=cage("proposition"),
            name=cage("issue-name"),
            why=cage("issue-why"),
            note=cage("issue-note"),
        ),
        f"content/pages/{cage('page-id')}.md": (
            cage.marked(title=cage("page-title"), note=cage("page-note")),
            f"{cage('page')} <!-- {cage.unseen('page-comment')} -->\n",
        ),
        f"content/briefs/{cage('brief-id')}.md": (
            cage.marked(
                title=cage("title"),
                # each on a day of its own: no two of them speak at one instant
                as_of=f"2031-05-{4 + LEVELS.index(cage.level):02}",
                product="sitrep",
                status="cleared",
                cleared_by=cage("clearer"),
                authors=[cage("brief-author")],
                sources=[cable],
                bottom_line=cage("bottom-line"),
                key_messages=[cage("message"), cage("second-message")],
                assumptions=[cage("assumption")],
                limitations=[cage("limitation")],
                note=cage("brief-note"),
                actors=[
                    {
                        "id": cage("wren-id"),
                        "name": cage("wren"),
                        "kind": "person",
                        "posts": [{"title": cage("post"), "at": owl}],
                    }
                ],
                positions=[
                    {
                        "actor": cage("wren-id"),
                        "issue": eggs,
                        "stance": "opposes",
                        "quote": cage("wren-quote"),
                    }
                ],
            )
            | {"#": cage.unseen("brief-comment")},
            f"{cage('body')} <!-- {cage.unseen('body-comment')} -->\n\n![{cage('alt')}]({picture})\n",
        ),
        f"content/briefs/{picture}": _png(cage.unseen("metadata")),
    }


def _png(comment: str) -> bytes:
    """A picture of one dot, with a comment in its metadata."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
            chunk(b"tEXt", b"Comment\0" + comment.encode()),
            chunk(b"IDAT", zlib.compress(b"\0\0")),
            chunk(b"IEND", b""),
        )
    )
