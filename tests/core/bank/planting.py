"""Plants one flaw in an approved question. Knows the data, and nothing of how lint looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from quizapp.core.facts.model import Fact
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind

Planter = Callable[[Question, Fact], Question | None]
CHOICE = QuestionKind.SINGLE_CHOICE
OPEN = (QuestionKind.FLASHCARD, QuestionKind.SHORT_ANSWER)


def _options(question: Question, change: Callable[[int, Option], Option]) -> Question:
    changed = tuple(change(n, option) for n, option in enumerate(question.options))
    return replace(question, options=changed)


def _wrong(question: Question) -> list[int]:
    return [n for n, option in enumerate(question.options) if not option.correct]


def _right(question: Question) -> int:
    return next(n for n, option in enumerate(question.options) if option.correct)


def _swap(question: Question, at: int, text: str) -> Question:
    return _options(question, lambda n, o: Option(text, o.correct) if n == at else o)


def outside_year(question: Question, fact: Fact) -> Question | None:
    if question.kind not in OPEN or not question.stem.endswith("?"):
        return None
    return replace(question, stem=question.stem[:-1] + " in 1837?") if fact.id else None


def outside_name(question: Question, fact: Fact) -> Question | None:
    if question.kind not in OPEN or not question.stem.endswith("?"):
        return None
    return replace(question, stem=question.stem[:-1] + " under Bolognesi?") if fact.id else None


def two_keys(question: Question, fact: Fact) -> Question | None:
    if question.kind is not CHOICE or not fact.id:
        return None
    at = _wrong(question)[0]
    return _options(question, lambda n, o: replace(o, correct=o.correct or n == at))


def no_key(question: Question, fact: Fact) -> Question | None:
    if question.kind is not CHOICE or not fact.id:
        return None
    return _options(question, lambda _, o: replace(o, correct=False))


def true_option(question: Question, fact: Fact) -> Question | None:
    if not question.template.startswith("single-choice") or question.id.endswith(".reverse"):
        return None
    if fact.kind == "year":
        return _swap(question, _wrong(question)[0], f"{fact.value}-12")
    if fact.kind == "range" and "/" in fact.value and fact.value.replace("/", "").isdigit():
        first, last = (int(year) for year in fact.value.split("/"))
        return _swap(question, _wrong(question)[0], f"{first + 1}–{last}")
    if fact.kind in ("figure", "percent") and fact.approx == "about":
        return _swap(
            question, _wrong(question)[0], fact.answer.replace("63", "64").replace("1.5", "1.6")
        )
    if fact.accept:
        others = [text for text in fact.accept if text.casefold() not in fact.answer.casefold()]
        return _swap(question, _wrong(question)[0], others[0]) if others else None
    return None


def twin_options(question: Question, fact: Fact) -> Question | None:
    if question.kind is not CHOICE or len(question.options) < 3 or not fact.id:
        return None
    first, second = _wrong(question)[:2]
    return _swap(question, second, "  " + question.options[first].text.upper())


def key_in_stem(question: Question, fact: Fact) -> Question | None:
    if question.kind not in (*OPEN, CHOICE) or len(question.key.text) < 4 or not fact.id:
        return None
    return replace(question, stem=f"{question.stem[:-1]}, such as {question.key.text}?")


def no_speaker(question: Question, fact: Fact) -> Question | None:
    said = "According to the article, "
    if not fact.according_to or said not in question.stem or question.kind not in (*OPEN, CHOICE):
        return None
    stem = question.stem.replace(said, "")
    return replace(question, stem=stem[0].upper() + stem[1:])


def lost_hedge(question: Question, fact: Fact) -> Question | None:
    if fact.approx in ("", "perhaps") or question.kind is CHOICE or not question.facts:
        return None
    text, key = question.stem, question.key.text
    words = ("almost ", "Almost ", "about ", "About ", "over ", "Over ", "up to ", "Up to ",
             "more than ", "More than ")  # fmt: skip
    for word in words:
        text, key = text.replace(word, ""), key.replace(word, "")
    if question.id.endswith((".reverse", ".matching", ".largest", ".false", ".ordering")):
        return None
    return replace(question, stem=text, key=replace(question.key, text=key))


def pronoun(question: Question, fact: Fact) -> Question | None:
    if question.kind not in OPEN or not fact.id:
        return None
    openings = ("When did it", "It is known that", "What did they", "This happened when", "He was")
    at = len(question.stem) % len(openings)
    return replace(question, stem=f"{openings[at]} {question.stem[0].lower()}{question.stem[1:]}")


def furniture(question: Question, fact: Fact) -> Question | None:
    if question.kind is not CHOICE or not fact.id:
        return None
    texts = (
        "Copyright © 2004",
        "all rights reserved",
        "Support our sponsor",
        "Open menu",
        "https://example.org/page",
        "Let me know in the comments",
        "Please put this page in your BOOKMARKS",
    )
    return _swap(question, _wrong(question)[0], texts[len(question.stem) % len(texts)])


def all_of_these(question: Question, fact: Fact) -> Question | None:
    if question.kind is not CHOICE or not fact.id:
        return None
    texts = ("All of the above", "none of the above", "both of these", "A and B", "Both A and C")
    return _swap(question, _wrong(question)[-1], texts[len(question.stem) % len(texts)])


def two_blanks(question: Question, fact: Fact) -> Question | None:
    if question.kind is not QuestionKind.CLOZE or not fact.id:
        return None
    words = question.stem.split()
    words[-2] = "_____"
    stem = " ".join(words)
    return replace(question, stem=stem) if stem.count("_____") == 2 else None


def leading_blank(question: Question, fact: Fact) -> Question | None:
    if question.kind is not QuestionKind.CLOZE or not fact.id:
        return None
    return replace(question, stem="_____ " + question.stem.replace("_____ ", "", 1))


def article_clue(question: Question, fact: Fact) -> Question | None:
    if question.kind is not CHOICE or question.ordered or not fact.id:
        return None
    flawed = replace(question, stem="The thing that is asked for is an _____?")
    at = _right(flawed)
    texts = ["engine", "barrel", "carpet", "dragon"]
    rest = iter(texts[1:])
    flawed = _options(
        flawed, lambda n, o: replace(o, text=texts[0] if n == at else next(rest), fact="")
    )
    return replace(flawed, key=AnswerKey(texts[0]))


def acronym(question: Question, fact: Fact) -> Question | None:
    if question.kind is not QuestionKind.SHORT_ANSWER or "According" in question.stem:
        return None
    long_form = "Fundamental Aeronautics Programme"
    ways = (
        "What does FAP stand for?",
        "What is the full name of CAEM?",
        "What is the long form of EP?",
        "What is FAP short for? FAP is short for which words?",
    )
    stem = ways[len(fact.statement) % len(ways)]
    return replace(question, stem=stem, key=AnswerKey(long_form))


def vague_year(question: Question, fact: Fact) -> Question | None:
    if question.kind is not QuestionKind.DATE or "19" not in fact.value:
        return None
    if "~" not in fact.value and "X" not in fact.value:
        return None
    year = fact.value[:3] + "5"
    return replace(question, key=replace(question.key, text=year, value=year))


def wrong_order(question: Question, fact: Fact) -> Question | None:
    if question.kind is not QuestionKind.ORDERING or not fact.id:
        return None
    return replace(question, options=question.options[::-1])


def moved_place(question: Question, fact: Fact) -> Question | None:
    if not question.template.startswith("timeline") or not fact.id:
        return None
    at = (_right(question) + 1) % len(question.options)
    return _options(question, lambda n, o: replace(o, correct=n == at))


def mixed_places(question: Question, fact: Fact) -> Question | None:
    if not question.template.startswith("timeline") or not fact.id:
        return None
    first, second, *rest = question.options[1:]
    return replace(question, options=(question.options[0], *rest, second, first))


def two_pairings(question: Question, fact: Fact) -> Question | None:
    if question.kind is not QuestionKind.MATCHING or not fact.id:
        return None
    return _swap(question, 3, question.options[1].text)


def unknown_fact(question: Question, fact: Fact) -> Question | None:
    return replace(question, facts=("nobody-knows",)) if fact.id else None


def long_key(question: Question, fact: Fact) -> Question | None:
    if question.kind is not CHOICE or question.ordered or not fact.id:
        return None
    size = max(len(option.text) for option in question.options)
    text = question.key.text + " and whatever goes with it in this way or in another"
    text += " or so" * (size // 6)
    flawed = replace(question, key=replace(question.key, text=text))
    return _swap(flawed, _right(question), text)


def shared_words(question: Question, fact: Fact) -> Question | None:
    if question.kind is not CHOICE or question.ordered or len(question.options) != 4 or not fact.id:
        return None
    words = ("wooden", "harbour", "engine", "company")
    texts = iter(("old harbour", "engine room", "trading company"))
    key = " ".join(words[len(question.stem) % 2 :])
    at = _right(question)
    options = tuple(Option(key, True) if n == at else Option(next(texts)) for n in range(4))
    return replace(question, options=options, key=AnswerKey(key))


def small_not(question: Question, fact: Fact) -> Question | None:
    if question.kind is not CHOICE or not fact.id:
        return None
    words = ("which of these is not so:", "all of these but one are right; which never was:")
    return replace(question, stem=f"{question.stem[:-1]}, {words[len(question.stem) % 2]}?")


def absolute(question: Question, fact: Fact) -> Question | None:
    if question.kind is not CHOICE or question.ordered or not fact.id:
        return None
    at = _wrong(question)[0]
    word = ("always", "never", "only", "completely")[len(question.stem) % 4]
    return _options(question, lambda n, o: Option(f"{word} {o.text}") if n == at else o)


def frequency(question: Question, fact: Fact) -> Question | None:
    word = ("sometimes", "frequently", "rarely", "seldom")[len(question.stem) % 4]
    if question.kind not in OPEN or word in fact.statement:
        return None
    return replace(question, stem=f"{question.stem[:-1]}, {word} at least?")


def wordy(question: Question, fact: Fact) -> Question | None:
    if question.kind not in OPEN or not fact.id:
        return None
    more = " and so on and so forth" * 8
    return replace(question, stem=f"{question.stem[:-1]},{more}?")


def no_question(question: Question, fact: Fact) -> Question | None:
    if question.kind is not QuestionKind.SHORT_ANSWER or not fact.id:
        return None
    return replace(question, stem=question.stem.rstrip("?") + ".")


def free_phrase(question: Question, fact: Fact) -> Question | None:
    """A cause, an aim or a description is asked to be typed."""
    words = fact.answer.split()
    if question.kind is not QuestionKind.FLASHCARD or len(words) < 4 or fact.value:
        return None
    if question.key.text != fact.answer or not any(word.islower() for word in words[2:]):
        return None
    if fact.kind not in ("cause", "concept"):
        return None
    return replace(question, kind=QuestionKind.SHORT_ANSWER)


def mixed_up(question: Question, fact: Fact) -> Question | None:
    if not question.ordered or question.kind is not CHOICE or len(question.options) < 3:
        return None
    if question.template.startswith("timeline"):
        return None
    if fact.kind not in ("year", "percent") and fact.unit != "personnel":
        return None
    if "/" in fact.value:
        return None
    options = question.options
    return replace(question, options=(options[1], options[0], *options[2:]))


def mixed_units(question: Question, fact: Fact) -> Question | None:
    if not question.ordered or question.kind is not CHOICE or not fact.value:
        return None
    if question.template.startswith("timeline"):
        return None
    at = _wrong(question)[-1]
    return _swap(question, at, "a third of 4,321 tonnes")


PLANTERS: dict[str, tuple[Planter, ...]] = {
    "E02": (outside_year, outside_name),
    "E03": (two_keys, no_key),
    "E04": (true_option, moved_place),
    "E05": (twin_options,),
    "E06": (key_in_stem,),
    "E07": (no_speaker,),
    "E08": (lost_hedge,),
    "E09": (pronoun,),
    "E10": (furniture,),
    "E11": (all_of_these,),
    "E12": (two_blanks, leading_blank),
    "E13": (article_clue,),
    "E14": (acronym,),
    "E15": (vague_year,),
    "E16": (wrong_order, mixed_places),
    "E17": (two_pairings,),
    "E18": (unknown_fact,),
    "W01": (long_key,),
    "W02": (shared_words,),
    "W03": (small_not,),
    "W04": (absolute,),
    "W05": (frequency,),
    "W06": (wordy,),
    "W07": (no_question,),
    "W08": (mixed_up,),
    "W14": (mixed_units,),
    "W16": (free_phrase,),
}


def plant(code: str, questions: Iterable[Question], facts: dict[str, Fact]) -> Iterable[Question]:
    """Every flawed question that the planters of a code can make, evenly mixed."""
    for question in questions:
        for planter in PLANTERS[code]:
            flawed = planter(question, facts[question.facts[0]])
            if flawed is not None and flawed != question:
                yield flawed
