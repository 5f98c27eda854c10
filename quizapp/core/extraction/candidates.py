"""From a text to candidates for facts: the one door of extraction."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from quizapp.core.extraction import cleaning, language, sentences
from quizapp.core.extraction.clauses import Clause, clauses
from quizapp.core.extraction.figures import find_figures
from quizapp.core.extraction.leaning import Lent
from quizapp.core.extraction.model import Candidate, Extraction, Hit, Paragraph
from quizapp.core.extraction.name_runs import Run, runs
from quizapp.core.extraction.names import Known, find_names, learn_people
from quizapp.core.extraction.person_words import OF_PEOPLE, is_person
from quizapp.core.extraction.phrases import DETERMINERS
from quizapp.core.extraction.subjects import clause_of, guess, is_plural
from quizapp.core.extraction.telling import VALUES, Told
from quizapp.core.extraction.times import find_times
from quizapp.core.extraction.tokens import Tokens, tokenise
from quizapp.core.extraction.units import MEASURES

NEEDS_SUBJECT = "subject"
"""What a candidate needs whose sentence opens with a pronoun or holds several values."""

_LONGEST_SENTENCE = 250
"""Words and signs of a sentence; what has more is a table or noise, and is not read."""

_RESOLVED = frozenset(("he", "she", "it", "they", "el", "ella", "ellos", "ellas"))
"""Pronouns that may go on standing for what they stood for."""
_OPENING = frozenset(("abrio", "cerro", "empezo", "comenzo", "termino", "acabo", "perdio", "paso"))
"""Verbs that may have an object behind them, or their subject."""
_FOLLOWING = frozenset(("successor", "sucesor", "sucesora", "heir"))
"""Who comes after somebody: the text goes on about them."""
_RANKED = frozenset(("first", "second", "third", "last", "primera", "primero", "ultima", "ultimo"))
"""What stands for somebody of those that the text is about: the first, Miss Cray."""
_TAKING_OVER = _FOLLOWING | _RANKED
_PLACE = itemgetter(Hit._fields.index("first"), Hit._fields.index("last"))
_TRIMMED = ' ,;:()"“”«»*_'


class _Sentence(NamedTuple):
    paragraph: Paragraph
    start: int
    text: str
    tokens: Tokens


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
    read = deque(sentence for paragraph in paragraphs for sentence in _read(paragraph, code))
    plain = {word for one in read for word in one.tokens.small()}
    names = deque(tuple(runs(one.tokens, plain)) for one in read)
    for sentence, named in zip(read, names, strict=True):
        if named:
            learn_people(sentence.tokens, named, known)
    known.settle()
    yield from _candidates(read, names, known, code)


def _read(paragraph: Paragraph, code: str) -> Iterator[_Sentence]:
    """The sentences of a paragraph, cut into tokens."""
    number = cleaning.behind_number(paragraph.text)
    for after, text in sentences.split(paragraph.text[number:]):
        start = number + after
        tokens = tokenise(text, code)
        if len(tokens) <= _LONGEST_SENTENCE and not text.endswith("?"):  # it says nothing
            yield _Sentence(paragraph, start, text, tokens)


def _candidates(
    read: deque[_Sentence], names: deque[tuple[Run, ...]], known: Known, code: str
) -> Iterator[Candidate]:
    """What the sentences give; each is let go as it was read."""
    lent, told = Lent(), Told()
    number = 0
    while read:
        sentence, named = read.popleft(), names.popleft()
        if sentence.paragraph.number != number:
            number = sentence.paragraph.number
            lent.new_paragraph()
            told.new_paragraph()
        times = find_times(sentence.tokens, lent)
        hits = times + find_figures(sentence.tokens, code, times)
        hits += find_names(sentence.tokens, named, known, hits)
        parts = clauses(sentence.tokens, times)
        before = told.of_whom("")
        subjects = _spoken_of(sentence, hits, parts, told)
        fresh = [hit for hit in hits if hit.kind in VALUES or told.is_news(hit)]
        yield from _proposed(sentence, fresh, parts, subjects, before)


def _spoken_of(
    sentence: _Sentence, hits: list[Hit], parts: list[Clause], told: Told
) -> dict[int, str]:
    """The subject of each clause by its verb's place, pronouns replaced by what they mean."""
    found: dict[int, str] = {}
    people = sorted([hit for hit in hits if hit.kind == "person"], key=_PLACE)
    waiting = list(people)
    for part in parts:
        while waiting and waiting[0].first < part.first:
            _mention(sentence, waiting.pop(0), told)
        subject = _shown(sentence, part.first, part.last)
        if _is_object(sentence.tokens, part) and (meant := told.left_out("", plural=False)):
            found[part.verb] = meant
            told.speak_of(meant, meant, plural=False)
            continue
        if part.pronoun and part.last - part.first <= 1:
            word = sentence.tokens[part.first].folded if subject else ""
            meant = told.of_whom(word) if word else _left_out(sentence.tokens, part, told)
            if word in ("she", "he", "ella"):
                told.learn_gender(meant, woman=word != "he")
            found[part.verb] = meant or subject
            if not part.quoted:
                plural = word in ("they", "ellos", "ellas")
                subject = subject if word in _RESOLVED else ""
                told.speak_of(meant or subject, meant, plural=plural)
            continue
        found[part.verb] = subject
        named = _named(sentence.tokens, part, people) if people else None
        new = named is not None and sentence.tokens[part.last - 1].folded in _TAKING_OVER
        end = max(part.last, named.last) if named is not None and new else part.last
        while waiting and waiting[0].first < end:
            _mention(sentence, waiting.pop(0), told)
        if not part.quoted and not part.under:
            whole = named is not None and (named.first > part.last or _is_whole(part, named))
            owner = named.value if named is not None and whole else ""
            told.speak_of(subject, owner, plural=is_plural(sentence.tokens, part))
    for hit in waiting:
        _mention(sentence, hit, told)
    return found


