"""The calls that no machine can make."""

from tests.sheet.sheets import FIRST, calls, sheet_of

POSITION = "positions:\n- {actor: %s, issue: open-gates, stance: %s, words: stayed shut%s}\n"


def stance(folder, actor="harbour-board", held="supports", more="", **asked):
    """The only call on a stance."""
    (found,) = calls(sheet_of(folder, POSITION % (actor, held, more), **asked), "Stances")
    return found


def test_stance_names_actor_and_issue(tmp_path):
    """A new stance is shown with whose it is and on what."""
    assert ("mixed", "Northland on The flood gates should open this week", "") == stance(
        tmp_path, "northland", "mixed"
    )


def test_stance_that_moved_says_from_what(tmp_path):
    """Where an actor stood otherwise before, the editor sees when, and why it moved."""
    more = ", reason: The board met., speaker: vale"

    assert "moved from opposes of 4 March 2031; reason: The board met." == stance(tmp_path, more=more)[2]


def test_stance_that_stayed_says_so(tmp_path):
    """The same stance again is no move."""
    assert "as on 4 March 2031" == stance(tmp_path, held="opposes")[2]


def test_condition_and_capacity_stand_beside_a_stance(tmp_path):
    """What bounds a stance is decided together with it."""
    more = ", condition: they pay, capacity: personal, speaker: fisherman"

    assert "if they pay; speaking for the person alone" == stance(tmp_path, more=more)[2]


def test_other_voice_is_no_move(tmp_path):
    """What somebody else says of an actor is not compared with what it says itself."""
    assert "" == stance(tmp_path, more=", speaker: fisherman")[2]


def test_earlier_statement_is_compared_with_earlier_ones(tmp_path):
    """A position that was taken before the known one did not move from it."""
    assert "" == stance(tmp_path, more=", said: 2031-03-01")[2]


def test_stance_of_the_same_brief_is_not_earlier(tmp_path):
    """The first brief has nothing before it, whatever comes later."""
    (found,) = calls(sheet_of(tmp_path, POSITION % ("harbour-board", "supports", ""), id=FIRST), "Stances")

    assert "" == found[2]


def test_unnamed_actor_has_no_history(tmp_path):
    """An unnamed source of another day may be another person."""
    first = "---\ntitle: T\nas_of: 2031-03-05\nbottom_line: B.\nsources: [courier]\n%s---\n"
    files = {"content/briefs/between.md": first % (POSITION % ("fisherman", "opposes", ""))}

    assert "" == stance(tmp_path, "fisherman", files=files)[2]


def test_stance_on_what_is_not_in_the_book_is_shown_by_its_id(tmp_path):
    """A mistake in an id does not hide the call."""
    entries = "positions:\n- {actor: nobody, issue: nothing, stance: mixed, words: stayed shut}\n"

    assert [("mixed", "nobody on nothing", "")] == calls(sheet_of(tmp_path, entries), "Stances")


def test_claim_shows_status_and_credibility(tmp_path):
    """The desk's finding on a claim is a call, with its credibility."""
    entries = "claims:\n- {id: wet, text: It is wet., by: vale, credibility: 2, words: stayed shut}\n"
    entries += "- {id: dry, text: It is dry., words: stayed shut}\n"

    assert [
        ("unverified", "Ada Vale: It is wet.", "credibility 2"),
        ("unverified", "The article: It is dry.", ""),
    ] == calls(sheet_of(tmp_path, entries), "Status of claims")


def test_reply_names_the_claim(tmp_path):
    """Whether somebody denies or doubts is our reading of their words."""
    assert [("denies", "Southland on “Barges of Southland rammed the lower gate.”", "")] == calls(
        sheet_of(tmp_path, id=FIRST), "Replies"
    )


def test_contradiction_names_both_claims(tmp_path):
    """That two claims cannot both be true is a call, wherever it is written."""
    entries = (
        "claims:\n- {id: dry, text: It is dry., words: stayed shut, contradicts: [barges-moored, lost]}\n"
        "updates:\n- {update: gate-rammed, contradicts: [dry]}\n"
    )

    assert [
        ("not both", "“It is dry.” and “Forty barges lay below the gate.”", ""),
        ("not both", "“It is dry.” and lost", ""),
        ("not both", "“Barges of Southland rammed the lower gate.” and “It is dry.”", ""),
    ] == calls(sheet_of(tmp_path, entries), "Contradictions")


