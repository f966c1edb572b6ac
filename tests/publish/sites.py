"""Two small sites, one after the other, and what may stand where they are published."""

from briefbook.publish import MARK
from tests.sites import tree

OLD = [(MARK, b"old style"), ("index.html", b"old"), ("actors/owl.html", b"owl")]
NEW = [(MARK, b"new style"), ("index.html", b"new"), ("claims/nest.html", b"nest")]


def served(out):
    """What a web server gives out, without the list of sums; the list is checked on the way."""
    files = tree(out)
    assert files.pop("SHA256SUMS").count(b"\n") == len(files)
    return files


def names_in(folder):
    """What stands in a folder, files that begin with a dot too."""
    return sorted(path.name for path in folder.iterdir())
