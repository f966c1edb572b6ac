"""Measures `briefbook check` on books of quotations, half of them typed with straight marks.

python bench/quotations.py
"""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

WORDS = """harbour council river minister gates level water north answer talks pressure border engineer signal
bridge paper office weather station captain valley report meeting signature agreement weapon number question
village company market journey lantern summer winter autumn pilot barge northern southern certain quiet heavy
open closed early later modest honest broken narrow wide""".split()
VERBS = "said added told asked wrote saw found kept moved gave took made sent held".split()


class Case(NamedTuple):
    """A book to measure, and the CPU seconds that it may take."""

    name: str
    articles: int
    quotations: int
    limit: float


CASES = (
    Case("1,000 quotations of one article", 1, 1_000, 1.0),
    Case("10,000 quotations of 1,000 articles", 1_000, 10_000, 5.0),
)
ARTICLE_WORDS = 1_600


def make_article(random_: random.Random) -> list[str]:
    """The sentences of an article of about 1,600 words, in speech and out of it."""
    sentences: list[str] = []
    words = 0
    while words < ARTICLE_WORDS:
        size = random_.randint(8, 18)
        sentence = [random_.choice(WORDS) for _ in range(size)]
        sentence[2] = random_.choice(VERBS)
        sentence[5] = "it’s"
        text = " ".join(sentence).capitalize()
        sentences.append(f"“{text},” {random_.choice(WORDS)} said." if random_.random() < 0.4 else f"{text}.")
        words += size
    return sentences


def make_quotation(random_: random.Random, sentence: str) -> str:
    """Four to eight words of a sentence; half of them typed with straight marks."""
    words = sentence.strip("“").split("”")[0].rstrip(",.").split()
    start = random_.randrange(max(1, len(words) - 5))
    quotation = " ".join(words[start : start + random_.randint(4, 8)])
    return quotation.replace("’", "'") if random_.random() < 0.5 else quotation


def make_book(root: Path, case: Case) -> None:
    """A book of one brief an article, with the article's share of the quotations."""
    random_ = random.Random(7)
    for folder in ("content/briefs", "content/actors", "seeds"):
        (root / folder).mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Quotations\nplugins:\n- briefbook: {default_tlp: CLEAR}\n")
    (root / "content/actors/board.yaml").write_text("name: The board\nkind: body\n")
    for number in range(case.articles):
        sentences = make_article(random_)
        paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
        (root / f"seeds/source-{number}.txt").write_text("\n".join(paragraphs) + "\n", encoding="utf-8")
        (root / f"seeds/source-{number}.yaml").write_text(
            "publisher: The Courier\ntitle: A day at the harbour\npublished: 2031-03-04\n"
        )
        claims = "".join(
            f"- id: claim-{number}-{index}\n  text: Something is said to be so.\n  by: board\n"
            f'  words: "{make_quotation(random_, random_.choice(sentences))}"\n'
            for index in range(case.quotations // case.articles)
        )
        (root / f"content/briefs/brief-{number}.md").write_text(
            f"---\ntitle: Day {number}\nas_of: 2031-03-05\nstatus: draft\nproduct: flash-update\n"
            f"bottom_line: Nothing new.\nsources: [source-{number}]\nclaims:\n{claims}---\n",
            encoding="utf-8",
        )


def measure(root: Path) -> tuple[float, str]:
    """CPU seconds of `briefbook check` on a book, and the last line that it prints."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(
        [sys.executable, "-m", "briefbook", "check", "--content", str(root / "content")],
        capture_output=True,
        text=True,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, ((ran.stderr or ran.stdout).strip().splitlines() or [""])[-1]


def main() -> None:
    """Prints a line a case: CPU seconds, the best of three, and what the check found."""
    for case in CASES:
        root = Path(tempfile.mkdtemp(prefix="briefbook-quotations-"))
        try:
            make_book(root, case)
            seconds, said = min(measure(root) for _ in range(3))
        finally:
            shutil.rmtree(root)
        print(f"{case.name}: {seconds:.2f} CPU s, at most {case.limit:.0f}; {said}")


if __name__ == "__main__":
    main()
