"""Names with something around them, in short forms and with initials: still the same name."""

from __future__ import annotations

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.name_readings import canonical, names_alike
from quizapp.core.grading.verdict import Response
from quizapp.core.questions import AnswerKey, Question, QuestionKind


def ask(stem: str, key: AnswerKey, typed: str) -> str:
    question = Question("q", QuestionKind.SHORT_ANSWER, "t", stem, key, ("f",))
    return grade(question, Response(typed), "en").outcome.value


TOWN = "In which town in Peru did the French build Bolivia's school?"

SHORT = "Which letters stand for the Federal Republic of Germany?"

RIGHT = [
    (TOWN, AnswerKey("Chorrillos"), "in Chorrillos"),
    (TOWN, AnswerKey("Chorrillos"), "it was in Chorrillos"),
    (TOWN, AnswerKey("Chorrillos"), "Chorrillos, Peru"),
    (TOWN, AnswerKey("Chorrillos"), "Chorrillos (Peru)"),
    (TOWN, AnswerKey("Chorrillos"), "Chorrillos in Peru"),
    (TOWN, AnswerKey("Chorrillos"), "Chorrillos, Bolivia"),
    (TOWN, AnswerKey("Chorrillos"), "the town of Chorrillos"),
    (TOWN.replace("?", " in 1898?"), AnswerKey("Chorrillos"), "Chorrillos in 1898"),
    (
        "Which war?",
        AnswerKey("War of the Pacific", ("War of the Pacific (1879-83)",)),
        "War of the Pacific 1879-1883",
    ),
    ("Which war of 1879?", AnswerKey("War of the Pacific"), "the 1879 War of the Pacific"),
    ("Which war of 1879?", AnswerKey("War of the Pacific"), "1879 War of the Pacific"),
    (TOWN, AnswerKey("Chorrillos"), "the town Chorrillos"),
    (TOWN, AnswerKey("Chorrillos"), "Chorrillos district"),
    (TOWN, AnswerKey("Chorrillos"), "in the area called Chorrillos"),
    (TOWN, AnswerKey("Chorrillos"), "the region named Chorrillos"),
    (TOWN, AnswerKey("Chorrillos"), "inside Chorrillos"),
    (TOWN, AnswerKey("Chorrillos"), "Chorrillos's"),
    ("Where?", AnswerKey("Latin America"), "all of Latin America"),
    ("Where?", AnswerKey("Latin America"), "the whole of Latin America"),
    ("Where?", AnswerKey("Latin America"), "the entire Latin America"),
    ("Where?", AnswerKey("Latin America"), "Latin America as a whole"),
    ("Which lake?", AnswerKey("Lake District"), "Lake District"),
    ("After whose coup?", AnswerKey("Fujimori"), "after Fujimori's"),
    ("After whose coup?", AnswerKey("Fujimori"), "after the coup of Fujimori"),
    ("What in the United States?", AnswerKey("US Canal Zone"), "the United States Canal Zone"),
    ("Who?", AnswerKey("Paul Clément"), "P. Clément"),
    ("Who?", AnswerKey("the Soviet Union", ("USSR",)), "the Soviet Union (USSR)"),
    ("Who?", AnswerKey("the Soviet Union"), "U.S.S.R."),
    ("Who?", AnswerKey("the Soviet Union"), "UdSSR"),
    ("Which war?", AnswerKey("World War I"), "WW one"),
    ("Which war?", AnswerKey("World War I"), "the 1st WW"),
    ("Which war?", AnswerKey("World War I"), "worldwar1"),
    ("Which war?", AnswerKey("World War II"), "W W 2"),
    ("Who?", AnswerKey("the United States Congress"), "US Congress"),
    ("Who?", AnswerKey("the United States Congress"), "United States Congres"),
    ("Who?", AnswerKey("the United States Congress"), "USA Congress"),
    ("Which war?", AnswerKey("World War I"), "WW1"),
    ("Which war?", AnswerKey("World War I"), "in the First World War"),
    ("¿Quién?", AnswerKey("Estados Unidos"), "EE.UU."),
    ("¿Dónde?", AnswerKey("Ancón"), "en Ancón"),
    ("Where?", AnswerKey("Peru"), "Peru as a whole"),
    ("Where?", AnswerKey("West Indian Ocean"), "the West Indian Ocean as a whole"),
    ("Who?", AnswerKey("the United States Congress"), "USA Congres"),
    (SHORT, AnswerKey("FRG", ("the FRG", "BRD")), "the letters FRG"),
    (SHORT, AnswerKey("FRG", ("the FRG", "BRD")), "FRG are the letters"),
    (SHORT, AnswerKey("FRG", ("the FRG", "BRD")), "F R G"),
    ("Which country, unlike the USA, sent it?", AnswerKey("the Soviet Union"), "it was the USSR"),
    (
        "Who?",
        AnswerKey("Congress of Peru", ("Peru", "Peru Congress")),
        "it was the Congress of Peru the Peru Congress",
    ),
    ("Which town in Peru?", AnswerKey("San Juan"), "San Juan in Peru"),
    ("Which town in Peru?", AnswerKey("San Juan"), "San Juan, Peru"),
    ("Which town in Peru?", AnswerKey("San Juan"), "San Juan (Peru)"),
    ("Which?", AnswerKey("Region of the United States"), "region of the USA"),
    ("Who?", AnswerKey("Paul Marie Clément"), "P. M. Clément"),
]
WRONG = [
    (SHORT, AnswerKey("FRG"), "for the Federal Republic of Germany"),
    (SHORT, AnswerKey("FRG", ("BRD",)), "the letters for the Federal Republic of Germany"),
    ("What is USSR short for?", AnswerKey("Union of Soviet Socialist Republics"),
     "it is short for the USSR"),
    ("Who?", AnswerKey("P. Clément"), "Paul Clément"),
    ("Who?", AnswerKey("Lima", look_alikes=("name",)), "the name is Lima"),
    ("Who?", AnswerKey("Lima", look_alikes=("name",)), "name Lima"),
    ("Who?", AnswerKey("Lima", look_alikes=("name",)), "Lima is the name"),
    ("Who?", AnswerKey("Cuba", look_alikes=("Soviet Navy",)), "Soviet Navy of Cuba"),
    ("Who?", AnswerKey("the United States", look_alikes=("the USA",)), "it was the USA"),
    ("Which town of all in Peru?", AnswerKey("San Juan"), "San Juan, all"),
    ("Who?", AnswerKey("Paul Clément"), "Paul C."),
    ("Who?", AnswerKey("Paul Marie Paz"), "P. M. Paz"),
    ("Who?", AnswerKey("Eva Clément"), "E. Clément"),
    (TOWN, AnswerKey("Chorrillos"), "1898"),
    ("Which law?", AnswerKey("Law of 1924"), "Law of 1929"),
    (TOWN, AnswerKey("Chorrillos"), "Peru"),
    (TOWN, AnswerKey("Chorrillos"), "in Peru"),
    (TOWN, AnswerKey("Chorrillos"), "Chorrillos or Lima"),
    (TOWN, AnswerKey("Chorrillos"), "Chorrillos, Chile"),
    (TOWN, AnswerKey("Chorrillos"), "not Chorrillos"),
    ("Lima or Cusco?", AnswerKey("Lima"), "Lima, Cusco"),
    ("Which force served in Peru?", AnswerKey("Cuban Air Force"), "Air Force in Peru"),
    ("Which force served in Peru?", AnswerKey("Air Force"), "Air Force of Peru"),
    ("Who?", AnswerKey("Paul Clément"), "N. Clément"),
    ("Who?", AnswerKey("Paul Clément"), "P. Piérola"),
    ("Which war?", AnswerKey("World War II"), "World War I"),
    ("Which war?", AnswerKey("World War II"), "WW1"),
    ("Which war?", AnswerKey("World War II"), "WW one"),
    ("Which war?", AnswerKey("World War II"), "the first WW"),
    ("Who?", AnswerKey("Fujimori"), "after Fujimori"),
    ("After whom?", AnswerKey("Fujimori"), "before Fujimori"),
    (TOWN, AnswerKey("Chorrillos"), "Chorrillos river"),
    ("Where?", AnswerKey("Panama"), "Panama City"),
    ("Where in Peru?", AnswerKey("Panama", ("Panama of Peru",)), "Panama City, Peru"),
    (TOWN, AnswerKey("Chorrillos"), "a whole"),
    (TOWN, AnswerKey("Chorrillos"), "town"),
    ("Who?", AnswerKey("Nicolás de Piérola", ("President de Piérola",)), "P. de Piérola"),
    ("What is USSR short for?", AnswerKey("Union of Soviet Socialist Republics"), "USSR"),
    ("Which letters stand for the Federal Republic of Germany?", AnswerKey("FRG"),
     "the Federal Republic of Germany"),
    ("Who?", AnswerKey("the Soviet Union"), "the Soviet Union (United States)"),
    ("Who?", AnswerKey("Lima", look_alikes=("in Lima",)), "in Lima"),
]  # fmt: skip


