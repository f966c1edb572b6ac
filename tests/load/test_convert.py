"""Each kind of mistake in a record has its rule, its place and a way out."""

import pytest

from briefbook.load.convert import a_kind, convert
from briefbook.model.marking import Marking
from briefbook.model.records import Actor, Brief, Claim, Event, Figure, Issue, Position, Question
from briefbook.model.settings import Settings

POSITION = {"actor": "vale", "issue": "gates", "stance": "opposes"}
CLAIM = {"id": "gates-hold", "text": "The gates hold."}
ISSUE = {"id": "gates", "proposition": "The gates should open."}


@pytest.mark.parametrize(
    ("type_", "value", "rule", "path", "message", "help"),
    [
        (
            Issue,
            "gates",
            "value-type",
            (),
            "'gates' stands where an issue should",
            "`id: ..., proposition: ...`",
        ),
        (Issue, ["gates"], "value-type", (), "a list stands where an issue", "write its keys"),
        (Issue, None, "value-type", (), "nothing stands where an issue", "write its keys"),
        (Issue, {**ISSUE, "nme": "x"}, "key-unknown", ("nme",), "an issue has no key `nme`", "`name`?"),
        (
            Issue,
            {**ISSUE, "qqq": "x"},
            "key-unknown",
            ("qqq",),
            "no key `qqq`",
            "its keys are tlp, note, id, ",
        ),
        (
            Claim,
            {**CLAIM, "qqq": "x"},
            "key-unknown",
            ("qqq",),
            "no key `qqq`",
            "the content reference lists",
        ),
        (
            Issue,
            {"id": "gates"},
            "value-missing",
            (),
            "this issue has no `proposition`",
            "add `proposition:`",
        ),
        (
            Issue,
            {**ISSUE, "proposition": None},
            "value-missing",
            (),
            "no `proposition`",
            "add `proposition:`",
        ),
        (Issue, {**ISSUE, "tlp": None}, "marking-unknown", ("tlp",), "`tlp` has no value", "CLEAR, GREEN"),
        (Issue, {**ISSUE, "tlp": "WHITE"}, "marking-unknown", ("tlp",), "'WHITE' is not", "calls it CLEAR"),
        (Issue, {**ISSUE, "tlp": "SECRET"}, "marking-unknown", ("tlp",), "'SECRET' is not", "or RED"),
        (Issue, {**ISSUE, "tlp": ["RED"]}, "marking-unknown", ("tlp",), "a list is not", "or RED"),
        (
            Issue,
            {**ISSUE, "id": "Gates"},
            "id-invalid",
            ("id",),
            "'Gates' is not an id",
            "small letters a to z",
        ),
        (Issue, {**ISSUE, "id": "a" * 81}, "id-invalid", ("id",), "is not an id", "at most 80"),
        (
            Issue,
            {**ISSUE, "why": ["x"]},
            "value-type",
            ("why",),
            "a list stands where one",
            "quotation marks",
        ),
        (Issue, {**ISSUE, "why": {"x": "y"}}, "value-type", ("why",), "a mapping stands", "quotation marks"),
        (Position, {**POSITION, "stance": "oposes"}, "value-unknown", ("stance",), "'oposes'", "`opposes`?"),
        (
            Position,
            {**POSITION, "stance": "qqq"},
            "value-unknown",
            ("stance",),
            "'qqq'",
            "opposes, unclear or withdrawn",
        ),
        (Position, {**POSITION, "said": "soon"}, "date-invalid", ("said",), "'soon' is not a date", ""),
        (Position, {**POSITION, "said": "2031-02-30"}, "date-invalid", ("said",), "2031 has no day 30", ""),
        (
            Position,
            {**POSITION, "quote": ["a", ["b"]]},
            "value-type",
            ("quote",),
            "a list stands",
            "quotation",
        ),
        (
            Claim,
            {**CLAIM, "actors": "vale"},
            "value-type",
            ("actors",),
            "'vale' stands where a list",
            "`[vale]`",
        ),
        (Claim, {**CLAIM, "actors": ["a", ["b"]]}, "value-type", ("actors", 1), "a list stands", "one value"),
        (
            Claim,
            {**CLAIM, "replies": ["no"]},
            "value-type",
            ("replies", 0),
            "where a reply should",
            "says: ...",
        ),
        (Claim, {**CLAIM, "credibility": "7"}, "value-type", ("credibility",), "out of range", "number <= 6"),
        (
            Claim,
            {**CLAIM, "credibility": "good"},
            "value-type",
            ("credibility",),
            "is not a number",
            "digits",
        ),
        (
            Figure,
            {"what": "x", "reported": "y", "low": "1,700"},
            "value-type",
            ("low",),
            "not a number",
            "1700",
        ),
        (
            Figure,
            {"what": "x", "reported": "y", "low": "inf"},
            "value-type",
            ("low",),
            "out of range",
            "number",
        ),
        (
            Actor,
            {"id": "a", "name": "A", "kind": "state", "wikidata": "12"},
            "value-type",
            ("wikidata",),
            "'12'",
            "Q",
        ),
        (
            Settings,
            {"use_directory_urls": "yes"},
            "value-type",
            ("use_directory_urls",),
            "neither",
            "true or",
        ),
        (
            Question,
            {**CLAIM, "indicators": ["x"]},
            "value-type",
            ("indicators",),
            "a mapping should",
            "name: value",
        ),
        (Question, {**CLAIM, "seen": {"x": "y"}}, "date-invalid", ("seen", "x"), "'y' is not a date", ""),
    ],
)
def test_mistake_has_its_rule_its_place_and_a_way_out(type_, value, rule, path, message, help):
    """What is refused is named with its key, the words at fault and what to write instead."""
    record, ((found, finding),) = convert(value, type_)

    assert record is None
    assert (rule, path) == (found, finding.path)
    assert message in finding.message
    assert help in finding.help


