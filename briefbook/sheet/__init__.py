"""The editor's review sheet of one brief: what only a person can decide, then what was checked."""

from briefbook.sheet.sheet import make_sheet
from briefbook.sheet.value import Sheet

__all__ = ["Sheet", "make_sheet"]
