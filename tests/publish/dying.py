"""Builds that die or run into a limit, in children of one warm process; what is left after each, as JSON.

python -m tests.publish.dying EXPERIMENT WAY FOLDER
"""

import fcntl
import json
import os
import random
import resource
import shutil
import signal
import sys
from pathlib import Path

from briefbook.publish import Publication, PublishError, publication, publish, recover, system
from briefbook.publish.verify import verify
from tests.publish.sites import NEW, OLD, names_in
from tests.sites import tree

CALLS = "open mkdir rename unlink rmdir chmod fchmod ftruncate close".split()
KILLS = 200


def main(experiment, way, folder):
    """One experiment, in one way of putting a site in its place: exchange, renames or first."""
    publication.flush = system.flush_one = lambda _: None  # what is in memory survives a kill
    if way == "renames":
        system.exchange = lambda *_: False
    print(json.dumps(globals()[experiment](way, Path(folder) / "site")))


def kill_at_every_call(way, out):
    """A build that dies at its first call of the system, at its second, and so on until one is whole."""
    found, calls, is_killed = [], 0, True
    while is_killed:
        calls += 1
        for after in (lambda: publish(OLD, out), lambda: recover(out)):
            prepare(way, out)
            is_killed = os.WIFSIGNALED(in_child(lambda number=calls: (arm(number), publish(NEW, out))))
            found.append(look(way, out, after))
    return {"calls": calls - 1, "found": found}


def kill_at_random(way, out):
    """Builds that die while they write, each at some file; some are quicker than the kill."""
    numbers, found = random.Random(8), []
    new = [*NEW, *((f"claims/{number}.html", b"claim" * number) for number in range(60))]
    while [before for before, _, _ in found].count("old") < KILLS:
        prepare(way, out)
        said, to_say = os.pipe()
        last = numbers.randrange(len(new))

        def files(last=last, to_say=to_say):
            for number, file in enumerate(new):
                if number == last:
                    os.write(to_say, b"now")
                yield file

        child = fork(lambda: publish(files(), out))
        os.read(said, 3)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(said)
        os.close(to_say)
        found.append(look(way, out, lambda: publish(OLD, out), new))
    return {"found": found}


def limit_open_files(way, out):
    """Builds that may open one file more each, until that is enough."""
    lowest = os.open(os.devnull, os.O_RDONLY)
    os.close(lowest)
    return until_enough(out, resource.RLIMIT_NOFILE, range(lowest, lowest + 20))


def limit_bytes(way, out):
    """Builds that may write longer and longer files, until that is enough."""
    return until_enough(out, resource.RLIMIT_FSIZE, range(0, 600, 20))


def until_enough(out, kind, limits):
    """What builds say within one limit after the other, and what stands after each."""
    publish(OLD, out)
    found = []
    for limit in limits:
        said, to_say = os.pipe()

        def build(limit=limit, to_say=to_say):
            resource.setrlimit(kind, (limit, resource.getrlimit(kind)[1]))
            try:
                words = f"{publish(NEW, out)} files"
            except PublishError as error:
                words = str(error)
            os.write(to_say, words.encode())

        in_child(build)
        os.close(to_say)
        words = os.read(said, 10_000).decode()
        os.close(said)
        found.append((words, state(out), names_in(out.parent)))
    return {"found": found}


def hold(way, out):
    """A build that is at work until its input ends; with `worker`, beside a process that it forked."""
    with Publication(out):
        worker = fork(signal.pause) if way == "worker" else 0
        print(json.dumps({"process": os.getpid(), "worker": worker}), flush=True)
        sys.stdin.read()
    return {}


def prepare(way, out):
    """The old site in its place; none, where it is the first."""
    if way == "first":
        shutil.rmtree(out, ignore_errors=True)
    else:
        publish(OLD, out)


def look(way, out, after, new=NEW):
    """What is served after a build died, what after the next start, and what is left over then."""
    before = state(out, new)
    after()
    return before, state(out, new), names_in(out.parent)


def state(out, new=NEW):
    """Which site stands, whole and true to its sums; else what stands."""
    if not out.exists():
        return "none"
    files = tree(out)
    files.pop("SHA256SUMS", None)
    findings = verify(out).findings
    whole = {"old": dict(OLD), "new": dict(new)}
    return next((name for name in whole if files == whole[name] and not findings), f"{sorted(files)}")


def in_child(work):
    """How a child ended that did some work."""
    return os.waitpid(fork(work), 0)[1]


def fork(work):
    """The process that does some work."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    return child


def arm(number):
    """The call of that number kills the process before it is made; a write, when it is half made too."""
    left = [number]

    def pull():
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    def deadly(call):
        def called(*words, **more):
            pull()
            return call(*words, **more)

        return called

    def write_in_halves(handle, data, write=os.write):
        pull()
        done = write(handle, data[: len(data) // 2])
        pull()
        return done + write(handle, data[done:])

    for name in CALLS:
        setattr(os, name, deadly(getattr(os, name)))
    os.write = write_in_halves
    fcntl.flock = deadly(fcntl.flock)
    system.exchange = deadly(system.exchange)
    publication.flush = deadly(publication.flush)
    system.flush_one = deadly(system.flush_one)


if __name__ == "__main__":
    main(*sys.argv[1:])
