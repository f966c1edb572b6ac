"""A draft as a brief: it loads, nothing it filled is an error, and what is doubtful is to do."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from briefbook.diagnostics import Severity
from briefbook.distil.article import Article
from briefbook.distil.brief import Frame, render_brief
from briefbook.distil.draft import Actor, Claim, Dated, Draft, Indirect, Position, Question, Quote
from briefbook.distil.engines import find_engine
from briefbook.distil.ids import Ids
from briefbook.distil.written import suggested
from briefbook.pipeline import check_book
from briefbook.request import Request
from briefbook.text.placeholders import iter_placeholders

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))


def made(text, source="", ids=None):
    """The brief drafted from a text."""
    article = Article(text, dt.date(2026, 5, 7))
    return render_brief(find_engine()(article, {}), article, Frame(ids or Ids()), source=source).brief


def drafted(text, **parts):
    """The front matter of the brief of a draft that holds these parts alone."""
    article = Article(text, dt.date(2026, 5, 7))
    return front(render_brief(Draft(**parts), article).brief)


def place(text, words):
    """Where some words of a text stand, as a passage has it."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def person(id, name, **others):
    """An actor of a draft."""
    return Actor(id=id, name=name, kind="person", **others)


def front(text):
    """What the front matter of a brief says."""
    return yaml.safe_load(text.split("---\n")[1])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_passage_and_id_is_the_articles(path):
    """The passages of a draft stand in the article, and its references among its own entries."""
    text = path.read_text(encoding="utf-8")
    brief = front(made(text, source="river"))

    plain = " ".join(text.split())
    actors = {each["id"] for each in brief["actors"]}
    issues = {each["id"] for each in brief.get("issues", ())}
    claims = {each["id"] for each in brief.get("claims", ())}
    positions, questions = brief.get("positions", ()), brief.get("questions", ())
    for entry in (*positions, *brief.get("claims", ()), *brief.get("events", ()), *questions):
        assert all(words in plain for words in passages(entry))
    for each in questions:
        assert passages(each) or {*each.get("about", ())} & claims or {*each.get("issues", ())} & issues
    assert {each["actor"] for each in positions} <= actors
    assert {each["issue"] for each in positions} == issues
    assert {each["by"] for each in brief.get("claims", ())} <= actors
    assert brief["status"] == "draft"
    assert brief["sources"] == ["river"]


def passages(entry):
    """The article's words in an entry and in its replies."""
    found = [entry.get("quote", ()), entry.get("words", ())]
    found += [words for each in entry.get("replies", ()) for words in passages(each)]
    return [each for words in found for each in ([words] if isinstance(words, str) else words)]


def test_a_draft_without_a_source_says_what_to_do():
    """Where the article is no source of a book yet, a comment says how it becomes one."""
    assert "sources: []  # todo: briefbook source add, then its id" in made(
        "They met.\n\nIt rained on Monday."
    )


def test_comments_say_place_and_doubt():
    """Above an entry stand the place of its words and what is doubtful."""
    text = made("They met.\n\nThe army has reportedly moved two companies to Kessel.")

    assert "# at 11–64: review, the article names nobody whose claim it is\n- id: army-reportedly" in text
    assert "  by: somebody\n" in text


def test_doubt_of_all_entries_stands_once():
    """A doubt that every entry of a list has is said above the list, and not at each."""
    text = "They met.\n\nAda Moor wants the gate shut. Ben Toll wants taxes cut."
    actors = person("moor", "Ada Moor"), person("toll", "Ben Toll")
    positions = [
        Position(**place(text, words), actor=id, issue="x…", stance=2, why="yours to name")
        for id, words in (("moor", "wants the gate shut"), ("toll", "wants taxes cut"))
    ]
    article = Article(text)
    brief = render_brief(Draft(actors=actors, positions=tuple(positions)), article).brief

    assert "# yours to name\npositions:\n# at 20–39: review\n- actor: ada-moor\n" in brief
    assert brief.count("yours to name") == 1
    assert "as_of: todo\n" in brief


