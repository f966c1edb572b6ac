"""Files of gold, and how drafts are compared with them."""

import pytest

from tests.distil.compared import compare
from tests.distil.gold import GoldError, gold_of

TEXT = (
    "Ana Bell, the mayor, said on Monday that the quay was shut. “It is shut,” she said. "
    "The quay may open by Monday, Bell said.\n"
)
GOLD = """
title = "A quay"
style = "note"
date = "2026-05-07"
actors = [{id = "bell", name = "Ana Bell", kind = "person", role = "mayor"}]
quotes = [{by = "bell", words = "It is shut,"}]
indirect = [{by = "bell", words = "the quay was shut"}]
claims = [{by = "bell", words = "The quay may […] Monday", status = "conditional", hedges = ["may"]}]
dates = [
  {words = "Monday", at = 2, value = "2026-W20", kind = "deadline"},
  {words = "Monday", at = 1, value = "2026-05-04", kind = "event", optional = true},
]
positions = [{by = "bell", on = "The quay", words = "It is shut", stance = -1}]
questions = [{asks = "Will the quay open?", keys = [["quay"], ["open", "Monday"]]}]
"""


@pytest.fixture
def written(tmp_path):
    """The file of gold beside its article, with other words in the place of some."""

    def write(old="", new=""):
        (tmp_path / "quay.txt").write_text(TEXT, encoding="utf-8")
        path = tmp_path / "quay.toml"
        path.write_text(GOLD.replace(old, new, 1), encoding="utf-8")
        return path

    return write


def test_words_become_places(written):
    """Words of the gold are found in the article, also those that leave out a middle."""
    gold = gold_of(written())

    assert [TEXT[each["start"] : each["end"]] for part in ("quotes", "claims") for each in gold[part]] == [
        "It is shut,",
        "The quay may open by Monday",
    ]


def test_entries_stand_in_the_order_of_the_article(written):
    """`at` says which time words stand there, and entries are sorted by their places."""
    assert [each["kind"] for each in gold_of(written())["dates"]] == ["event", "deadline"]


def test_week_is_accepted_in_other_forms(written):
    """A week is Monday to Sunday, and its name, its first day and its working days are as good."""
    day = gold_of(written())["dates"][1]

    assert day["value"] == "2026-05-11/2026-05-17"
    assert day["accept"] == ["2026-W20", "2026-05-10/2026-05-16", "2026-05-11/2026-05-15", "2026-05-11"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("It is shut,", "It is closed", "quay.toml: not in the text between marks: It is closed"),
        ("the quay was shut", "the quay is shut", "quay.toml: not in the text: the quay is shut"),
        (", at = 1", "", "quay.toml: 2 times in the text, say which with `at`: Monday"),
        ("at = 2", "at = 3", "quay.toml: only 2 times in the text: Monday"),
        ('kind = "person"', 'kind = "man"', "quay.toml: unknown kind man: Ana Bell"),
        (
            'status = "conditional"',
            'status = "odd"',
            "quay.toml: unknown status odd: The quay may […] Monday",
        ),
        ('["may"]', '["might"]', "quay.toml: not in the text: might"),
        ('by = "bell"', 'by = "ball"', "quay.toml: no actor ball: It is shut,"),
    ],
)
def test_gold_that_is_not_in_the_article_is_told(written, old, new, fault):
    """Words that are not in the article, or not in one place, are named; so are unknown kinds and actors."""
    with pytest.raises(GoldError) as caught:
        gold_of(written(old, new))

    assert str(caught.value) == fault


def draft_of(gold, **others):
    """A draft that finds what the gold wants, but for some parts."""
    return {
        "actors": [{**each, "id": f"the-{each['id']}"} for each in gold["actors"]],
        "quotes": [{**each, "speaker": "the-bell"} for each in gold["quotes"]],
        "indirect": [{**each, "speaker": "the-bell"} for each in gold["indirect"]],
        "claims": gold["claims"],
        "dates": gold["dates"],
        "positions": [{**each, "actor": "the-bell"} for each in gold["positions"]],
        "questions": [{"text": "Will the quay open?"}],
        **others,
    }


def test_draft_that_finds_everything_has_full_shares(written):
    """What a reader found is worth 1 in each share."""
    gold = gold_of(written())

    assert set(compare(draft_of(gold), gold, TEXT)) == {1.0}


def test_draft_that_finds_nothing_has_none(written):
    """An empty draft is worth 0 in each share."""
    gold = gold_of(written())
    empty = {
        part: [] for part in ("actors", "quotes", "indirect", "claims", "dates", "positions", "questions")
    }

    assert set(compare(empty, gold, TEXT)) == {0.0}


def test_false_finds_cost(written):
    """What no reader found halves the precision; another speaker is not the right one."""
    gold = gold_of(written())
    other = {"id": "quay", "name": "Quay", "kind": "state", "aliases": []}
    wrong = {"start": 0, "end": 3, "text": "Ana", "speaker": "quay"}
    draft = draft_of(gold)
    draft["actors"].append(other)
    draft["quotes"].append(wrong)
    draft["indirect"] = [{**each, "speaker": "quay"} for each in gold["indirect"]]
    shares = compare(draft, gold, TEXT)

    assert (shares.quotations, shares.actors, shares.speakers) == (0.667, 0.667, 1.0)
    assert (shares.statements, shares.tellers) == (1.0, 0.0)
