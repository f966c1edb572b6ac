"""What holds for any build: the same bytes everywhere, in any order of files, whoever renders."""

import hashlib
import os
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


SHUFFLED = """\
import os, random
scandir = os.scandir
class Shuffled(list):
    def __enter__(self): return self
    def __exit__(self, *_): return None
    def close(self): pass
def shuffled(path="."):
    with scandir(path) as found:
        entries = Shuffled(sorted(found, key=lambda entry: entry.name))
    random.Random(7).shuffle(entries)
    return entries
os.scandir = shuffled
os.listdir = lambda path=".": [entry.name for entry in shuffled(path)]
"""
"""A `sitecustomize.py` under which a file system lists files in no order."""
SURROUNDINGS = {
    "seed": ("0", "4294967295"),
    "zone": ("UTC", "Pacific/Kiritimati"),
    "locale": ("C", "tr_TR.UTF-8"),
    "umask": (0o022, 0o077),
    "order": ("", SHUFFLED),
    "path": (
        "book",
        "a long way down/\N{LATIN SMALL LETTER E WITH ACUTE}t\N{LATIN SMALL LETTER E WITH ACUTE}",
    ),
    "workers": ("1", "2"),
}
L8 = ("0000000", "0001111", "0110011", "0111100", "1010101", "1011010", "1100110", "1101001")
"""Taguchi's orthogonal array: of any two columns, each pair of values stands in two rows."""


@pytest.mark.parametrize("row", L8)
def test_site_has_one_digest_everywhere(tmp_path, reference, row):
    """Seven things that a build must not depend on leave no trace, whichever two of them come together."""
    how = {
        name: values[int(choice)] for (name, values), choice in zip(SURROUNDINGS.items(), row, strict=True)
    }
    (tmp_path / "sitecustomize.py").write_text(how["order"])
    root = shutil.copytree(RIVER, tmp_path / how["path"], ignore=shutil.ignore_patterns("expected"))
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(tmp_path),
        "PYTHONHASHSEED": how["seed"],
        "TZ": how["zone"],
        "LC_ALL": how["locale"],
        "LANGUAGE": how["locale"],
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
    }
    subprocess.run(
        [
            *(sys.executable, "-m", "briefbook", "build", "--workers", how["workers"]),
            *("--content", "content", "--out", "../site"),
        ],
        cwd=root,
        env=environment,
        umask=how["umask"],
        check=True,
        capture_output=True,
    )

    assert reference == digests(tree(root.parent / "site"))


def test_the_sums_of_a_site_are_its_digest(tmp_path, reference):
    """Every file but the sums themselves has its SHA-256 in them, so that they stand for the whole site."""
    lines = build(RIVER, tmp_path / "site")["SHA256SUMS"].decode().splitlines()
    sums = {file: digest for digest, file in (line.split("  ", 1) for line in lines)}

    assert sums == {file: digest for file, digest in reference.items() if file != "SHA256SUMS"}


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
        "as-of/2031-03-07-go-between.html",
        "briefs/2031-03-07-go-between.html",
        "claims/figures-for-silence.html",
        "sources/desk-note-2031-03-07.html",
    } == {file for file in site.keys() - reference.keys() if file.endswith(".html")}
    assert b"Someone else than the Commission" in site["briefs/2031-03-10-kelmet.html"]
    assert b"An offer is on its way" in site["questions/figures-by-april.html"]
