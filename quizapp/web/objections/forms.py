"""What a learner says of a question, and what a teacher says to a learner."""

from __future__ import annotations

from wtforms import Form, RadioField, TextAreaField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]

from quizapp.web.shared.texts import lazy_gettext as _l


class ObjectionForm(Form):
    """What is wrong, and a sentence about it."""

    reason = RadioField(
        _l("What is wrong"),
        choices=[
            SelectChoice("answer", _l("My answer was right")),
            SelectChoice("unclear", _l("The question is unclear")),
            SelectChoice("source", _l("The source says something else")),
            SelectChoice("other", _l("Something else")),
        ],
        validate_choice=False,
    )
    text = TextAreaField(
        _l("In a sentence"),
        description=_l("if you like"),
        render_kw={"rows": 2, "maxlength": 500},
    )


class ReplyForm(Form):
    """What the learner is told."""

    reply = TextAreaField(
        _l("To the learner"),
        description=_l("shown with the decision"),
        render_kw={"rows": 2, "maxlength": 1000},
    )
