"""The form in which a school changes a shipped fact. What is wrong in it the service decides."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from wtforms import Form, HiddenField, StringField, TextAreaField

from quizapp.services.facts import Draft, Problem
from quizapp.web.facts.wording import problem_words
from quizapp.web.shared.texts import lazy_gettext as _l

PLAIN = {"autocomplete": "off"}


class ChangeForm(Form):
    """A change. `seen` names what it was made from, `looked` what was looked at last."""

    seen = HiddenField()
    looked = HiddenField()
    statement = TextAreaField(
        _l("Statement"),
        description=_l("one sentence, with the answer in it"),
        render_kw={"rows": 3},
    )
    value = StringField(_l("Value"), description=_l("in words, with its hedge"), render_kw=PLAIN)
    answer = StringField(_l("Answer"), description=_l("as learners see it"), render_kw=PLAIN)
    accept = TextAreaField(
        _l("Also accepted"), description=_l("one form on each line"), render_kw={"rows": 3}
    )
    reason = StringField(
        _l("Why?"), description=_l("teachers read it in the history"), render_kw=PLAIN
    )

    def draft(self) -> Draft:
        """What was typed."""
        fields = (self.statement, self.value, self.answer, self.accept, self.reason)
        return Draft(*(field.data or "" for field in fields))

    def fingerprint(self) -> str:
        """By which what is saved is known to be what was looked at."""
        draft = self.draft()
        typed = (draft.statement, draft.value, draft.answer, draft.accept)
        return sha256("\x1f".join(typed).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def show(self, problems: Iterable[Problem]) -> tuple[str, ...]:
        """Put each problem at its field; those at none come back as sentences."""
        general = []
        for problem in problems:
            if problem.field:
                field = self[problem.field]
                field.errors = [*field.errors, problem_words(problem)]
            else:
                general.append(problem_words(problem))
        return tuple(dict.fromkeys(general))
