"""Tables for programs: complete, stable, and harmless in a spreadsheet."""

import csv
import io
import json

import pytest

from briefbook.derive.columns import TABLES
from briefbook.export.cells import bounds, guard, unguard
from briefbook.text.edtf import parse_when
from tests.derive.books import actor, brief, issue, situation_of, source
from tests.export.exported import files_of, json_of, river, rows_of


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_table_has_its_columns(table):
    """The header is the dictionary's, and each row is as long as it."""
    text = files_of(river())[table.file].decode()
    header, *rows = csv.reader(io.StringIO(text, newline=""))

    assert [column.name for column in table.columns] == header
    assert {len(header)} >= {len(row) for row in rows}
    assert len(set(header)) == len(header)


@pytest.mark.parametrize("name", ["actors", "issues", "sources", "briefs"])
def test_documents_stand_in_tables_as_in_json(name):
    """A row and the JSON of the same record agree, and each record has its row."""
    situation = river()
    files = files_of(situation)
    rows = {row["id"]: row for row in rows_of(situation, name)}
    records = {
        file.split("/")[2].removesuffix(".json"): json.loads(data)
        for file, data in files.items()
        if file.startswith(f"data/{name}/") and file.endswith(".json")
    }

    assert rows.keys() == records.keys()
    for id, row in rows.items():
        record, derived = records[id]["record"], records[id]["derived"]
        assert row["tlp"] == record["tlp"]
        assert row["url"] == derived["url"]
        assert row.get("name", row.get("title")) == record.get("name", record.get("title"))


def test_positions_have_a_row_for_each_report():
    """Each report of a position is a row that says what it changed; one of a cell is the present one."""
    rows = [row for row in rows_of(river(), "positions") if row["actor"] == "vestrin"]
    pause = [row for row in rows if row["issue"] == "pause-filling"]

    assert [("opposes", "position-new", "", "false"), ("leans-support", "moved", "opposes", "true")] == [
        (row["stance"], row["change"], row["was"], row["present"]) for row in pause
    ]


def test_claims_say_where_they_come_from_and_what_contradicts_them():
    """A claim's row has its origins, each once, its speakers, and every claim that contradicts it."""
    sources = [source("wire"), source("herald", via="wire"), source("courier")]
    pieces = [
        {"words": "so", "source": id, "speaker": speaker}
        for id, speaker in (("herald", "iran"), ("wire", "iraq"), ("courier", "iran"), ("courier", "article"))
    ]
    claims = [
        {"id": "c", "text": "It rains.", "by": "iran", "evidence": pieces},
        {"id": "d", "text": "It is dry.", "by": "iraq", "contradicts": ["c"]},
    ]
    records = *sources, actor("iran"), actor("iraq"), brief(sources=["wire", "herald"], claims=claims)
    first, second = rows_of(situation_of(*records), "claims")

    assert (first["origins"], first["speakers"], first["contradicts"]) == ("wire|courier", "iran|iraq", "d")
    assert (second["origins"], second["speakers"], second["contradicts"]) == ("", "", "c")


def test_claims_stand_as_they_are_now():
    """A claim's row has the present status beside the first."""
    row = next(row for row in rows_of(river(), "claims") if row["id"] == "gate-three-cracked")

    assert ("confirmed", "unverified", "1") == (row["status"], row["status_first"], row["updates"])


def test_quotations_are_those_of_the_json():
    """Every passage of every piece of evidence in the JSON is a row, and no other."""
    situation = river()
    passages = sorted(row["passage"] for row in rows_of(situation, "quotations"))
    found = []

    def look(value):
        if isinstance(value, dict):
            if "checked" in value:
                found.extend([*value["quote"], *value["words"], *filter(None, [value["paraphrase"]])])
            value = list(value.values())
        if isinstance(value, list):
            for each in value:
                look(each)

    for file, data in files_of(situation).items():
        if file.startswith("data/") and file.count("/") > 1 and file.endswith(".json"):
            record = json.loads(data)
            look(record.get("record") or record.get("reports"))
            look((record["derived"] or {}).get("history"))

    assert passages == sorted(found)