def test_update_shows_what_was_before(tmp_path):
    """A new status stands beside the one that it replaces."""
    entries = "updates:\n- {update: gate-rammed, status: confirmed, credibility: 1, reason: Both said so.}\n"

    assert [
        (
            "confirmed",
            "“Barges of Southland rammed the lower gate.”: new status",
            "was disputed; reason: Both said so.",
        ),
        ("1", "“Barges of Southland rammed the lower gate.”: new credibility", "reason: Both said so."),
    ] == calls(sheet_of(tmp_path, entries), "Status of claims")


def test_what_was_before_counts_the_updates_between(tmp_path):
    """Of two updates the second starts where the first ended, and later ones do not count."""
    update = "updates:\n- {update: gate-rammed, status: %s, reason: R.}\n"
    files = {}
    for name, day, status in (("before", "2031-03-05", "refuted"), ("after", "2031-03-08", "corroborated")):
        text = f"---\ntitle: T\nas_of: {day}\nbottom_line: B.\n{update % status}---\n"
        files[f"content/briefs/{name}.md"] = text

    ((_, _, more),) = calls(sheet_of(tmp_path, update % "confirmed", files=files), "Status of claims")
    assert "was refuted; reason: R." == more


def test_question_event_and_judgement_show_their_calls(tmp_path):
    """Likelihood, outcome, status, confidence and date are each a call, new or changed."""
    entries = (
        "events:\n- {id: rain, title: It rains, date: 2031-03-05, words: stayed shut}\n"
        "questions:\n- {id: dry, text: Will it dry?, status: answered, outcome: 'yes', likelihood: likely}\n"
        "judgements:\n- {id: on, text: It goes on., likelihood: likely, confidence: high}\n"
        "updates:\n- {update: second-round, date: 2031-03-22, status: postponed, reason: R.}\n"
        "- {update: will-they-open, likelihood: unlikely}\n"
        "- {update: shut-till-april, likelihood: unlikely, reason: R.}\n"
    )
    sheet = sheet_of(tmp_path, entries)

    assert [
        ("postponed", "“Both sides meet again”: new status", "was scheduled; reason: R."),
        ("22 March 2031", "“Both sides meet again”: new date", "was 20 March 2031; reason: R."),
        ("happened", "It rains", "5 March 2031"),
    ] == calls(sheet, "Events")
    assert [
        ("unlikely", "“Will the gates open in March?”: new likelihood", ""),
        ("answered", "Will it dry?", "outcome yes; yes is likely"),
    ] == calls(sheet, "Questions")
    assert [
        ("unlikely", "“The gates stay shut until April.”: new likelihood", "was likely; reason: R."),
        ("likely", "It goes on.", "high confidence"),
    ] == calls(sheet, "Judgements")


def test_tie_is_a_call(tmp_path):
    """How two actors are bound is our word for it."""
    entries = "ties:\n- {actor: northland, tie: fights, other: southland, words: stayed shut}\n"

    assert [("fights", "Northland and Southland", "")] == calls(sheet_of(tmp_path, entries), "Ties")


def test_actor_is_new_in_the_brief_that_names_it_first(tmp_path):
    """An actor of a file is new once; one that is introduced in the brief is always shown, with its posts."""
    entries = (
        "actors:\n- {id: oss, name: Tor Oss, kind: person, posts: [{title: envoy, at: northland}]}\n"
        "claims:\n- {id: wet, text: 'Wet, says [[keeper]].', by: vale, words: stayed shut, actors: [oss]}\n"
    )
    files = {"content/actors/keeper.yaml": "name: A keeper\nkind: unnamed\nof: southland\n"}

    assert [("person", "Tor Oss", "envoy (Northland)"), ("unnamed", "A keeper", "of Southland")] == calls(
        sheet_of(tmp_path, entries, files=files), "New actors"
    )


