"""Every code that `quizapp check` can give: what it means, and what to do about it."""

from __future__ import annotations

RESTORE = "Put the newest good backup in place with `quizapp restore FILE`."
REPORT = "Note it and tell who made the program; a backup from before shows what was there."
REBUILD = "The log is right and this can be made from it again; tell who made the program."
LOG = "The log itself was changed. Compare with a backup: `quizapp restore FILE` elsewhere."
TEACHER = "Its teacher or the admin can mend it in the program."
BANK = "Forget the bank's digest (table remembered) and start: the shipped bank is loaded anew."
CLOCK = "Look at the clock of the machine; rows written meanwhile keep the wrong instant."

CODES: dict[str, tuple[str, str]] = {
    # the database itself
    "damaged-file": ("the file of the database is damaged", RESTORE),
    "schema-differs": ("tables or indexes are not those of the program", RESTORE),
    "unreadable": ("a rule could not be proven, because a value cannot be read", RESTORE),
    "wrong-type": ("a column holds what is no value of its type", RESTORE),
    "value-missing": ("a column that must hold something holds nothing", RESTORE),
    "double": ("a key that must be alone is there twice", RESTORE),
    "orphan": ("a row refers to a row that is not there", RESTORE),
    "unknown-word": ("a column holds a word that the program does not know", RESTORE),
    "far-future": ("an instant lies more than a year ahead", CLOCK),
    "remembered-form": ("a remembered value has not its form", BANK),
    # people
    "name-empty": ("a person has no name", TEACHER),
    "name-folded": ("the name to sign in with is not that of the name shown", RESTORE),
    "setting-range": ("a setting is out of its range", TEACHER),
    "time-zone": ("a time zone is unknown", TEACHER),
    "password-form": ("a password is not stored as a hash", "Give this person a new password."),
    "session-form": (
        "a browser's token is not stored as a hash",
        "Let this person sign out everywhere.",
    ),
    "session-times": ("a session ends before it began", "Let this person sign out everywhere."),
    "classroom-untaught": ("a classroom's owner does not teach it", TEACHER),
    "join-code": ("a join code has not its form", TEACHER),
    # facts and questions
    "owner": ("who owns it does not fit where it belongs", TEACHER),
    "text-empty": ("a text that is shown is empty", BANK),
    "fact-changed": ("a shipped fact is not as it was loaded", BANK),
    "fact-version": ("a shipped fact is not what its newest version says", BANK),
    "version-changed": ("a version of a fact is not as it was written", RESTORE),
    "change-unknown": ("a school's change names a version that is not there", TEACHER),
    "former-in-use": ("a fact with another value by now is still asked", BANK),
    "question-changed": ("a question's version is not as it was saved", BANK),
    "fact-paragraph": ("a fact cites a paragraph that its source does not have", TEACHER),
    "question-without-fact": ("a question asks for no fact", BANK),
    "question-parts": ("the parts of a question are not counted through", BANK),
    "version-missing": ("the version in force is not the newest one there", RESTORE),
    "version-numbers": ("the versions of a question are not numbered through", RESTORE),
    "right-options": ("a choice has not the number of right options it must have", BANK),
    "options-few": ("a choice has fewer than two options", BANK),
    "option-positions": ("options are not counted through", BANK),
    "words-differ": ("a question is found by other words than its own", REBUILD),
    "objection-state": ("an objection is open and closed at once, or closed without a word", LOG),
    # answers and reviews
    "key-empty": ("an answer has no key", LOG),
    "score-range": ("a score is not within 0 and 1", LOG),
    "score-outcome": ("score and outcome contradict each other", LOG),
    "time-range": ("a time is negative or longer than a day", LOG),
    "answer-changed": ("an answer's content is not what was sent", LOG),
    "answer-without-review": ("an answer moved no card", LOG),
    "part-range": ("a part's score is not within 0 and 1", LOG),
    "rating-range": ("a rating is not 1 to 4", LOG),
    "interval-negative": ("something falls due before it was answered", LOG),
    "review-elsewhen": ("a review is not of the instant of its answer", LOG),
    "review-twice": ("an answer was reviewed twice for one fact", LOG),
    "review-of-another": ("a review is not of the learner who answered", LOG),
    "review-state": ("the state kept in a review is not its due instant's or incomplete", LOG),
    "picture-changed": ("a picture is not the one that was given", RESTORE),
    # what is derived
    "card-missing": ("there are reviews and no card", REBUILD),
    "card-without-review": ("there is a card and no review", REBUILD),
    "card-memory": ("a card's memory is not the replay of its reviews", REBUILD),
    "card-due": ("a card is not due when its last review says", REBUILD),
    "card-counts": ("a card's counts are not those of its reviews", REBUILD),
    "card-origin": ("first day or last question of a card are not those of its reviews", REBUILD),
    "row-version": ("a row's version is impossible", REBUILD),
    "total-differs": ("a day's total is not the sum of its answers", REBUILD),
    "total-missing": ("there are answers and no total of their day", REBUILD),
    "total-without-answers": ("there is a total of a day without its answers", REBUILD),
    "total-impossible": ("a total is negative, or more is right than was answered", REBUILD),
    "attempt-score": ("an attempt's score is not the sum of its questions' marks", REBUILD),
    "essay-mark": ("the mark of an essay is not what its teacher gave", REBUILD),
    "essay-share": ("the points of an essay are not those of its rubric", LOG),
    "total-of-nobody": ("a total belongs to nobody and nothing", REBUILD),
}
"""Code -> what it means, what to do."""
