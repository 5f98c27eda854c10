"""Words and names: what is told of each way to write them, and where a slip is none."""

from __future__ import annotations

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.short_answer import LONGEST
from quizapp.core.grading.verdict import Response
from quizapp.core.questions import AnswerKey, Question, QuestionKind

PIEROLA = AnswerKey("Piérola", ("Pierola",))
MISSED = "not_yet"


def ask(key: AnswerKey, typed: str) -> str:
    question = Question("q", QuestionKind.SHORT_ANSWER, "t", "?", key, ("f",))
    verdict = grade(question, Response(typed), "en")
    told = [note.values.get("accent") or note.values.get("text", "") for note in verdict.notes]
    return " ".join([verdict.outcome, *told]).strip()


ROWS: list[tuple[str, AnswerKey, str, str]] = [
    ("signs are no answer", AnswerKey("Lima", ("—",)), "—", MISSED),
    ("nor another's", AnswerKey("Lima", look_alikes=("…",)), "…", MISSED),
    ("particles alone", AnswerKey("Lima", ("de la",)), "del", MISSED),
    ("particles of another", AnswerKey("Lima", look_alikes=("de la",)), "del", MISSED),
    ("a sign", AnswerKey("+"), "+", "right"),
    ("another sign", AnswerKey("+"), "=", MISSED),
    ("a sign for a word", AnswerKey("Lima"), "+", MISSED),
    ("two slips in two short words", AnswerKey("Canal Zone"), "Cannal Zonne", MISSED),
    ("a slip and another word", AnswerKey("Canal Zone North"), "Cannal Zone South", MISSED),
    ("a king of another number", AnswerKey("Louis XIII"), "Louis XVIII", MISSED),
    ("an X", AnswerKey("X"), "IX", MISSED),
    ("a particle that is the answer", AnswerKey("de", ("la",)), "de", "right"),
    ("another particle", AnswerKey("la"), "de", MISSED),
    ("the particle of another gap", AnswerKey("la", look_alikes=("de",)), "de", "not_yet de"),
    ("the words of the answer itself come first",
     AnswerKey("President Piérola", look_alikes=("Colonel Piérola",)),
     "president Pierola", "accepted yes"),
    ("another's rank", AnswerKey("President Piérola", look_alikes=("Colonel Piérola",)),
     "colonel pierola", "not_yet Colonel Piérola"),
    ("of two others the one that was written",
     AnswerKey("Lima", look_alikes=("President Pierola", "Colonel Piérola")),
     "colonel pierola", "not_yet Colonel Piérola"),
    ("the best written form counts, without", PIEROLA, "President Pierola", "right"),
    ("the best written form counts, with", PIEROLA, "President Piérola", "right"),
    ("an accent on a rank", AnswerKey("Piérola"), "Capitan Piérola", "right"),
    ("an accent on a rank, written", AnswerKey("Piérola"), "Capitán Piérola", "right"),
    ("turned", AnswerKey("Paul Marie Clément"), "Clément, Paul Marie", "right"),
    ("turned twice", AnswerKey("Paul Marie Clément"), "Clément, Paul, Marie", MISSED),
    ("as near to another, spaces apart",
     AnswerKey("Northgate Bridge", look_alikes=("North Gate Bridle",)), "Northgate Bridke", MISSED),
    ("as near to another in one word",
     AnswerKey("Northgate Bridge", look_alikes=("Northgatebridle",)), "Northgate Bridke", MISSED),
    ("nearer to the answer", AnswerKey("Northgate Bridge", look_alikes=("Southgate",)),
     "Northgate Bridke", "accepted no"),
    ("a lost space", AnswerKey("Grey Ox"), "GreyOx", "accepted no"),
    ("a lost space in five letters", AnswerKey("Red Ox"), "RedOx", MISSED),
    ("a lost space by a number", AnswerKey("Area 51 North"), "Area 51North", MISSED),
    ("two slips", AnswerKey("National Marine College"), "Natoinal Marnie College", MISSED),
    ("a digit in a word", AnswerKey("Apollo11"), "Apollo12", MISSED),
    ("a Roman number", AnswerKey("Corps XXXVIII"), "Corps XXXVII", MISSED),
    ("a Roman number of all signs", AnswerKey("MDCLXVI"), "MDCLXVII", MISSED),
    ("another first letter", AnswerKey("Zambia"), "Gambia", "unclear"),
    ("another first letter of one word", AnswerKey("Lake Zambia"), "lake Gambia", "unclear"),
    ("another vowel at the end", AnswerKey("France"), "Franco", "unclear"),
    ("a woman's name", AnswerKey("Fernando Paz"), "Fernanda Paz", "unclear"),
    ("an added a", AnswerKey("Manuel Paz"), "Manuela Paz", "unclear"),
    ("a lost a", AnswerKey("Manuela Paz"), "Manuel Paz", "unclear"),
    ("other names at the end", AnswerKey("Manuel Paz"), "Manuele Paz", "accepted no"),
    ("a consonant at the end", AnswerKey("Clément"), "Clémens", "accepted no"),
    ("a vowel for a consonant", AnswerKey("Clément"), "Clémena", "accepted no"),
    ("twins", AnswerKey("Ireland"), "Iceland", "unclear"),
    ("twins of names", AnswerKey("Francis Drake"), "Frances Drake", "unclear"),
    ("twins of words", AnswerKey("martial law"), "marital law", "unclear"),
    ("one and several", AnswerKey("the old America"), "the old Americas", "unclear"),
    ("twins, one written wrong", AnswerKey("Ireland"), "Irelend", "accepted no"),
    ("the first letter in a sentence", AnswerKey("Zambia"), "it was Gambia", "unclear"),
    ("another first letter, as near to another",
     AnswerKey("Zambia", look_alikes=("Gambia",)), "Dambia", MISSED),
    ("a space is no letter", AnswerKey("Grey Ox"), "Gre yOx", "accepted no"),
    ("the opposite", AnswerKey("typical"), "atypical", MISSED),
    ("and back", AnswerKey("atypical"), "typical", MISSED),
    ("a letter more", AnswerKey("typical"), "ttypical", "accepted no"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "typed", "expected"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS]
)
def test_words_are_judged_and_told_why(key: AnswerKey, typed: str, expected: str) -> None:
    assert ask(key, typed) == expected


def test_an_answer_may_be_as_long_as_it_is_read() -> None:
    padded = "Paul" + " " * (LONGEST - len("PaulClément")) + "Clément"
    assert LONGEST == len(padded) == 300
    key = AnswerKey("Paul Clément")
    assert ask(key, padded) == "right"
    assert ask(key, padded.replace("Paul", "Paul ")) == MISSED
