"""A build that dies, or runs into a limit, leaves a whole site; the next one needs no help."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefbook.publish import Publication, PublishError, publish
from tests.publish.dying import KILLS
from tests.publish.sites import NEW, OLD, names_in

ROOT = Path(__file__).parent.parent.parent
BESIDE = "cannot write beside"


def dying(experiment, way, folder, **more):
    """A process of its own with an experiment in it."""
    command = [sys.executable, "-m", "tests.publish.dying", experiment, way, os.fspath(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, **more)


def outcome(experiment, way, folder):
    """What an experiment found."""
    with dying(experiment, way, folder) as process:
        said, _ = process.communicate()
    assert 0 == process.returncode
    return json.loads(said)


@pytest.mark.parametrize(
    ("way", "served"),
    [("exchange", {"old", "new"}), ("first", {"none", "new"}), ("renames", {"old", "new", "none"})],
)
def test_killed_at_any_call_the_site_is_whole(tmp_path, way, served):
    """Killed at any call of the system, a build leaves the old site or the new one; the next tidies up.

    Where folders cannot be exchanged nothing stands for an instant; the next start puts the old site back.
    """
    result = outcome("kill_at_every_call", way, tmp_path)

    assert result["calls"] > 30
    assert served == {before for before, _, _ in result["found"]}
    for before, after, names in result["found"]:
        assert after == "old" or (after == before and way != "renames") or after == "new" == before
        assert names == ([] if after == "none" else ["site"])
    gone = [before for before, _, _ in result["found"]].count("none")
    assert way != "renames" or gone == 2  # one call, the two ways to start again


def test_killed_while_it_writes_the_site_is_whole(tmp_path):
    """Killed at any time while it writes, a build leaves the old site; the next one leaves nothing else."""
    found = outcome("kill_at_random", "exchange", tmp_path)["found"]

    assert KILLS == [before for before, _, _ in found].count("old")
    assert {"old", "new"} >= {before for before, _, _ in found}
    assert all(["old", ["site"]] == after for _, *after in found)


@pytest.mark.parametrize(
    ("experiment", "reason"), [("limit_open_files", "Too many open files"), ("limit_bytes", "File too large")]
)
def test_a_limit_leaves_the_old_site(tmp_path, experiment, reason):
    """At a limit of open files or of bytes a build says so in one line; the old site stands alone."""
    found = outcome(experiment, "exchange", tmp_path)["found"]

    refused = [words for words, stands, _ in found if stands == "old"]
    assert refused
    assert all(words.startswith("cannot write") and words.endswith(reason) for words in refused)
    assert [f"{len(NEW) + 1} files", "new"] == found[-1][:2]
    assert all("\n" not in words and ["site"] == names for words, _, names in found)


def test_a_second_build_is_refused_with_the_first_ones_name(tmp_path):
    """While a build is at work another is refused, and told which process it is; the old site stands."""
    out = tmp_path / "site"
    publish(OLD, out)

    with dying("hold", "alone", tmp_path, stdin=subprocess.PIPE) as first:
        held = json.loads(first.stdout.readline())
        with pytest.raises(PublishError, match=f"process {held['process']} on .+, since ") as refused:
            Publication(out, patience=0.1)

    assert "another build writes" in str(refused.value)
    assert publish(NEW, out)
    assert ["site"] == names_in(tmp_path)


def test_a_second_build_waits_for_the_first(tmp_path):
    """A build whose predecessor ends soon waits for it and then takes its turn."""
    with dying("hold", "alone", tmp_path, stdin=subprocess.PIPE) as first:
        first.stdout.readline()
        first.stdin.close()
        with Publication(tmp_path / "site", patience=60) as second:
            second.write(*OLD[0])
            assert 2 == second.finish()

    assert ["site"] == names_in(tmp_path)


def test_a_dead_build_holds_nothing(tmp_path):
    """A build that was killed blocks nobody, even while a worker that it forked lives on."""
    with dying("hold", "worker", tmp_path, stdin=subprocess.PIPE) as first:
        worker = json.loads(first.stdout.readline())["worker"]
        first.kill()
        first.wait()
        try:
            with Publication(tmp_path / "site", patience=0) as second:
                second.write(*OLD[0])
                assert 2 == second.finish()
        finally:
            os.kill(worker, signal.SIGKILL)

    assert ["site"] == names_in(tmp_path)
