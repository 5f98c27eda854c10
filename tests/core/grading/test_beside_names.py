"""What stands beside a name: told by the question, contradicted by it, or told by no one."""

from __future__ import annotations

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.questions import AnswerKey, Question, QuestionKind

ACADEMY = AnswerKey(
    "the Military Academy", ("Military School", "Escuela Militar", "Military Academy of Peru")
)
WAR_COLLEGE = AnswerKey(
    "the National War College",
    ("ESG", "War College", "Escuela Superior de Guerra", "National War College in Chorrillos",
     "Peru's National War College"),
)  # fmt: skip
PRESIDENT = AnswerKey("Nicolás de Piérola", ("Piérola", "President Piérola", "Piérola of Peru"))
HEAD = AnswerKey(
    "Paul Clément", ("Clément", "Colonel Paul Clément", "Colonel Paul Clément of France")
)
FORCE = AnswerKey("Air Force", ("Cuban Air Force", "Fuerza Aérea", "Fuerza Aérea de Cuba"))
PACIFIC = AnswerKey("War of the Pacific", ("War of the Pacific (1879-83)", "?the war with Chile"))
GERMANY = AnswerKey("West Germany", ("FRG", "the Federal Republic", "?Germany", "?the FR"))
CONGRESS = AnswerKey("the United States Congress", ("Congress", "?United States Senate"))
DEA = AnswerKey("the DEA", ("Drug Agency",))

ROWS: list[tuple[str, AnswerKey, dict[str, str]]] = [
    ("Where?", AnswerKey("Chorrillos", ("Chorrillos in Lima",)), {
        "Chorrillos, a district of Lima": "right",
        "Chorrillos district of Lima": "right",
        "Chorrillos, near Lima": "right",
        "near Lima, in Chorrillos": "right",
        "Chorrillos; in the town": "right",
        "Chorrillos, a river of Lima": "not_yet",
        "Chorrillos near Callao": "not_yet",
        "near Chorrillos": "not_yet",
        "Lima": "not_yet",
    }),
    ("Which?", AnswerKey("Air Force", ("FA", "Cuban Air Force", "Navy of Chile")), {
        "Cuban FA": "right",
        "FA of Cuba": "right",
        "FA (Cuba)": "right",
        "FA of Chile": "not_yet",
        "FA, Chile": "not_yet",
    }),
    ("Which?", AnswerKey("War College", ("ESG", "War College in Chorrillos", "Blue War College")), {
        "Chorrillos ESG": "right",
        "ESG, Chorrillos": "right",
        "ESG (Blue)": "not_yet",
    }),
    ("Who?", AnswerKey("Paul Clément", ("Paul Clément of France",)), {
        "P. Clément of France": "right",
        "Clément of France": "not_yet",
    }),
    ("Who?", AnswerKey("P. Clément", ("P. Clément of France",)), {
        "Paul Clément of France": "not_yet",
        "P. Clément, of France": "right",
    }),
    ("Which?", AnswerKey("West Germany", ("?Germany",), look_alikes=("Germany",)), {
        "Germany": "not_yet",
        "it was Germany": "unclear",
    }),
    ("Which?", AnswerKey("Panama", ("?Panama",)), {"Panama": "unclear", "Peru": "not_yet"}),
    ("Which letters?", AnswerKey("D.E.A.", ("US FBI",)), {
        "D E A": "right",
        "DE A": "right",
        "U S F B I": "not_yet",
    }),
    ("Which school?", ACADEMY, {
        "Military Academy in Peru": "right",
        "Peru's Military School": "right",
        "Peruvian Military School": "right",
        "Military Academy, Peru": "right",
        "Military School (Peru)": "right",
        "Military School of Peru": "right",
        "Escuela Militar del Perú": "right",
        "Military School - Escuela Militar": "right",
        "Escuela Militar = Military Academy": "right",
        "Military Academy / Military School, Peru": "right",
        "the Military Academy, of Peru": "right",
        "the French Military Academy": "not_yet",
        "Military Academy of France": "not_yet",
        "Military Academy, France": "not_yet",
        "Military Academy (Lima)": "not_yet",
        "Military Academy, Naval Academy": "not_yet",
        "Peru": "not_yet",
        "of Peru": "not_yet",
        "Peru (Peru)": "not_yet",
    }),
    ("Which school?", WAR_COLLEGE, {
        "the War College in Chorrillos": "right",
        "Chorrillos War College": "right",
        "War College, Chorrillos": "right",
        "Escuela Superior de Guerra at Chorrillos, Peru": "right",
        "Escuela Superior de Guerra del Perú": "right",
        "Peru's war college": "right",
        "the war college of Peru": "right",
        "ESG - Escuela Superior de Guerra": "right",
        "E S G": "right",
        "Lima War College": "not_yet",
        "War College in Lima": "not_yet",
        "ESG - Escuela Naval": "not_yet",
    }),
    ("Which president?", PRESIDENT, {
        "president of Peru Nicolás de Piérola": "right",
        "the Peruvian President Piérola": "right",
        "Nicolás de Piérola, president of Peru": "right",
        "Nicolás de Piérola, the president": "right",
        "Presidente Piérola": "right",
        "Pres. Piérola (Peru)": "right",
        "Señor Piérola": "right",
        "General Piérola": "unclear",
        "Piérola, a general": "unclear",
        "Col. Piérola": "unclear",
        "Nicolás de Piérola, president of Chile": "not_yet",
        "Piérola 1896": "unclear",
        "Piérola in 1896": "unclear",
    }),
    ("Who was the first head, in 1896?", HEAD, {
        "Colonel Clément of France": "right",
        "Col. Clément": "right",
        "coronel Clément": "right",
        "Paul Clément, a French colonel": "right",
        "Paul Clément (colonel)": "right",
        "French officer Paul Clément": "right",
        "Monsieur Clément": "right",
        "Clément in 1896": "right",
        "Clément (1896)": "right",
        "Colonel Clement": "accepted",
        "General Clement": "unclear",
        "Captain Paul Clément": "unclear",
        "President Clément": "unclear",
        "Clément (1897)": "unclear",
        "Clément 1896-1898": "unclear",
        "Clément, an Italian colonel": "not_yet",
        "Colonel Piérola": "not_yet",
    }),
    ("Who?", AnswerKey("Paul Clément"), {"General Clément": "not_yet",
                                         "General Paul Clément": "right"}),
    ("Which force served in Peru?", FORCE, {
        "Cuba's Air Force": "right",
        "Air Force of Cuba": "right",
        "Cuban Fuerza Aérea": "right",
        "Air Force of Peru": "not_yet",
        "Peruvian Air Force": "not_yet",
        "Soviet Air Force": "not_yet",
    }),
    ("Which war?", PACIFIC, {
        "War of the Pacific 1879": "right",
        "War of the Pacific (1879-1883)": "right",
        "War of the Pacific, 1883": "right",
        "War of the Pacific 1941": "unclear",
        "War of the Pacific (1879-1884)": "unclear",
        "War of the Pacific (1879-84)": "unclear",
        "the 1941 War of the Pacific": "unclear",
        "war with Chile": "unclear",
        "in the war with Chile": "unclear",
        "war with Bolivia": "not_yet",
    }),
    ("Which country?", GERMANY, {
        "West Germany, the Federal Republic": "right",
        "F.R.G.": "right",
        "Germany": "unclear",
        "in Germany": "unclear",
        "German": "not_yet",
        "FR": "unclear",
        "East Germany": "not_yet",
        "?": "not_yet",
        "?Germany": "unclear",
    }),
    ("Who approved it?", CONGRESS, {"US Senate": "unclear", "the American Senate": "unclear",
                                    "Senate of Peru": "not_yet", "US Congress": "right"}),
    ("Which letters?", DEA, {
        "D E A": "right",
        "D, E and A": "right",
        "D/E/A": "right",
        "D. E. A.": "right",
        "D-E-A": "right",
        "DEA": "right",
        "D A E": "not_yet",
        "D E": "not_yet",
        "D": "not_yet",
        "D E A A": "not_yet",
        "and": "not_yet",
        "D E Administration": "not_yet",
        "X": "not_yet",
    }),
    ("Which letters?", AnswerKey("Drug", ("the Drug Agency", "A1")), {
        "D R U G": "not_yet",
        "A 1": "right",
        "and": "not_yet",
    }),
]  # fmt: skip


