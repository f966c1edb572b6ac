"""Asks other checkers of quotations about the cases of tests/peers, and prints what they say as a record.

python -m bench.quotation_checkers 2026-11-22 > tests/peers/recorded.yaml

The date is the day on which it is done. Each checker gets an environment of its own in `bench/.cache/`, and
is asked by its own Python functions, about texts at hand and never about pages of the web.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.quotations import make_article, make_quotation
from tools.peers.cases import Judged, judge_all
from tools.peers.recorded import Checker

CACHE = Path(__file__).parent / ".cache" / "checkers"


class Peer(NamedTuple):
    """A checker, and how it is asked."""

    name: str
    version: str
    url: str
    takes: tuple[str, ...]
    asks: tuple[str, ...]
    how: str
    """What it is asked by, in words."""
    ask: str
    """Lines of Python that define `ask(article, path, words)`, the text of its answer."""
    needs: tuple[str, ...] = ()
    """Options of pip."""


PEERS = (
    Peer(
        "linkml-reference-validator",
        "0.4.0",
        "https://linkml.io/linkml-reference-validator/",
        ("valid",),
        (),
        "`SupportingTextValidator.validate` with a `file:` reference, an omission written `...` as it asks",
        """
from linkml_reference_validator.models import ReferenceValidationConfig
from linkml_reference_validator.validation.supporting_text_validator import SupportingTextValidator
validator = SupportingTextValidator(ReferenceValidationConfig(cache_dir="cache"))
def ask(article, path, words):
    words = words.replace("[...]", "...")
    return "valid" if validator.validate(words, f"file:{path}").is_valid else "not valid"
""",
        ("--no-binary", "pytest-logging"),
    ),
    Peer(
        "citations",
        "0.6.1",
        "https://pypi.org/project/citations/",
        ("found",),
        ("ambiguous", "truncated", "normalized"),
        "`citations.verify.check_one` with the article as a text file",
        """
from pathlib import Path
from citations.verify import check_one
def ask(article, path, words):
    result = check_one(words, Path(path))
    return ", ".join([result.state, *result.warnings])
""",
    ),
    Peer(
        "proof-citations",
        "1.45.0",
        "https://pypi.org/project/proof-citations/",
        ("verified",),
        ("partial",),
        "`verify_citation` with the article as its snapshot",
        """
from proof_citations import verify_citation
def ask(article, path, words):
    options = {"snapshot": article, "skip_live_fetch": True, "oa_lookup": False}
    return verify_citation("https://example.org/", words, "B1", **options)["status"]
""",
    ),
)

_RUN = """
import json, sys, time
from pathlib import Path
questions = json.load(sys.stdin)
articles = list(dict.fromkeys(article for article, _ in questions))
paths = {article: f"article-{number}.txt" for number, article in enumerate(articles)}
for article in articles:
    Path(paths[article]).write_text(article, encoding="utf-8")
start = time.process_time()
answers = [[ask(article, paths[article], words) for words in passages] for article, passages in questions]
print()
print(json.dumps([answers, time.process_time() - start]))
"""


def thousand_quotations() -> list[tuple[str, tuple[str, ...]]]:
    """The quotations of the first book of `quotations.py`, each with its article."""
    random_ = random.Random(7)
    sentences = make_article(random_)
    article = "\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)) + "\n"
    return [(article, (make_quotation(random_, random_.choice(sentences)),)) for _ in range(1_000)]


def install(peer: Peer) -> Path:
    """The folder of a checker's environment."""
    folder = CACHE / peer.name
    if not (folder / "bin/pip").exists():
        venv.create(folder, with_pip=True)
        options = ("--quiet", "--only-binary", ":all:", *peer.needs)
        subprocess.run(
            [folder / "bin/pip", "install", *options, f"{peer.name}=={peer.version}"],
            check=True,
            stdout=sys.stderr,
        )
    return folder


def ask_about(peer: Peer, questions: list[tuple[str, tuple[str, ...]]]) -> tuple[list[list[str]], float]:
    """A checker's answers on passages of articles, and its CPU seconds."""
    python = install(peer) / "bin/python"
    with tempfile.TemporaryDirectory() as folder:
        ran = subprocess.run(
            [python, "-c", peer.ask + _RUN],
            input=json.dumps(questions),
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
    answers, seconds = json.loads(ran.stdout.splitlines()[-1])
    return answers, seconds


def record(peer: Peer, date: str, judged: tuple[Judged, ...]) -> Checker:
    """What a checker says of the cases, and how long it takes over a thousand quotations."""
    answers, _ = ask_about(peer, [(each.group.article, each.case.passages) for each in judged])
    _, seconds = ask_about(peer, thousand_quotations())
    said = {each.digest: worst(answer, peer) for each, answer in zip(judged, answers, strict=True)}
    return Checker(
        name=peer.name,
        version=peer.version,
        url=peer.url,
        date=date,
        how=peer.how,
        takes=peer.takes,
        asks=peer.asks,
        seconds=round(seconds, 2),
        said=said,
    )


def worst(answers: list[str], peer: Peer) -> str:
    """The answer on several passages: the first that does not let one pass."""
    return next((each for each in answers if each.split(",")[0] not in peer.takes), answers[0])


def main() -> None:
    """Prints the record of every checker."""
    judged = judge_all()
    records = [record(peer, sys.argv[1], judged) for peer in PEERS]
    print("# Written by `python -m bench.quotation_checkers`; no test makes it again.")
    print(msgspec.yaml.encode(records).decode(), end="")


if __name__ == "__main__":
    main()
