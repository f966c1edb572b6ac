"""How many verdicts the tests ask of the matcher and the speaker rules, and how many of them are false."""

from __future__ import annotations

from collections import Counter

from tools.peers.cases import judge_all
from tools.peers.quotations import TAKEN, case_files, read_quotations
from tools.peers.speeches import iter_cases, read_article


def count_corpus() -> str:
    """A table of the cases of each kind, of what they ask for, and of the verdicts that are false."""
    rows = [_quotations(), _speakers(), _evidence()]
    return "\n".join(["| cases | ask for | false verdicts |", "|---|---|---|", *rows])


def _quotations() -> str:
    cases = [case for path in case_files() for case in read_quotations(path)]
    verdicts = [(case.verdict in TAKEN, case.told()[0] in TAKEN) for case in cases]
    taken = sum(wanted for wanted, _ in verdicts)
    false = Counter(verdicts)
    return (
        f"| {len(cases)} quotations of {len(case_files())} articles | {taken} to be taken, "
        f"{len(cases) - taken} to be refused | {false[False, True]} false “verbatim”, "
        f"{false[True, False]} false “altered” |"
    )


def _speakers() -> str:
    cases = list(iter_cases())
    articles = {name: read_article(name) for name in dict.fromkeys(case.file for case in cases)}
    verdicts = [(case.expected, articles[case.file].judge(case)) for case in cases]
    wanted = Counter(expected for expected, _ in verdicts)
    false = Counter(told for expected, told in verdicts if expected != told)
    others = false.total() - false["confirmed"] - false["wrong"]
    return (
        f"| {len(cases)} speakers in {len(articles)} articles | {wanted['confirmed']} to be confirmed, "
        f"{wanted['unconfirmed']} not to be, {wanted['wrong']} to be called wrong, "
        f"{wanted['not-speech']} to be called no speech | {false['confirmed']} falsely confirmed, "
        f"{false['wrong']} falsely called wrong, {others} others |"
    )


def _evidence() -> str:
    judged = judge_all()
    refused = sum(each.case.verdict.startswith("refused") for each in judged)
    false = sum(each.verdict != each.case.verdict for each in judged)
    return (
        f"| {len(judged)} pieces of evidence, through the whole check | {len(judged) - refused} to be taken, "
        f"{refused} to be refused | {false} other than by hand |"
    )
