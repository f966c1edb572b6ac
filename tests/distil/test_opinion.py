"""Speakers by the rules and by a parser; the parses are made by hand, and no model is needed."""

import pytest

from briefbook.distil.article import Article
from briefbook.distil.cast import find_cast
from briefbook.distil.draft import Actor, Claim, Draft, Indirect, Quote
from briefbook.distil.opinion import SecondOpinion
from briefbook.distil.parse import NOBODY, NOTHING, Parse, Subject

TEXT = (
    "Interior Minister Karl Vandemeer met Ada Moor of the Ferry Union on Monday.\n\n"
    "“The road is shut,” Moor said. “It stays shut.” The minister said the road would open. He left it.\n\n"
    "“Come and see,” she said.\n\n"
    "“And bring boots, Vandemeer added.\n"
)


@pytest.fixture
def opinion():
    """A second opinion from subjects as (words of the verb, words of the subject)."""
    article = Article(TEXT)
    cast = find_cast(article, {})

    def make(*subjects):
        found = {}
        for verb, words in subjects:
            at = TEXT.index(verb)
            start = TEXT.index(words, max(0, at - 90)) if words else 0
            found[at] = Subject(start, start + len(words)) if words else NOBODY
        return SecondOpinion(article, cast, Parse((), found))

    return make


def quote(words, speaker, statement=1, **others):
    start = TEXT.index(words)
    return Quote(
        start=start, end=start + len(words), text=words, speaker=speaker, statement=statement, **others
    )


def reported(words, speaker, cue="said"):
    start = TEXT.index(words)
    return Indirect(start=start, end=start + len(words), text=words, speaker=speaker, cue=cue, why="a doubt")


def test_agreement_is_sure(opinion):
    """Where the parser names the same speaker, nothing is left in doubt."""
    (found,) = opinion(("said. “It", "Moor")).on_quotes(
        [quote("The road is shut,", "ada-moor", why="a doubt")]
    )

    assert (found.speaker, found.confidence, found.why) == ("ada-moor", "high", "")


def test_disagreement_names_both(opinion):
    """Where the parser names another, its speaker stands, for review, and the reason names the two."""
    (found,) = opinion(("said. “It", "Moor")).on_quotes(
        [quote("The road is shut,", "karl-vandemeer", confidence="high")]
    )

    assert (found.speaker, found.confidence) == ("ada-moor", "review")
    assert found.why == "the rules hear Karl Vandemeer, the parser Ada Moor"


def test_quotation_that_goes_on_follows(opinion):
    """The rest of a statement has the speaker that the parser gave to its first stretch."""
    first, rest, other = opinion(("said. “It", "Moor")).on_quotes(
        [
            quote("The road is shut,", "karl-vandemeer"),
            quote("Come and see,", "karl-vandemeer"),
            quote("And bring boots", "karl-vandemeer", statement=2),
        ]
    )

    assert [each.speaker for each in (first, rest, other)] == ["ada-moor", "ada-moor", "karl-vandemeer"]
    assert rest.why == first.why


def test_speaker_where_the_rules_had_none(opinion):
    """A parser alone may name a speaker; a person looks at it."""
    (found,) = opinion(("said. “It", "Moor")).on_quotes([quote("The road is shut,", "")])

    assert (found.speaker, found.why) == ("ada-moor", "the parser alone names a speaker")


def test_pronoun_says_nothing(opinion):
    """A pronoun names nobody, so the rules keep their word, and no verb farther away is asked."""
    own = quote("Come and see,", "ada-moor", why="a pronoun stands for the speaker")

    assert opinion(("said.\n\n“And", ""), ("added", "Vandemeer")).on_quotes([own]) == (own,)


def test_title_may_be_another_one(opinion):
    """`The minister` confirms the rules, and does not outweigh them."""
    parser = opinion(("said the road would", "The minister"))

    (same,) = parser.on_indirect([reported("the road would open", "karl-vandemeer")])
    (other,) = parser.on_indirect([reported("the road would open", "ada-moor")])
    assert (same.speaker, same.confidence) == ("karl-vandemeer", "high")
    assert (other.speaker, other.why) == ("ada-moor", "a doubt")


def test_two_of_a_name_are_left_to_the_rules():
    """Where two share a surname, a parser that sees the surname alone outweighs nobody."""
    text = (
        "Interior Minister Karl Moor met spokeswoman Ada Moor on Monday.\n\n“Come and see,” Mrs Moor said.\n"
    )
    article, at = Article(text), text.index("said")
    cast = find_cast(article, {})
    (meant,) = {id for start, _, id in cast.mentions if start == at - 5}
    (other,) = {each.id for each in cast.actors if each.kind == "person"} - {meant}
    start = text.index("Come")
    own = Quote(start=start, end=start + 13, text="Come and see,", speaker=other)

    assert SecondOpinion(article, cast, Parse((), {at: Subject(at - 5, at - 1)})).on_quotes([own]) == (own,)


