"""An answer that is a country: phrases that name it, and phrases that name another or more."""

from __future__ import annotations

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Response
from quizapp.core.questions import AnswerKey, Question, QuestionKind

FRANCE = ("Which country sent missions to Peru?", AnswerKey("France", ("French",)))
USSR = ("From which country did Peru buy most?", AnswerKey("the Soviet Union", ("USSR",)))
GERMAN = ("Of which nationality was the general?", AnswerKey("German", ("Germany",)))
ITALY = ("Which country?", AnswerKey("Italy"))
TONGUE = ("Which language is spoken there?", AnswerKey("French"))
LONG = ("What is USSR short for?", AnswerKey("Union of Soviet Socialist Republics"))

ROWS: list[tuple[tuple[str, AnswerKey], dict[str, str]]] = [
    (FRANCE, {
        "France's": "right",
        "France's military presence": "right",
        "the French missions": "right",
        "French instructors and officers": "right",
        "the French Republic": "right",
        "the nation of France": "right",
        "they came from France": "right",
        "France sent missions to Peru": "right",
        "Francia": "right",
        "the French army in Peru": "right",
        "France and Peru": "not_yet",
        "Peru": "not_yet",
        "France and Spain": "not_yet",
        "France or Spain": "not_yet",
        "French Spain": "not_yet",
        "not the French army": "not_yet",
        "Vichy France": "not_yet",
        "French Guiana": "not_yet",
        "the army": "not_yet",
        "the German army": "not_yet",
        "all the French": "right",
    }),
    (USSR, {
        "the USSR's": "right",
        "the Soviet Union's": "right",
        "Peru bought most from the Soviet Union": "right",
        "the Soviet ones": "right",
        "the USSR's military advisers": "right",
            "the USSR's tanks": "not_yet",
        "Russia": "unclear",
        "Russia's": "unclear",
        "Soviet Russia": "unclear",
        "the Soviets in Russia": "unclear",
        "Russian tanks": "not_yet",
        "Russia and Cuba": "not_yet",
        "Cuba": "not_yet",
    }),
    (("Which Latin American country had Soviet advisers?", AnswerKey("Cuba")), {
        "Cuban Americans": "not_yet",
        "the Cubans": "right",
        "the Cubans with the Soviets": "right",
    }),
    (GERMAN, {
        "a German general": "right",
        "he came from Germany": "right",
        "a German officer": "right",
        "the Germans": "right",
        "East German": "not_yet",
        "West German": "not_yet",
        "German and Italian": "not_yet",
        "a general": "not_yet",
    }),
    (ITALY, {"Italia": "right", "the Italians": "right", "Itally": "unclear", "Ittaly": "unclear",
             "Itlay": "unclear", "Italx": "not_yet", "Itali": "not_yet", "Ytaly": "not_yet",
             "Italyy": "unclear", "Tialy": "not_yet",
             "Itaxly": "not_yet", "Russia": "not_yet"}),
    (TONGUE, {"France": "not_yet", "the French army": "not_yet"}),
    (LONG, {"USSR": "not_yet", "the USSR": "not_yet", "Russia": "not_yet"}),
    (("Which?", AnswerKey("X Force")), {"Force of X": "not_yet"}),
    (("Which?", AnswerKey("America")), {"the American army": "right"}),
    (("Which?", AnswerKey("old South American States")), {"old South US States": "not_yet"}),
    (("Which?", AnswerKey("the American South")), {"the US South": "right"}),
    (("Which?", AnswerKey("New Cuban School")), {"New Cuba School": "right"}),
    (("Which?", AnswerKey("Cuban School")), {"School of Cuba": "right",
                                             "School of of Cuba": "right",
                                             "it was the School of Cuba": "right"}),
    (("Which?", AnswerKey("School of Cuba")), {"it was the Cuban School": "right"}),
    (("Which people?", AnswerKey("Germans")), {"German": "accepted"}),
    (("Which?", AnswerKey("Peru's Army of the North")), {"the army of north Peru": "not_yet"}),
    (("Which people?", AnswerKey("German")), {"Germans": "accepted", "Germany": "not_yet"}),
    (("Which lake?", AnswerKey("Lago")), {"Llago": "not_yet", "Laggo": "not_yet"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "typed", "outcome"),
    [(asked, typed, wanted) for asked, rows in ROWS for typed, wanted in rows.items()],
)
def test_a_country_is_known_by_what_names_it_alone(
    asked: tuple[str, AnswerKey], typed: str, outcome: str
) -> None:
    question = Question("q", QuestionKind.SHORT_ANSWER, "t", *asked, ("f",))
    assert grade(question, Response(typed), "en").outcome == outcome
