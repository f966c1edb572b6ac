"""One JSON file for each record: all of them, once, and nothing that is withheld."""

import hashlib
import json

import jsonschema_rs
import pytest

from briefbook.derive.pages import iter_pages
from briefbook.export.fields import encode_hook
from briefbook.model.marking import Marking
from tests.derive.books import actor, brief, issue, situation_of, source
from tests.export.exported import exports_of, files_of, json_of, river


@pytest.fixture(scope="module")
def site():
    """The files of the invented situation."""
    return files_of(river())


@pytest.fixture(scope="module")
def records(site):
    """What the JSON files of its records hold, by path."""
    return {
        file: json.loads(data)
        for file, data in site.items()
        if file.startswith("data/") and file.count("/") > 1 and file.endswith(".json")
    }


def test_each_record_is_in_the_data_once(records):
    """Each record and each pair of actor and issue has one file."""
    situation = river()
    released, entries = situation.released, situation.entries
    expected = [
        *released.actors,
        *released.issues,
        *released.sources,
        *released.briefs,
        *entries.lives,
        *("/".join(key) for key in situation.stances.cells),
        *{f"{tie.actor}/{tie.tie}/{tie.other}" for each in situation.briefs for tie in each.ties},
    ]

    assert sorted(expected) == sorted(record["id"] for record in records.values())


def test_each_report_of_a_position_is_in_the_data_once(records):
    """A cell's file holds every statement, oldest first, and says where the actor stands now."""
    situation = river()
    reports = [len(each["reports"]) for each in records.values() if each["kind"] == "position"]
    moved = records["data/positions/vestrin/pause-filling.json"]

    assert sum(map(len, situation.stances.by_brief.values())) == sum(reports)
    assert ["opposes", "leans-support"] == [each["record"]["stance"] for each in moved["reports"]]
    assert "moved" == moved["reports"][-1]["derived"]["change"]
    assert "leans-support" == moved["derived"]["present"]["stance"]


def test_every_file_keeps_to_the_schema(site, records):
    """Each record's file and the index are what the published schema says."""
    validator = jsonschema_rs.validator_for(json.loads(site["data/schema.json"]))
    files = {**records, "index": json.loads(site["data/index.json"])}

    assert {} == {
        file: [error.message for error in validator.iter_errors(data)]
        for file, data in files.items()
        if not validator.is_valid(data)
    }


def test_schema_refuses_what_it_does_not_know(site, records):
    """A key that is not documented, or one that is missing, does not pass."""
    validator = jsonschema_rs.validator_for(json.loads(site["data/schema.json"]))
    good = records["data/claims/river-fell.json"]
    more = {**good, "record": {**good["record"], "mood": "dark"}}
    less = {**good, "record": {key: value for key, value in good["record"].items() if key != "status"}}

    assert validator.is_valid(good)
    assert not validator.is_valid(more)
    assert not validator.is_valid(less)


def test_schema_explains_every_key(site):
    """Each property of the schema has a description."""
    shapes = json.loads(site["data/schema.json"])["$defs"]
    bare = [
        f"{name}.{key}"
        for name, shape in shapes.items()
        for key, value in shape.get("properties", {}).items()
        if "description" not in value and key != "kind"
    ]

    assert [] == bare


def test_index_lists_every_file_with_its_hash(site):
    """The index names each file under data/ but itself, and the hashes are those of the bytes."""
    index = json.loads(site["data/index.json"])
    listed = {f"data/{file['path']}": (file["sha256"], file["bytes"]) for file in index["files"]}
    data = {file: each for file, each in site.items() if file.startswith("data/")}
    del data["data/index.json"]

    assert listed == {file: (hashlib.sha256(each).hexdigest(), len(each)) for file, each in data.items()}


def test_index_can_be_asked_for_alone(site):
    """A preview that asks for the index first gets the same bytes as a whole build."""
    makers = {export.file: export.make for export in exports_of(river())}

    assert makers["data/index.json"]() == site["data/index.json"]


def test_index_names_the_day_that_judged():
    """Whether a question is overdue can be told only beside the day by which it was judged."""
    index = json_of(river(), "data/index.json")

    assert ("2031-03-10", "2031-03-10") == (index["as_of"], index["today"])


