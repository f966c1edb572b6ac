"""The list of judgements."""

from __future__ import annotations

from briefbook.derive.views.base import View
from briefbook.derive.views.forecasts import Judgement
from briefbook.derive.views.site import Head, Pager


class JudgementsPage(View, frozen=True, kw_only=True):
    """`/judgements/` (judgements.html): as they stand now, those made last first."""

    head: Head
    rows: tuple[Judgement, ...]
    pager: Pager
