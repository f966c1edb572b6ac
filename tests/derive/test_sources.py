"""The page of a source: what is quoted from it, in its own order, and how much of it that is."""

from msgspec.structs import replace

from briefbook.derive.pages import iter_pages
from briefbook.model.marking import Marking
from tests.derive.books import actor, brief, issue, situation_of, source

TEXT = (
    "“The gates stay shut,” Ada Vale said. Northland was open to talks. “We will pay,” she said.\n\n"
    "The board met. “Nobody asked us,” a fisherman said.\n"
)
VALE = {"id": "vale", "kind": "person", "name": "Ada Vale"}


def positions(*pieces):
    """Positions of Ada Vale, each with its evidence, one an issue."""
    return [
        {"actor": "vale", "issue": f"i{number}", "stance": "supports", **piece}
        for number, piece in enumerate(pieces)
    ]


def page_of(*pieces, texts=TEXT, locks=None, more=(), **fields):
    """The view of the source's page in a book with these pieces of evidence."""
    issues = [issue(f"i{number}") for number in range(len(pieces))]
    first = brief(sources=["paper"], positions=positions(*pieces))
    situation = situation_of(
        source(**fields), actor(**VALE), *issues, first, *more, texts={"paper": texts} if texts else None
    )
    (page,) = [each for each in iter_pages(situation) if each.url == "sources/paper/"]
    return page.ask(situation)


def test_quotations_stand_in_the_order_of_the_text():
    """Whoever reads the article beside the page finds them one after the other, paraphrases last."""
    view = page_of(
        {"paraphrase": "She wants peace."},
        {"quote": "We will pay"},
        {"words": "Northland was open to talks"},
        {"quote": "The gates stay shut"},
    )

    assert [(each.evidence.quote or each.evidence.words) for each in view.quotations.rows] == [
        ("The gates stay shut",),
        ("Northland was open to talks",),
        ("We will pay",),
        (),
    ]


def test_speaker_is_confirmed_or_not():
    """A page says which speakers the article names beside their words, and leaves out who was not asked."""
    view = page_of({"quote": "We will pay"}, {"quote": "Nobody asked us"}, {"words": "The board met"})

    assert ["confirmed", "", "unconfirmed"] == [
        each.evidence.speaker_checked for each in view.quotations.rows
    ]


def test_one_doubtful_quotation_makes_the_piece_doubtful():
    """Two quotations of one piece are confirmed together or not at all."""
    view = page_of({"quote": ["We will pay", "Nobody asked us"]})

    assert "unconfirmed" == view.quotations.rows[0].evidence.speaker_checked


def test_budget_counts_the_words_taken():
    """The page says how many words of the text are quoted, and how many its rights allow."""
    view = page_of({"quote": "We will pay"}, {"quote": "will pay"})

    assert (3, len(TEXT.split()), 50) == (view.budget.taken, view.budget.length, view.budget.allowed)


def test_budget_is_silent_where_nothing_is_known():
    """Without text and lock, or without a quotation, there is nothing to count."""
    assert page_of({"quote": "We will pay"}, texts="").budget is None
    assert page_of({"paraphrase": "She pays."}).budget is None


def test_a_withheld_actor_does_not_touch_a_verdict():
    """What is proved of a speaker is what would be proved if the withheld actors had been deleted."""
    minister = [{"title": "minister", "at": "northland"}]
    bea = actor("bea", "person", name="Bea Orr", aliases=["Northland’s minister"])
    book = (source(), issue(), actor("northland"), actor("ada", "person", name="Ada Vale", posts=minister))
    says = {"actor": "northland", "issue": "talks", "stance": "supports", "speaker": "ada"}
    first = brief(sources=["paper"], positions=[{**says, "quote": "We will pay"}])

    def verdict(*more):
        situation = situation_of(
            *book, first, *more, texts={"paper": "“We will pay,” said Northland’s minister."}
        )
        (page,) = [each for each in iter_pages(situation) if each.url == "sources/paper/"]
        return page.ask(situation).quotations.rows[0].evidence.speaker_checked

    assert "confirmed" == verdict()
    assert "unconfirmed" == verdict(bea)
    assert "confirmed" == verdict(replace(bea, tlp=Marking.RED))


def test_nothing_was_said_after_its_source_was_published():
    """A claim of a brief of Tuesday, quoted from Sunday's paper, was said by Sunday."""
    claim = {"id": "pay", "text": "Somebody pays.", "by": "ada", "quote": "We will pay"}
    situation = situation_of(
        source(published="2014-06-15"),
        actor("ada", "person"),
        brief(as_of="2014-06-17T08:00", sources=["paper"], claims=[claim]),
    )
    (page,) = [each for each in iter_pages(situation) if each.url == "claims/pay/"]

    assert "2014-06-15" == page.ask(situation).claim.evidence[0].said.text


def test_a_reply_rests_on_the_source_of_its_claim():
    """Where a brief has two sources, a reply comes from that of its claim unless it says otherwise."""
    reply = {"by": "ada", "says": "denies", "quote": "Nobody asked us"}
    claim = {
        "id": "pay",
        "text": "Somebody pays.",
        "by": "ada",
        "words": "x",
        "source": "paper",
        "replies": [reply],
    }
    situation = situation_of(
        source(), source("other"), actor("ada", "person"), brief(sources=["paper", "other"], claims=[claim])
    )
    (page,) = [each for each in iter_pages(situation) if each.url == "claims/pay/"]

    assert "paper" == page.ask(situation).claim.replies.rows[0].evidence[0].source.id
