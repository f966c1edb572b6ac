"""Books as they stood in revisions of git."""

import pytest

from briefbook.revisions import Repository, RevisionError
from tests.check.books import make_book
from tests.diff.repositories import commit, git, make_repository


@pytest.fixture
def book(tmp_path):
    """The standard book in a repository."""
    return make_repository(tmp_path)


def copied(book, name, into):
    """The files of a revision, by path."""
    repository = Repository(book / "content")
    content = repository.copy(repository.find(name), into)
    root = content.parent
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def own(book):
    """The files of the working tree, by path."""
    files = (path for path in book.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(book).as_posix(): path.read_bytes() for path in files}


def test_revision_is_copied_whole(book, tmp_path):
    """Content, seeds and settings of a revision stand in the copy, byte for byte, whatever came later."""
    before = own(book)
    (book / "content" / "briefs" / "2031-03-04.md").unlink()
    (book / "seeds" / "courier.txt").write_bytes(b"Other words.\r\n")
    commit(book)

    assert before == copied(book, "main~1", tmp_path / "copy")
    assert own(book) == copied(book, "main", tmp_path / "other")


def test_attributes_and_links_change_nothing(book, tmp_path):
    """Files that an archive would leave out or alter come as they are; a link is left out."""
    (book / ".gitattributes").write_text("seeds export-ignore\n*.txt text eol=crlf\n")
    (book / "content" / "pages").mkdir()
    (book / "content" / "pages" / "away.md").symlink_to("/etc/passwd")
    commit(book)
    found = copied(book, "HEAD", tmp_path / "copy")

    assert own(book)["seeds/courier.txt"] == found["seeds/courier.txt"]
    assert "content/pages/away.md" not in found


def test_book_deep_in_a_repository_brings_the_settings_above_it(tmp_path):
    """Of a larger repository come the book's own files and the settings that it may inherit; nothing else."""
    outer = tmp_path / "desk"
    book = make_book(outer / "books", {"../base.yml": "site_name: Base\n", "notes/own.md": "Ours."})
    (outer / "other.yml").write_text("a: b\n")
    git(outer, "init", "--quiet", "--initial-branch=main")
    commit(outer)
    found = copied(book, "main", tmp_path / "copy")
    copies = {path.name for path in (tmp_path / "copy").rglob("*.yml")}

    assert own(book).keys() - {"notes/own.md"} == found.keys()
    assert {"mkdocs.yml", "base.yml", "other.yml"} == copies


def test_revision_without_the_book_is_an_empty_one(tmp_path):
    """Where a revision is older than the book, its copy is a content folder without files."""
    empty = tmp_path / "book"
    empty.mkdir()
    git(empty, "init", "--quiet", "--initial-branch=main")
    first = commit(empty)
    (empty / "content").mkdir()

    assert {} == copied(empty, first, tmp_path / "copy")
    assert (tmp_path / "copy" / "content").is_dir()


def test_revision_is_called_by_name_and_commit(book):
    """A branch is named with its commit, a commit by itself."""
    name = git(book, "rev-parse", "HEAD").strip()
    repository = Repository(book / "content")

    assert f"main ({name[:9]})" == repository.find("main").label
    assert name[:9] == repository.find(name).label


def test_fork_is_where_two_branches_parted(book):
    """A pull request is compared with the commit at which its branch began."""
    first = git(book, "rev-parse", "HEAD").strip()
    for number, branch in enumerate(("-bwork", "main", "--orphan=alone")):
        git(book, "checkout", "--quiet", branch)
        commit(book, f"{number}")
    repository = Repository(book / "content")

    assert first == repository.find_fork("main", "work").commit
    with pytest.raises(RevisionError, match="main and alone have no common past; `git branch --all`"):
        repository.find_fork("main", "alone")


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("mian", "there is no revision 'mian'; did you mean `main`?"),
        ("v1.O", "there is no revision 'v1.O'; did you mean `v1.0`?"),
        ("--all", "there is no revision '--all'; `git branch --all` and `git tag` list them"),
        ("", "there is no revision ''; `git branch --all` and `git tag` list them"),
    ],
)
def test_unknown_revision_names_the_nearest(book, name, help):
    """A revision that is not there is named, with the branch or tag that was meant."""
    git(book, "tag", "v1.0")

    with pytest.raises(RevisionError) as raised:
        Repository(book / "content").find(name)

    assert help == str(raised.value)


def test_shallow_clone_says_how_to_get_the_rest(book, tmp_path):
    """In a clone without its past, a missing revision is a matter of fetching."""
    commit(book)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{book}", "shallow")

    with pytest.raises(RevisionError, match="this clone is shallow: `git fetch --unshallow`"):
        Repository(tmp_path / "shallow" / "content").find("HEAD~1")


def test_folder_outside_of_a_repository_is_refused(tmp_path):
    """Where there is no repository, there is nothing to compare."""
    book = make_book(tmp_path, {})

    with pytest.raises(RevisionError, match="book/content is in no git repository"):
        Repository(book / "content")


def test_content_that_is_all_of_a_repository_is_refused(tmp_path):
    """A repository around the content folder alone holds no seeds and no settings."""
    content = make_book(tmp_path, {}) / "content"
    git(content, "init", "--quiet")

    with pytest.raises(RevisionError, match="content is all of its repository, so its seeds/ are in none"):
        Repository(content)


def test_damaged_repository_says_what_git_says(book):
    """Where git itself fails, its first line is passed on."""
    tree = git(book, "rev-parse", "HEAD^{tree}").strip()
    (book / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    repository = Repository(book / "content")

    with pytest.raises(RevisionError, match="git ls-tree fails: "):
        repository.copy(repository.find("main"), book / "copy")


def test_missing_git_is_said(book, tmp_path, monkeypatch):
    """Without git on the PATH nothing can be compared."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(RevisionError, match="git is not installed, or not on the PATH"):
        Repository(book / "content")
