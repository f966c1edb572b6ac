"""What other checkers said of the cases on a day when somebody asked them: data that no test makes again."""

from __future__ import annotations

import msgspec

from tools.peers.cases import FOLDER, Answer


class Checker(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A tool with its answers."""

    name: str
    version: str
    url: str
    """Where it is documented."""
    date: str
    """When it was asked."""
    how: str
    """By which of its functions."""
    takes: tuple[str, ...]
    """Answers that let a quotation pass."""
    asks: tuple[str, ...]
    """Answers, and remarks beside an answer, that leave the decision to a person."""
    seconds: float
    """CPU seconds over 1,000 quotations of one article of 1,600 words."""
    said: dict[str, str]
    """Its answer to each case, by the digest of the article and the words."""

    def answer(self, digest: str) -> Answer:
        """`takes`, `asks` or `refuses`."""
        said, *remarks = self.said[digest].split(", ")
        if any(each in self.asks for each in (said, *remarks)):
            return "asks"
        return "takes" if said in self.takes else "refuses"


def read_record() -> list[Checker]:
    """The checkers that were asked."""
    return msgspec.yaml.decode((FOLDER / "recorded.yaml").read_bytes(), type=list[Checker])