def test_what_turns_a_passage_is_kept_with_it():
    """A passage that loses its condition is written with its whole sentence."""
    text = (
        "They met.\n\nThe board must renew the permit by 28 May; without it, aid agencies would have to stop."
    )

    assert front(made(text))["questions"][0]["words"].endswith("without it, aid agencies would have to stop.")


def test_signs_of_yaml_and_markup_stay_words():
    """Words that look like YAML, a template or markup come through as words."""
    words = "[[x]] {a: b} # c: *d & !e | %f `g` <script>alert(1)</script> {{ h }} - --- 'i' now"
    brief = made(f"They met.\n\n“{words},” said Minister Ada Moor. The gate: # “we must {words},” she said.")

    assert front(brief)["positions"][0]["quote"] == f"we must {words}"
    assert "<script>" not in brief.split("---\n")[-1]


def test_addresses_never_reach_a_draft():
    """Neither a contact line nor an address in a sentence stands in a draft."""
    text = (
        "They met.\n\nMinister Ada Moor said the board could write to ada@moor.example or www.moor.example. "
        "“We must answer ada@moor.example,” she said. The fair opens on 28 May, says ada@moor.example.\n\n"
        "Contact: desk@moor.example"
    )

    assert "moor.example" not in made(text)


def test_ids_are_free():
    """No id is one that the book has already, or a draft of the same run."""
    text = "They met.\n\nThe army has reportedly moved two companies to Kessel."
    ids = Ids({"army-reportedly-moved-two-companies", "somebody"})

    first, second = front(made(text, ids=ids)), front(made(text, ids=ids))

    assert [each["id"] for each in first["claims"]] == ["army-reportedly-moved-two-companies-2"]
    assert first["claims"][0]["by"] == "somebody-2"
    assert [each["id"] for each in second["claims"]] == ["army-reportedly-moved-two-companies-3"]


def test_an_id_is_made_of_plain_letters():
    """Accents, marks, possessives and small words are left out, and no id is a date."""
    ids = Ids()

    assert ids.new_id("Lantica’s minister Aké, of the U.S., said") == "lantica-minister-ake-us"
    assert ids.new_id("of the") == "entry"
    assert ids.new_id("2031-03-04") == "2031-03-04-2"


def test_actor_of_an_earlier_draft_keeps_its_id():
    """An actor that the draft before introduced is not introduced again; unnamed ones are others."""
    text = "They met.\n\nKarl Vandemeer said it might rain. Officials said it might snow."
    ids = Ids()
    first, second = front(made(text, ids=ids)), front(made(text, ids=ids))

    assert [each["id"] for each in first["actors"]] == ["karl-vandemeer", "officials"]
    assert [each["id"] for each in second["actors"]] == ["officials-2"]
    assert [each["by"] for each in second["claims"]] == ["karl-vandemeer", "officials-2"]


def test_actor_belongs_to_its_body():
    """A person holds a post at the body that the article names, and an unnamed source is of it."""
    text = "They met. The road was shut. The bridge fell."
    actors = (
        Actor(id="ministry", name="Defence Ministry", kind="organisation"),
        person(
            "moor",
            "Ada Moor",
            role="minister",
            affiliation="Defence Ministry",
            aliases=("Minister Ada Moor",),
        ),
        Actor(id="official", name="an official", kind="group", affiliation="Defence Ministry"),
        person("toll", "Ben Toll", affiliation="Defence Ministry", aliases=("Toll", "the man")),
        Actor(id="band", name="The Band", kind="armed_group"),
    )
    claims = [
        Claim(**place(text, words), attribution=id)
        for id, words in (("moor", "road"), ("official", "bridge"), ("toll", "shut"), ("band", "fell"))
    ]
    brief = drafted(text, actors=actors, claims=tuple(claims))

    assert brief["actors"] == [
        {"id": "defence-ministry", "name": "Defence Ministry", "kind": "body"},
        {
            "id": "ada-moor",
            "name": "Ada Moor",
            "kind": "person",
            "posts": [{"title": "minister", "at": "defence-ministry"}],
        },
        {"id": "official", "name": "TODO An official", "kind": "unnamed", "of": "defence-ministry"},
        {"id": "ben-toll", "name": "Ben Toll", "kind": "person", "aliases": ["Toll"]},
        {"id": "band", "name": "The Band", "kind": "armed-group"},
    ]