def _left_out(tokens: Tokens, part: Clause, told: Told) -> str:
    """What a Spanish clause without a subject speaks of; "la mandaron a Lima" speaks of her."""
    verb = tokens[part.verb].folded
    done_to = tokens[part.verb - 1].folded in ("la", "lo")
    return told.left_out(verb, plural=verb.endswith("n") and not done_to)


def _is_object(tokens: Tokens, part: Clause) -> bool:
    """Whether what stands behind a Spanish verb is its object: abrió una escuela."""
    behind = part.first > part.verb and tokens.language == "es"
    if (
        not behind
        or tokens[part.verb].folded not in _OPENING
        or tokens[part.verb - 1].folded == "se"
    ):
        return False
    return tokens[part.first].folded in ("un", "una", "unos", "unas", "su", "sus", "dos", "tres")


def _named(tokens: Tokens, part: Clause, people: list[Hit]) -> Hit | None:
    """The person whom a clause is said of by name."""
    inside = next((hit for hit in people if part.first <= hit.first < part.last), None)
    return inside or _apposed(tokens, part, people)


def _apposed(tokens: Tokens, part: Clause, people: list[Hit]) -> Hit | None:
    """The name put in behind a role that is the subject: his successor, Aurelio Zubiaurre, had."""
    if tokens[part.last].text != "," or part.last > part.verb:
        return None
    head = part.last - 1
    word = tokens[head].folded
    if part.pronoun and word in OF_PEOPLE and word not in _FOLLOWING:
        return None  # his mother, Ana Ruiz: the text goes on about him
    ranked = word in _RANKED and tokens[head - 1].folded in DETERMINERS
    if not ranked and not any(is_person(tokens[place].folded) for place in (head, head - 1)):
        return None
    near = (hit for hit in people if part.last < hit.first < min(part.last + 5, part.verb))
    return next((hit for hit in near if tokens[hit.last].text == ","), None)


def _is_whole(part: Clause, named: Hit) -> bool:
    """Whether a subject is a person, and no work or band of the person's."""
    return named.last >= part.last or named.first - part.first < 5 > part.last - named.last


def _mention(sentence: _Sentence, hit: Hit, told: Told) -> None:
    tokens = sentence.tokens
    before = tuple(tokens[place].folded for place in range(max(0, hit.first - 3), hit.first + 1))
    told.mention(hit, tuple(word for word in before if word not in DETERMINERS))


def _proposed(
    sentence: _Sentence,
    hits: list[Hit],
    parts: list[Clause],
    subjects: dict[int, str],
    before: str,
) -> Iterator[Candidate]:
    """The candidates of one sentence, in the order in which their values stand.

    Where a sentence shows no subject, `before` is what the text spoke of before it.
    """
    tokens = sentence.tokens
    values = len([hit for hit in hits if hit.kind in VALUES])
    counted = ""
    for hit in sorted(hits, key=_PLACE):
        part = clause_of(hit, parts)
        first, last, pronoun = guess(tokens, hit, part, parts)
        if part is not None and part.first == first and part.last == last:
            subject = subjects[part.verb]
        else:
            subject = _shown(sentence, first, last)
        if counted and _shares(tokens, hit):
            subject = counted
        subject = subject or before
        unclear = pronoun or not subject or values > 1
        yield _candidate(sentence, hit, subject, unclear=unclear)
        countable = hit.kind == "figure" and hit.unit.islower() and hit.unit not in MEASURES
        counted = hit.unit if countable else counted


def _shares(tokens: Tokens, hit: Hit) -> bool:
    """Whether a figure is a part of what was counted before: 41 per cent of them women."""
    if hit.kind not in ("figure", "percent"):
        return False
    place = hit.last - (tokens[hit.last - 1].folded in ("of", "de"))
    if tokens[hit.first - 1].folded == "whom" and tokens[hit.first - 2].folded == "of":
        return True
    joined = tokens[place].folded in ("of", "de")
    return joined and tokens[place + 1].folded in ("them", "whom", "which", "ellos", "ellas")


def _candidate(sentence: _Sentence, hit: Hit, subject: str, *, unclear: bool) -> Candidate:
    start, end = sentence.tokens.span(hit.first, hit.last)
    return Candidate(
        hit.kind,
        hit.value,
        hit.unit,
        hit.approx,
        sentence.text[start:end],
        sentence.paragraph.number,
        sentence.text,
        subject,
        (NEEDS_SUBJECT,) if unclear else (),
        sentence.start + start,
    )


def _shown(sentence: _Sentence, first: int, last: int) -> str:
    if last <= first:
        return ""
    start, end = sentence.tokens.span(first, last)
    return sentence.text[start:end].strip(_TRIMMED)
