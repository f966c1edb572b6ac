"""What sort of actor a name is one of, by its own words."""

from __future__ import annotations

from briefbook.distil.draft import ActorKind
from briefbook.distil.known import BY_ADJECTIVE, BY_FORM
from briefbook.distil.runs import ARMED_NOUNS, BODY_NOUNS
from briefbook.distil.table import words_of

_ARMED_ONLY = frozenset(words_of("bodies", "armed_only"))
_FIRST_NOUNS = frozenset(words_of("bodies", "first_nouns"))
_OF_STATE = frozenset(words_of("bodies", "of_state"))
_PEOPLE = frozenset(words_of("groups", "people"))
_JOINERS = frozenset(words_of("bodies", "joiners"))
_STATES_OF = frozenset(words_of("names", "of"))


def kind_by_words(name: str) -> ActorKind | None:
    """The kind that the words of a name say; None where they do not."""
    if name in BY_FORM:
        return BY_FORM[name].kind
    words = name.split()
    if len(words) < 2:
        return None
    if (words[0] in _STATES_OF and len(words) > 2) or (words[-1] == "Republic" and len(words) == 2):
        return "state"
    if "&" in words[1:-1]:
        # `Stowe & Marr`
        return "organisation"
    cut = next((at for at, word in enumerate(words) if word in _JOINERS), len(words))
    if cut == 1 and words[0].lower() in _PEOPLE:
        return None
    head = words[cut - 1]
    is_official = words[0] in _OF_STATE or words[0] in BY_ADJECTIVE or words[0] in BY_FORM
    if any(word in _ARMED_ONLY for word in words) or (head in ARMED_NOUNS and not is_official):
        return "armed_group"
    if (
        head in BODY_NOUNS
        or words[0] in _FIRST_NOUNS
        or words[-1] in BODY_NOUNS
        or (cut < len(words) and words[0] in BODY_NOUNS)
    ):
        return "organisation"
    return None
