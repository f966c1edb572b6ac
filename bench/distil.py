"""How well articles are drafted: drafts beside what readers found in the articles.

python -m bench.distil                         # the articles of tests/distil/articles
python -m bench.distil --only open             # those whose name begins so
python -m bench.distil --engine spacy          # read by another engine
python -m bench.distil FOLDER                  # another folder
python -m bench.distil --scorer PATH --errors  # compared by another script, and what went wrong

Such a script takes `--json DRAFT GOLD ...` and prints figures, and with `--errors` what went wrong.
A folder holds articles with gold as words, `NAME.toml`, or with places, `gold_NAME.json`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.distil.compared import Shares, compare
from tests.distil.gold import gold_of

ROOT = Path(__file__).resolve().parent.parent
Pair = tuple[Path, Path]
"""A draft, and the gold of its article."""
Table = dict[str, dict[str, float | None]]
"""The figures of each article."""
ARTICLES = ROOT / "tests" / "distil" / "articles"
FIGURES = {
    "quotations": ("quotes_exact", "f1"),
    "speakers": ("speakers", "acc"),
    "statements": ("indirect", "f1"),
    "with speaker": ("indirect_attributed", "f1"),
    "named": ("actors_named", "f1"),
    "kind": ("actor_kind", "acc"),
    "role": ("actor_role", "acc"),
    "affiliation": ("actor_affiliation", "acc"),
    "claims": ("claims", "f1"),
    "hedges": ("claim_hedges", "acc"),
    "by whom": ("claim_attribution", "acc"),
    "status": ("claim_status", "acc"),
    "dates": ("dates", "f1"),
    "deadlines": ("deadlines", "f1"),
    "positions": ("positions", "f1"),
    "questions": ("questions", "recall"),
    "not verbatim": ("verbatim", "not_verbatim"),
}


def main() -> int:
    """Prints the figures of each article and of all together."""
    options = read_options()
    with tempfile.TemporaryDirectory() as name:
        golds = [gold for folder in options.folders for gold in find_gold(folder, options.only)]
        if not golds:
            sys.exit("no article with gold there")
        work, engine = Path(name), options.engine
        pairs = {gold.stem.removeprefix("gold_"): draft_of(gold, work, engine) for gold in golds}
        print_table(scored(options, pairs) if options.scorer else compared(pairs))
    return 0


def read_options() -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=[ARTICLES])
    parser.add_argument("--scorer", type=Path, help="another script that compares")
    parser.add_argument("--only", default="", metavar="BEGINNING", help="articles whose name begins so")
    parser.add_argument("--engine", default="rules", help="which engine reads")
    parser.add_argument("--errors", action="store_true", help="what went wrong, too, if the script says it")
    return parser.parse_args()


def find_gold(folder: Path, only: str) -> list[Path]:
    """The files of gold in a folder, of both forms."""
    return sorted([*folder.glob(f"{only}*.toml"), *folder.glob(f"gold_{only}*.json")])


def draft_of(gold: Path, work: Path, engine: str) -> Pair:
    """A new draft of the article and its gold, as files that a scorer reads; drafted where no book is."""
    found: dict[str, Any] = (
        gold_of(gold) if gold.suffix == ".toml" else json.loads(gold.read_text(encoding="utf-8"))
    )
    article = gold.parent.resolve() / found["text_file"]
    (work / article.name).write_bytes(article.read_bytes())
    command = [
        sys.executable,
        "-m",
        "briefbook",
        "distil",
        "--date",
        found["article_date"],
        "--format",
        "json",
    ]
    command += ["--engine", engine, article.name]
    drafted = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    if drafted.returncode:
        sys.exit(drafted.stderr)
    draft, places = work / f"{article.stem}.draft.json", work / f"gold_{article.stem}.json"
    draft.write_text(drafted.stdout, encoding="utf-8")
    places.write_text(json.dumps(found), encoding="utf-8")
    return draft, places


def compared(pairs: dict[str, Pair]) -> Table:
    """Our own shares of each article, and their mean."""
    shares = {}
    for name, (draft, gold) in pairs.items():
        found = json.loads(gold.read_text(encoding="utf-8"))
        text = gold.with_name(found["text_file"]).read_bytes().decode()
        shares[name] = compare(json.loads(draft.read_text(encoding="utf-8")), found, text)
    shares["mean"] = Shares(
        *(round(sum(column) / len(column), 3) for column in zip(*shares.values(), strict=True))
    )
    return {name: each._asdict() for name, each in shares.items()}


def scored(options: argparse.Namespace, pairs: dict[str, Pair]) -> Table:
    """What another script says of each article, and of all pooled."""
    table = {name: score(options.scorer, [pair]) for name, pair in pairs.items()}
    return table | {"all": score(options.scorer, list(pairs.values()), errors=options.errors)}


def score(scorer: Path, pairs: list[Pair], *, errors: bool = False) -> dict[str, float | None]:
    """The script's figures of drafts and gold, pooled."""
    files = [str(path) for pair in pairs for path in pair]
    command = [sys.executable, str(scorer), "--json", *["--errors"] * errors, *files]
    # It may end with 1 to say that a passage is not verbatim, which is among its figures.
    said = json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout)
    return {label: said[part][name] for label, (part, name) in FIGURES.items()}


def print_table(table: Table) -> None:
    """One row for each figure, one column for each article."""
    columns = list(table.values())
    print(" " * 12, *table)
    for label in columns[0]:
        cells = (columns[number][label] for number in range(len(columns)))
        print(
            label.ljust(12),
            *(cell_of(cell).rjust(len(name)) for cell, name in zip(cells, table, strict=True)),
        )


def cell_of(figure: float | None) -> str:
    """A share with two digits, a count without, a dash for what cannot be said."""
    return "-" if figure is None else f"{figure:.3f}" if isinstance(figure, float) else str(figure)


if __name__ == "__main__":
    sys.exit(main())