def test_actors_become_files_on_request():
    """Apart, the actors are texts of files without an id; who has no name yet stays in the brief."""
    article = Article("They met.\n\nKarl Vandemeer said it might rain. The army has reportedly moved.")
    made = render_brief(find_engine()(article, {}), article, Frame(Ids(), "CLEAR", actors_apart=True))

    assert made.actors == {"karl-vandemeer": "name: Karl Vandemeer\nkind: person\ntlp: CLEAR\n"}
    assert [each["id"] for each in front(made.brief)["actors"]] == ["somebody"]


def test_positions_in_the_same_words_share_an_issue():
    """Two positions whose words are about the same are on one issue, and stand together."""
    text = (
        "They met.\n\nAda Moor wants the salt bridge opened this week. Ben Toll wants taxes cut. "
        "Cora Hale refuses to open the salt bridge."
    )
    words = ("wants the salt bridge opened this week", "wants taxes cut", "refuses to open the salt bridge")
    ids = ("moor", "toll", "hale")
    names = ("Ada Moor", "Ben Toll", "Cora Hale")
    positions = [
        Position(**place(text, each), actor=id, issue="x…", stance=stance)
        for id, each, stance in zip(ids, words, (2, 1, -2), strict=True)
    ]
    brief = drafted(text, actors=tuple(map(person, ids, names)), positions=tuple(positions))

    assert [(each["id"], each["proposition"]) for each in brief["issues"]] == [
        ("salt-bridge-opened", "TODO Wants the salt bridge opened this week."),
        ("taxes-cut", "TODO Wants taxes cut."),
    ]
    assert [(each["actor"], each["issue"], each["stance"]) for each in brief["positions"]] == [
        ("ada-moor", "salt-bridge-opened", "supports"),
        ("cora-hale", "salt-bridge-opened", "opposes"),
        ("ben-toll", "taxes-cut", "leans-support"),
    ]


def test_position_without_a_subject_goes_on_about_the_issue_before():
    """`Ben Toll denied this` says who is against it; what it is about stands before."""
    text = "They met.\n\nAda Moor wants the salt bridge opened. Ben Toll denied this."
    positions = [
        Position(**place(text, words), actor=id, issue="x…", stance=stance)
        for id, words, stance in (
            ("moor", "wants the salt bridge opened", 2),
            ("toll", "Ben Toll denied this.", -2),
        )
    ]
    cast = (person("moor", "Ada Moor"), person("toll", "Ben Toll"))
    brief = drafted(text, actors=cast, positions=tuple(positions))
    alone = drafted(text, actors=cast, positions=tuple(positions[1:]))

    assert [each["issue"] for each in brief["positions"]] == ["salt-bridge-opened", "salt-bridge-opened"]
    assert [each["id"] for each in alone["issues"]] == ["ben-toll"]


@pytest.mark.parametrize(
    ("stance", "issues", "evidence"),
    [(2, ["salt-bridge-opened"], [{"words": "wants the salt bridge opened"}]), (-2, None, None)],
)
def test_what_a_party_says_on_an_issue_is_one_position(stance, issues, evidence):
    """Of one sign it is one entry, the quotation first and the rest as evidence; of two it is two issues."""
    text = (
        "They met.\n\nAda Moor wants the salt bridge opened. “The salt bridge must be opened now,” she said."
    )
    first, second = (
        place(text, "wants the salt bridge opened"),
        place(text, "The salt bridge must be opened now,"),
    )
    brief = drafted(
        text,
        actors=(person("moor", "Ada Moor"),),
        quotes=(Quote(**second, speaker="moor", statement=1),),
        positions=(
            Position(**first, actor="moor", issue="x…", stance=2),
            Position(**second, actor="moor", issue="x…", stance=stance),
        ),
    )
    position = brief["positions"][0]

    if evidence:
        assert [each["id"] for each in brief["issues"]] == issues
        assert (position["quote"], position["evidence"]) == ("The salt bridge must be opened now", evidence)
    else:
        assert [each["stance"] for each in brief["positions"]] == ["supports", "opposes"]
        assert len({each["issue"] for each in brief["positions"]}) == 2


