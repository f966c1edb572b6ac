"""What lies between two states of a book: first what is marked less strictly, then what readers will see."""

from briefbook.diff.compare import Side, compare
from briefbook.diff.value import Comparison

__all__ = ["Comparison", "Side", "compare"]
