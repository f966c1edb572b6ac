"""Where a claim comes from: origins at the root of sources, and speakers apart from them."""

import pytest

from briefbook.model.origins import Origin, iter_support, provenance_of, root_of
from briefbook.model.records import Claim, Evidence, Update
from tests.derive.books import record, source

WIRE, HERALD, GAZETTE, COURIER = SOURCES = (
    source("wire"),
    source("herald", via="wire"),
    source("gazette", via="herald"),
    source("courier"),
)


def found(*pieces, sources=SOURCES):
    """The provenance of pieces, each written as `source speaker`."""
    evidence = [Evidence(source=id, speaker=speaker) for id, speaker in (each.split(" ") for each in pieces)]
    return provenance_of(evidence, {each.id: each for each in sources})


def test_no_evidence_has_no_origin():
    """A claim that rests on nothing has neither origins nor voices."""
    nothing = found()

    assert ((), (), 0) == (nothing.origins, nothing.sources, nothing.voices)


def test_two_papers_that_repeat_one_agency_have_one_origin():
    """The agency counts once, however long the chain to it is."""
    provenance = found("wire vale", "herald vale", "gazette vale")

    assert provenance.origins == (Origin("wire", ("wire", "herald", "gazette")),)
    assert provenance.origins[0].repeating == ("herald", "gazette")


def test_the_root_counts_though_nobody_quoted_it():
    """Two papers that were read repeat an agency that was not: the origin is the agency still."""
    assert found("herald vale", "gazette vale").origins == (Origin("wire", ("herald", "gazette")),)


def test_papers_that_repeat_nobody_are_origins_each():
    """Each source without `via` is its own root, in the order of the evidence."""
    provenance = found("courier vale", "gazette vale", "courier board")

    assert [origin.root for origin in provenance.origins] == ["courier", "wire"]
    assert provenance.sources == ("courier", "gazette")


def test_one_speaker_in_two_papers_is_one_voice():
    """Reports and speakers are counted apart: two origins, one voice."""
    provenance = found("wire vale", "courier vale")

    assert (len(provenance.origins), provenance.voices) == (2, 1)


def test_two_speakers_in_one_paper_are_two_voices():
    """One origin may hold what several people say."""
    provenance = found("wire vale", "wire southland", "wire vale")

    assert (len(provenance.origins), provenance.speakers) == (1, ("vale", "southland"))


def test_each_newsroom_that_speaks_for_itself_is_a_voice():
    """What reporters state counts once for each origin, and not again where others repeat it."""
    provenance = found("wire article", "herald article", "courier article")

    assert provenance.reporters == ("wire", "courier")
    assert (provenance.speakers, provenance.voices) == ((), 2)


def test_evidence_without_a_known_source_has_a_voice_and_no_origin():
    """A source that is not in the book is no origin, and a reporter of nowhere is nobody."""
    provenance = found(" vale", "elsewhere article")

    assert (provenance.origins, provenance.speakers, provenance.reporters) == ((), ("vale",), ())


def test_a_chain_ends_where_its_next_source_is_not_in_the_book():
    """With the agency withheld, the paper that repeats it is as far as readers can see."""
    assert found("gazette vale", sources=(HERALD, GAZETTE)).origins == (Origin("herald", ("gazette",)),)


@pytest.mark.parametrize("id", ["herald", "gazette", "echo"])
def test_all_sources_of_a_ring_have_one_root(id):
    """A ring is survived from wherever it is entered."""
    ring = (source("herald", via="gazette"), source("gazette", via="herald"), source("echo", via="herald"))

    assert root_of(id, {each.id: each for each in ring}) == "gazette"


def test_a_source_that_repeats_itself_is_its_own_root():
    """The shortest ring is survived too."""
    assert root_of("wire", {"wire": source("wire", via="wire")}) == "wire"


def test_replies_that_support_a_claim_bear_it_out_and_others_do_not():
    """Who supports a claim is a second voice; who denies it or supports it in part is none."""
    replies = [{"by": verb, "says": verb} for verb in ("supports", "partly", "denies", "cannot-confirm")]
    claim = record(Claim, id="c", text="So.", replies=replies)

    assert list(iter_support(claim)) == [claim, claim.replies[0]]


@pytest.mark.parametrize(
    ("status", "counts"),
    [("", True), ("corroborated", True), ("confirmed", True)]
    + [(each, False) for each in ("unverified", "disputed", "refuted")],
)
def test_an_update_that_doubts_a_claim_does_not_bear_it_out(status, counts):
    """What an update rests on speaks against the claim where it finds it doubtful; its replies stay."""
    update = record(Update, update="c", status=status, replies=[{"by": "vale", "says": "supports"}])

    assert list(iter_support(update)) == [*([update] if counts else []), *update.replies]
