"""Any one character changed in a quotation, or in the text under it, is refused, but for declared equals."""

import random
import re
from pathlib import Path

from briefbook.text.lock import Proof, digest_of, make_lock
from briefbook.text.verbatim import Passage, Refusal, Text
from briefbook.text.words import is_whole

CASES = Path(__file__).parent / "cases/verbatim"
ARTICLES = [
    "\n".join(lines[at : at + 3])
    for path in (CASES / "harbour.txt", CASES / "council-uk.txt", CASES / "feature.txt")
    for lines in [path.read_text(encoding="utf-8").split("\n===\n")[0].split("\n")]
    for at in range(0, len(lines) - 2, 3)
]
MANY = 5_000
SIGNS = "abceiosty AENSTW 0149 ,.;:!?()[] '\"’“”‘«» -–— \u00a0\u00ad\u200b %$/é"

MARKS = str.maketrans({**dict.fromkeys("‘’‚′`´‹›", "'"), **dict.fromkeys("“”„«»″", '"')})
DASHES = re.compile(r"\s*[-‐‑‒–—−](?:[-‐‑‒–—−]|\s)*")


def normal(words: str) -> str:
    """What the matcher declares equal, said once more and in other ways: the list of all exceptions."""
    words = re.sub("[\u00ad\u200b]", "", words)  # signs without ink
    words = re.sub(
        r"(?<=[\s(])([«‹])\s|^([«‹])\s|\s(?=[»›](?!\w))", r"\1", words
    )  # French spaces in guillemets
    words = words.translate(MARKS)  # one kind of mark
    words = re.sub(r"(?<![^\W_])'|'(?![^\W_])", '"', words)  # no apostrophe, so a double mark
    words = re.sub(r"\s+", " ", words)  # one kind and number of spaces
    words = DASHES.sub("-", words)  # one kind of dash, spaced or not
    words = re.sub(r"\s?…\s?|\s?\.(?:\s?\.){2,}\s?", "... ", words)  # one kind of dots
    words = re.sub(r" (?=[;:!?])", "", words)  # a space before a colon, as in French
    words = re.sub(r"[\"'](?=\[)|(?<=\])[\"']", "", words)  # marks beside a bracket
    words = words.strip("\"' ")  # marks around it
    if words[-1:] in (",", ".") and not words.endswith("..."):
        words = words[:-1]  # one closing comma or stop
    return words.strip("\"' ")


def is_shorter(words: str, original: str) -> bool:
    """Whether a one-letter word or a mark was taken away at an end: what is left stands word for word."""
    inner = words.strip(" ,.;:!?()[]'\"’“”‘«»-–—%$/\u00a0\u00ad\u200b")
    return bool(inner) and is_slice(inner, original)


def is_slice(inner: str, original: str) -> bool:
    at = original.find(inner)
    left_out = original.replace(inner, "", 1)
    return at >= 0 and is_whole(original, at, at + len(inner)) and sum(map(str.isalnum, left_out)) <= 1


def mutants(words: str, random_: random.Random) -> str:
    """The words with one character changed, put in or taken out."""
    at = random_.randrange(len(words))
    kind = random_.choice(("change", "insert", "remove"))
    sign = "" if kind == "remove" else random_.choice(SIGNS)
    return words[:at] + sign + words[at + (kind != "insert") :]


def quotations(random_: random.Random, count: int):
    """Articles with a stretch of each that is taken for a quotation, on word boundaries, of several words."""
    texts = [Text(article) for article in ARTICLES]
    while count:
        text = random_.choice(texts)
        start = random_.randrange(len(text.text) - 20)
        end = start + random_.randint(12, 120)
        words = text.text[start:end]
        if words.strip() == words and " " in words and is_whole(text.text, start, end):
            judged = text.judge(words)
            if (
                isinstance(judged, Passage)
                and not judged.doubt
                and judged.ranges == ((start, start + len(words)),)
            ):
                count -= 1
                yield text, words, start


def test_a_changed_quotation_is_refused():
    """No quotation with one other character is taken, but for those that are declared equal."""
    random_ = random.Random(4)
    taken = []
    for text, words, _ in quotations(random_, MANY):
        changed = mutants(words, random_)
        judged = text.judge(changed)
        is_equal = normal(changed) == normal(words) or is_shorter(changed, words)
        if isinstance(judged, Passage) and not is_equal:
            taken.append((words, changed, judged))

    assert [] == taken[:5]


def test_a_quotation_of_a_changed_text_is_refused():
    """No quotation is taken under which the text has one other character, but for those declared equal."""
    random_ = random.Random(5)
    taken = []
    for text, words, start in quotations(random_, MANY):
        changed = words[0] + mutants(words[1:-1], random_) + words[-1]
        article = text.text[:start] + changed + text.text[start + len(words) :]
        judged = Text(article).judge(words)
        if (
            isinstance(judged, Passage)
            and normal(words) not in normal(changed)
            and text.text.count(words) == 1
        ):
            taken.append((words, changed, judged))

    assert [] == taken[:5]


def test_a_changed_quotation_is_not_locked():
    """Without the text, a lock proves the bytes that were found and no others."""
    random_ = random.Random(6)
    for _, words, start in quotations(random_, MANY):
        lock = make_lock("0" * 64, 9, [(digest_of(words), Proof(((start, start + len(words)),), "exact"))])
        changed = mutants(words, random_)

        assert lock.proves(changed) is (changed == words)


def test_a_cut_number_or_negation_is_no_quotation():
    """A part of a number or of a shortened negation stands nowhere, though its letters do."""
    text = Text("We can’t send 1,700 men, 3.5% of all, or $20 at 5.30pm.")

    for words in ("We can", "send 1", "700 men", "5% of all", "3.5", "20 at", "30pm"):
        assert isinstance(text.judge(words), Refusal), words