def test_all_actors_of_the_first_brief_are_new(tmp_path):
    """Before the first brief nobody was known."""
    names = [subject for _, subject, _ in calls(sheet_of(tmp_path, id=FIRST), "New actors")]

    assert ["Ada Vale", "Harbour board", "Northland", "Southland", "A fisherman"] == names


def test_our_own_words_are_calls(tmp_path):
    """A paraphrase and a translation are checked by nobody but the editor."""
    entries = (
        "claims:\n- {id: wet, text: It is wet., by: vale, paraphrase: She calls it wet., translation: Wet.}\n"
    )

    assert [
        ("paraphrase", "Ada Vale: She calls it wet.", ""),
        ("translation", "Ada Vale: Wet.", ""),
    ] == calls(sheet_of(tmp_path, entries), "In our words, checked by nobody yet")


def test_speaker_who_is_not_confirmed_is_a_call(tmp_path):
    """Where the article does not name the speaker beside the words, a person reads the place."""
    entries = "claims:\n- {id: shut, text: They stay shut., by: southland, quote: We will not open them}\n"
    ((_, words, more),) = calls(sheet_of(tmp_path, entries), "Speakers that are not confirmed")

    assert "Southland: “We will not open them”" == words
    assert more in (
        "speaker not confirmed",
        "another speaker (“said Ada Vale”)",
        "another speaker (“Ada Vale”)",
    )


def test_allowed_finding_shows_its_reason(tmp_path):
    """A silenced finding is a call that somebody made; one without a reason silences nothing."""
    entries = (
        "claims:\n- id: wet\n  text: It is wet.\n"
        "  words: stayed wet  # briefbook: allow[quote-not-verbatim] a misprint\n"
        "- id: dry  # briefbook: allow[quote-cut] a word\n  text: It is dry.\n"
        "limitations: []  # briefbook: allow[quote-cut]\n"
    )
    sheet = sheet_of(tmp_path, entries)
    (group,) = [each for each in sheet.decisions if each.title == "Findings that a comment allows"]

    assert [("quote-not-verbatim", "a misprint", 1, 11), ("quote-cut", "a word", 2, 12)] == [
        (call.choice, call.subject, call.entry, call.line) for call in group.calls
    ]


def test_placeholder_comes_first(tmp_path):
    """What is still to be written is the first thing that a draft's editor sees."""
    sheet = sheet_of(tmp_path, "limitations: [TODO say what is not known]\n")

    assert "Still to be written" == sheet.decisions[0].title
    assert [("", "limitations: [TODO say what is not known]", "")] == calls(sheet, "Still to be written")


def test_placeholders_of_an_entry_are_one_call(tmp_path):
    """Of an entry, the keys that are still to be written are named together, after those of no entry."""
    sheet = sheet_of(
        tmp_path,
        "questions:\n- {id: why, text: TODO why not?, why: todo}\n"
        "- id: when\n  text: When?\n  why: |\n    One.\n    TODO say two\n"
        "limitations: [TODO say what is not known]\n",
    )

    assert [
        ("", "limitations: [TODO say what is not known]", ""),
        ("", "text, why of why", ""),
        ("", "TODO say two of when", ""),
    ] == calls(sheet, "Still to be written")


def test_what_a_comment_calls_doubtful_is_a_call(tmp_path):
    """What a draft marks for review is listed with its reason, save what is a suggestion anyway."""
    sheet = sheet_of(
        tmp_path,
        "actors:\n# review, only its form says what it is\n- {id: crew, name: Crew, kind: organisation}\n"
        "# high\n- {id: mate, name: Mate, kind: person}\n"
        "claims:\n# at 3–9: review\n- {id: wet, text: It is wet., by: crew, words: stayed shut}\n"
        "# at 3–9: high\n- {id: dry, text: It is dry., by: mate, words: stayed shut}\n"
        "questions:\n# at 3–9: review, a stance\n- {id: when, text: When?}\n",
    )

    assert [
        ("", "Crew", "only its form says what it is"),
        ("", "wet", "review"),
    ] == calls(sheet, "Doubtful, as a comment says")
