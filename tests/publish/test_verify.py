"""Whoever touches a site after it was published is found out."""

import os
import random
import shutil
import socket
import subprocess
from collections import Counter

import pytest

from briefbook.publish import MARK, publish
from briefbook.publish import tree as trees
from briefbook.publish import verify as verifying
from briefbook.publish.sums import parse_sums, render_sums
from briefbook.publish.verify import verify
from tests.sites import run

SITE = [
    (MARK, b"body { color: black }"),
    ("index.html", b"<h1>Owls</h1>"),
    *((f"claims/nest-{number}.html", b"<p>nest %d</p>" % number) for number in range(6)),
    ("data/odd \\ name.json", b"{}"),
    ("data/empty.txt", b""),
]
MUTANTS = 1000


@pytest.fixture
def site(tmp_path):
    """A site as it was published."""
    publish(SITE, tmp_path / "site")
    return tmp_path / "site"


def found(site, kept=None):
    """What `briefbook verify` finds, each in a line."""
    return verify(site, kept).findings


def test_an_untouched_site_is_clean(site):
    """A site as it was published has no finding."""
    assert (len(SITE), []) == verify(site)


def test_coreutils_agrees(site):
    """`sha256sum -c SHA256SUMS` finds a site as it was published, odd names too."""
    command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]

    assert subprocess.run(command, cwd=site, check=True, capture_output=True).stdout == b""


def test_coreutils_would_write_the_same_list(site):
    """The list has its lines as `sha256sum` prints them, in the order of the bytes of their paths."""
    paths = sorted(file for file, _ in SITE)
    printed = subprocess.run(["sha256sum", *paths], cwd=site, check=True, capture_output=True).stdout

    assert printed == (site / "SHA256SUMS").read_bytes()


def test_each_of_a_thousand_mutants_is_found(site, tmp_path):
    """A byte flipped, a file added, removed, renamed, cut, lengthened, or two swapped: nothing escapes."""
    dice, done, escaped = random.Random(20140615), Counter(), []
    copy = tmp_path / "copy"
    for number in range(MUTANTS):
        shutil.copytree(site, copy)
        mutate = dice.choice(MUTATIONS)
        what = mutate(copy, dice)
        done[mutate.__name__] += 1
        if not found(copy):
            escaped.append((number, mutate.__name__, what))
        shutil.rmtree(copy)

    assert [] == escaped
    assert len(MUTATIONS) == len(done)
    assert MUTANTS == done.total()


def any_file(site, dice, *, least=0):
    """One of a site's files that has some bytes; the list of sums is one of them."""
    return dice.choice(
        [*sorted(path for path in site.rglob("*.*") if _size(path) >= least), site / "SHA256SUMS"]
    )


def _size(path):
    return path.stat().st_size if path.is_file() else -1


def flip_a_bit(site, dice):
    path = any_file(site, dice, least=1)
    data = bytearray(path.read_bytes())
    at = dice.randrange(len(data))
    data[at] ^= 1 << dice.randrange(8)
    path.write_bytes(data)
    return path, at


def cut(site, dice):
    path = any_file(site, dice, least=1)
    os.truncate(path, dice.randrange(path.stat().st_size))
    return path


def lengthen(site, dice):
    path = any_file(site, dice)
    with path.open("ab") as file:
        file.write(dice.choice([b"\n", b" ", b"\0", b"<script>"]))
    return path


def remove(site, dice):
    path = dice.choice(sorted(site.rglob("*.*")))
    path.unlink()
    return path


def add(site, dice):
    path = any_file(site, dice).with_name(f"added-{dice.randrange(99)}.html")
    path.write_bytes(b"")
    return path


def add_a_folder(site, dice):
    path = any_file(site, dice).parent / "more"
    path.mkdir()
    return path


def rename(site, dice):
    path = dice.choice(sorted(site.rglob("*.*")))
    path.rename(path.with_name(f"{path.name}~"))
    return path


def swap_two(site, dice):
    one, other = dice.sample(sorted(path for path in site.rglob("*.*")), 2)
    one.rename(site / "between")
    other.rename(one)
    (site / "between").rename(other)
    return one, other


def link_instead(site, dice):
    path = dice.choice(sorted(site.rglob("*.*")))
    path.rename(site.parent / "aside")
    path.symlink_to(site.parent / "aside")
    return path


def change_a_mode(site, dice):
    path = any_file(site, dice)
    path.chmod(dice.choice([0o755, 0o4644, 0o666, 0o640]))
    return path