@pytest.mark.parametrize(("stem", "key", "typed"), RIGHT)
def test_it_is_the_same_name(stem: str, key: AnswerKey, typed: str) -> None:
    assert ask(stem, key, typed) in ("right", "accepted")


@pytest.mark.parametrize(("stem", "key", "typed"), WRONG)
def test_it_is_another_or_none(stem: str, key: AnswerKey, typed: str) -> None:
    assert ask(stem, key, typed) == "not_yet"


def test_another_answer_is_never_read_into_a_right_one() -> None:
    key = AnswerKey("the United States", look_alikes=("the USA",))
    assert ask("Who?", key, "the USA") == "not_yet"
    assert ask("Who?", key, "United States of America") == "not_yet"


def test_an_accent_is_told_by_the_right_form() -> None:
    question = Question("q", QuestionKind.SHORT_ANSWER, "t", "?", AnswerKey("Ancón"), ("f",))
    told = grade(question, Response("en Ancon"), "en").notes[0].values
    assert told == {"written": "Ancón", "accent": "yes"}


def test_a_short_form_is_one_of_whole_words() -> None:
    assert canonical("the United States of America") == canonical("USA") == "us"
    assert canonical("Tusa") == "tusa"
    assert canonical("the United States", "What are the United States?") == "united states"