def test_rows_read_back_as_they_were_written():
    """Commas, quotation marks, line ends, tabs and formulas come back from the file as they went in."""
    odd = [
        "=SUM(A1)",
        "+1",
        "-1",
        "@x",
        "'=1",
        "'tis",
        'say "x", y',
        "two\nlines",
        "＝1",
        "\tx",
        "x|y",
        "ü 中 🙂",
    ]
    situation = situation_of(*(actor(f"a{number:02}", name=name) for number, name in enumerate(odd)), brief())

    assert odd == [row["name"] for row in rows_of(situation, "actors")]


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@1", "\t1", "\r1", "'=1", "''+1", "＝1", "＋", "－", "＠"]
)
def test_formula_is_guarded_and_comes_back(text):
    """What a spreadsheet would run begins with an apostrophe, which is taken off again."""
    assert guard(text) == f"'{text}"
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", ["", "a=1", "'tis", "'", "1"])
def test_harmless_text_stays_as_it_is(text):
    """Other texts are not touched."""
    assert guard(text) == text == unguard(text)


def test_negative_number_is_a_number():
    """A figure below zero is no formula, and a whole number has no decimals."""
    situation = situation_of(
        source(),
        brief(
            sources=["paper"],
            claims=[
                {
                    "id": "c",
                    "text": "It froze.",
                    "words": "it froze",
                    "figures": [
                        {"what": "degrees", "reported": "minus 5", "words": "5", "best": -5.0, "low": -7.5}
                    ],
                }
            ],
        ),
    )

    assert [("-5", "-7.5", "")] == [
        (row["best"], row["low"], row["high"]) for row in rows_of(situation, "figures")
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2014-06-15", ("2014-06-15", "2014-06-15")),
        ("2014-06~", ("2014-06-01", "2014-06-30")),
        ("../2014-06-15", ("", "2014-06-15")),
        ("2014-06-15/..", ("2014-06-15", "")),
    ],
)
def test_date_has_its_earliest_and_latest_day(text, days):
    """Programs get calendar days beside the date as written; an open end is empty."""
    assert days == bounds(parse_when(text))


def test_links_are_plain_words_in_tables():
    """`[[id|words]]` reads as its words, in texts and in lists of texts."""
    situation = situation_of(
        actor("iran", about="See [[usa|Washington]]."),
        actor("usa"),
        brief(key_messages=["On [[iran]]."], bottom_line="[[usa]] agrees."),
    )

    assert "See Washington." == rows_of(situation, "actors")[0]["about"]
    row = rows_of(situation, "briefs")[0]
    assert ("On Iran.", "Usa agrees.") == (row["key_messages"], row["bottom_line"])


def test_question_says_whether_it_is_overdue():
    """A question that was due and is open says so; claims that it is about stay ids."""
    rows = {row["id"]: row for row in rows_of(river(), "questions")}

    assert "true" == rows["how-fast"]["overdue"]
    assert {"true", "false"} == {row["overdue"] for row in rows.values()}


def test_person_has_a_row_for_each_post():
    """Offices stand in a table of their own."""
    situation = situation_of(
        actor("usa"),
        actor("kerry", "person", posts=[{"title": "secretary of state", "at": "usa", "since": "2013-02-01"}]),
        brief(),
    )

    assert [("kerry", "usa", "2013-02-01")] == [
        (row["actor"], row["at"], row["since_from"]) for row in rows_of(situation, "posts")
    ]


def test_paraphrase_is_a_row_of_its_own():
    """A paraphrase beside a quotation says of itself that nothing was compared."""
    situation = situation_of(
        source(),
        actor("iran"),
        issue(),
        brief(
            sources=["paper"],
            positions=[
                {
                    "actor": "iran",
                    "issue": "talks",
                    "stance": "supports",
                    "quote": "yes",
                    "paraphrase": "Agrees.",
                }
            ],
        ),
    )

    assert [("quote", "none"), ("paraphrase", "paraphrase")] == [
        (row["form"], row["checked"]) for row in rows_of(situation, "quotations")
    ]


def test_package_describes_every_table():
    """The data package lists each table with its columns, hash and size, and its key names a row."""
    situation = river(licence="CC-BY-4.0", publisher="River desk")
    files = files_of(situation)
    package = json.loads(files["data/datapackage.json"])

    assert [table.name for table in TABLES] == [each["name"] for each in package["resources"]]
    assert all(each["bytes"] == len(files[f"data/{each['path']}"]) for each in package["resources"])
    assert [{"name": "CC-BY-4.0"}] == package["licenses"]
    assert "River desk" == package["contributors"][0]["title"]
    for each in package["resources"]:
        key = each["schema"].get("primaryKey", [])
        rows = rows_of(situation, each["name"])
        assert not key or len(rows) == len({tuple(row[part] for part in key) for row in rows})


def test_licence_in_words_is_no_licence_id():
    """Words are kept as words: a data package knows only ids."""
    package = json_of(river(licence="Ask us first."), "data/datapackage.json")

    assert "licenses" not in package
    assert "Ask us first." == package["licence"]
