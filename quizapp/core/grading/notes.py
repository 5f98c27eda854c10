"""Every note a grader may give: its code, when it is given, and the values it carries.

The web room turns codes into sentences; a test compares the codes in use with this table.
"""

from __future__ import annotations

from quizapp.core.grading.verdict import Note

NOTES: dict[str, tuple[str, tuple[str, ...]]] = {
    "no_answer": ("Nothing was written or chosen, or the learner does not know.", ()),
    "spelled": (
        "Taken as right, though written otherwise; accent is yes when only accents differ.",
        ("written", "accent"),
    ),
    "within_tolerance": ("The number is near enough to a hedged one.", ("written",)),
    "hedge_contradicts": (
        "The number is right but the word before it says the opposite (over for almost).",
        ("written",),
    ),
    "finer_than_source": ("More exact than the source says, and in agreement.", ("written",)),
    "coarser_than_asked": (
        "Agrees but says less than asked: day month year decade century part range number.",
        ("asked",),
    ),
    "half_of_range": ("One end of a span is right; which is start or end.", ("which",)),
    "inside_the_range": ("Between the two ends, but the ends were asked for.", ()),
    "other_unit": ("The number is right, the unit is not; unit is the one asked for.", ("unit",)),
    "is_look_alike": ("The answer to another question that is easily confused.", ("text",)),
    "chosen_is": ("What the chosen wrong option really is.", ("text",)),
    "some_missing": ("All that was chosen is right, but not all was chosen.", ("count",)),
    "some_wrong": ("Among what was chosen is what is not right.", ("count",)),
    "in_place": ("How many stand in the right place or pair.", ("right", "total")),
    "rated": ("The learner's own rating of a flashcard, 1 to 4.", ("rating",)),
    "unreadable_date": ("The text could not be read as a time; asked back.", ()),
    "unreadable_number": ("The text could not be read as a number; asked back.", ()),
    "ambiguous_date": ("The date may mean two days; asked back.", ("first", "second")),
    "ambiguous_number": ("The number may mean two; asked back.", ("first", "second")),
}
"""code -> (when it is given, names of its values)."""


def note(code: str, **values: str) -> Note:
    """The note of a code. Raises KeyError for a code or value that the table does not know."""
    if set(values) != set(NOTES[code][1]):
        raise KeyError(f"The note {code} carries {NOTES[code][1]}, not {tuple(values)}.")
    return Note(code, values)