def test_record_is_as_written_and_the_rest_apart(records):
    """The record keeps its first status; what became of it stands under `derived`."""
    claim = records["data/claims/gate-three-cracked.json"]

    assert "unverified" == claim["record"]["status"]
    assert "confirmed" == claim["derived"]["now"]["status"]
    assert ["2031-03-10-kelmet"] == [step["brief"] for step in claim["derived"]["history"]]
    assert ["unverified", "confirmed"] == [
        claim["derived"]["history"][0]["was"],
        claim["derived"]["history"][0]["became"],
    ]


def test_claim_says_where_it_comes_from_and_what_contradicts_it():
    """Beside a claim stand its origins, what repeats them, who speaks, and claims that contradict it."""
    evidence = [
        {"words": "so", "source": "herald", "speaker": "iran"},
        {"words": "so", "source": "courier", "speaker": "article"},
    ]
    claims = [
        {"id": "c", "text": "It rains.", "by": "iran", "evidence": evidence},
        {"id": "d", "text": "It is dry.", "by": "iran", "contradicts": ["c"]},
    ]
    situation = situation_of(
        *(source("wire", reliability="C"), source("herald", via="wire"), source("courier")),
        actor("iran"),
        brief(sources=["herald", "courier"], claims=claims),
    )
    derived = json_of(situation, "data/claims/c.json")["derived"]

    assert derived["origins"] == [
        {"source": "wire", "reliability": "C", "quoted": False, "repeated_by": ["herald"]},
        {"source": "courier", "reliability": "", "quoted": True, "repeated_by": []},
    ]
    assert (derived["speakers"], derived["reporters"]) == (["iran"], ["courier"])
    assert derived["contradicts"] == ["d"]
    assert json_of(situation, "data/claims/d.json")["record"]["contradicts"] == ["c"]


def test_update_has_only_the_keys_that_it_gave(records):
    """An update is a change, so its empty keys say nothing and are left out."""
    step = records["data/events/second-stage.json"]["derived"]["history"][0]

    assert {"date", "evidence", "reason", "status", "tlp", "update"} >= set(step["update"])


def test_evidence_says_how_it_was_checked(records):
    """Each piece of evidence carries its verdict, its source and its speaker."""
    pieces = records["data/claims/river-fell.json"]["record"]["evidence"]

    assert pieces
    assert all(piece["checked"] == "text" and piece["source"] and piece["speaker"] for piece in pieces)


def test_brief_names_its_entries_and_does_not_repeat_them(records):
    """A brief's file lists the ids of its entries; its prose stands on its page."""
    found = records["data/briefs/2031-03-10-kelmet.json"]

    assert not {"positions", "claims", "body"} & set(found["record"])
    assert "vestrin/pause-filling" in found["derived"]["entries"]["positions"]
    assert "2031-03-06-port-sele" == found["derived"]["previous"]
    assert "" == found["derived"]["next"]


def test_keys_are_sorted_and_dates_as_written(site, records):
    """Keys stand in the order of the alphabet, and a date with a time keeps it."""
    data = site["data/briefs/2031-03-06-port-sele.json"]
    pairs = json.loads(data, object_pairs_hook=list)

    assert [key for key, _ in pairs] == sorted(key for key, _ in pairs)
    assert "2031-03-06T18:00Z" == records["data/briefs/2031-03-06-port-sele.json"]["record"]["as_of"]


def test_urls_lead_to_pages_that_exist(records):
    """The url in each file is a page of the site, relative to its root."""
    pages = {page.url for page in iter_pages(river())}
    urls = [each["derived"]["url"] for each in records.values() if "url" in (each["derived"] or {})]
    urls += [
        report["derived"]["url"]
        for each in records.values()
        if "reports" in each
        for report in each["reports"]
    ]

    assert urls
    assert {url.partition("#")[0] for url in urls} <= pages


def test_address_of_the_site_makes_urls_absolute():
    """With `site_url` a program needs to know nothing else to open a page."""
    found = json_of(river(site_url="https://example.org/sarn"), "data/actors/ommar.json")

    assert found["derived"]["url"].startswith("https://example.org/sarn/actors/ommar")


