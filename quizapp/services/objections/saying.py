"""What somebody answered, as one reads it."""

from __future__ import annotations

from quizapp.core.grading.matching import pairs
from quizapp.core.grading.verdict import Response
from quizapp.core.questions import Question, QuestionKind


def given_words(question: Question, response: Response) -> tuple[str, ...]:
    """The answer in words: what was written, chosen, brought in order or paired.

    Empty when nothing was given.
    """
    options = question.options
    if response.dont_know:
        return ()
    if response.text.strip():
        return (response.text,)
    known = [index for index in response.chosen if 0 <= index < len(options)]
    if question.kind is QuestionKind.MATCHING:
        found = zip(pairs(question), response.chosen, strict=False)
        return tuple(
            f"{options[prompt].text} – {options[partner].text}"
            for prompt, partner in found
            if prompt != partner and 0 <= partner < len(options)
        )
    return tuple(options[index].text for index in known)