def test_title_is_better_than_nobody(opinion):
    """Where the rules hear nobody, a title will do."""
    (found,) = opinion(("said the road would", "The minister")).on_indirect(
        [reported("the road would open", "")]
    )

    assert found.speaker == "karl-vandemeer"


def test_only_the_verb_that_reports_is_asked(opinion):
    """A statement with the cue `said` asks `said`, and no verb inside of a statement or of a quotation."""
    own = reported("the road would open", "karl-vandemeer")
    parser = opinion(("met", "Karl Vandemeer"), ("open", "Moor"), ("stays", ""), ("The minister", "Moor"))

    assert parser.on_indirect([own]) == (own,)


def test_owner_is_no_speaker(opinion):
    """Nobody is named where the last word of the subject is in no mention."""
    own = quote("The road is shut,", "karl-vandemeer")

    assert opinion(("said. “It", "Moor said")).on_quotes([own]) == (own,)


def test_open_quotation_stays_in_doubt(opinion):
    """Two who agree on the speaker do not close a quotation whose mark is missing."""
    own = quote("And bring boots", "karl-vandemeer", why="its closing mark is missing")

    assert opinion(("added", "Vandemeer")).on_quotes([own]) == (own,)


def test_words_between_sentences_have_no_verb(opinion):
    """A passage that begins in no sentence is left alone."""
    own = Indirect(start=TEXT.index("\n\n“Come"), end=TEXT.index("\n\n“Come") + 1, text="\n")

    assert opinion(("said. “It", "Moor")).on_indirect([own]) == (own,)


def test_without_a_parse_nothing_changes():
    """The rules alone are their own opinion."""
    article = Article(TEXT)
    own = quote("The road is shut,", "ada-moor")

    assert SecondOpinion(article, find_cast(article, {}), NOTHING).on_quotes([own]) == (own,)


@pytest.fixture
def completed():
    """A draft of a text, completed from subjects as (words of the verb, words of the subject)."""

    def make(text, indirect=(), quotes=(), claims=(), actors=(), subjects=()):
        def passages(kind, items):
            return tuple(
                kind(start=text.index(words), end=text.index(words) + len(words), text=words, **others)
                for words, others in items
            )

        article = Article(text)
        found = {}
        for verb, words in subjects:
            start = text.index(words)
            found[text.index(verb)] = Subject(start, start + len(words))
        draft = Draft(
            actors=actors,
            indirect=passages(Indirect, [(words, {"cue": "said"}) for words in indirect]),
            quotes=passages(Quote, [(words, {}) for words in quotes]),
            claims=passages(Claim, claims),
        )
        return SecondOpinion(article, find_cast(article, {}), Parse((), found)).completed(draft)

    return make


def test_noun_speaks_where_nobody_was_heard(completed):
    """Whom the rules did not hear, and the article has a mere noun for, becomes an actor for review."""
    text = "The tall indictment said that he took “light by a haddock” home."
    draft = completed(
        text,
        indirect=["he took “light by a haddock” home"],
        quotes=["light by a haddock"],
        claims=[("he took", {}), ("home", {"attribution": "osse"})],
        subjects=[("said", "The tall indictment")],
    )

    (actor,) = draft.actors
    assert (actor.id, actor.name, actor.kind) == ("tall-indictment", "tall indictment", "group")
    assert (actor.anonymous, actor.confidence, actor.why) == (
        True,
        "review",
        "the parser alone hears it speak",
    )
    assert {each.speaker for each in (*draft.indirect, *draft.quotes)} == {"tall-indictment"}
    assert [each.attribution for each in draft.claims] == ["tall-indictment", "osse"]
    assert draft.indirect[0].why == "the parser alone names a speaker"


def test_noun_beside_a_quotation_speaks(completed):
    """A quotation has such a speaker too, and a body's noun makes a body."""
    draft = completed(
        "“Come and see,” Moor’s office said.", quotes=["Come and see,"], subjects=[("said", "Moor’s office")]
    )

    assert [(each.name, each.kind) for each in draft.actors] == [("Moor’s office", "organisation")]
    assert draft.quotes[0].speaker == "moors-office"


def test_noun_that_is_an_actor_is_that_actor(completed):
    """A noun by which the draft has an actor already makes no second one."""
    driver = Actor(id="driver-2", name="A driver", kind="group", aliases=("driver",))
    draft = completed(
        "“Come and see,” the driver said.",
        quotes=["Come and see,"],
        actors=(driver,),
        subjects=[("said", "the driver")],
    )

    assert draft.actors == (driver,)
    assert draft.quotes[0].speaker == "driver-2"


@pytest.mark.parametrize("words", ["One", "his office", "Osse", "the of a in to at by on many"])
def test_what_is_no_noun_does_not_speak(completed, words):
    """A number, somebody's own, a name and a long row of words make no actor."""
    draft = completed(f"“Come and see,” {words} said.", quotes=["Come and see,"], subjects=[("said", words)])

    assert draft.actors == ()
    assert draft.quotes[0].speaker == ""
