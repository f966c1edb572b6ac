"""What holds for any build: the same bytes everywhere, in any order of files, and nothing withheld in it."""

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.derive.pages import iter_pages, site_of
from briefbook.derive.situation import Situation
from briefbook.load.book import load_book
from briefbook.load.settings import load_config
from briefbook.model.book import Book
from briefbook.model.marking import Marking
from briefbook.release import release
from tests.sites import RIVER, build, tree

CLEARED = frozenset(("cleared",))


@pytest.fixture
def river(tmp_path):
    """A copy of the invented situation that a test may change."""
    return shutil.copytree(RIVER, tmp_path / "book", ignore=shutil.ignore_patterns("expected"))


def digests(site: dict[str, bytes]) -> dict[str, str]:
    """The SHA-256 of each file."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in site.items()}


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    """What the invented situation builds to in this process."""
    return digests(build(RIVER, tmp_path_factory.mktemp("site") / "reference"))


@pytest.mark.parametrize(
    ("seed", "zone", "locale", "umask", "folder"),
    [
        ("0", "UTC", "C", 0o022, "."),
        ("0", "Pacific/Kiritimati", "tr_TR.UTF-8", 0o077, ".."),
        ("4294967295", "UTC", "tr_TR.UTF-8", 0o077, "."),
        ("4294967295", "Pacific/Kiritimati", "C", 0o022, ".."),
    ],
)
def test_site_has_the_same_bytes_everywhere(river, tmp_path, reference, seed, zone, locale, umask, folder):
    """Hash seed, time zone, locale, umask and working folder leave no trace: each two of them are tried."""
    where = (river / folder).resolve()
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "LC_ALL": locale,
        "LANGUAGE": locale,
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
    }
    subprocess.run(
        [
            *(sys.executable, "-m", "briefbook", "build"),
            *("--content", os.path.relpath(river / "content", where), "--out", "../site"),
        ],
        cwd=where,
        env=environment,
        umask=umask,
        check=True,
        capture_output=True,
    )

    assert reference == digests(tree((where / "../site").resolve()))


@pytest.mark.parametrize("seed", range(3))
def test_order_of_a_folder_is_no_matter(tmp_path, monkeypatch, reference, seed):
    """The order in which a file system lists files changes nothing."""
    scandir = os.scandir

    class Shuffled(list):
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

    def shuffled(path="."):
        with scandir(path) as found:
            entries = Shuffled(sorted(found, key=lambda entry: entry.name))
        random.Random(seed).shuffle(entries)
        return entries

    monkeypatch.setattr("briefbook.load.files.os.scandir", shuffled)

    assert reference == digests(build(RIVER, tmp_path / "site"))


def load(root) -> Book:
    return load_book(root, root / "content", load_config(root / "mkdocs.yml")[0]).book


def views(book: Book, ceiling=Marking.CLEAR) -> list[bytes]:
    """All bytes that a renderer gets, page by page."""
    situation = Situation(release(book, ceiling, CLEARED))
    encode = msgspec.msgpack.encode
    return [encode(site_of(situation)), *(encode(page.ask(situation)) for page in iter_pages(situation))]


@pytest.fixture(scope="module")
def whole():
    """The invented situation as a book, and the bytes of its pages' views."""
    book = load(RIVER)
    return book, views(book)


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_fold_does_not_depend_on_the_order_of_files(whole, random):
    """The situation is the same in whatever order its files were read."""
    book, expected = whole
    files = sorted(book.files)
    random.shuffle(files)

    shuffled = Book(book.settings, {file: book.find(book.files[file]) for file in files}, book.texts)

    assert expected == views(shuffled)


def test_a_withheld_record_is_as_if_deleted_by_hand(river, tmp_path, reference):
    """The site at CLEAR is, byte for byte, the site of the book from which all that is stricter was cut."""
    for file in (
        "content/actors/halden-mission.yaml",
        "content/briefs/2031-03-07-go-between.yaml",
        "content/briefs/2031-03-12-rain.md",
        "seeds/desk-note-2031-03-07.yaml",
        "seeds/desk-note-2031-03-07.txt",
    ):
        (river / file).unlink()
    brief = river / "content/briefs/2031-03-10-kelmet.md"
    text = brief.read_text(encoding="utf-8")
    before, _, rest = text.partition("\njudgements:\n")
    brief.write_text(before + "\n---\n" + rest.partition("\n---\n")[2], encoding="utf-8")

    assert "AMBER" not in "".join(path.read_text(encoding="utf-8") for path in river.rglob("*.*"))
    assert reference == digests(build(river, tmp_path / "site"))


def test_a_higher_ceiling_shows_what_a_lower_one_withholds(tmp_path, reference):
    """At AMBER the go-between, its brief and the re-rated question are there; at CLEAR they are not."""
    site = build(RIVER, tmp_path / "site", "--ceiling", "AMBER")

    assert {
        "actors/halden-mission.html",
        "briefs/2031-03-07-go-between.html",
        "claims/figures-for-silence.html",
        "sources/desk-note-2031-03-07.html",
    } == site.keys() - reference.keys()
    assert b"Someone else than the Commission" in site["briefs/2031-03-10-kelmet.html"]
    assert b"An offer is on its way" in site["questions/figures-by-april.html"]


