"""Who may see a record: the Traffic Light Protocol, version 2.0, as an ordered type."""

from __future__ import annotations

from enum import Enum
from functools import total_ordering


@total_ordering
class Marking(Enum):
    """A TLP 2.0 label (FIRST, August 2022); a later label is the stricter one."""

    CLEAR = "CLEAR"
    GREEN = "GREEN"
    AMBER = "AMBER"
    AMBER_STRICT = "AMBER+STRICT"
    RED = "RED"

    @classmethod
    def _missing_(cls, value: object) -> Marking | None:
        """Labels are also read as people write them: `TLP:AMBER`, `amber`."""
        if not isinstance(value, str):
            return None
        label = value.strip().upper().removeprefix("TLP:")
        return cls._value2member_map_.get(label)  # type: ignore[return-value]

    @property
    def rank(self) -> int:
        """0 for CLEAR to 4 for RED."""
        return _RANKS[self]

    @property
    def label(self) -> str:
        """The label as TLP 2.0 wants it printed, with its prefix."""
        return f"TLP:{self.value}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Marking):
            return NotImplemented
        return _RANKS[self] < _RANKS[other]


_RANKS = {marking: rank for rank, marking in enumerate(Marking)}
