"""A site is put in its place whole, or what stood there stays."""

import errno
import os
from itertools import count
from pathlib import Path

import pytest

from briefbook.publish import (
    Publication,
    PublishError,
    publication,
    publish,
    recover,
    scaffold,
    system,
)
from briefbook.publish import (
    tree as trees,
)
from briefbook.publish.verify import verify
from tests.publish.sites import NEW, OLD, names_in, served
from tests.sites import CASES, run, tree

CALLS = "open mkdir rename unlink rmdir write ftruncate fstat lstat scandir access".split()


@pytest.fixture(params=["exchange", "renames"])
def way(request, monkeypatch):
    """How the new site takes the place: at once, or with two renames."""
    if request.param == "renames":
        monkeypatch.setattr(system, "exchange", lambda *_: False)
    return request.param


@pytest.fixture
def out(tmp_path):
    """A folder with a site in it; nothing else stands beside it."""
    assert 4 == publish(OLD, tmp_path / "site")
    return tmp_path / "site"


def as_tree(files):
    return dict(files)


def test_first_site_makes_its_folder(tmp_path):
    """The folder and those above it are made; every file stands in it, readable for a web server."""
    out = tmp_path / "deep" / "down" / "site"

    assert len(NEW) + 1 == publish(NEW, out)
    assert as_tree(NEW) == served(out)
    assert 0o755 == out.stat().st_mode & 0o777


def test_new_site_leaves_nothing_of_the_old_one(out):
    """Pages that are gone from the book are gone from the site, and nothing is left beside it."""
    publish(NEW, out)

    assert as_tree(NEW) == served(out)
    assert ["site"] == names_in(out.parent)


def test_same_site_again_changes_no_byte(out):
    """Publishing the same files twice gives the same folder."""
    publish(OLD, out)

    assert as_tree(OLD) == served(out)


def test_an_empty_folder_is_taken(tmp_path):
    """A folder that holds nothing can become a site."""
    (tmp_path / "site").mkdir()

    publish(NEW, tmp_path / "site")

    assert as_tree(NEW) == served(tmp_path / "site")


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
    assert kind != "link" or as_tree(OLD) == served(elsewhere)


def test_a_page_that_fails_leaves_the_old_site(out):
    """When a page cannot be rendered, the old site stands whole and nothing is left beside it."""

    def files():
        yield from NEW[:2]
        raise RuntimeError("a page fails")

    with pytest.raises(RuntimeError, match="a page fails"):
        publish(files(), out)

    assert as_tree(OLD) == served(out)
    assert ["site"] == names_in(out.parent)


def test_short_writes_are_gone_on_with(tmp_path, monkeypatch):
    """A file that the system takes byte by byte is whole in the end."""
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:1]))

    publish(NEW, tmp_path / "site")

    assert as_tree(NEW) == served(tmp_path / "site")


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_a_failure_at_any_call_leaves_a_whole_site(out, monkeypatch, way, reason):
    """Whichever call of the system fails: one line, a whole site, and the next build tidies up."""
    words = os.strerror(reason)
    for number in count(1):
        with monkeypatch.context() as patch:
            left = fail_at(number, reason, patch)
            said = outcome(NEW, out)
        assert words in said or said == "published"
        assert "\n" not in said
        assert as_tree(OLD if said.startswith("cannot") else NEW) == served(out)
        assert [] == verify(out).findings
        publish(OLD, out)
        assert ["site"] == names_in(out.parent)
        if left[0] > 0:
            break

    assert number > 40


def outcome(files, out):
    """What a build says in the end."""
    try:
        publish(files, out)
    except PublishError as error:
        return str(error)
    return "published"


def fail_at(number, reason, patch):
    """Counts calls down in the list it gives; the one of that number fails."""
    left = [number]

    def failing(call):
        def called(*words, **more):
            left[0] -= 1
            if left[0] == 0:
                raise OSError(reason, os.strerror(reason))
            return call(*words, **more)

        return called

    for name in CALLS:
        patch.setattr(os, name, failing(getattr(os, name)))
    patch.setattr(system, "exchange", failing(system.exchange))
    patch.setattr(publication, "flush", failing(lambda _: None))
    return left


def test_two_files_of_one_name_are_refused(out):
    """Two pages with one address are our fault: neither silently replaces the other."""
    with pytest.raises(PublishError, match="File exists"):
        publish([*NEW, ("index.html", b"again")], out)

    assert as_tree(OLD) == served(out)


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

    assert as_tree(OLD) == served(out)
    assert ["book", "site"] == names_in(tmp_path)


def test_a_place_that_cannot_be_written_ends_with_one_line(tmp_path):
    """Where no site can be written the command says so in one line, and its status is 2."""
    (tmp_path / "file").write_text("not a folder")

    status, words = run("build", "--content", CASES / "one" / "content", "--out", tmp_path / "file" / "site")

    assert 2 == status
    assert words.startswith("briefbook: cannot write")
    assert 1 == words.count("\n")


