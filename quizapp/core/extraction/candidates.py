"""From a text to candidates for facts: the one door of extraction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizapp.core.extraction import cleaning, language, sentences
from quizapp.core.extraction.figures import find_figures
from quizapp.core.extraction.leaning import Lent
from quizapp.core.extraction.model import Candidate, Extraction, Hit, Paragraph
from quizapp.core.extraction.name_runs import Run, runs
from quizapp.core.extraction.names import Known, find_names, learn_people
from quizapp.core.extraction.subjects import Clause, clauses, guess
from quizapp.core.extraction.times import find_times
from quizapp.core.extraction.tokens import Tokens, tokenise

NEEDS_SUBJECT = "subject"
"""What a candidate needs whose sentence opens with a pronoun or holds several values."""

_LONGEST_SENTENCE = 250
"""Words and signs of a sentence; what has more is a table or noise, and is not read."""

_TRIMMED = ' ,;:()"“”«»*_'


@dataclass(frozen=True, slots=True)
class _Sentence:
    paragraph: Paragraph
    start: int
    text: str
    tokens: Tokens
    names: list[Run]


def extract(text: str, code: str = "", *, keep: bool = False) -> Extraction:
    """Everything found in a text. `code` is its language, "en" or "es"; guessed when empty.

    With `keep` no line is taken for page furniture. Takes time in proportion to the text's length.
    """
    code = code or language.guess(text)
    paragraphs, dropped = cleaning.clean(text, range(1, len(text) + 2) if keep else ())
    return Extraction(code, tuple(find(paragraphs, code)), dropped, paragraphs)


def find(paragraphs: Sequence[Paragraph], code: str) -> Iterator[Candidate]:
    """The candidates of these paragraphs in reading order, found as they are asked for.

    All sentences are cut first: whom a text names in full it may name in short before.
    """
    known = Known()
    read = [sentence for paragraph in paragraphs for sentence in _read(paragraph)]
    plain = {word for one in read for word in one.tokens.small()}
    for sentence in read:
        sentence.names.extend(runs(sentence.tokens, plain))
        learn_people(sentence.tokens, sentence.names, known)
    known.settle()
    yield from _candidates(read, known, code)


def _read(paragraph: Paragraph) -> Iterator[_Sentence]:
    """The sentences of a paragraph, cut into tokens."""
    for start, text in sentences.split(paragraph.text):
        tokens = tokenise(text)
        if len(tokens) <= _LONGEST_SENTENCE:
            yield _Sentence(paragraph, start, text, tokens, [])


def _candidates(read: list[_Sentence], known: Known, code: str) -> Iterator[Candidate]:
    lent, told = Lent(), Told()
    number = 0
    for sentence in read:
        if sentence.paragraph.number != number:
            number = sentence.paragraph.number
            lent.new_paragraph()
            told.new_paragraph()
        times = find_times(sentence.tokens, lent)
        hits = times + find_figures(sentence.tokens, code, times)
        hits += find_names(sentence.tokens, sentence.names, known, hits)
        parts = clauses(sentence.tokens, times)
        fresh = [hit for hit in hits if told.is_news(hit)]
        yield from _proposed(sentence, fresh, parts, told.of_whom)
        told.listen(sentence, hits, parts)


class Told:
    """What the text spoke of last, and which places and bodies it has named already."""

    def __init__(self) -> None:
        self._person = self._thing = ""
        self._named: set[tuple[str, str]] = set()

    def new_paragraph(self) -> None:
        """Bodies and treaties are proposed once in a paragraph, places once in a text."""
        self._named = {name for name in self._named if name[0] == "place"}

    def is_news(self, hit: Hit) -> bool:
        """Whether a hit is to be proposed; a name of a place or body is, the first time."""
        if hit.kind in _VALUES or hit.kind == "person":
            return True
        fresh = (hit.kind, hit.value) not in self._named
        self._named.add((hit.kind, hit.value))
        return fresh

    def of_whom(self, pronoun: str) -> str:
        """What a pronoun stands for, as far as that can be guessed."""
        if pronoun in _FOR_THINGS:
            return self._thing or self._person
        return self._person or self._thing

    def listen(self, sentence: _Sentence, hits: list[Hit], parts: list[Clause]) -> None:
        """Remember the subject of a sentence that was read."""
        part = next((part for part in parts if not part.pronoun and not part.quoted), None)
        if part is None:
            return
        subject = _shown(sentence, part.first, part.last)
        whom = [hit for hit in hits if hit.kind == "person" and hit.first < part.last]
        if any(part.first <= hit.first for hit in whom):
            self._person = subject
        else:
            self._thing = subject


def _proposed(
    sentence: _Sentence, hits: list[Hit], parts: list[Clause], of_whom: Callable[[str], str]
) -> Iterator[Candidate]:
    """The candidates of one sentence, in the order in which their values stand."""
    tokens = sentence.tokens
    values = sum(hit.kind in _VALUES for hit in hits)
    for hit in sorted(hits, key=lambda hit: (hit.first, hit.last)):
        first, last, pronoun = guess(tokens, hit, parts)
        subject = _shown(sentence, first, last)
        if not subject or (pronoun and last - first == 1):
            subject = of_whom(subject.lower()) or subject
        unclear = pronoun or not subject or values > 1
        yield _candidate(sentence, hit, subject, unclear=unclear)


_FOR_THINGS = frozenset(
    ("it", "this", "that", "they", "these", "those", "such", "lo", "esto", "eso")
)
_VALUES = frozenset({"year", "date", "range", "figure", "percent"})


def _candidate(sentence: _Sentence, hit: Hit, subject: str, *, unclear: bool) -> Candidate:
    first, last = sentence.tokens[hit.first], sentence.tokens[hit.last - 1]
    return Candidate(
        hit.kind,
        hit.value,
        hit.unit,
        hit.approx,
        sentence.text[first.start : last.end],
        sentence.paragraph.number,
        sentence.text,
        subject,
        (NEEDS_SUBJECT,) if unclear else (),
        sentence.start + first.start,
    )


def _shown(sentence: _Sentence, first: int, last: int) -> str:
    if last <= first:
        return ""
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    return sentence.text[start:end].strip(_TRIMMED)
