"""A site is put in its place whole, or what stood there stays."""

import os

import pytest

from briefbook import publish as publishing
from briefbook.publish import MARK, PublishError, publish
from tests.sites import CASES, run, tree

OLD = [(MARK, b"old style"), ("index.html", b"old"), ("actors/owl.html", b"owl")]
NEW = [(MARK, b"new style"), ("index.html", b"new"), ("claims/nest.html", b"nest")]


def as_tree(files):
    return dict(files)


def names_in(folder):
    """What stands in a folder, files that begin with a dot too."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def out(tmp_path):
    """A folder with a site in it; nothing else stands beside it."""
    assert 3 == publish(OLD, tmp_path / "site")
    return tmp_path / "site"


def test_first_site_makes_its_folder(tmp_path):
    """The folder and those above it are made; every file stands in it, readable for a web server."""
    out = tmp_path / "deep" / "down" / "site"

    assert len(NEW) == publish(NEW, out)
    assert as_tree(NEW) == tree(out)
    assert 0o755 == out.stat().st_mode & 0o777


def test_new_site_leaves_nothing_of_the_old_one(out):
    """Pages that are gone from the book are gone from the site, and nothing is left beside it."""
    publish(NEW, out)

    assert as_tree(NEW) == tree(out)
    assert ["site"] == names_in(out.parent)


def test_same_site_again_changes_no_byte(out):
    """Publishing the same files twice gives the same folder."""
    publish(OLD, out)

    assert as_tree(OLD) == tree(out)


def test_an_empty_folder_is_taken(tmp_path):
    """A folder that holds nothing can become a site."""
    (tmp_path / "site").mkdir()

    publish(NEW, tmp_path / "site")

    assert as_tree(NEW) == tree(tmp_path / "site")


def test_a_strange_folder_is_refused(tmp_path):
    """A folder with anything else than a site of ours in it is never replaced."""
    (tmp_path / "letter.txt").write_text("Dear owl")

    with pytest.raises(PublishError, match="something else than a briefbook site"):
        publish(NEW, tmp_path)

    assert {"letter.txt": b"Dear owl"} == tree(tmp_path)


@pytest.mark.parametrize("kind", ["file", "link", "dangling"])
def test_what_is_no_folder_is_refused(tmp_path, kind):
    """A file or a link in the place of the folder stays; what a link leads to stays too."""
    out, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    if kind == "file":
        out.write_text("a file")
    else:
        out.symlink_to(elsewhere)
    if kind == "link":
        publish(OLD, elsewhere)

    with pytest.raises(PublishError, match="is not a folder"):
        publish(NEW, out)

    assert out.is_symlink() or out.read_text() == "a file"
    assert kind != "link" or as_tree(OLD) == tree(elsewhere)


def test_a_page_that_fails_leaves_the_old_site(out):
    """When a page cannot be rendered, the old site stands whole and nothing is left beside it."""

    def files():
        yield from NEW[:2]
        raise RuntimeError("a page fails")

    with pytest.raises(RuntimeError, match="a page fails"):
        publish(files(), out)

    assert as_tree(OLD) == tree(out)
    assert ["site"] == names_in(out.parent)


def test_a_full_disk_leaves_the_old_site(out, monkeypatch):
    """When a write fails half-way, the old site stands whole and the message gives the reason."""
    write = os.write

    def write_a_little(handle, data):
        if bytes(data) == b"nest":
            raise OSError(28, "No space left on device")
        return write(handle, data[:1])

    monkeypatch.setattr(publishing.os, "write", write_a_little)

    with pytest.raises(PublishError, match="No space left on device"):
        publish(NEW, out)

    assert as_tree(OLD) == tree(out)
    assert ["site"] == names_in(out.parent)


def test_short_writes_are_gone_on_with(tmp_path, monkeypatch):
    """A file that the system takes byte by byte is whole in the end."""
    write = os.write
    monkeypatch.setattr(publishing.os, "write", lambda handle, data: write(handle, data[:1]))

    publish(NEW, tmp_path / "site")

    assert as_tree(NEW) == tree(tmp_path / "site")


def test_a_failed_exchange_puts_the_old_site_back(out, monkeypatch):
    """When the new site cannot take the place, the old one takes it again."""
    rename = publishing.Path.rename

    def fail_for_the_new(self, target):
        if target == out and (self / "claims").exists():
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(publishing.Path, "rename", fail_for_the_new)

    with pytest.raises(PublishError, match="Input/output error"):
        publish(NEW, out)

    assert as_tree(OLD) == tree(out)
    assert ["site"] == names_in(out.parent)


def test_two_files_of_one_name_are_refused(out):
    """Two pages with one address are our fault: neither silently replaces the other."""
    with pytest.raises(PublishError, match="File exists"):
        publish([*NEW, ("index.html", b"again")], out)

    assert as_tree(OLD) == tree(out)


def test_an_error_in_the_content_writes_nothing(tmp_path):
    """With an error in the book the old site stays as it was, and no folder is made where none stood."""
    book, out = tmp_path / "book", tmp_path / "site"
    (book / "content" / "briefs").mkdir(parents=True)
    publish(OLD, out)
    (book / "content" / "briefs" / "first.md").write_text("---\ntitle: No date\n---\n")

    for folder in (out, tmp_path / "none"):
        status, words = run("build", "--content", book / "content", "--out", folder)
        assert 1 == status
        assert "Nothing was built." in words

    assert as_tree(OLD) == tree(out)
    assert ["book", "site"] == names_in(tmp_path)


def test_a_place_that_cannot_be_written_ends_with_one_line(tmp_path):
    """Where no site can be written the command says so in one line, and its status is 2."""
    (tmp_path / "file").write_text("not a folder")

    status, words = run("build", "--content", CASES / "one" / "content", "--out", tmp_path / "file" / "site")

    assert 2 == status
    assert words.startswith("briefbook: cannot write")
    assert 1 == words.count("\n")


def test_a_read_only_file_system_ends_with_one_line(tmp_path, monkeypatch):
    """Where the folder above is read-only the command says so in one line, and its status is 2."""

    def refuse(**_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(publishing.tempfile, "mkdtemp", refuse)

    status, words = run("build", "--content", CASES / "one" / "content", "--out", tmp_path / "site")

    assert (2, "briefbook: cannot write beside ") == (status, words[:31])
    assert words.endswith("Read-only file system\n")
    assert 1 == words.count("\n")


def test_a_strange_folder_ends_with_one_line(tmp_path):
    """Where something else stands the command says so in one line, and its status is 2."""
    (tmp_path / "letter.txt").write_text("Dear owl")

    status, words = run("build", "--content", CASES / "one" / "content", "--out", tmp_path)

    assert 2 == status
    assert "name another folder with --out" in words
    assert 1 == words.count("\n")
