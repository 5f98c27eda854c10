"""The question form. What is right and wrong in it is decided by the service's checks."""

from __future__ import annotations

from collections.abc import Iterable

from wtforms import (
    FieldList,
    Form,
    FormField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]

from quizapp.services.authoring import Check, Choices, Draft, DraftOption, QuestionDetail
from quizapp.services.authoring.draft import NEW_SOURCE
from quizapp.web.authoring.wording import check_words
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import lazy_gettext as _l

ROWS = 5
PLAIN = {"autocomplete": "off"}


class OptionForm(Form):
    """One row: what the learner reads, and what is said when it was chosen wrongly."""

    text = StringField(_l("Option"))
    feedback = StringField(_l("Feedback when chosen"))


class QuestionForm(Form):
    """A single-choice question.

    `key` makes a double press one question; `base` is the version from which a change was made,
    `question` the public id of what is changed.
    """

    key = HiddenField()
    base = HiddenField()
    question = HiddenField()
    audience = SelectField(_l("For"), validate_choice=False)
    find = StringField(_l("Find a fact"), render_kw=PLAIN)
    fact = SelectField(_l("Asks for the fact"), validate_choice=False)
    statement = TextAreaField(
        _l("The fact in one sentence"),
        description=_l("learners see it after their answer"),
        render_kw={"rows": 2},
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
    stem = TextAreaField(_l("Question"), id="question-stem", render_kw={"rows": 2})
    right = RadioField(
        _l("Right answer"),
        choices=[SelectChoice(str(number), str(number + 1)) for number in range(ROWS)],
        default="0",
        validate_choice=False,
    )
    options = FieldList(FormField(OptionForm), _l("Options"), min_entries=ROWS, max_entries=ROWS)
    explanation = TextAreaField(
        _l("Explanation"), description=_l("may stay empty"), render_kw={"rows": 2}
    )
    reason = StringField(
        _l("What did you change, and why?"), description=_l("may stay empty"), render_kw=PLAIN
    )

    def offer(self, choices: Choices) -> None:
        """Fill the lists from which one chooses."""
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

    def draft(self, language: str) -> Draft:
        """What was typed, as the service takes it."""
        right = self.right.data or ""
        rows = enumerate(self.options)
        return Draft(
            audience=self.audience.data or "",
            fact=self.fact.data or "",
            statement=self.statement.data or "",
            topic=self.topic.data or "",
            source=self.source.data or "",
            source_title=self.source_title.data or "",
            source_url=self.source_url.data or "",
            paragraph=self.paragraph.data or "",
            stem=self.stem.data or "",
            options=tuple(
                DraftOption(row.form.text.data or "", right == str(n), row.form.feedback.data or "")
                for n, row in rows
            ),
            explanation=self.explanation.data or "",
            reason=self.reason.data or "",
            language=language,
        )

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


def _blame_row(form: QuestionForm, about: str) -> None:
    """Mark the row that an option's finding is about: "options-2-text"."""
    _all, *place = about.split("-")
    if place:
        field = form.options[int(place[0])].form[place[1]]
        field.errors = ["!"]


def filled_from(detail: QuestionDetail, draft: Draft) -> QuestionForm:
    """The form with a question's version in force in it."""
    right = next((n for n, option in enumerate(draft.options) if option.correct), 0)
    rows = [{"text": o.text, "feedback": o.feedback} for o in draft.options]
    return QuestionForm(
        question=detail.public_id,
        base=str(detail.current.number),
        audience=draft.audience,
        fact=draft.fact,
        stem=draft.stem,
        right=str(right),
        options=rows,
        explanation=draft.explanation,
    )
