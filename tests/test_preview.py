"""A preview reads what has changed, makes what is asked for, and says what is wrong."""

import shutil
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.derive.situation import Situation
from briefbook.load.book import load_book
from briefbook.load.memory import Memory
from briefbook.load.settings import load_config
from briefbook.model.book import iter_entries
from briefbook.model.marking import Marking
from briefbook.model.records import spans
from briefbook.pipeline import DRAFTS, Request
from briefbook.preview import FINDINGS, Preview, watch
from briefbook.preview.findings import template_fault
from briefbook.release import iter_pieces, release
from briefbook.release.earlier import Earlier
from tests.sites import RIVER, build

FILES = sorted(
    path.relative_to(RIVER).as_posix()
    for folder in ("content", "seeds")
    for path in (RIVER / folder).rglob("*")
    if path.is_file()
)
BRIEF = "content/briefs/2031-03-10-kelmet.md"


def copy_river(root: Path) -> Path:
    for name in ("content", "seeds"):
        shutil.copytree(RIVER / name, root / name)
    shutil.copy(RIVER / "mkdocs.yml", root)
    return root


@pytest.fixture
def river(tmp_path) -> Path:
    """The invented situation, to be edited."""
    return copy_river(tmp_path)


@pytest.fixture
def preview(river) -> Preview:
    return Preview(Request(content=river / "content"))


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def settled(preview: Preview) -> Preview:
    """The preview when its check has had the last word."""
    assert preview._edition.checked.wait(20)
    return preview


EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(FILES), st.sampled_from(FILES)),
        st.tuples(st.just("cut"), st.sampled_from(FILES), st.integers(0, 900)),
        st.tuples(st.just("title"), st.sampled_from(FILES), st.sampled_from(["a", "b", "title: x"])),
        st.tuples(st.just("mark"), st.sampled_from(FILES), st.sampled_from(["GREEN", "RED", "WHITE"])),
        st.tuples(st.just("remove"), st.sampled_from(FILES), st.none()),
        st.tuples(st.just("mend"), st.sampled_from(FILES), st.none()),
        st.tuples(st.just("touch"), st.sampled_from(FILES), st.none()),
    ),
    max_size=6,
)


def perform(root: Path, what: str, file: str, how) -> None:
    path = root / file
    whole = (RIVER / file).read_text()
    match what:
        case "write":
            path.write_text((RIVER / how).read_text())
        case "cut":
            path.write_text(whole[:how])
        case "title":
            path.write_text(whole.replace("title: ", f"title: {how}", 1))
        case "mark":
            path.write_text(whole.replace("title: ", f"tlp: {how}\ntitle: ", 1))
        case "remove":
            path.unlink(missing_ok=True)
        case "mend":
            path.write_text(whole)
        case "touch" if path.exists():
            path.touch()


def substance(loaded):
    """All that a book holds and all that reading it found."""
    book = loaded.book
    records = {file: book.find(id) for file, id in book.files.items()}
    locks = {
        id: repr(vars(lock)) if hasattr(lock, "__dict__") else repr(lock) for id, lock in book.locks.items()
    }
    return (
        list(records.items()),
        book.places,
        book.collisions,
        book.texts,
        book.digests,
        locks,
        book.pictures,
        book.broken,
        loaded.diagnostics,
        loaded.allowances,
    )


def proved(released):
    """Whether each passage that a released brief takes from a source is proved, and by what."""
    pieces = [
        piece
        for brief in released.briefs.values()
        for each in iter_entries(brief)
        for piece in iter_pieces(each.record)
    ]
    return {
        (piece.source, words): (released.proofs.by(piece.source), released.proofs.proves(piece.source, words))
        for piece in pieces
        for words in spans(piece.quote) + spans(piece.words)
    }


def mentions(released):
    """Which briefs name what, and what is quoted."""
    found = Situation(released).mentions
    return {id: [brief.id for brief in briefs] for id, briefs in found.briefs.items()}, found.quoted