def test_issue_that_an_engine_names_is_proposed():
    """Where an engine says what a position is on, that is the proposal."""
    text = "They met.\n\nAda Moor wants it shut."
    position = Position(
        **place(text, "wants it shut"), actor="moor", issue="the gate should be shut", stance=2
    )
    brief = drafted(text, actors=(person("moor", "Ada Moor"),), positions=(position,))

    assert brief["issues"][0]["proposition"] == "TODO The gate should be shut."


def test_denial_is_a_reply_and_no_entry():
    """What only denies a claim is its reply: in the denier's own words where they stand beside it."""
    text = (
        "They met.\n\nThe army said the rebels had fled. The rebels denied the report on Monday. "
        "“Nobody has fled from here,” said Ada Moor, their spokeswoman."
    )
    rebels = Actor(id="rebels", name="the rebels", kind="armed_group")
    moor = person("moor", "Ada Moor", role="spokeswoman", affiliation="the rebels")
    denial = place(text, "The rebels denied the report")
    parts = {
        "actors": (rebels, moor, Actor(id="army", name="the army", kind="organisation")),
        "claims": (
            Claim(**place(text, "They met"), attribution="army"),
            Claim(**denial, attribution="rebels", status="denied"),
            Claim(
                **place(text, "the rebels had fled"),
                attribution="army",
                denial="rebels",
                denial_start=denial["start"],
                denial_end=denial["end"],
            ),
        ),
        "positions": (Position(**denial, actor="rebels", issue="x…", stance=-2),),
    }
    monday = Dated(**place(text, "Monday"), value="2026-05-04", kind="event")
    quote = Quote(**place(text, "Nobody has fled from here,"), speaker="moor", statement=1)
    fragment = Quote(**place(text, "here"), speaker="moor", is_fragment=True)

    alone = drafted(text, **parts, dates=(monday,), quotes=(fragment,))
    spoken = drafted(text, **parts, quotes=(quote,))

    assert "positions" not in alone
    assert [each["status"] for each in alone["claims"]] == ["disputed", "unverified"]
    assert alone["claims"][0]["replies"] == [
        {
            "by": "rebels",
            "says": "denies",
            "said": dt.date(2026, 5, 4),
            "words": "The rebels denied the report",
        }
    ]
    assert spoken["claims"][0]["replies"] == [
        {"by": "rebels", "says": "denies", "speaker": "ada-moor", "quote": "Nobody has fled from here"}
    ]


def test_denied_words_are_somebodys_claim():
    """Of a bare denial the claim is somebody's, and the reply is the denier's own."""
    text = "They met.\n\n“We did not fire,” said Ada Moor."
    claim = Claim(**place(text, "We did not fire,"), attribution="moor", status="denied")
    quote = Quote(**place(text, "We did not fire,"), speaker="moor")
    brief = drafted(text, actors=(person("moor", "Ada Moor"),), claims=(claim,), quotes=(quote,))

    assert brief["claims"][0]["by"] == "somebody"
    assert brief["claims"][0]["replies"] == [{"by": "ada-moor", "says": "denies", "quote": "We did not fire"}]


