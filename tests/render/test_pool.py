"""Pages rendered by other processes are the pages that this one would render."""

import os
import shutil
import signal
from concurrent.futures import Executor

import pytest

from briefbook.derive.pages import iter_pages, site_of
from briefbook.derive.situation import Situation
from briefbook.pipeline import Request, check_book
from briefbook.release import release
from briefbook.render.pool import Job, iter_rendered, make_pool
from briefbook.workers import WorkerLostError
from tests.sites import RIVER, build, run


def test_number_of_workers_leaves_no_trace(tmp_path):
    """Two processes give the site that one gives, byte for byte."""
    alone = build(RIVER, tmp_path / "alone")

    assert alone == build(RIVER, tmp_path / "together", "--workers", "2")


def test_fault_of_a_template_is_told_by_its_line(tmp_path):
    """A worker's complaint about a site's own template reads as that of a single process."""
    book = shutil.copytree(RIVER, tmp_path / "book", ignore=shutil.ignore_patterns("expected"))
    (book / "templates").mkdir()
    (book / "templates" / "claim.html").write_text("{{ page.colour }}")
    heard = [
        run("build", "--content", book / "content", "--out", tmp_path / "site", "--workers", count)
        for count in (1, 2)
    ]

    assert heard[0] == heard[1]
    assert 2 == heard[0][0]
    assert "claim.html:1: " in heard[0][1]


def _end(*_):
    os.kill(os.getpid(), signal.SIGKILL)


class _Closed(Executor):
    """Processes that have just ended."""

    def submit(self, *_):
        raise OSError("handle is closed")


def test_worker_that_is_lost_while_it_is_handed_its_work_is_told_alike():
    """Python says it in another way when a process ends at that moment."""
    with pytest.raises(WorkerLostError, match="--workers 1"):
        list(iter_rendered(_Closed(), 1, [Job("index.html", "home.html", b"")]))


def test_lost_worker_is_told_in_words(monkeypatch):
    """A process that is killed ends the build with a way out."""
    loaded = check_book(Request(RIVER / "content")).loaded
    situation = Situation(release(loaded.book, loaded.book.settings.ceiling, frozenset(("cleared",))))
    jobs = [Job(page.file, page.template, b"") for page in iter_pages(situation)]
    monkeypatch.setattr("briefbook.render.pool._render", _end)

    with make_pool(1, site_of(situation), None) as pool, pytest.raises(WorkerLostError, match="--workers 1"):
        list(iter_rendered(pool, 1, jobs))