def test_date_that_is_a_list_is_one_value():
    """A date is never several."""
    _, ((rule, finding),) = convert({"id": "a", "title": "A", "date": ["2031"]}, Event)

    assert ("value-type", ("date",)) == (rule, finding.path)


def test_all_mistakes_of_a_record_are_named():
    """One mistake hides no other, however deep it stands."""
    value = {
        "id": "case",
        "as_of": "never",
        "positions": [{**POSITION, "stance": "qqq"}, POSITION, "text"],
        "claims": {"id": "x"},
        "qqq": "x",
    }
    record, found = convert(value, Brief)

    assert record is None
    assert [
        ("date-invalid", ("as_of",)),
        ("value-unknown", ("positions", 0, "stance")),
        ("value-type", ("positions", 2)),
        ("value-type", ("claims",)),
        ("key-unknown", ("qqq",)),
        ("value-missing", ()),
    ] == [(rule, finding.path) for rule, finding in found]


def test_key_without_a_value_counts_as_absent():
    """Scaffolds leave keys empty; that is no mistake, at any depth."""
    record, found = convert(
        {**CLAIM, "by": None, "replies": [{"by": "vale", "says": "denies", "said": None}], "figures": None},
        Claim,
    )

    assert [] == found
    assert ("", None, ()) == (record.by, record.replies[0].said, record.figures)


@pytest.mark.parametrize("text", ["amber+strict", "TLP:AMBER+STRICT", " Amber+Strict "])
def test_marking_is_read_as_people_write_it(text):
    """Case and the prefix do not matter."""
    record, _ = convert({**ISSUE, "tlp": text}, Issue)

    assert record.tlp is Marking.AMBER_STRICT


@pytest.mark.parametrize(("type_", "words"), [(Actor, "an actor"), (Brief, "a brief"), (Event, "an event")])
def test_kind_has_its_article(type_, words):
    """Messages are English."""
    assert words == a_kind(type_)


@pytest.mark.parametrize(
    ("lines", "rule", "help"),
    [
        ("stance: todo", "value-unknown", "supports"),
        ("stance: supports\nsaid: TODO the day", "date-invalid", "2014-06-15"),
        ("stance: supports\ntlp: todo", "marking-unknown", "CLEAR"),
    ],
)
def test_placeholder_where_one_of_few_values_stands_is_called_one(lines, rule, help):
    """A field that can hold no free text says that it is still to be filled in, and with what."""
    _, ((found, finding),) = convert(
        {"actor": "vale", "issue": "open-gates", **dict(line.split(": ") for line in lines.split("\n"))},
        Position,
    )

    assert rule == found
    assert "is still to be filled in" in finding.message
    assert help in finding.help


@pytest.mark.parametrize("language", ["../x", "en_US", "x", "English, mostly", "en-"])
def test_language_is_written_as_bcp_47_does(language):
    """What is no language tag never becomes a folder's name or a page's language."""
    _, ((rule, finding),) = convert({"language": language}, Settings)

    assert ("value-type", ("language",)) == (rule, finding.path)
    assert "`pt-BR`" in finding.help


@pytest.mark.parametrize("language", ["", "en", "pt-BR", "zh-Hant-TW", "de-1996", "mas"])
def test_language_tag_is_a_language(language):
    """Regions, scripts and variants may follow."""
    settings, found = convert({"language": language}, Settings)

    assert ([], language) == (found, settings.language)
