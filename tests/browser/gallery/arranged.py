"""Sample questions with several right answers, with an order and with pairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from quizapp.core.grading.verdict import Note, Outcome
from quizapp.core.questions import QuestionKind
from quizapp.services.screens import FactCard, OptionRow, VerdictScreen
from tests.browser.gallery.samples import CHOICE, CHOICE_ANSWERED, INVITED, NAVAL, TODAY


def _facts(*statements: str) -> tuple[FactCard, ...]:
    cited = NAVAL.citation
    assert cited is not None
    return tuple(
        FactCard(f"fact-{number}", text, "en", "Missions", replace(cited, paragraph=8 + number))
        for number, text in enumerate(statements, 1)
    )


def _rows(*texts: str) -> tuple[OptionRow, ...]:
    return tuple(OptionRow(f"a{number}", number, text) for number, text in enumerate(texts, 1))


SEVERAL = replace(
    CHOICE,
    key="key-several",
    kind=QuestionKind.MULTIPLE_CHOICE,
    stem="Which of these does the article name as negative impacts of military activities on the "
    "environment?",
    options=_rows(
        "a dependency relationship",
        "pollution from vehicles and equipment",
        "a permanent United States military foothold",
        "mission creep",
        "the introduction of invasive species",
        "damage to natural habitats",
    ),
)
SEVERAL_ANSWERED = replace(
    CHOICE_ANSWERED,
    question=replace(
        SEVERAL,
        options=tuple(
            replace(row, state=state)
            for row, state in zip(
                SEVERAL.options,
                ("chosen", "right_chosen", "other", "other", "right_chosen", "right"),
                strict=True,
            )
        ),
    ),
    outcome=Outcome.PARTLY,
    notes=(
        Note("some_wrong", {"text": "Something that is not right was chosen too."}),
        Note("chosen_is", {"text": "A dependency relationship was reliance on the United States."}),
    ),
    facts=_facts(
        "One of the three negative impacts on the environment is pollution from vehicles.",
        "One of the three negative impacts on the environment is damage to natural habitats.",
        "One of the three negative impacts on the environment is invasive species.",
    ),
)
REGIONS = replace(
    CHOICE,
    key="key-regions",
    kind=QuestionKind.IMAGE_REGIONS,
    stem="Where is the lake?",
    picture=f"{'a' * 26}-900x600",
    picture_alt="A map with three places",
    options=tuple(
        OptionRow(f"a{number}", number, "", region=region)
        for number, region in enumerate(
            ("round 10 16 30 50", "box 0 75 20 20", "box 55 24.5 40 28"), 1
        )
    ),
)
REGIONS_ANSWERED = replace(
    CHOICE_ANSWERED,
    question=replace(
        REGIONS,
        options=tuple(
            replace(row, text=text, state=state)
            for row, text, state in zip(
                REGIONS.options,
                ("the lake", "the town", "the forest"),
                ("right", "other", "chosen"),
                strict=True,
            )
        ),
    ),
    notes=(Note("region_is", {"text": "You chose: the forest."}),),
)
ORDER = replace(
    CHOICE,
    key="key-order",
    kind=QuestionKind.ORDERING,
    stem="Put these in order, the earliest first.",
    options=_rows(
        "the Cartagena Agreement",
        "the start of another United States air mission in Peru, after the first",
        "the Italian air mission in Peru",
        "Peru's purchase of more than US$1 billion in equipment from all sources",
    ),
)
_IN_ORDER = (
    ("the Italian air mission in Peru", "1935–40", "2"),
    ("the start of another United States air mission in Peru, after the first", "1941", "1"),
    ("Peru's purchase of more than US$1 billion in equipment", "1974–78", "3"),
    ("the Cartagena Agreement", "February 1990", "4"),
)
ORDER_ANSWERED = replace(
    CHOICE_ANSWERED,
    question=replace(
        ORDER,
        options=tuple(
            OptionRow(
                f"a{number}",
                number,
                text,
                "right_chosen" if given == str(number) else "chosen",
                given,
                aside=aside,
            )
            for number, (text, aside, given) in enumerate(_IN_ORDER, 1)
        ),
    ),
    outcome=Outcome.PARTLY,
    notes=(Note("in_place", {"text": "2 of 4 are in place."}),),
    facts=_facts(
        "An Italian air mission served in Peru from 1935 to 1940.",
        "Another United States air mission began to work in Peru in 1941.",
        "Peru obtained more than US$1 billion in military equipment in the years 1974–78.",
        "The Cartagena Agreement dates from February 1990.",
    ),
)
ORDER_UNKNOWN = replace(
    ORDER_ANSWERED,
    question=replace(
        ORDER,
        options=tuple(
            replace(row, state="right", given="") for row in ORDER_ANSWERED.question.options
        ),
    ),
    outcome=Outcome.NOT_YET,
    notes=(),
    facts=(*ORDER_ANSWERED.facts[:3], replace(INVITED, citation=None)),
)
PAIRS = replace(
    CHOICE,
    key="key-pairs",
    kind=QuestionKind.MATCHING,
    stem="Match each description with what it describes, according to the article.",
    options=_rows(
        "the symbolic purpose of the exercises",
        "why the agreements are reviewed and updated",
        "the stated goal of the United States military",
        "the aim of the long-term development projects",
    ),
    partners=tuple(
        replace(row, token=f"b{row.number}")
        for row in _rows(
            "to improve the quality of life for Peruvian communities",
            "to demonstrate a united front against common threats",
            "to support Peru in becoming self-sufficient in security",
            "to reflect changing security dynamics and priorities",
        )
    ),
)
PAIRS_OPEN = replace(
    PAIRS,
    key="key-pairs-open",
    options=(replace(PAIRS.options[0], given="b2"), *PAIRS.options[1:]),
    notes=(Note("pairs_missing", {"text": "Choose a partner for every line."}),),
)
_RIGHT = (1, 3, 2, 0)
PAIRS_ANSWERED: VerdictScreen = replace(
    ORDER_ANSWERED,
    question=replace(
        PAIRS,
        options=tuple(
            replace(
                row,
                state="right_chosen" if given == right else "chosen",
                given=PAIRS.partners[given].text,
                partner=PAIRS.partners[right].text,
            )
            for row, right, given in zip(PAIRS.options, _RIGHT, (1, 2, 3, 0), strict=True)
        ),
    ),
    facts=_facts(
        "The symbolic purpose of the exercises is to demonstrate a united front.",
        "The agreements are reviewed to reflect changing security dynamics and priorities.",
        "The stated goal is to support Peru in becoming self-sufficient in security.",
        "The long-term projects aim to improve the quality of life for Peruvian communities.",
    ),
    interval=timedelta(days=4),
    due_day=TODAY + timedelta(days=4),
    learning=False,
)
ANSWERED = {
    SEVERAL.key: SEVERAL_ANSWERED,
    ORDER.key: ORDER_ANSWERED,
    PAIRS.key: PAIRS_ANSWERED,
}