@given(edits=EDITS)
@settings(max_examples=60)
def test_reading_only_what_changed_gives_the_same_book(edits):
    """A book that was read edit by edit equals one that is read at once, for each audience too."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_river(Path(folder))
        found, _ = load_config(root / "mkdocs.yml")
        memory, earlier = Memory(), Earlier()
        load_book(root, root / "content", found, None, memory)
        for each in edits:
            perform(root, *each)
            stepwise = load_book(root, root / "content", found, None, memory)
            fresh = load_book(root, root / "content", found)

            assert substance(fresh) == substance(stepwise)

            for ceiling in (Marking.CLEAR, Marking.AMBER):
                seen = release(stepwise.book, ceiling, DRAFTS, earlier=earlier)
                wanted = release(fresh.book, ceiling, DRAFTS)
                assert {id: wanted.find(id) for id in wanted.places} == {
                    id: seen.find(id) for id in seen.places
                }
                assert proved(wanted) == proved(seen)
                assert mentions(wanted) == mentions(seen)


def test_nothing_changed_gives_the_very_same_book(river):
    """A file that was only touched, or written with the same words, is not read as a change."""
    found, _ = load_config(river / "mkdocs.yml")
    memory = Memory()
    first = load_book(river, river / "content", found, None, memory)
    path = river / BRIEF
    path.write_bytes(path.read_bytes())

    assert first is load_book(river, river / "content", found, None, memory)


def test_every_file_is_as_it_is_built(river, tmp_path_factory):
    """Beneath its banner a page of the preview is the page of a build, and every other file is the same."""
    built = build(river, tmp_path_factory.mktemp("out") / "build")
    preview = Preview(Request(content=river / "content"))
    del built["SHA256SUMS"]  # made of what was written
    for file, data in built.items():
        reply = preview.find(file)
        assert reply is not None, file
        if file.endswith(".html"):
            main = data[data.index(b"<main") : data.index(b"</main>")]
            assert main in reply.body, file
        else:
            assert data == reply.body, file


def test_edit_is_seen(river, preview):
    """A changed brief changes its page and the number, and a second look finds nothing new."""
    number = preview.number
    edit(river, BRIEF, "title: ", "title: Flood, said the ")

    assert preview.refresh() is True
    assert number < preview.number
    assert b"Flood, said the " in preview.find("briefs/2031-03-10-kelmet.html").body
    assert preview.refresh() is False


def test_waiting_ends_with_news_or_in_time(river, preview):
    """Whoever waits hears of a change, and nobody waits longer than asked."""
    heard = []
    number = preview.number
    waiting = [threading.Thread(target=lambda: heard.append(preview.wait(number, 20))) for _ in range(2)]
    for each in waiting:
        each.start()
    edit(river, BRIEF, "title: ", "title: New ")
    preview.refresh()
    for each in waiting:
        each.join(20)

    assert [number + 1] * 2 == heard
    assert number + 1 == preview.wait(number + 1, 0.01)


def test_error_stands_at_every_page_until_it_is_mended(river, preview):
    """An error takes the place of all pages, says where and what, and goes when it is mended."""
    edit(river, BRIEF, "title: ", "titel: ")
    preview.refresh()
    for path in ("", "actors/haddar.html", "nowhere/at/all/"):
        reply = preview.find(path)
        assert 500 == reply.status
        for words in (
            "keep this page away",
            f"<b>{BRIEF}</b>:2:1",
            "<mark>titel</mark>",
            "did you mean <code>title</code>",
        ):
            assert words.encode() in reply.body, words
    assert b'href="../../../assets/briefbook.css"' in reply.body
    assert 200 == preview.find("assets/briefbook.css").status

    edit(river, BRIEF, "titel: ", "title: ")
    preview.refresh()

    assert 200 == preview.find("").status


def test_error_elsewhere_is_found_a_moment_later(river, preview):
    """What an edit breaks in another file is found by the check in the background, which tells the reader."""
    (river / "content/actors/haddar.yaml").unlink()
    preview.refresh()
    preview.wait(preview.number, 0)
    settled(preview)

    assert any(each.rule == "reference-unknown" or "haddar" in each.message for each in preview.diagnostics)
    assert 500 == preview.find("").status


def test_error_is_not_forgotten_by_an_edit_elsewhere(river, preview):
    """While one file has an error, an edit of another does not bring the pages back."""
    edit(river, BRIEF, "title: ", "titel: ")
    preview.refresh()
    edit(river, "content/actors/haddar.yaml", "name: ", "name: The ")
    preview.refresh()

    assert 500 == preview.find("").status


def test_number_follows_the_background_check(river, preview):
    """The number goes up once for an edit, and once more when the check takes the pages away."""
    settled(preview)
    preview._edition.findings = []  # a file with a finding is looked at again at once
    number = preview.number
    (river / "content/actors/marn.yaml").unlink()
    preview.refresh()
    settled(preview)
    preview.wait(number + 1, 5)

    assert number + 2 == preview.number


def test_warnings_are_not_in_the_way(river):
    """A warning leaves the pages be; the banner counts it and leads to its place, and strict mode stops."""
    (river / "content/notes.txt").write_text("To do.")
    request = Request(content=river / "content")
    preview = Preview(request)
    page = preview.find("")
    listed = preview.find(FINDINGS)

    assert 200 == page.status
    assert b'<a href="./-/findings"><span>1 warning</span>' in page.body
    assert 200 == listed.status
    assert b"content/notes.txt" in listed.body
    assert 500 == Preview(request._replace(strict=True)).find("").status


def test_nothing_found_is_said(preview):
    """The list of findings is there when there is nothing in it."""
    assert {"note"} == {each.severity.value for each in preview.diagnostics}
    preview._edition.findings = []

    assert b"Nothing to report" in preview.find(FINDINGS).body


@pytest.mark.parametrize(
    ("ceiling", "drafts", "words"),
    [
        (None, False, "Cleared briefs alone, and what anyone may see."),
        (Marking.AMBER, False, "Cleared briefs alone, and all that is marked up to AMBER. Not for release."),
        (Marking.RED, True, "With drafts that nobody has cleared, and all that is marked up to RED."),
    ],
)
def test_banner_says_what_is_shown(river, ceiling, drafts, words):
    """Every page and title says: a preview, up to which marking, and with or without drafts."""
    preview = Preview(Request(content=river / "content", ceiling=ceiling, drafts=drafts))
    for path in ("", "actors/haddar.html", FINDINGS):
        text = preview.find(path).body.decode()
        assert words in text
        assert "<title>Preview: " in text
        assert "Content-Security-Policy" not in text


def test_build_holds_nothing_of_a_preview(river, tmp_path_factory):
    """No built page has a banner of a preview, its style or its script."""
    for file, data in build(river, tmp_path_factory.mktemp("out") / "build").items():
        assert not file.startswith("-")
        assert b"/-/" not in data
        assert b'class="proof' not in data


def test_template_at_fault_is_named(river):
    """A template that cannot be filled is named with its line, and a mended one is used at once."""
    own = river / "templates"
    own.mkdir()
    (own / "actor.html").write_text("\n{{ page.colour }}")
    preview = Preview(Request(content=river / "content"))
    reply = preview.find("actors/haddar.html")

    assert 500 == reply.status
    assert b"<b>templates/actor.html</b>:2:1" in reply.body
    assert 200 == preview.find("").status

    (own / "actor.html").write_text("Mended")
    assert preview.refresh()
    assert b"Mended" == preview.find("actors/haddar.html").body


def test_template_that_is_missing_is_named(river):
    """A template that extends one that is nowhere is named without a line."""
    (river / "templates").mkdir()
    (river / "templates" / "actor.html").write_text('{% extends "gone.html" %}')

    assert b"gone.html" in Preview(Request(content=river / "content")).find("actors/haddar.html").body


def test_mistake_in_the_settings_is_shown_alone(river, preview):
    """A mistake in mkdocs.yml is shown, and nothing that only follows from it."""
    settings_file = river / "mkdocs.yml"
    good = settings_file.read_text()
    settings_file.write_text(good + "\nplugins: [\n")
    assert preview.refresh()
    assert 500 == preview.find("").status
    assert {"mkdocs.yml"} == {each.file for each in preview.diagnostics}

    settings_file.write_text(good)
    assert preview.refresh()
    assert 200 == preview.find("").status


def test_missing_content_is_said_and_found_again(river, preview):
    """When the folder of the content goes, as in a checkout, the preview says so; it comes back with it."""
    (river / "content").rename(river / "away")
    assert preview.refresh()
    assert b"the folder of the content cannot be read" in preview.find("").body

    (river / "away").rename(river / "content")
    assert preview.refresh()
    assert 200 == preview.find("").status


def test_half_written_file_is_a_finding(river, preview):
    """A file that ends in the middle of a character is an error of that file and no crash."""
    path = river / BRIEF
    whole = path.read_bytes()
    path.write_bytes(whole[:200] + "é".encode()[:1])
    preview.refresh()
    assert 500 == preview.find("").status
    assert BRIEF in {each.file for each in preview.diagnostics}

    path.write_bytes(whole)
    preview.refresh()
    assert 200 == preview.find("").status


def test_page_that_fails_before_the_check_waits_for_it(river, preview):
    """A page that cannot be made of an unchecked book waits for the check, and shows what it found."""
    edition = preview._edition
    edition.checked.clear()
    edition.make = lambda _: 1 / 0

    def find_out():
        edition.findings = Preview(Request(content=river / "content")).diagnostics
        edit(river, BRIEF, "title: ", "titel: ")
        preview.refresh()
        edition.checked.set()

    thread = threading.Timer(0.1, find_out)
    thread.start()
    reply = preview.find("")
    thread.join()

    assert 500 == reply.status
    assert b"titel" in reply.body


def test_fault_of_ours_is_not_hidden(preview):
    """A page that fails although the book is sound is a fault of briefbook, and raised."""
    preview._edition.make = lambda _: 1 / 0

    with pytest.raises(ZeroDivisionError):
        preview.find("")


def test_outdated_check_stops(river, preview):
    """A check gives up as soon as there is a newer edition."""
    old = preview._edition
    old.checked.clear()
    edit(river, BRIEF, "title: ", "title: New ")
    preview.refresh()
    number = preview.number
    preview._check(old)

    assert old.checked.is_set()
    assert number == preview.number


def test_what_is_watched(river, tmp_path):
    """All that a page may depend on is watched: content, sources, their texts, templates and settings."""
    request = Request(content=river / "content", texts=tmp_path / "texts")
    names = [path.name for path in Preview(request).watched]

    assert ["content", "seeds", "texts", "templates", "mkdocs.yml"] == names


def test_page_that_is_missing(preview):
    """Where nothing stands nothing is found, and the page that says so works at any depth."""
    assert preview.find("nowhere/at/all/") is None
    assert not preview.has("nowhere/")
    assert preview.has("actors/haddar.html")
    reply = preview.missing("nowhere/at/all/")
    assert 404 == reply.status
    assert b'href="../../../assets/briefbook.css"' in reply.body
    assert b'<aside class="proof' in reply.body
    assert b"TLP:CLEAR" in reply.body


def test_style_of_the_banner_is_found(preview):
    """The banner's style comes with the preview, and no site holds it."""
    assert b".proof" in preview.find("-/preview.css").body