def test_stretches_of_one_statement_are_a_list():
    """A statement with `she said` in it is quoted as a list, and both of its stretches are placed."""
    text = "They met.\n\n“We must open it,” said Ada Moor. “It must be open by May.” “No,” said a man."
    quotes = [
        Quote(**place(text, words), speaker=id, statement=number)
        for words, id, number in (
            ("We must open it,", "moor", 1),
            ("It must be open by May.", "moor", 1),
            ("No,", "", 2),
        )
    ]
    position = Position(**place(text, "We must open it,"), actor="moor", issue="x…", stance=2)
    article = Article(text, dt.date(2026, 5, 7))
    made = render_brief(
        Draft(actors=(person("moor", "Ada Moor"),), quotes=tuple(quotes), positions=(position,)), article
    ).brief

    assert front(made)["positions"][0]["quote"] == ["We must open it", "It must be open by May."]
    assert (
        "# without a place: move each to its entry, or remove it\n## at 72–75: review\n#- quote: No\n---"
        in made
    )


def test_one_statement_is_one_position():
    """Where both stretches of a statement take a stance, the entry of the first one holds the second."""
    text = "“We must open it,” said Ada Moor. “The dam has to be built first.”"
    stretches = [place(text, words) for words in ("We must open it,", "The dam has to be built first.")]
    found = drafted(
        text,
        actors=(person("moor", "Ada Moor"),),
        quotes=tuple(Quote(**each, speaker="moor", statement=1) for each in stretches),
        positions=tuple(Position(**each, actor="moor", issue="x…", stance=2) for each in stretches),
    )

    assert [each["quote"] for each in found["positions"]] == [
        ["We must open it", "The dam has to be built first."]
    ]
    assert len(found["issues"]) == 1


def test_words_without_a_place_are_comments():
    """A quotation that no entry holds is a comment, which is evidence as soon as its signs are taken away."""
    text = made("They met.\n\n“It rained all day,” said Ada Moor. “We slept,” said Ben Toll.")
    aside = text.partition("or remove it\n")[2].partition("---")[0]

    assert yaml.safe_load(aside.replace("\n#", "\n").removeprefix("#")) == [
        {"speaker": "ada-moor", "quote": "It rained all day"},
        {"speaker": "ben-toll", "quote": "We slept"},
    ]
    assert text.endswith("\n\nTODO give the words of [[ada-moor]], [[ben-toll]] a place.\n")
    assert [each["id"] for each in front(text)["actors"]] == ["ada-moor", "ben-toll"]


def test_day_of_a_statement_is_when_it_was_said():
    """`told reporters on Monday` dates the statement; what is due is an event."""
    text = (
        "They met.\n\nAda Moor told reporters on Monday she wants the gate shut by 20 May. "
        "It broke on 2 May. She vowed to answer within ten days. "
        "It was built in 1990, ask ada@moor.example by 9 May."
    )
    dates = [
        Dated(**place(text, words), value=value, kind=kind)
        for words, value, kind in (
            ("Monday", "2026-05-04", "event"),
            ("20 May", "2026-05-20", "deadline"),
            ("2 May", "2026-05-02", "event"),
            ("within ten days", "2026-05-17", "deadline"),
            ("1990", "1990", "reference"),
            ("9 May", "2026-05-09", "scheduled"),
        )
    ]
    words = "she wants the gate shut by 20 May"
    brief = drafted(
        text,
        actors=(person("moor", "Ada Moor"),),
        dates=tuple(dates),
        indirect=(Indirect(**place(text, words), speaker="moor"),),
        positions=(Position(**place(text, words), actor="moor", issue="x…", stance=2),),
    )

    assert brief["positions"][0]["said"] == dt.date(2026, 5, 4)
    assert [(each["date"].day, each.get("status"), each["words"]) for each in brief["events"]] == [
        (2, None, "It broke on 2 May."),
        (17, "scheduled", "She vowed to answer within ten days."),
        (20, "scheduled", words),
    ]


