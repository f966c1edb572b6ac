"""Where rules could cry wolf, or miss: the corners that their cases do not show."""

import datetime as dt

import pytest

from briefbook.check.run import find_rule

from .books import HEAD, find_mistakes

CASE = "content/briefs/case.md"


def brief(lines: str, body: str = "") -> dict[str, str | bytes | None]:
    """One more brief with these entries."""
    return {CASE: f"{HEAD}{lines}---\n{body}"}


def test_one_mistake_does_not_make_the_rest_unused(check):
    """What only a damaged brief names is neither unknown nor unused."""
    damaged = (
        HEAD
        + """\
actors:
- {id: mayor, name: The mayor, kind: persn}
issues:
- {id: dredging, proposition: The channel should be dredged.}
positions:
- {actor: mayor, issue: dredging, stance: supports, words: stayed shut}
---
"""
    )
    other = (
        HEAD.replace("2031-03-06", "2031-03-07")
        + """\
limitations:
- Nobody asked [[mayor]] about [[dredging]], see [[mayor/dredging]].
---
"""
    )
    files = {CASE: damaged, "content/briefs/other.md": other}

    assert [f"{CASE}:9 value-unknown"] == check(files)


def test_deadline_is_judged_by_the_day_that_is_given(book):
    """A deadline passes for the reader of today, not for that of the newest brief."""
    folder = book({})

    assert [] == find_mistakes(folder, today=dt.date(2031, 3, 20))
    assert ["event-overtaken", "deadline-passed"] == [
        each.rule for each in find_mistakes(folder, today=dt.date(2031, 3, 26))
    ]


def test_new_deadline_counts_from_its_update(book):
    """The last update of a question and of an event decides, whatever the files are called."""
    update = """\
updates:
- {update: who-pays, due: 2031-04-25}
- {update: second-round, status: scheduled, date: 2031-04-20}
"""
    folder = book({"content/briefs/0-first-by-name.md": f"{HEAD}{update}---\n"})

    assert [] == find_mistakes(folder, today=dt.date(2031, 4, 20))
    assert ["event-overtaken", "deadline-passed"] == [
        each.rule for each in find_mistakes(folder, today=dt.date(2031, 4, 26))
    ]


@pytest.mark.parametrize(
    ("as_of", "following"), [("2031-03-06T08:00Z", "2031-03-06"), ("2031-03-06", "2031-03-06T18:00Z")]
)
def test_next_report_may_follow_on_the_same_day(check, as_of, following):
    """A brief of the morning may announce that of the evening."""
    head = HEAD.replace("as_of: 2031-03-06", f"as_of: {as_of}\nnext_report: {following}")

    assert [] == check({CASE: f"{head}---\n"})


@pytest.mark.parametrize(
    ("lines", "line", "help"),
    [
        (
            "events:\n- {id: a-day, title: A, date: 2031-03-05, actors: [valle], words: on Tuesday}\n",
            9,
            "`vale`?",
        ),
        (
            "events:\n- {id: a-day, title: A, date: 2031-03-05, actors: [qqq], words: on Tuesday}\n",
            9,
            "content/actors/qqq",
        ),
        ("issues:\n- {id: dams, proposition: Dams.}\n", 9, "name it in an entry"),
        ("updates:\n- {update: gate-ramed, place: the gate}\n", 9, "`gate-rammed`?"),
        ("updates:\n- {update: qqq, place: the gate}\n", 9, "stand in some brief"),
        (
            "corrections:\n- {date: 2031-03-06, entry: a/b/c, was: a, now: b, reason: c}\n",
            9,
            "a tie by `actor/tie/other`",
        ),
        ("limitations:\n- Ask [[vael]].\n", 9, "`vale`?"),
        ("updates:\n- {update: second-round, status: hapened}\n", 9, "`happened`?"),
        (
            "updates:\n- {update: second-round, status: xyz}\n",
            9,
            "happened, scheduled, postponed or cancelled",
        ),
        ("updates:\n- {update: will-they-open, likelihood: likly}\n", 9, "`likely`?"),
        ("updates:\n- {update: will-they-open, likelihood: xyz}\n", 9, "almost no chance, "),
        ("updates:\n- {update: who-pays, seen: {invoces: 2031-03-06}}\n", 9, "`invoice`?"),
    ],
)
def test_help_names_a_way_out(book, lines, line, help):
    """A finding names the nearest right word, or how to bring it about."""
    (found,) = find_mistakes(book(brief(lines)))

    assert line == found.line
    assert help in found.help


def test_source_that_is_not_there_says_where_to_put_it(book):
    """The help of an unknown source names its file."""
    found = find_mistakes(book({CASE: HEAD.replace("[courier]", "[qqq]") + "---\n"}))

    assert ["add seeds/qqq.yaml"] == [each.help for each in found]