def test_an_initial_stands_for_a_given_name_alone() -> None:
    assert names_alike("paul marie clement", "p m clement")
    assert not names_alike("paul clement", "p")
    assert not names_alike("henry viii", "h viii v")
    assert not names_alike("henry viii", "h vii")
    assert not names_alike("paul", "p")
    assert not names_alike("mdcc street", "m street")
    assert not names_alike("paul lee", "p lee")


@pytest.mark.parametrize(
    ("short", "several"),
    [
        ("us", "united states of america|united states|usa|estados unidos|eeuu|eua"),
        ("uk", "united kingdom|reino unido"),
        ("ussr", "union of soviet socialist republics|soviet union|union sovietica|urss|cccp|sssr"),
        ("ussr", "udssr"),
        ("frg", "federal republic of germany|republica federal alemania"),
        ("ww1", "world war i|world war 1|world war one|first world war|1st world war|great war"),
        ("ww1", "primera guerra mundial|wwi|ww i|ww 1|w w 1|w w i|1st ww|first ww|ww one"),
        ("ww1", "worldwar1|worldwar 1|worldwar i"),
        ("ww2", "world war ii|world war 2|world war two|second world war|2nd world war|wwii"),
        ("ww2", "segunda guerra mundial|ww ii|ww 2|w w 2|w w ii|2nd ww|second ww|ww two"),
        ("ww2", "worldwar2|worldwar 2|worldwar ii"),
    ],
)
def test_what_everybody_writes_in_several_ways_is_one(short: str, several: str) -> None:
    assert {canonical(text) for text in several.split("|")} == {short}