def test_only_urls_depend_on_directories():
    """With and without `actors/ommar/` the data are the same but for URLs and the hashes over them."""
    with_folders = files_of(river(use_directory_urls=True))
    without = files_of(river(use_directory_urls=False))
    differing = {file for file in with_folders if with_folders[file] != without[file]}

    assert with_folders.keys() == without.keys()
    assert with_folders["data/posts.csv"] == without["data/posts.csv"]
    assert not differing & {"data/schema.json", "data/quotations.csv", "data/updates.csv"}


WITHHELD = "Zanzibar"


def test_withheld_records_are_absent():
    """What is marked AMBER is in no export of a CLEAR build: no file, no row, no name."""
    situation = situation_of(
        source(),
        source("secret-paper", title=WITHHELD, tlp="AMBER"),
        issue(),
        issue("secret-issue", proposition=WITHHELD, tlp="AMBER"),
        actor("iran"),
        actor("secret-actor", name=WITHHELD, tlp="AMBER"),
        brief(
            sources=["paper", "secret-paper"],
            positions=[
                {"actor": "iran", "issue": "talks", "stance": "supports", "source": "paper", "words": "yes"},
                {
                    "actor": "iran",
                    "issue": "talks",
                    "stance": "mixed",
                    "source": "paper",
                    "words": WITHHELD,
                    "tlp": "AMBER",
                },
                {
                    "actor": "secret-actor",
                    "issue": "talks",
                    "stance": "mixed",
                    "source": "paper",
                    "words": "no",
                },
            ],
            claims=[
                {"id": "secret-claim", "text": WITHHELD, "tlp": "AMBER", "source": "paper", "words": "x"},
                {
                    "id": "c",
                    "text": "It rains.",
                    "source": "paper",
                    "words": "it rains",
                    "replies": [
                        {"by": "iran", "says": "denies", "source": "paper", "words": WITHHELD, "tlp": "AMBER"}
                    ],
                    "figures": [
                        {"what": WITHHELD, "reported": "5", "source": "paper", "words": "5", "tlp": "AMBER"}
                    ],
                },
            ],
            events=[{"id": "secret-event", "title": WITHHELD, "date": "2014-06-14", "tlp": "AMBER"}],
            questions=[{"id": "secret-question", "text": WITHHELD, "tlp": "AMBER"}],
            judgements=[
                {
                    "id": "secret-view",
                    "text": WITHHELD,
                    "likelihood": "likely",
                    "confidence": "low",
                    "tlp": "AMBER",
                }
            ],
        ),
        brief("secret-brief", title=WITHHELD, bottom_line=WITHHELD, tlp="AMBER"),
    )
    found = files_of(situation)

    assert [] == [file for file in found if "secret" in file]
    assert [] == [file for file, data in found.items() if WITHHELD.encode() in data or b"secret" in data]


def test_ceiling_lets_marked_records_in():
    """The same records are there for an audience that may see them."""
    situation = situation_of(actor("iran", tlp="AMBER"), brief(), ceiling=Marking.AMBER)

    assert "AMBER" == json_of(situation, "data/actors/iran.json")["record"]["tlp"]
    assert "AMBER" == json_of(situation, "data/index.json")["ceiling"]


def test_preview_says_so_in_the_index():
    """Whoever loads the data of a preview can see that drafts are in it."""
    drafts = situation_of(brief(status="draft"), statuses=frozenset(("cleared", "draft")))

    assert json_of(drafts, "data/index.json")["preview"] is True
    assert json_of(river(), "data/index.json")["preview"] is False


def test_empty_book_has_data_too():
    """Before the first brief the index and the tables are there and hold nothing."""
    found = files_of(situation_of())

    assert None is json.loads(found["data/index.json"])["as_of"]
    assert found["data/briefs.csv"].endswith(b"url\r\n")


def test_judgement_now_is_its_likelihood(records):
    """Of a judgement, its likelihood is what is watched."""
    found = next(each for each in records.values() if each["kind"] == "judgement")

    assert "very likely" == found["record"]["likelihood"]
    assert "likely" == found["derived"]["now"]["likelihood"]


def test_unknown_values_are_not_guessed():
    """A value that JSON cannot hold is a fault of ours and says so."""
    with pytest.raises(NotImplementedError, match="object"):
        encode_hook(object())