def test_one_day_in_two_entries_is_written_twice():
    """A day that two entries share is written out in both, for the book reads no anchors."""
    text = "They met.\n\nAda Moor said on Monday she wants the gate shut and wants taxes cut."
    monday = Dated(**place(text, "on Monday"), value="2026-05-04", kind="event")
    positions = tuple(
        Position(**place(text, words), actor="moor", issue="x…", stance=2)
        for words in ("wants the gate shut", "wants taxes cut")
    )
    article = Article(text)
    draft = Draft(actors=(person("moor", "Ada Moor"),), positions=positions, dates=(monday,))

    assert render_brief(draft, article).brief.count("  said: 2026-05-04\n") == 2


def test_what_is_claimed_is_no_event():
    """The day of a claim is the claim's, and what is contested does not stand among the events."""
    text = "They met.\n\nAda Moor said a barge had hit the gate on Sunday, in March."
    dates = (
        Dated(**place(text, "Sunday"), value="2026-05-03", kind="event"),
        Dated(**place(text, "March"), value="2026-03", kind="event"),
    )
    claims = (
        Claim(**place(text, "a barge had hit the gate on Sunday"), attribution="moor"),
        Claim(**place(text, "in March"), attribution="moor"),
    )
    brief = drafted(text, actors=(person("moor", "Ada Moor"),), claims=claims, dates=dates)

    assert [each.get("date") for each in brief["claims"]] == [dt.date(2026, 5, 3), None]
    assert "events" not in brief


def test_question_names_what_it_is_about():
    """A question about a claim or a position leads to it; another one has the article's words."""
    text = "They met.\n\nIt might rain. Ada Moor wants it shut. When is unclear."
    claim, position, other = (
        place(text, each) for each in ("It might rain", "wants it shut", "When is unclear")
    )
    brief = drafted(
        text,
        actors=(person("moor", "Ada Moor"),),
        claims=(Claim(**claim, attribution="moor"),),
        positions=(Position(**position, actor="moor", issue="x…", stance=2),),
        questions=tuple(
            Question(text=words, start=each["start"], end=each["end"], due=due)
            for words, each, due in (
                ("Will it rain?", claim, "2026-05-20"),
                ("Will it shut?", position, ""),
                ("When?", other, "2026-06"),
            )
        ),
    )

    rain, shut, when = brief["questions"]
    assert rain == {
        "id": "rain-2",
        "text": "TODO Will it rain?",
        "why": "todo",
        "due": dt.date(2026, 5, 20),
        "about": [brief["claims"][0]["id"]],
    }
    assert shut["issues"] == [brief["issues"][0]["id"]]
    assert when["words"] == "When is unclear"
    assert "due" not in when


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("the road is shut,", "TODO The road is shut."),
        ("NATO has left", "TODO: NATO has left."),
        ("so " * 90, "TODO So " + "so " * 64 + "so…"),
        ("it was “absurd.”", "TODO It was “absurd.”"),
    ],
)
def test_proposal_is_known_to_be_one(words, wanted):
    """The article's words in the place of ours are a placeholder, whatever they begin with."""
    assert suggested(words) == wanted
    assert list(iter_placeholders(wanted))


def test_an_empty_draft_is_a_brief():
    """An article in which nobody says anything still gives a brief to write in."""
    brief = front(made("It rained."))

    assert set(brief) == {"title", "as_of", "product", "status", "sources", "bottom_line", "key_messages"}
    assert brief["title"] == "todo"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_book_with_a_draft_is_in_order(path, tmp_path):
    """A draft in a book loads, and all that check finds in it is what is still to be written."""
    text = path.read_text(encoding="utf-8")
    for name, words in {
        "mkdocs.yml": "site_name: B\nplugins:\n- briefbook: {schema_version: 1, default_tlp: CLEAR}\n",
        "seeds/paper.txt": text,
        "seeds/paper.yaml": "publisher: P\ntitle: T\npublished: 2026-05-07\nrights: public\n",
        "content/briefs/2026-05-07.md": made(text, source="paper"),
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")

    found = check_book(Request(content=tmp_path / "content")).diagnostics

    assert {each.rule for each in found if each.severity is not Severity.NOTE} == {"placeholder-left"}