def test_a_place_of_the_systems_own_ends_with_one_line(tmp_path):
    """Where nobody can write, not even root, the command says so in one line, and its status is 2."""
    status, words = run("build", "--content", CASES / "one" / "content", "--out", "/proc/briefbook/site")

    assert (2, "briefbook: cannot write beside /proc/briefbook/site: ") == (status, words[:53])
    assert 1 == words.count("\n")


@pytest.mark.parametrize(
    ("reason", "words"),
    [(errno.EROFS, "Read-only file system"), (errno.EACCES, "Permission denied")],
)
def test_a_folder_that_cannot_be_written_ends_with_one_line(out, monkeypatch, reason, words):
    """Where the folder above is read-only or another's one line says so; the old site stands."""

    def refuse(*_):
        raise OSError(reason, words)

    monkeypatch.setattr(os, "mkdir", refuse)

    status, said = run("build", "--content", CASES / "one" / "content", "--out", out)

    assert (2, f"briefbook: cannot write beside {out}: {words}\n") == (status, said)
    assert as_tree(OLD) == served(out)
    assert ["site"] == names_in(out.parent)


def test_a_mount_point_is_refused():
    """The root of a file system cannot be exchanged for another folder: name a folder in it."""
    with pytest.raises(PublishError, match=r"/proc is a mount point.* name a folder in it"):
        publish(NEW, Path("/proc"))


@pytest.mark.parametrize("reason", [errno.EBUSY, errno.EXDEV])
def test_a_mount_point_of_the_same_disk_is_refused(out, monkeypatch, reason):
    """What shows only at the exchange is said in the same words; the old site stands, and nothing is left."""

    def refuse(*_):
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(system, "exchange", refuse)

    with pytest.raises(PublishError, match="is a mount point"):
        publish(NEW, out)

    assert as_tree(OLD) == served(out)
    assert ["site"] == names_in(out.parent)


def test_a_file_system_that_cannot_flush_a_folder_is_good_enough(out, monkeypatch):
    """Once the site stands, nothing that follows can make it fail."""

    def refuse(_):
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(system, "flush_one", refuse)

    assert 4 == publish(NEW, out)
    assert as_tree(NEW) == served(out)


def test_the_folder_one_stands_in_becomes_a_site(tmp_path, monkeypatch):
    """`--out .` means the folder itself, by its own name."""
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")

    publish(NEW, Path())

    assert as_tree(NEW) == served(tmp_path / "site")
    assert ["site"] == names_in(tmp_path)


def test_a_refused_first_site_leaves_no_folder_above(tmp_path):
    """The folders that were made for a site are gone with it."""
    with pytest.raises(PublishError, match="File exists"):
        publish([*NEW, NEW[0]], tmp_path / "deep" / "down" / "site")

    assert [] == names_in(tmp_path)


@pytest.mark.parametrize("umask", [0o000, 0o002, 0o077, 0o777])
def test_modes_do_not_depend_on_the_umask(tmp_path, umask):
    """Every file has mode 644 and every folder 755, also those that a host makes by itself."""
    was = os.umask(umask)
    try:
        with Publication(tmp_path / "site") as site:
            if umask == 0o777:
                site.folder.chmod(0o755)
            site.write("index.html", b"new")
            (site.folder / "hosts").mkdir(mode=0o700)
            (site.folder / "hosts").chmod(0o700)
            (site.folder / "hosts" / "own.html").write_bytes(b"own")
            site.finish()
    finally:
        os.umask(was)

    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*") if path.is_file()}
    assert {0o644} == modes
    assert {0o755} == {
        path.stat().st_mode & 0o777 for path in (tmp_path / "site", tmp_path / "site" / "hosts")
    }


def test_a_linked_file_keeps_its_own_mode(tmp_path):
    """A file that a host links into the site is readable there and as it was where it comes from."""
    own = tmp_path / "own.html"
    own.write_bytes(b"own")
    own.chmod(0o600)

    with Publication(tmp_path / "site") as site:
        os.link(own, site.folder / "own.html")
        site.finish()

    assert 0o600 == own.stat().st_mode & 0o777
    assert 0o644 == (tmp_path / "site" / "own.html").stat().st_mode & 0o777
    assert [] == verify(tmp_path / "site").findings


def test_what_a_host_writes_over_is_summed_up_as_it_stands(tmp_path):
    """The sums are of what stands in the end, whoever wrote it."""
    with Publication(tmp_path / "site") as site:
        site.write("index.html", b"first words")
        (site.folder / "index.html").write_bytes(b"last words")
        (site.folder / "hosts").mkdir()
        (site.folder / "hosts" / "page.html").write_bytes(b"own")
        site.write("hosts/data.json", b"{}")
        assert 4 == site.finish()

    assert [] == verify(tmp_path / "site").findings


@pytest.mark.parametrize("make", [lambda at: at.symlink_to("index.html"), os.mkfifo], ids=["link", "pipe"])
def test_a_site_holds_plain_files(out, make):
    """A link or a pipe in the making of a site is refused; the old site stands."""
    with Publication(out) as site:
        make(site.folder / "odd")
        with pytest.raises(PublishError, match="cannot publish 'odd'"):
            site.finish()

    assert as_tree(OLD) == served(out)