CANARY = "Nightjar"
SETTINGS = """\
site_name: Birds
plugins:
- briefbook: {schema_version: 1, default_tlp: CLEAR}
"""
AVIARY = {
    "seeds/paper.yaml": "{publisher: The Paper, title: Birds, published: 2031-05-01}",
    "seeds/cable.yaml": (
        "{publisher: *-publisher, title: *-headline, authors: [*-author], published: 2031-05-01, tlp: AMBER,"
        " url: 'https://*-url.example/', note: *-source-note, archive_url: 'https://*-archive.example/'}"
    ),
    "content/actors/heron.yaml": "{name: Heron, kind: person}",
    "content/actors/owl.yaml": (
        "{name: *-name, kind: organisation, aliases: [*-alias], about: *-about, bloc: *-bloc, tlp: AMBER,"
        " note: *-actor-note}"
    ),
    "content/issues/nests.yaml": "{proposition: Nests should be built higher.}",
    "content/issues/eggs.yaml": (
        "{proposition: *-proposition, name: *-issue-name, why: *-issue-why, note: *-issue-note, tlp: AMBER}"
    ),
    "content/pages/hidden.md": "---\n{title: *-page-title, note: *-page-note, tlp: AMBER}\n---\n*-page\n",
    "content/briefs/first.md": """\
---
title: Birds
as_of: 2031-05-01
product: profile
status: cleared
cleared_by: Desk
sources: [paper]
bottom_line: Birds nest.
positions:
- {actor: heron, issue: nests, stance: supports, quote: Higher}
- {actor: owl, issue: nests, stance: mixed, condition: *-condition, summary: *-summary, reason: *-reason,
   note: *-position-note, locator: *-locator, translation: *-translation, quote: *-quote,
   described_as: *-described, tlp: AMBER}
claims:
- {id: claim-open, text: A nest fell., by: heron, words: fell, replies: [
    {by: heron, says: partly, words: *-reply-words, note: *-reply-note, tlp: AMBER}], figures: [
    {what: *-what, reported: *-reported, unit: *-unit, paraphrase: *-figure,
     note: *-figure-note, tlp: AMBER}],
   evidence: [{paraphrase: *-piece, note: *-piece-note, tlp: AMBER}]}
- {id: claim-hidden, text: *-claim, by: owl, place: *-place, paraphrase: *-paraphrase,
   note: *-claim-note, tlp: AMBER}
events:
- {id: event-hidden, title: *-event, date: 2031-05-01, place: *-event-place, words: *-words,
   note: *-event-note, tlp: AMBER}
questions:
- {id: question-open, text: Will it hold?, why: It is high., about: [claim-open]}
- {id: question-hidden, text: *-question?, why: *-question-why, owner: *-owner,
   note: *-question-note, tlp: AMBER,
   indicators: {sign: *-indicator}, status: answered, answer: *-answer}
judgements:
- {id: judgement-hidden, text: *-judgement, likelihood: likely, confidence: low, basis: *-basis,
   alternatives: [*-alternative], note: *-judgement-note, tlp: AMBER}
ties:
- {actor: heron, tie: backs, other: owl, paraphrase: *-tie, note: *-tie-note, tlp: AMBER}
corrections:
- {date: 2031-05-02, entry: claim-open, was: *-was, now: *-now, reason: *-correction-reason,
   note: *-correction-note, tlp: AMBER}
---
Birds nest.
""",
    "content/briefs/second.md": """\
---
title: Birds again
as_of: 2031-05-03
product: profile
status: cleared
cleared_by: Desk
sources: [paper]
bottom_line: Birds still nest.
updates:
- {update: claim-open, status: disputed, reason: *-update-reason, words: *-update-words,
   note: *-update-note, tlp: AMBER}
- {update: question-open, answer: *-update-answer, owner: *-update-owner, why: *-update-why,
   indicators: {mark: *-update-indicator}, tlp: AMBER}
- {update: claim-open, text: *-update-text, place: *-update-place, tlp: AMBER, replies: [
    {by: heron, says: denies, words: *-update-reply}], figures: [
    {what: *-update-what, reported: *-update-reported, paraphrase: *-update-figure}]}
---
""",
    "content/briefs/third.md": """\
---
title: *-title
as_of: 2031-05-04
product: sitrep
status: cleared
cleared_by: *-clearer
authors: [*-brief-author]
sources: [cable]
tlp: AMBER
bottom_line: *-bottom-line
key_messages: [*-message, *-second-message]
assumptions: [*-assumption]
limitations: [*-limitation]
note: *-brief-note
actors: [{id: wren, name: *-wren, kind: person, posts: [{title: *-post, at: owl}]}]
positions: [{actor: wren, issue: eggs, stance: opposes, quote: *-wren-quote}]
---
*-body
""",
}
"""A book with a canary in each text of each withheld record; `*-where` says where one sits."""


@pytest.fixture(scope="module")
def aviary(tmp_path_factory):
    """The folder of the book with canaries, and all of them."""
    root = tmp_path_factory.mktemp("aviary")
    (root / "mkdocs.yml").write_text(SETTINGS)
    canaries = set()
    for file, text in AVIARY.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text.replace("*-", f"{CANARY}-"))
        canaries.update(re.findall(r"\*-([a-z-]+)", text))
    return root, canaries


def test_no_canary_in_a_clear_site(aviary, tmp_path):
    """A word in any text of a withheld record is in no byte and no file name of the site at CLEAR."""
    site = build(aviary[0], tmp_path / "site")

    assert [] == [name for name, data in site.items() if CANARY.lower() in f"{name}{data.decode()}".lower()]


def test_every_canary_in_an_amber_site(aviary, tmp_path):
    """At AMBER each of those words stands somewhere: the search above would have found it."""
    site = build(aviary[0], tmp_path / "site", "--ceiling", "AMBER")
    words = "\n".join(data.decode() for data in site.values())

    found = set(re.findall(rf"{CANARY}-([a-z-]+)", words))

    assert aviary[1] == found