def test_altered_quotation_comes_with_the_nearest_passage(book):
    """An author sees the line of the article that was probably meant."""
    (found,) = find_mistakes(
        book(
            brief(
                "positions:\n- {actor: vale, issue: open-gates, stance: opposes,"
                ' quote: "We will not open the gates this week"}\n'
            )
        )
    )

    (place,) = found.related
    assert ("seeds/courier.txt", 2, 2) == (place.file, place.line, place.column)
    assert "it has “them”, not “the gates”" in found.message
    assert place.excerpt.startswith("“We will not open them this week,” said Ada Vale")


def test_words_of_no_passage_come_without_one(book):
    """Where nothing is near, no passage is named."""
    (found,) = find_mistakes(
        book(brief("claims:\n- {id: x-y, text: X., by: vale, words: entirely other words altogether}\n"))
    )

    assert "copy the words, or write `paraphrase:` instead" == found.help


def test_findings_come_in_order_of_place(book):
    """All findings of all files come in one run, sorted by file and line."""
    found = find_mistakes(
        book(
            {
                "content/actors/zebra.yaml": "name: Zebra\nkind: person\n",
                CASE: HEAD + "limitations:\n- Ask [[qqq]].\n- Ask [[zzz]].\n---\n",
                "content/actors/mayor.yaml": "name: Mayor\nkind: persn\n",
            }
        )
    )

    assert sorted(found, key=lambda each: (each.file, each.line)) == found
    assert ["value-unknown", "reference-unknown", "reference-unknown"] == [each.rule for each in found]


def test_forms_of_the_same_moment_are_one_instant(check):
    """Two updates of one entry at one moment clash, though the dates are written differently."""
    update = "updates:\n- {update: who-pays, owner: %s}\n---\n"
    first = HEAD.replace("as_of: 2031-03-06", "as_of: 2031-03-06T09:00Z") + update % "first desk"
    second = HEAD.replace("as_of: 2031-03-06", "as_of: 2031-03-06 10:00+01:00") + update % "second desk"

    assert ["content/briefs/b.md:9 instant-twice"] == check(
        {"content/briefs/a.md": first, "content/briefs/b.md": second}
    )


def test_post_at_a_stricter_body_is_marked_as_strictly(check):
    """An actor whose post is at a RED body is itself RED."""
    lines = """\
actors:
- {id: night-watch, name: Night Watch, kind: armed-group, tlp: RED}
- {id: captain, name: The captain, kind: person, posts: [{title: captain, at: night-watch}]}
ties:
- {actor: captain, tie: part-of, other: northland, words: of Northland}
"""
    assert [f"{CASE}:10 tlp-looser"] == check(brief(lines))


def test_body_and_page_may_not_name_a_stricter_record(check):
    """A leak in Markdown is found at its words, in a brief and in a free page."""
    lines = """\
actors:
- {id: night-watch, name: Night Watch, kind: armed-group, tlp: RED}
ties:
- {actor: night-watch, tie: backs, other: southland, words: Southland denied, tlp: RED}
"""
    page = "---\ntitle: About\n---\n\nOn the Night Watch.\n"
    body = "Nobody saw\nthe Night Watch, or [[night-watch]].\n"
    found = check({**brief(lines, body), "content/pages/about.md": page})

    assert {f"{CASE}:14 tlp-leak", f"{CASE}:14 tlp-looser", "content/pages/about.md:5 tlp-leak"} == set(found)


def test_unknown_rule_is_none():
    """A name that no rule bears finds nothing."""
    assert find_rule("xyzzy") is None


def test_id_of_another_kind_is_taken(book):
    """Ids are unique across all kinds: an issue cannot be called like an actor."""
    (found,) = find_mistakes(book({"content/issues/vale.yaml": "proposition: The vale should be dammed.\n"}))

    assert ("content/issues/vale.yaml", "id-taken") == (found.file, found.rule)
    assert "introduce it once; it is known to every brief" == found.help
    assert ["content/actors/vale.yaml"] == [each.file for each in found.related]


def test_evidence_of_a_reply_is_checked_too(check):
    """However deep a quotation stands, it is looked up."""
    lines = """\
updates:
- update: gate-rammed
  replies:
  - by: southland
    says: denies
    evidence:
    - words: Southland denied
    - words: Southland agreed
"""
    assert [f"{CASE}:15 quote-not-verbatim"] == check(brief(lines))


def test_titles_of_stricter_records_are_secret_too(check):
    """The title of a RED brief, page or source and the name of a RED issue may not be named."""
    files = {
        "content/pages/plan-b.md": "---\ntitle: The second plan\ntlp: RED\n---\n",
        "content/issues/night-fee.yaml": "proposition: Ships pay at night.\nname: Night fees\ntlp: RED\n",
        "content/issues/fog-fee.yaml": "proposition: Ships pay in fog.\ntlp: RED\n",
        "content/briefs/red.md": HEAD.replace("The gates, two days on", "What we hide") + "tlp: RED\n"
        "questions:\n- {id: who-fees, text: Who?, why: X., issues: [night-fee, fog-fee]}\n---\n",
    }
    lines = "limitations:\n- See the second plan.\n- See night fees.\n- See what we hide.\n- See fog-fee.\n"

    assert [f"{CASE}:{line} tlp-leak" for line in (9, 10, 11, 12)] == check({**files, **brief(lines)})