def swap_two_lines(site, dice):
    lines = (site / "SHA256SUMS").read_bytes().splitlines(keepends=True)
    one, other = dice.sample(range(len(lines)), 2)
    lines[one], lines[other] = lines[other], lines[one]
    (site / "SHA256SUMS").write_bytes(b"".join(lines))
    return one, other


def drop_a_line(site, dice):
    lines = (site / "SHA256SUMS").read_bytes().splitlines(keepends=True)
    del lines[dice.randrange(len(lines))]
    (site / "SHA256SUMS").write_bytes(b"".join(lines))


def double_a_line(site, dice):
    lines = (site / "SHA256SUMS").read_bytes().splitlines(keepends=True)
    at = dice.randrange(len(lines))
    lines.insert(at, lines[at])
    (site / "SHA256SUMS").write_bytes(b"".join(lines))


def name_another(site, dice):
    lines = (site / "SHA256SUMS").read_bytes().splitlines(keepends=True)
    path = dice.choice([b"../index.html", b"/etc/passwd", b"zebra.html", b"./index.html", b"SHA256SUMS"])
    lines.insert(dice.randrange(len(lines)), b"0" * 64 + b"  " + path + b"\n")
    (site / "SHA256SUMS").write_bytes(b"".join(lines))
    return path


MUTATIONS = [
    *(flip_a_bit, cut, lengthen, remove, add, add_a_folder, rename, swap_two),
    *(link_instead, change_a_mode, swap_two_lines, drop_a_line, double_a_line, name_another),
]


@pytest.mark.parametrize(
    ("touch", "lines"),
    [
        (lambda site: (site / "index.html").write_text("owl"), ["changed: index.html"]),
        (lambda site: (site / "new.html").touch(), ["added: new.html"]),
        (lambda site: (site / "new").mkdir(), ["added: new/"]),
        (lambda site: (site / "index.html").unlink(), ["missing: index.html"]),
        (
            lambda site: (site / "index.html").rename(site / "home.html"),
            ["added: home.html", "missing: index.html"],
        ),
        (
            lambda site: (site / "home.html").symlink_to("index.html"),
            ["link: home.html (a site holds plain files only)"],
        ),
        (lambda site: os.mkfifo(site / "pipe"), ["pipe: pipe (a site holds plain files only)"]),
        (
            lambda site: (site / "index.html").chmod(0o4755),
            ["mode: index.html has 4755; a page has 644, a folder 755"],
        ),
        (lambda site: (site / "data").chmod(0o777), ["mode: data has 777; a page has 644, a folder 755"]),
        (lambda site: (site / "a\n\x1b[2J\udcff").touch(), ["added: a\\n\\x1b[2J\\udcff"]),
    ],
)
def test_what_was_touched_is_named(site, touch, lines):
    """A finding is a line of plain words that ends with the path, safe to print."""
    touch(site)

    assert lines == found(site)


def test_a_group_may_write(site):
    """A copy that git made under another umask is the same site."""
    (site / "index.html").chmod(0o664)
    (site / "data").chmod(0o2775)

    assert [] == found(site)


def test_a_socket_is_named(site, monkeypatch):
    """What is no file at all is named by its kind."""
    monkeypatch.chdir(site)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("door")

    assert ["socket: door (a site holds plain files only)"] == found(site)


def test_what_cannot_be_read_is_named(site, monkeypatch):
    """What is closed to us is a finding; what may stand in a closed folder is not called missing."""
    scandir, read = os.scandir, verifying.file_digest

    def closed_folder(path):
        if path.endswith("claims/"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    def closed_file(path):
        if path.endswith("index.html"):
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(trees.os, "scandir", closed_folder)
    monkeypatch.setattr(verifying, "file_digest", closed_file)

    assert [
        "unreadable: claims/ (Permission denied)",
        "unreadable: index.html (Permission denied)",
    ] == found(site)


def test_a_copy_kept_elsewhere_finds_a_list_that_was_mended_too(site):
    """Who changes a page and its sum is found out by the copy of the list, and only by it."""
    kept = (site / "SHA256SUMS").read_bytes()
    (site / "index.html").write_text("<h1>No owls</h1>")
    digests = {**parse_sums(kept).digests, "index.html": verifying.file_digest(str(site / "index.html"))}
    (site / "SHA256SUMS").write_bytes(render_sums(digests))

    assert [] == found(site)
    assert ["changed: SHA256SUMS", "changed: index.html"] == found(site, kept)


def test_a_copy_kept_elsewhere_finds_a_list_that_is_gone(site):
    """With a copy of the list its absence is a finding like another."""
    kept = (site / "SHA256SUMS").read_bytes()
    (site / "SHA256SUMS").unlink()

    assert ["missing: SHA256SUMS"] == found(site, kept)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("../outside.txt", "names no file that the list could be about"),
        ("/etc/passwd", "names no file that the list could be about"),
        ("a//b", "names no file that the list could be about"),
        ("SHA256SUMS", "names no file that the list could be about"),
        ("a" * 4097, "is no line of a SHA-256 and a path"),
        ("a\0b", "is no line of a SHA-256 and a path"),
        ("back\\slash", "is not written as we write it"),
    ],
)
def test_a_hostile_line_leads_nowhere(site, line, words):
    """A line that leads out of the site, or that we would not write, is a finding; nothing is read for it."""
    with (site / "SHA256SUMS").open("a") as file:
        file.write(f"{'0' * 64}  {line}\n")

    assert f"SHA256SUMS:{len(SITE) + 1}: {words}" == found(site)[0]