@pytest.mark.parametrize(
    ("stem", "key", "typed", "outcome"),
    [(stem, key, typed, wanted) for stem, key, rows in ROWS for typed, wanted in rows.items()],
)
def test_a_name_is_taken_with_what_is_told_of_it(
    stem: str, key: AnswerKey, typed: str, outcome: str
) -> None:
    assert _ask(stem, key, typed).outcome == outcome


def test_who_is_asked_back_is_told_why() -> None:
    assert [n.code for n in _ask("Who?", HEAD, "General Clément").notes] == ["name_alone"]
    assert [n.code for n in _ask("Which?", GERMANY, "Germany").notes] == ["too_broad"]


def test_a_look_alike_is_no_right_name_beside_something() -> None:
    key = AnswerKey("Air Force", ("Cuban Air Force",), look_alikes=("Cuban Navy", "France"))
    assert _ask("Which?", key, "Air Force, Cuban Navy").outcome == "not_yet"
    key = AnswerKey("Cuba", look_alikes=("Cuban Navy",))
    assert _ask("Which?", key, "Cuban Navy").outcome == "not_yet"
    assert _ask("Which?", key, "the Cuban Navy's officers").outcome == "not_yet"


def test_a_form_that_is_too_broad_wins_over_the_same_form_among_the_right_ones() -> None:
    key = AnswerKey("the Canal Zone", ("Panama", "Panama Canal", "?Panama"))
    assert _ask("Where?", key, "in Panama").outcome == "unclear"
    assert _ask("Where?", key, "Panama Canal").outcome == "right"


def _ask(stem: str, key: AnswerKey, typed: str) -> Verdict:
    question = Question("q", QuestionKind.SHORT_ANSWER, "t", stem, key, ("f",))
    return grade(question, Response(typed), "en")
