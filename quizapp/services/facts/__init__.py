"""Facts and sources to read; what a school changes in a shipped fact."""

from quizapp.services.facts.changing import (
    Editing,
    Effect,
    QuestionChange,
    drop,
    editing,
    keep,
    look,
    save,
)
from quizapp.services.facts.drafting import ChangeRefused, Draft, Problem
from quizapp.services.facts.history import Compared, Step, changed_facts
from quizapp.services.facts.reading import FactList, FactPage, fact_list, fact_page
from quizapp.services.facts.sources import SourcePage, source_page

__all__ = [
    "ChangeRefused",
    "Compared",
    "Draft",
    "Editing",
    "Effect",
    "FactList",
    "FactPage",
    "Problem",
    "QuestionChange",
    "SourcePage",
    "Step",
    "changed_facts",
    "drop",
    "editing",
    "fact_list",
    "fact_page",
    "keep",
    "look",
    "save",
    "source_page",
]
