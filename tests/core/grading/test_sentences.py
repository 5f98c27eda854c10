"""Answers in a sentence: read where only the question's words stand around, else refused."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Outcome, Response
from quizapp.core.questions import AnswerKey, Question, QuestionKind
from quizapp.core.values.word_lists import words

CONGRESS = (
    "Who approved training assistance to Peru for 1992?",
    AnswerKey("the United States Congress", ("Congress",)),
)
SOVIETS = (
    "With which country did Peru develop a close relationship?",
    AnswerKey("the Soviet Union", ("USSR", "Soviets")),
)
FORCE = ("Which service bought it?", AnswerKey("FAP", ("Peruvian Air Force",)))
AGENCY = ("Which agency?", AnswerKey("the DEA", ("the US DEA",)))
LETTERS = ("Which letters stand for the Drug Agency?", AnswerKey("DEA", look_alikes=("the FBI",)))


def ask(asked: tuple[str, AnswerKey], typed: str) -> str:
    question = Question("q", QuestionKind.SHORT_ANSWER, "t", *asked, ("f",))
    return grade(question, Response(typed), "en").outcome.value


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        (CONGRESS, "Congress approved it"),
        (CONGRESS, "it was approved by the US Congress"),
        (CONGRESS, "the United States Congress did, in 1992"),
        (CONGRESS, "Congress (USA)"),
        (CONGRESS, "I think it was the American Congress"),
        (CONGRESS, "Congress approved assistance to Peru"),
        (SOVIETS, "the country was the Soviet Union"),
        (SOVIETS, "they developed it with the former USSR"),
        (SOVIETS, "the Soviet Union (now Russia)"),
        (SOVIETS, "Russia (the Soviet Union)"),
        (SOVIETS, "USSR/Soviet Union"),
        (FORCE, "Peru's air force"),
        (FORCE, "the air force of Peru"),
        (AGENCY, "the DEA of the United States"),
        (AGENCY, "the American DEA"),
        (("The self-coup of President _____.", AnswerKey("Fujimori")), "It was President Fujimori"),
    ],
)
def test_the_name_is_read_out_of_the_sentence(asked: tuple[str, AnswerKey], typed: str) -> None:
    assert ask(asked, typed) == "right"


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        (CONGRESS, "Peru's Congress"),
        (CONGRESS, "the Congress of Peru"),
        (CONGRESS, "Congress, Peru"),
        (CONGRESS, "the Peruvian Congress approved it"),
        (CONGRESS, "Congress and the president"),
        (CONGRESS, "the president of Congress"),
        (CONGRESS, "not Congress"),
        (CONGRESS, "it was approved"),
        (CONGRESS, "Congress " * 30),
        (SOVIETS, "Russian Federation"),
        (SOVIETS, "the USSR or Cuba"),
        (SOVIETS, "USSR Cuba France"),
        (SOVIETS, "a country other than the USSR"),
        (FORCE, "Cuba's air force"),
        (FORCE, "air force"),
        (LETTERS, "DEA, the FBI"),
        (("Which emperor?", AnswerKey("Napoleon")), "Napoleon I"),
        (("Which language?", AnswerKey("German")), "Germany"),
        (("What was it?", AnswerKey("the American States")), "the South American States"),
    ],
)
def test_another_name_is_not_read_into_it(asked: tuple[str, AnswerKey], typed: str) -> None:
    assert ask(asked, typed) == "not_yet"


OTHERWISE = [
    ("what they used is no US", "Whom did they use?", "marines", "they used marines", "US marines"),
    ("a rank is another one's", "Which body did the president ask?", "Congress",
     "the president did ask Congress", "the president of Congress"),
    ("nor stands a rank behind it", "Which body did a president ask?", "Congress",
     "they did ask Congress", "they did ask Congress president"),
    ("a first word of the question", "Fighting began in which city?", "Lima",
     "they believe fighting in Lima", "they believe parades in Lima"),
    ("a land as the first word", "Peru bought arms from whom?", "Congress",
     "Congress did for Peru to arm", "the Congress of Peru"),
    ("what is its own", "Peruvian officers were trained by which body?", "Congress",
     "Congress trained Peruvian officers", "the Peruvian Congress"),
    ("a short form as the first word", "FAP bought arms from whom?", "Congress",
     "Congress bought FAP arms", "the Congress of the FAP"),
    ("an owner as the first word", "Piérola's men asked whom?", "Congress",
     "Congress asked Piérola men", "the Congress of Piérola"),
    ("a name as the second word", "Under Piérola which body approved it?", "Congress",
     "Congress approved it under Piérola", "the Congress of Piérola"),
    ("what is theirs in the answer", "Who approved arms for Peru?", "Congress",
     "Congress approved Peruvian arms", "Congress approved Chilean arms"),
    ("a land by another of its names", "Who gave it to America?", "Congress",
     "Congress gave it to America", "Congress of America"),
    ("a rank that nothing tells", "Who led it?", "Clément",
     "they say colonel Clément led it", "they say Clément colonel led it"),
    ("a small word", "Where was it decided?", "Congress",
     "they decided in Congress", "they decided under Congress"),
    ("a question with a no in it", "Which country did not sign it?", "Chile",
     "Chile did sign it", "not Chile"),
    ("a no in capitals", "Which country did NOT sign it?", "Chile",
     "Chile did sign it", "not, they say, Chile"),
    ("a word of two letters", "Whom did they add?", "Lima", "they add Lima", "they ad Lima"),
    ("a short word has no ending", "Who wore the ring?", "Lima",
     "Lima wore the ring", "Lima wore the red"),
    ("who thinks", "Who did it?", "Congress",
     "it was, I think, Congress", "Chileans think it was Congress"),
    ("who is sure", "Who did it?", "Congress", "Congress, I am sure", "Congress, we Chileans am"),
    ("a country that is no more", "Which country?", "USSR",
     "the then USSR", "the later USSR"),
    ("by what is there now", "Which country?", "USSR", "USSR now Russia", "USSR now"),
    ("and by nothing else", "Which country?", "USSR", "Russia then USSR", "USSR fought Russia"),
    ("a sentence has an end", "Who did it?", "Congress", "Congress " * 24, "Congress " * 25),
]  # fmt: skip
"""Why; the question and its key; a sentence that says it, and one that says another thing."""


@pytest.mark.parametrize(
    ("stem", "key", "said", "other"), [row[1:] for row in OTHERWISE], ids=[r[0] for r in OTHERWISE]
)
def test_one_word_makes_it_another_answer(stem: str, key: str, said: str, other: str) -> None:
    assert ask((stem, AnswerKey(key)), said) == "right"
    assert ask((stem, AnswerKey(key)), other) == "not_yet"


def test_a_slip_in_a_short_word_of_a_longer_name_is_asked_back() -> None:
    zone = ("Where?", AnswerKey("the Canal Zone", look_alikes=("Canal Zole",)))
    assert ask(zone, "cannal zone") == "unclear"
    assert ask(zone, "Canal Zome") == "not_yet", "as near to another answer"
    assert ask(("Where?", AnswerKey("Lima")), "Lime") == "not_yet"
    assert ask(("Which war?", AnswerKey("Gulf War II")), "Gulf War I") == "not_yet"


NAMES = st.sampled_from(
    words(
        """Fujimori Clément Piérola Bolognesi Castilla Leguía Benavides Odría Velasco Morales
        Germany France Cuba Chile Chorrillos Lima Callao Congress CAEM FAP"""
    )
)
AROUND = st.sampled_from(
    ["{b}", "it was {b}", "I think {b}", "{b} did it", "the answer is {b}", "president {b}"]
)
LISTS = st.sampled_from(
    ["{a} or {b}", "{a} and {b}", "{a} {b}", "{b} {a}", "{a}, {b}", "{a}/{b}", "{a} ({b})",
     "not {a} but {b}", "{b}, not {a}", "it was {b} of {a}", "{a} then {b}", "{b} now {a}"]
)  # fmt: skip
STEMS = st.sampled_from(["Who did it?", "Which leader of {b} did it?", "Who did it for {b}?"])


@given(NAMES, NAMES, AROUND, STEMS)
@settings(max_examples=200)
def test_no_sentence_makes_another_name_right(a: str, b: str, around: str, stem: str) -> None:
    assume(a != b)
    key = AnswerKey(a, (f"President {a}",))
    assert ask((stem.format(b=b), key), around.format(b=b)) == Outcome.NOT_YET.value


@given(NAMES, NAMES, NAMES, LISTS)
@settings(max_examples=200)
def test_who_lists_names_has_not_answered(a: str, b: str, third: str, form: str) -> None:
    assume(a not in (b, third))
    assert ask(("Who did it?", AnswerKey(a)), form.format(a=a, b=b)) == Outcome.NOT_YET.value
    assert ask(("Who did it?", AnswerKey(a)), f"{b} {third} {a}") == Outcome.NOT_YET.value


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        *(("buy", "bought"), ("send", "sent"), ("build", "built"), ("make", "made")),
        *(("give", "gave"), ("give", "given"), ("begin", "began"), ("begin", "begun")),
        *(("take", "took"), ("take", "taken"), ("lead", "led"), ("hold", "held")),
        *(("come", "came"), ("go", "went"), ("fight", "fought"), ("sell", "sold")),
        *(("leave", "left"), ("found", "founded"), ("lose", "lost"), ("win", "won")),
        *(("work", "working"), ("plan", "planned"), ("wish", "wishes"), ("see", "sees")),
        *(("use", "used"), ("agree", "agreed"), ("approve", "approving"), ("raise", "raises")),
    ],
)
def test_the_verb_of_the_question_may_be_said_in_any_form(asked: str, said: str) -> None:
    assert ask((f"Whom did they {asked}?", AnswerKey("Lima")), f"they {said} Lima") == "right"
    assert ask(("Whom did they mention?", AnswerKey("Lima")), f"they {said} Lima") == "not_yet"