def test_new_free_page_is_in_every_footer(river, preview):
    """What all pages share is made anew when it changes."""
    preview.find("")
    (river / "content/pages/fresh.md").write_text("---\ntitle: Fresh air\n---\nWords.\n")
    preview.refresh()

    assert b">Fresh air</a>" in preview.find("actors/haddar.html").body


def test_nothing_is_there_while_the_site_cannot_be_made(preview):
    """Whether something stands at a path is answered with no while the site cannot be made."""

    def fail(_):
        raise LookupError

    preview._edition.has = fail

    assert not preview.has("actors/haddar.html")


def test_fault_without_a_line_names_its_template(tmp_path):
    """A fault of which only the template is known names that."""
    found = template_fault("actor.html: it is not there", tmp_path)

    assert ("actor.html", 0, "it is not there") == (found.file, found.line, found.message)


def test_template_that_vanishes_while_it_is_looked_at(river):
    """A dangling link or a folder among the templates is passed over."""
    (river / "templates" / "folder").mkdir(parents=True)
    (river / "templates" / "gone.html").symlink_to(river / "nowhere")

    assert 200 == Preview(Request(content=river / "content")).find("").status


@pytest.mark.parametrize("has_watchfiles", [True, False])
def test_change_is_noticed(river, preview, monkeypatch, has_watchfiles):
    """A change is noticed with watchfiles and without, also after a folder was replaced by another."""
    if not has_watchfiles:
        monkeypatch.setattr("briefbook.preview.changes.watchfiles", None)
    stop = threading.Event()
    thread = threading.Thread(target=watch, args=(preview, stop))
    thread.start()
    try:
        number = preview.number
        shutil.copytree(river / "content", river / "copy")
        (river / "content").rename(river / "old")
        (river / "copy").rename(river / "content")
        edit(river, BRIEF, "title: ", "title: Noticed ")
        while b"Noticed" not in preview.find("briefs/2031-03-10-kelmet.html").body:
            assert number != preview.wait(number, 20)
            number = preview.number
    finally:
        stop.set()
        thread.join()


def test_watch_outlives_a_fault_of_ours(preview, monkeypatch, capsys):
    """A fault while reading is told at the terminal, and the watch goes on."""
    monkeypatch.setattr("briefbook.preview.changes.watchfiles", None)
    stop = threading.Event()
    looks = []

    def fail():
        looks.append(1)
        if len(looks) == 2:
            stop.set()
        raise LookupError("ours")

    preview.refresh = fail
    watch(preview, stop)

    assert 2 == len(looks)
    assert "LookupError: ours" in capsys.readouterr().err


def test_watch_waits_for_something_to_watch(river, preview):
    """Where nothing of a book is left, the watch looks on until there is something."""
    for path in preview.watched:
        if path.is_dir():
            path.rename(path.with_name(f"{path.name}-away"))
        elif path.exists():
            path.unlink()
    stop = threading.Event()
    thread = threading.Thread(target=watch, args=(preview, stop))
    thread.start()
    try:
        assert preview.wait(preview.number, 20)
        assert 500 == preview.find("").status
    finally:
        stop.set()
        thread.join()
