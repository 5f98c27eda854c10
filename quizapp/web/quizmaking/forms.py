"""The form of a quiz. What cannot be is decided by the service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]

from quizapp.core.quizzes.rules import Behaviour, Counting, LateRule, Moment, Rules, Show
from quizapp.services.quizzes import ItemDraft, QuizDraft
from quizapp.services.quizzes.choosing import Desk
from quizapp.services.quizzes.drafts import MOST_ITEMS
from quizapp.web.quizmaking import wording
from quizapp.web.quizmaking.fields import Amount, Whole
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import lazy_gettext as _l

Kind = TypeVar("Kind", Behaviour, Counting, LateRule)
PLAIN = {"autocomplete": "off"}
DIGITS = PLAIN | {"inputmode": "numeric", "maxlength": 9}


class ItemForm(Form):
    """One line of a quiz: a question, or a draw from a topic or a tag."""

    question = HiddenField()
    version = HiddenField()
    facts = HiddenField()
    topic = SelectField(_l("Topic"), validate_choice=False)
    tag = SelectField(_l("Tag"), validate_choice=False)
    count = Whole(_l("How many"), usual=1, render_kw=DIGITS)
    points = Amount(_l("Points each"), render_kw=PLAIN | {"inputmode": "decimal", "maxlength": 9})

    def draft(self) -> ItemDraft:
        """The line as the service takes it."""
        if self.question.data:
            version = self.version.data or ""
            pinned = int(version) if version.isascii() and version.isdigit() else 0
            return ItemDraft(self.question.data, pinned, points=self.points.value)
        return ItemDraft(
            topics=(self.topic.data,) if self.topic.data else (),
            tags=(self.tag.data,) if self.tag.data else (),
            facts=tuple((self.facts.data or "").split()),
            count=self.count.value,
            points=self.points.value,
        )


class QuizForm(Form):
    """A quiz. `based_on` is the version from which a change was made."""

    based_on = HiddenField()
    title = StringField(_l("Title"), render_kw=PLAIN | {"maxlength": 240})
    instructions = TextAreaField(
        _l("What learners read before they begin"),
        description=_l("may stay empty"),
        render_kw={"rows": 3},
    )
    classroom = SelectField(_l("Shared with the teachers of"), validate_choice=False)
    items = FieldList(FormField(ItemForm), _l("Questions"), max_entries=MOST_ITEMS)
    find = StringField(_l("Find questions"), render_kw=PLAIN)
    find_topic = SelectField(_l("Topic"), validate_choice=False)
    behaviour = RadioField(_l("When an answer is judged"), default=Behaviour.DEFERRED)
    tries = Whole(_l("Tries"), usual=3, default="3", render_kw=DIGITS)
    try_penalty = Amount(
        _l("Each further try costs, in per cent"),
        usual=33.0,
        default="33",
        render_kw=PLAIN | {"inputmode": "decimal"},
    )
    minutes = Whole(_l("Time limit in minutes"), description=_l("empty: none"), render_kw=DIGITS)
    attempts = Whole(
        _l("Attempts"),
        description=_l("empty: as many as one likes"),
        default="1",
        render_kw=DIGITS,
    )
    counting = SelectField(_l("Which attempt counts"), default=Counting.BEST)
    late = RadioField(_l("After the due date"), default=LateRule.ACCEPT)
    late_penalty = Amount(
        _l("Each day late costs, in per cent"),
        usual=10.0,
        default="10",
        render_kw=PLAIN | {"inputmode": "decimal"},
    )
    shuffle_questions = BooleanField(_l("Each learner gets the questions in another order"))
    shuffle_options = BooleanField(_l("Each learner gets the options in another order"))
    during = SelectMultipleField(_l("While sitting"))
    after = SelectMultipleField(_l("After submitting"))
    closed = SelectMultipleField(_l("After closing"))

    def __init__(self, *args: object, **values: object) -> None:
        super().__init__(*args, **values)  # type: ignore[arg-type]
        self.behaviour.choices = choices(wording.behaviours())
        self.counting.choices = choices(wording.countings())
        self.late.choices = choices(wording.late_rules())
        for field in (self.during, self.after, self.closed):
            field.choices = choices(wording.shows())

    def offer(self, desk: Desk) -> None:
        """Fill the lists from which one chooses."""
        self.classroom.choices = [
            SelectChoice("", _("nobody: only me")),
            *(SelectChoice(*one) for one in desk.classrooms),
        ]
        topics = [SelectChoice(topic, f"{topic} ({count})") for topic, count in desk.topics]
        self.find_topic.choices = [SelectChoice("", _("any topic")), *topics]
        for row in self.items:
            line = row.form
            line.topic.choices = [SelectChoice("", _("any topic")), *topics]
            line.tag.choices = [
                SelectChoice("", _("any tag")),
                *(SelectChoice(tag, f"{tag} ({count})") for tag, count in desk.tags),
            ]

    def draft(self) -> QuizDraft:
        """What was typed, as the service takes it."""
        return QuizDraft(
            title=self.title.data or "",
            instructions=self.instructions.data or "",
            classroom=self.classroom.data or "",
            rules=self._rules(),
            items=tuple(row.form.draft() for row in self.items),
        )

    def _rules(self) -> Rules:
        shown = {Moment.DURING: self.during, Moment.AFTER: self.after, Moment.CLOSED: self.closed}
        return replace(
            Rules(),
            behaviour=_known(Behaviour, self.behaviour.data),
            time_limit=self.minutes.value * 60,
            attempts=self.attempts.value,
            counting=_known(Counting, self.counting.data),
            late=_known(LateRule, self.late.data),
            late_penalty=self.late_penalty.value / 100,
            tries=self.tries.value,
            try_penalty=self.try_penalty.value / 100,
            shuffle_questions=bool(self.shuffle_questions.data),
            shuffle_options=bool(self.shuffle_options.data),
            review={
                moment: frozenset(Show(one) for one in field.data or () if one in set(Show))
                for moment, field in shown.items()
            },
        )

    def explain(self, codes: Sequence[str]) -> None:
        """Put each reason under the field that it is about, or on top of the form."""
        for code in codes:
            name = wording.FIELD_OF.get(code)
            if name is None:
                self.form_errors.append(wording.problem_words(code))
            else:
                field = self[name]
                field.errors = [*field.errors, wording.problem_words(code)]


def _known(kind: type[Kind], given: str | None) -> Kind:
    """The value of this name, the first one for anything else."""
    return next((one for one in kind if one == given), next(iter(kind)))


def choices(words: Mapping[str, str]) -> list[SelectChoice]:
    """A list to choose from, of values and their words."""
    return [SelectChoice(str(value), text) for value, text in words.items()]


def quiz_form(draft: QuizDraft, version: int) -> QuizForm:
    """The form as it stands for a stored quiz."""
    rules = draft.rules
    return QuizForm(
        based_on=str(version),
        title=draft.title,
        instructions=draft.instructions,
        classroom=draft.classroom,
        items=[_line(item) for item in draft.items],
        behaviour=rules.behaviour.value,
        tries=str(rules.tries),
        try_penalty=_plain(rules.try_penalty * 100),
        minutes=str(rules.time_limit // 60) if rules.time_limit else "",
        attempts=str(rules.attempts) if rules.attempts else "",
        counting=rules.counting.value,
        late=rules.late.value,
        late_penalty=_plain(rules.late_penalty * 100),
        shuffle_questions=rules.shuffle_questions,
        shuffle_options=rules.shuffle_options,
        during=[str(one) for one in rules.review.get(Moment.DURING, ())],
        after=[str(one) for one in rules.review.get(Moment.AFTER, ())],
        closed=[str(one) for one in rules.review.get(Moment.CLOSED, ())],
    )


def _line(item: ItemDraft) -> dict[str, str]:
    return {
        "question": item.question,
        "version": str(item.version or ""),
        "facts": " ".join(item.facts),
        "topic": item.topics[0] if item.topics else "",
        "tag": item.tags[0] if item.tags else "",
        "count": str(item.count),
        "points": _plain(item.points),
    }


def _plain(value: float) -> str:
    return f"{round(value, 2):g}"


ROW = ("question", "version", "facts", "topic", "tag", "count", "points")


def rearranged(data: MultiDict[str, str], step: str) -> MultiDict[str, str]:
    """What was sent, after one step on its lines: add, draw, up:N, down:N, remove:N.

    Works on the text that was typed, so that a mistake in one line survives the move of another.
    """
    name, _colon, place = step.partition(":")
    numbers = sorted({int(key.split("-")[1]) for key in data if _of_line(key)})
    rows = [{one: data.get(f"items-{number}-{one}", "") for one in ROW} for number in numbers]
    at = int(place) if place.isascii() and place.isdigit() else -1
    if name == "add":
        asked = {row["question"] for row in rows}
        rows += [{"question": one} for one in data.getlist("chosen") if one not in asked]
    elif name == "draw":
        rows.append({"count": "5"})
    elif name == "remove" and 0 <= at < len(rows):
        del rows[at]
    elif name in ("up", "down") and 0 <= at < len(rows):
        to = at + (1 if name == "down" else -1)
        if 0 <= to < len(rows):
            rows[at], rows[to] = rows[to], rows[at]
    kept = [(key, one) for key, one in data.items(multi=True) if not _of_line(key)]
    lines = [
        (f"items-{number}-{one}", text or ("1" if one in ("count", "points") else ""))
        for number, row in enumerate(rows[:MOST_ITEMS])
        for one in ROW
        for text in (row.get(one, ""),)
    ]
    return MultiDict(kept + lines)


def _of_line(key: str) -> bool:
    parts = key.split("-")
    return len(parts) == 3 and parts[0] == "items" and parts[1].isascii() and parts[1].isdigit()