def test_name_that_a_looser_record_bears_too_is_no_secret(check):
    """What everybody may read elsewhere can be said."""
    lines = """\
actors:
- {id: captain, name: The captain, aliases: [Ada Vale], kind: person, tlp: RED}
positions:
- {actor: captain, issue: open-gates, stance: opposes, words: stayed shut, tlp: RED}
- {actor: zoe, issue: open-gates, stance: opposes, words: stayed shut, tlp: RED}
limitations:
- Nobody asked Ada Vale.
"""
    zoe = "name: Zoe\naliases: [Ada Vale]\nkind: person\ntlp: RED\n"

    assert [] == check({**brief(lines), "content/actors/zoe.yaml": zoe})


def test_position_of_a_stricter_actor_is_not_linked(check):
    """An address is as strict as what it names; other links beside it are no finding."""
    lines = """\
actors:
- {id: captain, name: The captain, kind: person, tlp: RED}
positions:
- {actor: captain, issue: open-gates, stance: opposes, words: stayed shut, tlp: RED}
limitations:
- See [[vale]] and [[captain/open-gates]].
"""
    body = "See [[vale]] and [[captain/open-gates]].\n"
    found = check(brief(lines, body))

    assert [f"{CASE}:13 tlp-looser", f"{CASE}:15 tlp-looser"] == found


def test_lock_of_another_text_is_behind(check):
    """A lock proves quotations of the very text from which it was made."""
    lock = f"briefbook lock 3\ntext {'0' * 64}\nwords 9\nmatcher 2\n"

    assert ["seeds/courier.yaml:1 lock-behind"] == check({"seeds/courier.lock": lock})


@pytest.mark.parametrize(
    ("question", "is_open"),
    [
        ("Will Southland pay?", False),
        ("Is what the board says true?", False),
        ("If asked, would Southland pay?", False),
        ("When asked, will Southland pay?", False),
        ("Whether Southland pays", False),
        ("Zahlt Südland im März?", False),
        ("Which barge was it?", True),
        ("By what date will Southland pay?", True),
        ("When will Southland pay?", True),
        ("How many barges were there?", True),
    ],
)
def test_only_a_question_that_is_surely_open_cannot_be_likely(check, question, is_open):
    """A clause before the question, or another language than English, is no false alarm."""
    lines = f"questions:\n- {{id: a-b, text: '{question}', why: X., likelihood: likely}}\n"

    assert ([f"{CASE}:9 likelihood-not-yes-no"] if is_open else []) == check(brief(lines))


def test_answer_may_come_before_its_status(check):
    """What was answered in part is answered in full without saying it again."""
    part = "updates:\n- {update: who-pays, status: partly-answered, answer: Northland pays half.}\n---\n"
    full = "updates:\n- {update: who-pays, status: answered}\n---\n"
    later = HEAD.replace("2031-03-06", "2031-03-07")

    assert [] == check({"content/briefs/a.md": HEAD + part, "content/briefs/b.md": later + full})


def test_lists_that_nest_on_one_line_are_counted(book):
    """A body without any link, bracket or indentation is read for its nesting too."""
    (found,) = find_mistakes(book(brief("", "- " * 25 + "Who said that?\n")))

    assert "markdown-nesting" == found.rule


def test_reference_that_is_still_to_be_written_says_so(book):
    """A `todo` in place of an id is told to be filled in, not to be made a record."""
    lines = "positions:\n- {actor: todo, issue: open-gates, stance: opposes, words: stayed shut}\n"
    (found,) = find_mistakes(book(brief(lines)))

    assert ("id-unknown", "write the id of an actor here") == (found.rule, found.help)


def test_placeholder_outside_briefs_is_published_with_the_first_cleared_brief(book):
    """An unfilled issue is a warning while all briefs are drafts, and then an error."""
    folder = book({"content/issues/open-gates.yaml": "proposition: TODO a sentence.\n"})
    weights = [each.severity.value for each in find_mistakes(folder) if each.rule == "placeholder-left"]
    cleared = folder / "content/briefs/2031-03-04.md"
    cleared.write_text(cleared.read_text().replace("status: cleared", "status: draft"))
    weights += [each.severity.value for each in find_mistakes(folder) if each.rule == "placeholder-left"]

    assert ["error", "warning"] == weights


def test_unconfirmed_speaker_comes_with_the_words_that_stand_there(book):
    """Where the article names somebody whom the book does not know, the finding says by which words."""
    files = {
        "seeds/courier.txt": None,
        "seeds/herald.txt": "“We will wait,” the old skipper said.\n",
        "seeds/herald.yaml": "publisher: Herald\ntitle: Waiting\npublished: 2031-03-04\ntlp: CLEAR\n",
        CASE: HEAD.replace("[courier]", "[herald]")
        + "positions:\n- {actor: vale, issue: open-gates, stance: opposes, quote: We will wait}\n---\n",
    }
    (found,) = [each for each in find_mistakes(book(files)) if each.rule == "speaker-unconfirmed"]

    assert "it has “the old skipper said”, which is no name or alias of an actor" in found.message
    assert "an alias of the actor" in found.help
