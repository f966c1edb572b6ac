"""A place is held by one process, and by none that is dead."""

import fcntl
import re

import pytest

from briefbook.publish import Publication, PublishError, publish, scaffold
from tests.publish.sites import NEW, OLD, names_in, served


def test_two_builds_in_one_process_exclude_each_other(tmp_path):
    """Whoever comes second is refused, and the first goes on as if nobody had come."""
    with Publication(tmp_path / "site") as first:
        with pytest.raises(PublishError, match="another build writes"):
            Publication(tmp_path / "site", patience=0)
        first.write(*OLD[0])
        assert 2 == first.finish()

    assert ["site"] == names_in(tmp_path)


def test_two_ways_to_one_place_meet(tmp_path):
    """A way through a link leads to the same scaffold."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")

    with Publication(tmp_path / "real" / "site"), pytest.raises(PublishError, match="another build writes"):
        Publication(tmp_path / "link" / "site", patience=0)


def test_two_sites_side_by_side_do_not_know_each_other(tmp_path):
    """Another folder beside the first has its own scaffold."""
    with Publication(tmp_path / "one"):
        assert 4 == publish(NEW, tmp_path / "other")


def test_a_forked_worker_lets_go_and_touches_nothing(tmp_path):
    """A copy of a build, as it is in a process that it forked, holds no lock and removes nothing."""
    copy = Publication(tmp_path / "site")
    copy.write(*OLD[0])
    scaffold._let_go()

    copy.abandon()
    assert copy.folder.exists()

    assert 4 == publish(NEW, tmp_path / "site")
    assert ["site"] == names_in(tmp_path)


def test_a_lock_that_was_removed_is_not_believed(tmp_path, monkeypatch):
    """A lock on a file that the last build has just removed is no lock: the next try makes a new one."""
    flock, removed = fcntl.flock, []

    def remove_first(handle, how):
        if not removed:
            removed.append((tmp_path / ".site.briefbook" / "lock").unlink())
        return flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", remove_first)

    publish(NEW, tmp_path / "site")

    assert [None] == removed
    assert dict(NEW) == served(tmp_path / "site")
    assert ["site"] == names_in(tmp_path)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (b"", "a process that has just begun"),
        (b"process 7 on desk, since Monday\n", "process 7 on desk, since Monday"),
        (b"\xff", "a process that has just ended"),
    ],
)
def test_the_holder_is_named_as_well_as_may_be(tmp_path, written, words):
    """A lock that says nothing yet, or cannot be read, is a lock all the same."""
    lock = tmp_path / ".site.briefbook" / "lock"
    lock.parent.mkdir()
    lock.write_bytes(written)

    with lock.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(PublishError, match=re.escape(f"another build writes {tmp_path}/site: {words};")):
            Publication(tmp_path / "site", patience=0)

    assert written == lock.read_bytes()
