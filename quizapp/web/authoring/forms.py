"""The question form. What is right and wrong in it is decided by the service's checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from wtforms import (
    BooleanField,
    FieldList,
    FileField,
    Form,
    FormField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]

from quizapp.core.questions import QuestionKind
from quizapp.core.regions import BOX, SHAPES
from quizapp.services.authoring import MOST_ROWS, Check, Choices, Draft, DraftOption, QuestionDetail
from quizapp.services.authoring.draft import FALSE, NEW_SOURCE, PLACE, TRUE
from quizapp.web.authoring.kinds import kind_names
from quizapp.web.authoring.wording import check_words
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import lazy_gettext as _l

ROWS = 4
PLAIN = {"autocomplete": "off"}
LINES = {"rows": 2}


class OptionForm(Form):
    """One row: what the learner reads, its partner, and what is said to it after the answer."""

    text = StringField(_l("Option"))
    correct = BooleanField(_l("Right"))
    partner = StringField(_l("Partner"))
    shape = SelectField(choices=[SelectChoice(one, one) for one in SHAPES], validate_choice=False)
    x, y = StringField(_l("Left")), StringField(_l("Top"))
    width, height = StringField(_l("Width")), StringField(_l("Height"))
    feedback = StringField(_l("Feedback when chosen"))
    points = StringField(_l("Points"))
    fact = HiddenField()


class QuestionForm(Form):
    """A question of any kind; the page shows what its kind needs.

    `key` makes a double press one question; `base` is the version from which a change was made,
    `question` the public id of what is changed, `objection` the one that made somebody change it.
    """

    key = HiddenField()
    base = HiddenField()
    question = HiddenField()
    objection = HiddenField()
    kind = RadioField(_l("Kind"), default=QuestionKind.SINGLE_CHOICE.value, validate_choice=False)
    audience = SelectField(_l("For"), validate_choice=False)
    find = StringField(_l("Find a fact"), render_kw=PLAIN)
    fact = SelectField(_l("Asks for the fact"), validate_choice=False)
    statement = TextAreaField(
        _l("The fact in one sentence"),
        description=_l("learners see it after their answer"),
        render_kw=LINES,
    )
    topic = StringField(_l("Topic"), render_kw=PLAIN | {"list": "topics"})
    source = SelectField(_l("Source"), validate_choice=False)
    source_title = StringField(_l("Title of the new source"), render_kw=PLAIN)
    source_url = StringField(
        _l("Its address"),
        description=_l("may stay empty"),
        render_kw=PLAIN | {"inputmode": "url", "placeholder": "https://"},
    )
    paragraph = StringField(
        _l("Paragraph"),
        description=_l("may stay empty"),
        render_kw=PLAIN | {"inputmode": "numeric"},
    )
    stem = TextAreaField(_l("Question"), id="question-stem", render_kw=LINES)
    right = StringField(_l("Right answer"), default="0")
    truth = RadioField(
        _l("Right answer"),
        choices=[SelectChoice(TRUE, _l("True")), SelectChoice(FALSE, _l("False"))],
        validate_choice=False,
    )
    options = FieldList(
        FormField(OptionForm), _l("Options"), min_entries=ROWS, max_entries=MOST_ROWS
    )
    last_stays = BooleanField(_l("Keep the last option last"))
    answer = StringField(_l("Right answer"), render_kw=PLAIN)
    feedback = StringField(
        _l("What it really is"),
        description=_l("said after a wrong choice"),
        render_kw=PLAIN,
    )
    accept = TextAreaField(_l("Right as well"), description=_l("one on each line"), render_kw=LINES)
    look_alikes = TextAreaField(
        _l("Easily confused, not right"), description=_l("one on each line"), render_kw=LINES
    )
    unit = StringField(
        _l("Unit"), id="answer-unit", description=_l("may stay empty"), render_kw=PLAIN
    )
    tolerance = StringField(
        _l("Off by at most"), description=_l("such as 5 or 2 %"), render_kw=PLAIN
    )
    inside = BooleanField(_l("Any number inside the span is right"))
    extra = TextAreaField(
        _l("Partners of nobody"), description=_l("one on each line"), render_kw=LINES
    )
    model = TextAreaField(
        _l("Model answer"),
        description=_l("may stay empty; pupils see it once theirs is marked"),
        render_kw={"rows": 4},
    )
    words = StringField(
        _l("Expected length in words"),
        description=_l("may stay empty; only advice"),
        render_kw=PLAIN | {"inputmode": "numeric"},
    )
    rubric_shown = BooleanField(_l("Pupils see the criteria while they write"), default=True)
    picture = HiddenField()
    picture_file = FileField(
        _l("Picture"),
        description=_l("PNG, JPEG, WebP or GIF, up to 8 MB"),
        render_kw={"accept": "image/png,image/jpeg,image/webp,image/gif"},
    )
    picture_alt = StringField(
        _l("What the picture shows"),
        description=_l("read out to who does not see it"),
        render_kw=PLAIN,
    )
    explanation = TextAreaField(
        _l("Explanation"), description=_l("may stay empty"), render_kw=LINES
    )
    hints = TextAreaField(
        _l("Hints"),
        description=_l("one on each line, shown one at a time on request"),
        render_kw=LINES,
    )
    tags = StringField(
        _l("Tags"), description=_l("parted by commas"), render_kw=PLAIN | {"list": "known-tags"}
    )
    reason = StringField(
        _l("What did you change, and why?"), description=_l("may stay empty"), render_kw=PLAIN
    )

    def offer(self, choices: Choices, *, fixed_kind: str = "") -> None:
        """Fill the lists from which one chooses; a kind that was asked already stays."""
        names = kind_names()
        self.kind.choices = [
            SelectChoice(kind.value, name)
            for kind, name in names.items()
            if fixed_kind in ("", kind.value)
        ]
        self.audience.choices = [
            *(SelectChoice(one.public_id, one.name) for one in choices.classrooms),
            SelectChoice("", _("Only me")),
        ]
        self.fact.choices = [
            SelectChoice("", _("A new fact, stated below"), optgroup=_("New")),
            *(
                SelectChoice(fact.public_id, fact.statement, optgroup=topic)
                for topic, facts in choices.facts
                for fact in facts
            ),
        ]
        self.source.choices = [
            SelectChoice("", _("My own knowledge (no source named)")),
            *(SelectChoice(one.slug, one.title) for one in choices.sources),
            SelectChoice(NEW_SOURCE, _("A new source")),
        ]

    @property
    def chosen_kind(self) -> QuestionKind:
        """The kind in the form; a choice when it names none."""
        known = {kind.value: kind for kind in QuestionKind}
        return known.get(self.kind.data or "", QuestionKind.SINGLE_CHOICE)

    def draft(self, language: str) -> Draft:
        """What was typed, as the service takes it."""
        kind = self.chosen_kind
        texts = {name: self[name].data or "" for name in _TEXTS}
        if kind is QuestionKind.TRUE_FALSE:
            texts["answer"] = self.truth.data or ""
        return Draft(
            kind=kind,
            options=tuple(self._row(number, kind) for number in range(len(self.options))),
            last_stays=bool(self.last_stays.data),
            inside=bool(self.inside.data),
            rubric_shown=bool(self.rubric_shown.data),
            language=language,
            **texts,
        )

    def _row(self, number: int, kind: QuestionKind) -> DraftOption:
        row = self.options[number].form
        several = kind is QuestionKind.MULTIPLE_CHOICE
        right = bool(row.correct.data) if several else self.right.data == str(number)
        texts = (row.text.data or "", row.feedback.data or "", row.partner.data or "")
        if kind is QuestionKind.MATCHING:
            texts = (texts[0], "", texts[2])
        else:
            texts = (texts[0], texts[1], "")
        points = (row.points.data or "") if kind is QuestionKind.ESSAY else ""
        if kind is QuestionKind.ESSAY:
            texts, right = (texts[0], "", ""), False
        made = DraftOption(texts[0], right, texts[1], texts[2], row.fact.data or "", points)
        if kind is not QuestionKind.IMAGE_REGIONS:
            return made
        shape = row.shape.data if row.shape.data in SHAPES else BOX
        place: dict[str, Any] = {name: row[name].data or "" for name in PLACE}
        return replace(made, shape=shape, **place)

    def show_checks(self, checks: Iterable[Check]) -> None:
        """Put each finding under the field that it is about."""
        for check in checks:
            words = check_words(check)
            sentence = f"{words.title}. {words.text}"
            if check.about.startswith("options"):
                _blame_row(self, check.about)
                self.options.errors = [*self.options.errors, sentence]
            else:
                field = self[check.about]
                field.errors = [*field.errors, sentence]


_TEXTS = (
    *("audience", "fact", "statement", "topic", "source", "source_title", "source_url"),
    *("paragraph", "stem", "answer", "feedback", "accept", "look_alikes", "unit", "tolerance"),
    *("extra", "model", "words", "explanation", "hints", "tags", "reason"),
    *("picture", "picture_alt"),
)


def _blame_row(form: QuestionForm, about: str) -> None:
    """Mark the row that an option's finding is about: "options-2-text"."""
    _all, *place = about.split("-")
    if place:
        field = form.options[int(place[0])].form[place[1]]
        field.errors = ["!"]


def filled_from(draft: Draft, detail: QuestionDetail | None = None) -> QuestionForm:
    """The form with a draft in it, to write the next version of `detail` or a new question."""
    right = next((n for n, option in enumerate(draft.options) if option.correct), 0)
    rows = [
        {"text": o.text, "correct": o.correct, "partner": o.partner, "feedback": o.feedback}
        | {"fact": o.fact, "points": o.points, "shape": o.shape or BOX}
        | {name: getattr(o, name) for name in PLACE}
        for o in draft.options
    ]
    texts = {name: getattr(draft, name) for name in _TEXTS}
    return QuestionForm(
        question=detail.public_id if detail else "",
        base=str(detail.current.number) if detail else "",
        kind=draft.kind.value,
        right=str(right),
        truth=draft.answer,
        options=rows,
        last_stays=draft.last_stays,
        inside=draft.inside,
        rubric_shown=draft.rubric_shown,
        **texts,
    )
