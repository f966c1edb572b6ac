"""Whatever is wrong with a brief, its editor gets a sheet."""

import pytest

from briefbook.sheet import make_sheet
from briefbook.sheet.markdown import render_markdown
from briefbook.sheet.terminal import render_terminal
from tests.check.test_cases import CASES, lay_out
from tests.sheet.sheets import load


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_sheet_shows_every_finding(case, tmp_path):
    """In the bad and the good case of every rule, each finding of a brief stands on its sheet."""
    loaded = load(lay_out(case, tmp_path, "draft"))
    for brief in loaded.book.briefs.values():
        sheet = make_sheet(loaded, brief)
        found = {*sheet.findings}
        found |= {each for section in sheet.sections for entry in section.entries for each in entry.findings}
        found |= {each for sentence in sheet.prose for each in sentence.findings}
        markdown, terminal = render_markdown(sheet), render_terminal(sheet, 80)

        counted = sum(int(part.split()[0]) for part in sheet.counts[-1].split(", ") if part[0].isdigit())
        assert len(found) == counted
        assert all(f"(`{each.rule}`)" in markdown and each.rule in terminal for each in found)
