"""From a text to candidates for facts: the one door of extraction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.core.extraction import cleaning, language, sentences
from quizapp.core.extraction.figures import find_figures
from quizapp.core.extraction.leaning import Lent
from quizapp.core.extraction.model import Candidate, Extraction, Hit, Paragraph
from quizapp.core.extraction.name_runs import Run, runs
from quizapp.core.extraction.names import Known, find_names, learn_people
from quizapp.core.extraction.subjects import clauses, guess
from quizapp.core.extraction.times import find_times
from quizapp.core.extraction.tokens import Tokens, tokenise

NEEDS_SUBJECT = "subject"
"""What a candidate needs whose sentence opens with a pronoun or holds several values."""

_TRIMMED = ' ,;:()"“”«»*_'


@dataclass(frozen=True, slots=True)
class _Sentence:
    paragraph: Paragraph
    start: int
    text: str
    tokens: Tokens
    names: list[Run]


def extract(text: str, code: str = "") -> Extraction:
    """Everything found in a text. `code` is its language, "en" or "es"; guessed when empty.

    Takes time in proportion to the text's length.
    """
    code = code or language.guess(text)
    paragraphs, dropped = cleaning.clean(text)
    known = Known()
    read = [sentence for paragraph in paragraphs for sentence in _read(paragraph, known)]
    return Extraction(code, tuple(_candidates(read, known, code)), dropped, paragraphs)


def _read(paragraph: Paragraph, known: Known) -> Iterator[_Sentence]:
    """The sentences of a paragraph; people they introduce are remembered."""
    for start, text in sentences.split(paragraph.text):
        tokens = tokenise(text)
        names = runs(tokens)
        learn_people(tokens, names, known)
        yield _Sentence(paragraph, start, text, tokens, names)


def _candidates(read: list[_Sentence], known: Known, code: str) -> Iterator[Candidate]:
    lent = Lent()
    number = 0
    spoken_of = ""
    for sentence in read:
        if sentence.paragraph.number != number:
            number = sentence.paragraph.number
            lent.new_paragraph()
        times = find_times(sentence.tokens, lent)
        figures = find_figures(sentence.tokens, code, times)
        hits = times + figures
        hits += find_names(sentence.tokens, sentence.names, known, hits)
        found, spoken_of = _proposed(sentence, hits, spoken_of)
        yield from found


def _proposed(sentence: _Sentence, hits: list[Hit], spoken_of: str) -> tuple[list[Candidate], str]:
    """The candidates of one sentence, and what the next one speaks of when it says "it"."""
    tokens = sentence.tokens
    parts = clauses(tokens, hits)
    values = sum(hit.kind in _VALUES for hit in hits)
    made: list[Candidate] = []
    for hit in sorted(hits, key=lambda hit: (hit.first, hit.last)):
        first, last, pronoun = guess(tokens, hit, parts)
        subject = _shown(sentence, first, last)
        if pronoun or not subject:
            subject = spoken_of or subject
        unclear = pronoun or not subject or values > 1
        made.append(_candidate(sentence, hit, subject, unclear=unclear))
    for part in parts:
        if not part.pronoun:
            return made, _shown(sentence, part.first, part.last)
    return made, spoken_of


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