@pytest.mark.parametrize("file", ["two\nlines", "two\rlines"])
def test_a_name_of_two_lines_is_refused(out, file):
    """A list of a line a file cannot name it."""
    with pytest.raises(PublishError, match="cannot publish"):
        publish([*NEW, (file, b"")], out)


@pytest.mark.parametrize("file", ["/etc/passwd", "../index.html", "claims/../../index.html"])
def test_a_path_that_leads_out_is_a_bug(out, file):
    """No file is written beside the site."""
    with pytest.raises(ValueError, match="leads out of the site"):
        publish([(file, b"")], out)

    assert ["site"] == names_in(out.parent)


def test_a_site_that_is_not_finished_is_abandoned(out):
    """Without `finish` nothing changes."""
    with Publication(out) as site:
        site.write("index.html", b"new")

    assert as_tree(OLD) == served(out)
    assert ["site"] == names_in(out.parent)


def test_what_turned_strange_meanwhile_is_not_replaced(tmp_path):
    """A folder that somebody filled while the site was made is left to them."""
    out = tmp_path / "site"
    with Publication(out) as site:
        site.write(*NEW[0])
        out.mkdir()
        (out / "letter.txt").write_text("Dear owl")
        with pytest.raises(PublishError, match="something else"):
            site.finish()

    assert {"letter.txt": b"Dear owl"} == tree(out)
    assert ["site"] == names_in(tmp_path)


def test_an_old_site_that_cannot_be_removed_is_told(out, monkeypatch):
    """When only the tidying fails, the words say that the new site stands, and what is left to remove."""

    def refuse(path, *_):
        raise PermissionError(errno.EACCES, "Permission denied", path)

    with Publication(out) as site, monkeypatch.context() as patch:
        for file in NEW:
            site.write(*file)
        patch.setattr(scaffold, "remove_tree", refuse)
        with pytest.raises(PublishError, match=r"the new site stands.*cannot be removed"):
            site.finish()

    assert as_tree(NEW) == served(out)
    recover(out)
    assert ["site"] == names_in(out.parent)


def test_an_old_site_with_closed_folders_is_removed(out):
    """What somebody made unwritable in the old site does not stop the new one."""
    (out / "actors").chmod(0o500)

    publish(NEW, out)

    assert ["site"] == names_in(out.parent)


def test_a_closed_folder_is_opened_to_remove_it(tmp_path, monkeypatch):
    """A tree is removed whatever modes its folders have."""
    (tmp_path / "tree" / "closed").mkdir(parents=True)
    (tmp_path / "tree" / "closed").chmod(0)
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).stat().st_mode & 0o700 == 0o700)

    trees.remove_tree(os.fspath(tmp_path / "tree"))

    assert [] == names_in(tmp_path)


def test_a_link_in_the_scaffolds_place_is_refused(out, tmp_path):
    """What a link beside the site leads to is never written or removed."""
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "new").mkdir(parents=True)
    (tmp_path / ".site.briefbook").symlink_to(elsewhere)

    with pytest.raises(PublishError, match="a link is in the way"):
        publish(NEW, out)

    assert ["new"] == names_in(elsewhere)
    assert as_tree(OLD) == served(out)


def test_git_does_not_see_the_scaffold(tmp_path):
    """While a site is made, its hidden folder tells git to look away."""
    with Publication(tmp_path / "site"):
        assert b"*\n" == (tmp_path / ".site.briefbook" / ".gitignore").read_bytes()


def test_a_build_that_finds_an_error_still_recovers(tmp_path):
    """Where a killed build left no site, a build that cannot publish puts the old one back."""
    book, out = tmp_path / "book", tmp_path / "site"
    (book / "content" / "briefs").mkdir(parents=True)
    (book / "content" / "briefs" / "first.md").write_text("---\ntitle: No date\n---\n")
    publish(OLD, out)
    (tmp_path / ".site.briefbook").mkdir()
    out.rename(tmp_path / ".site.briefbook" / "old")

    status, _ = run("build", "--content", book / "content", "--out", out)

    assert 1 == status
    assert as_tree(OLD) == served(out)
    assert ["book", "site"] == names_in(tmp_path)


def test_recovery_leaves_a_build_at_work_alone(out):
    """What stands in a scaffold belongs to the build that holds it."""
    with Publication(out) as site:
        site.write(*NEW[0])
        recover(out)
        assert (site.folder / NEW[0][0]).exists()


def test_a_strange_folder_ends_with_one_line(tmp_path):
    """Where something else stands the command says so in one line, and its status is 2."""
    (tmp_path / "letter.txt").write_text("Dear owl")

    status, words = run("build", "--content", CASES / "one" / "content", "--out", tmp_path)

    assert 2 == status
    assert "name another folder with --out" in words
    assert 1 == words.count("\n")