def test_a_doubled_line_is_a_finding(site):
    """The first of two lines with one path is believed, and the second is named."""
    list_ = site / "SHA256SUMS"
    last = list_.read_bytes().splitlines(keepends=True)[-1]
    list_.write_bytes(list_.read_bytes() + last)

    assert [f"SHA256SUMS:{len(SITE) + 1}: is out of order, or there twice"] == found(site)


def test_a_list_of_rubbish_is_told_in_few_lines(site):
    """Of very many bad lines the first twenty are named and the rest counted."""
    with (site / "SHA256SUMS").open("a") as file:
        file.write("rubbish\n" * 100_000)

    lines = found(site)

    assert 21 == len(lines)
    assert "SHA256SUMS: 99980 more lines are at fault" == lines[-1]


def test_a_deep_tree_is_walked(site):
    """Folders inside folders, deeper than Python may recurse, are looked through."""
    path = site
    for _ in range(1200):
        path /= "d"
        path.mkdir()

    assert 1200 == len(found(site))
    trees.remove_tree(os.fspath(site / "d"))


def test_the_command_is_silent_about_nothing(site):
    """A clean site ends with 0 and says how many files were verified."""
    assert (0, f"Verified {len(SITE)} files: all are as they were published.\n") == run("verify", site)


def test_the_command_ends_with_1_where_something_was_touched(site):
    """Each finding is one line, and the last line counts them."""
    (site / "index.html").unlink()

    assert (1, "missing: index.html\n1 finding.\n") == run("verify", site)


def test_the_command_takes_a_list_that_was_kept(site, tmp_path):
    """With `--sums` the site's own list is not believed."""
    shutil.copy(site / "SHA256SUMS", tmp_path / "kept")
    (site / "index.html").write_text("owl")
    (site / "SHA256SUMS").unlink()

    status, words = run("verify", site, "--sums", tmp_path / "kept")

    assert (1, "missing: SHA256SUMS\nchanged: index.html\n2 findings.\n") == (status, words)


def test_there_must_be_something_to_verify(site, tmp_path, monkeypatch):
    """Without a folder, or a list that can be read, the command ends with 2 and one line of words."""
    list_ = site / "SHA256SUMS"
    for change, words in [
        (lambda: None, "nowhere is not a folder"),
        (list_.unlink, "holds no SHA256SUMS"),
        (lambda: os.mkfifo(list_), "is no plain file"),
        (list_.unlink, "holds no SHA256SUMS"),
        (lambda: list_.symlink_to("index.html"), "is no plain file"),
    ]:
        change()
        status, said = run("verify", tmp_path / "nowhere" if "nowhere" in words else site)
        assert 2 == status
        assert words in said
        assert 1 == said.count("\n")


@pytest.mark.parametrize("where", ["site", "kept"])
def test_a_list_too_long_is_not_read(site, tmp_path, monkeypatch, where):
    """A list longer than any site needs ends with 2 and one line."""
    monkeypatch.setattr(verifying, "MOST_BYTES", 100)
    (tmp_path / "kept").write_bytes(b"x" * 101)

    status, words = run("verify", site, *(["--sums", tmp_path / "kept"] if where == "kept" else []))

    assert 2 == status
    assert "longer than" in words


def test_a_list_that_cannot_be_read_is_told(site, monkeypatch):
    """A list that is closed to us ends with 2 and one line."""

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(verifying.Path, "lstat", refuse)

    status, words = run("verify", site)

    assert (2, f"briefbook: cannot read {site}/SHA256SUMS: Permission denied\n") == (status, words)
