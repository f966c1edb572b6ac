"""New files with their keys in place, in the block form that the docs show.

What an author still has to write says `TODO`, so that `check` knows it from what somebody wrote.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

from briefbook.model.ids import RESERVED
from briefbook.text.edtf import parse_when

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")

_BRIEF = """---
title: {title}
as_of: {day}
product: sitrep                        # or flash-update, profile
status: draft                          # cleared, once somebody has read it twice
tlp: {tlp}
sources: []                            # ids of files in seeds/; with one, no entry has to name it
bottom_line: >-
  TODO two or three sentences, what a minister would have to know.
key_messages:                          # 2 to 5, each with a link to its entry: ([[iran/act-together]])
- TODO the first message.
- TODO the second message.
issues: []
#- id: act-together
#  proposition: TODO a sentence that one can support or oppose.
positions: []
#- actor: iran
#  issue: act-together
#  stance: leans-support
#  condition: TODO under which condition
#  said: 2014-06-14
#  speaker: rouhani
#  summary: TODO one sentence of ours.
#  quote: TODO the speaker's own words
claims: []
#- id: mass-execution
#  text: TODO what is claimed, as a sentence.
#  by: isis
#  status: unverified
#  words: TODO the article's own words
events: []
#- id: vienna-talks
#  title: TODO what happened, in a few words
#  date: 2014-06-16
#  status: scheduled
#  words: TODO the article's own words
questions: []
#- id: which-channel
#  text: TODO what do we not know?
#  why: TODO why the answer matters.
#  due: 2014-06-20
#  indicators:
#    named: TODO what would be seen.
---
## Situation

TODO the report in our own words. `[[id]]` becomes a link.
"""

_ACTOR = """name: {title}
kind: state                            # or body, organisation, armed-group, person, coalition, unnamed
tlp: {tlp}
aliases: []
#about: TODO one sentence on who this is.
#posts:                                # for a person: the offices that let them speak for a body
#- {{title: foreign minister of Iraq, at: iraq}}
#member_of: []
#of:                                   # for an unnamed source: whose officials these are
#bloc: The region                      # the group in the position matrix
"""

_ISSUE = """proposition: TODO a sentence that one can support or oppose.
name: {title}
tlp: {tlp}
#why: TODO why it matters.
"""

_SOURCE = """publisher: {title}
title: TODO the article's headline
authors: []
published: {day}
accessed: {day}
tlp: {tlp}
url: ""
language: en
reliability:                           # A to F, after the Admiralty code
rights: excerpt                        # or public, licensed
"""

_PAGE = """---
title: {title}
tlp: {tlp}
---
TODO the text of the page, in Markdown. `[[id]]` becomes a link.
"""

_KINDS = {
    "brief": ("briefs/{id}.md", _BRIEF),
    "actor": ("actors/{id}.yaml", _ACTOR),
    "issue": ("issues/{id}.yaml", _ISSUE),
    "page": ("pages/{id}.md", _PAGE),
    "source": ("../seeds/{id}.yaml", _SOURCE),
}


class NewFileError(Exception):
    """The file could not be made; nothing was written."""


_DAY = re.compile(r"(?:^|-)(\d{4}-\d\d-\d\d)(?:-|$)")


def _day_in(id: str) -> str:
    """The date that an id names, as in `2014-06-15-iraq`, or the empty string."""
    found = _DAY.search(id)
    try:
        return str(parse_when(found[1])) if found else ""
    except ValueError:
        return ""


def new_file(
    kind: str, id: str, content: Path, *, today: dt.date, title: str = "", tlp: str = "CLEAR"
) -> Path:
    """The path of a new file of this kind with its keys in place, dated by its id or else today.

    Raises:
        NewFileError: the id is no id or not free to use, or the file exists already.
    """
    if id in RESERVED:
        raise NewFileError(f"the id {id!r} is reserved; choose a longer one")
    if not ID.fullmatch(id):
        raise NewFileError(f"{id!r} is not an id: small letters a to z, digits and hyphens, at most 80")
    name, text = _KINDS[kind]
    path = Path(os.path.normpath(content / name.format(id=id)))
    words = title or id.replace("-", " ").capitalize()
    quoted = '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    filled = text.format(title=quoted, day=_day_in(id) or today.isoformat(), tlp=tlp)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        raise NewFileError(f"{path} exists already; it was not changed") from None
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(filled)
    return path
