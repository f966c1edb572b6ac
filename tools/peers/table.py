"""The made parts of docs/peers.md: the table of cases, its sums, and what was measured."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from tools.peers.cases import Answer, Judged, judge_all
from tools.peers.corpus import count_corpus
from tools.peers.recorded import Checker, read_record
from tools.peers.ways import WAYS

Column = Callable[[Judged], Answer]
"""How one check answers a case."""

_RULE = re.compile(r"\b[a-z]+(?:-[a-z]+)+\b")


def make_part(name: str) -> str:
    """The text of one made part."""
    parts = {"": _cases, "sums": _sums, "checkers": _checkers, "corpus": count_corpus}
    return parts[name]()


def columns() -> dict[str, Column]:
    """The other ways and checkers, by the head of their column."""
    ways: dict[str, Column] = {name: _by_way(way) for name, way in WAYS.items()}
    return ways | {checker.name: _by_record(checker) for checker in read_record()}


def _by_way(way: Callable[[str, str], bool]) -> Column:
    def ask(judged: Judged) -> Answer:
        found = [way(judged.group.article, passage) for passage in judged.case.passages]
        return "takes" if all(found) else "refuses"

    return ask


def _by_record(checker: Checker) -> Column:
    return lambda judged: checker.answer(judged.digest)


def _cases() -> str:
    others = columns()
    rows = [_row(["case", "a desk", "briefbook", *others]), _row(["---"] * (3 + len(others)))]
    title = ""
    for judged in judge_all():
        if judged.group.title != title:
            title = judged.group.title
            rows.append(_row([f"**{title}**", *[""] * (2 + len(others))]))
        answers = [_cell(ask(judged), judged) for ask in others.values()]
        rows.append(_row([judged.case.case, judged.case.desk, _verdict(judged), *answers]))
    return "\n".join(rows)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |".replace("  ", " ")


def _verdict(judged: Judged) -> str:
    """What briefbook says, each rule linked to its page."""
    linked = _RULE.sub(lambda rule: f"[{rule[0]}](rules.md#{rule[0]})", judged.verdict)
    reason = f" ({judged.case.missed})" if judged.case.missed else ""
    return f"{_weighed(linked, is_wrong(judged.answer, judged))}{reason}"


def _cell(answer: Answer, judged: Judged) -> str:
    return _weighed(answer, is_wrong(answer, judged))


def _weighed(words: str, is_heavy: bool) -> str:
    return f"**{words}**" if is_heavy else words


def is_wrong(answer: Answer, judged: Judged) -> bool:
    """Whether an answer takes what a desk refuses, or refuses what it prints."""
    return (judged.case.desk, answer) in (("refuses", "takes"), ("prints", "refuses"))


def _sums() -> str:
    every: dict[str, Column] = {"briefbook": lambda judged: judged.answer, **columns()}
    desks = Counter(judged.case.desk for judged in judge_all())
    heads = [
        "",
        f"of {desks['prints']} that a desk prints: takes",
        "asks",
        "refuses",
        f"of {desks['refuses']} that a desk refuses: refuses",
        "asks",
        "takes",
    ]
    return "\n".join(
        [_row(heads), _row(["---"] * len(heads)), *(_sum_row(name, ask) for name, ask in every.items())]
    )


def _sum_row(name: str, ask: Column) -> str:
    answers = Counter((judged.case.desk, ask(judged)) for judged in judge_all())
    prints = [str(answers["prints", each]) for each in ("takes", "asks", "refuses")]
    refuses = [str(answers["refuses", each]) for each in ("refuses", "asks", "takes")]
    return _row([name, *prints, *refuses])


def _checkers() -> str:
    return "\n".join(_iter_checkers())


def _iter_checkers() -> Iterator[str]:
    yield _row(["checker", "version", "asked on", "by", "1,000 quotations of one article"])
    yield _row(["---"] * 5)
    for each in read_record():
        link = f"[{each.name}]({each.url})"
        yield _row([link, each.version, each.date, each.how, f"{each.seconds} CPU s"])
