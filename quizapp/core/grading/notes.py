"""Every note a grader may give: its code, when it is given, and the values it carries.

The web room turns codes into sentences; a test compares the codes in use with this table.
"""

from __future__ import annotations

from quizapp.core.grading.verdict import Note

NOTES: dict[str, tuple[str, ...]] = {
    "no_answer": (),  # nothing was written or chosen, or the learner does not know
    "spelled": ("written", "accent"),  # right, written otherwise; "yes": only accents differ
    "nearly_spelled": (),  # a slip in a short word of a longer name; asked back
    "name_alone": (),  # a rank or year beside the name that nothing tells of; asked back
    "too_broad": (),  # may be meant rightly, but says less than the name; asked back
    "within_tolerance": ("written",),  # the number is near enough to a hedged one
    "hedge_contradicts": ("written",),  # the word before it says the opposite (over for almost)
    "finer_than_source": ("written",),  # more exact than the source says, and in agreement
    # agrees but is more exact than asked: asked back. day month year decade century range
    "finer_than_asked": ("asked",),
    # agrees but says less than asked: day month year decade century part range number
    "coarser_than_asked": ("asked",),
    "half_of_range": ("which",),  # one end of a span is right: start or end
    "inside_the_range": (),  # between the two ends, but the ends were asked for
    "other_unit": ("unit",),  # the number is right, the unit is not; this one is asked for
    "is_look_alike": ("text",),  # the answer to another question that is easily confused
    "chosen_is": ("text",),  # what the chosen wrong option really is
    "region_is": ("text",),  # the name of the region that was chosen and is not the right one
    "some_missing": ("count",),  # all that was chosen is right, but not all was chosen
    "some_wrong": ("count",),  # among what was chosen is what is not right
    "in_place": ("right", "total"),  # how many stand in the right place or pair
    "rated": ("rating",),  # the learner's own rating of a flashcard, 1 to 4
    "unreadable_date": (),  # the text could not be read as a time; asked back
    "unreadable_number": (),  # the text could not be read as a number; asked back
    "ambiguous_date": ("first", "second"),  # the date may mean two days; asked back
    "ambiguous_number": ("first", "second"),  # the number may mean two; asked back
}
"""code -> the names of its values."""


def note(code: str, **values: str) -> Note:
    """The note of a code. Raises KeyError for a code or value that the table does not know."""
    if set(values) != set(NOTES[code]):
        raise KeyError(f"The note {code} carries {NOTES[code]}, not {tuple(values)}.")
    return Note(code, values)
