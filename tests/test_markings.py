"""What an audience may not see is in no byte of what it gets."""

import base64
import binascii
import codecs
import gzip
import html
import itertools
import re
import urllib.parse
import zlib

import pytest

from tests.aviary import CANARY, LEVELS, slug, write_aviary
from tests.sites import build

CEILINGS = ("CLEAR", *LEVELS[:-1])
"""All that withhold something."""
SHOWN = {"CLEAR": (), **{level: LEVELS[: number + 1] for number, level in enumerate(LEVELS)}}
"""What a ceiling lets through beside CLEAR."""


def decodings(data: bytes):
    """What a patient reader could make of a file: its name for it, and the text."""
    yield "latin-1", data.decode("latin-1")
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        for start in range(4 if "32" in encoding else 2):
            yield f"{encoding} from {start}", data[start:].decode(encoding, "ignore")
    text = data.decode("utf-8", "replace")
    yield "percent", urllib.parse.unquote(urllib.parse.unquote(text))
    yield "HTML", html.unescape(html.unescape(text))
    yield "JSON", re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    yield "quoted-printable", binascii.a2b_qp(data).decode("latin-1")
    yield "rot13", codecs.encode(text, "rot13")
    yield "backwards", text[::-1]
    for run in re.findall(rb"[A-Za-z0-9+/_-]{16,}", data):
        plain = run.translate(bytes.maketrans(b"-_", b"+/"))
        for start in range(4):
            piece = plain[start : start + (len(plain) - start) // 4 * 4]
            yield "base64", base64.b64decode(piece).decode("latin-1")
    for run in re.findall(rb"(?:[0-9a-fA-F]{2}){8,}", data):
        yield "hex", bytes.fromhex(run.decode()).decode("latin-1")
    for sign, window in ((b"\x1f\x8b", 31), (b"\x78", 15)):
        for found in re.finditer(re.escape(sign), data):
            try:
                yield (
                    "deflate",
                    zlib.decompressobj(window).decompress(data[found.start() :]).decode("latin-1"),
                )
            except zlib.error:
                continue


def find_canaries(site: dict[str, bytes]) -> dict[str, set[str]]:
    """For each canary found in a file's name or bytes, however they are decoded, the files."""
    found: dict[str, set[str]] = {}
    for file, data in site.items():
        for _, text in itertools.chain([("name", file)], decodings(data)):
            for canary in re.findall(rf"{CANARY}[a-z-]*", text, re.IGNORECASE):
                found.setdefault(canary.lower(), set()).add(file)
    return found


HIDDEN = {
    "plain": bytes,
    "upper": bytes.upper,
    "utf-16-le": lambda data: b"<p>x" + data.decode().encode("utf-16-le"),
    "utf-16-be": lambda data: b"xxx" + data.decode().encode("utf-16-be"),
    "utf-32": lambda data: data.decode().encode("utf-32-le"),
    "percent": lambda data: "".join(f"%{each:02x}" for each in data).encode(),
    "percent twice": lambda data: "".join(f"%25{each:02x}" for each in data).encode(),
    "references": lambda data: "".join(f"&#{each};" for each in data).encode(),
    "hex references": lambda data: "".join(f"&#x{each:x};" for each in data).encode(),
    "json": lambda data: "".join(f"\\u{each:04X}" for each in data).encode(),
    "quoted-printable": lambda data: b"=".join([b"", *(f"{each:02X}".encode() for each in data)]),
    "rot13": lambda data: codecs.encode(data.decode(), "rot13").encode(),
    "backwards": lambda data: data[::-1],
    "base64": base64.b64encode,
    "base64, one on": lambda data: base64.b64encode(b"x" + data),
    "base64 of a url": lambda data: base64.urlsafe_b64encode(b"\xff\xfe" + data),
    "hex": lambda data: data.hex().encode(),
    "gzip": lambda data: b"stem" + gzip.compress(data, mtime=0),
    "deflate": lambda data: b"stem" + zlib.compress(data),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_the_search_finds_a_canary_however_it_is_written(how):
    """A canary that somebody hid in a file is found: the positive control of all that follows."""
    canary = f"{CANARY}-hidden-in-a-file"

    found = find_canaries({"index.html": b"<p>Birds</p>" + HIDDEN[how](canary.encode()) + b" nest"})

    assert any(each.startswith(CANARY) for each in found)


@pytest.fixture(scope="module")
def aviary(tmp_path_factory):
    """The book with withheld parts at every marking: its folder, and the parts."""
    root = tmp_path_factory.mktemp("aviary")
    return root, write_aviary(root, LEVELS)


@pytest.mark.parametrize("ceiling", ["CLEAR", *LEVELS])
def test_canaries_of_a_site_are_those_that_its_audience_may_see(aviary, tmp_path, ceiling):
    """Every text up to the ceiling is in the site, and no byte, name or decoding holds a stricter one."""
    root, cages = aviary
    site = build(root, tmp_path / "site", "--ceiling", ceiling)
    found = find_canaries(site)

    for cage in cages:
        mine = {canary for canary in found if canary.startswith(f"{CANARY}-{cage.slug}-")}
        if cage.level == "AMBER":
            mine = {canary for canary in mine if not canary.startswith(f"{CANARY}-{slug('AMBER+STRICT')}-")}
        if cage.level in SHOWN[ceiling]:
            assert cage.canaries <= mine
            assert not cage.silent & mine
        else:
            assert set() == mine


@pytest.mark.parametrize("ceiling", CEILINGS)
@pytest.mark.parametrize("options", [(), ("--drafts",)], ids=["cleared", "drafts"])
def test_a_site_is_that_of_a_book_without_what_it_withholds(aviary, tmp_path, ceiling, options):
    """Each ceiling gives the bytes of a book in which all that is stricter was never written."""
    deleted = tmp_path / "book"
    write_aviary(deleted, SHOWN[ceiling])

    withheld = build(aviary[0], tmp_path / "site", "--ceiling", ceiling, *options)

    assert build(deleted, tmp_path / "deleted", "--ceiling", ceiling, *options) == withheld
