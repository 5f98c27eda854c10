"""The form of an assignment: what is asked of whom, by when."""

from __future__ import annotations

from collections.abc import Sequence

from wtforms import Form, HiddenField, RadioField, SelectMultipleField, StringField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]

from quizapp.services.quizzes import AssignmentDraft
from quizapp.services.quizzes.choosing import AssignmentDesk
from quizapp.web.quizmaking import wording
from quizapp.web.quizmaking.fields import Moment, Whole
from quizapp.web.quizmaking.forms import DIGITS, PLAIN, choices
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import lazy_gettext as _l


class AssignmentForm(Form):
    """What is asked of whom by when; times are the classroom's."""

    based_on = HiddenField()
    title = StringField(
        _l("Title"), description=_l("as learners read it"), render_kw=PLAIN | {"maxlength": 240}
    )
    topics = SelectMultipleField(_l("Topics"), validate_choice=False)
    single = SelectMultipleField(_l("Single facts"), validate_choice=False)
    target = Whole(
        _l("To be known with a chance of, in per cent"),
        usual=90,
        default="90",
        render_kw=DIGITS,
    )
    reach = RadioField(_l("Who is asked"), default="everyone")
    learners = SelectMultipleField(_l("Learners"), validate_choice=False)
    groups = SelectMultipleField(_l("Groups"), validate_choice=False)
    opens_at = Moment(_l("Opens"), description=_l("empty: at once"))
    due_at = Moment(_l("Due"))
    closes_at = Moment(_l("Closes"), description=_l("empty: stays open"))

    def __init__(self, *args: object, **values: object) -> None:
        super().__init__(*args, **values)  # type: ignore[arg-type]
        self.reach.choices = choices(
            {"everyone": _("the whole class"), "some": _("those chosen below")}
        )
        for field in (self.opens_at, self.due_at, self.closes_at):
            field.render_kw = {"type": "datetime-local"}

    def offer(self, desk: AssignmentDesk) -> None:
        """Fill the lists from which one chooses; single facts are those outside whole topics."""
        self.learners.choices = [SelectChoice(*one) for one in desk.pupils]
        self.groups.choices = [SelectChoice(*one) for one in desk.groups]
        self.topics.choices = [
            SelectChoice(topic, f"{topic} ({len(facts)})") for topic, facts in desk.topics
        ]
        single = set(self.single.data or ())
        self.single.choices = [
            SelectChoice(fact, text)
            for _topic, facts in desk.topics
            for fact, text in facts
            if fact in single
        ]
        self.single.choices += [
            SelectChoice(fact, _("%(fact)s (no question asks for it now)", fact=text))
            for fact, text in desk.unasked
        ]

    def draft(self, desk: AssignmentDesk, quiz: str) -> AssignmentDraft:
        """What was typed, as the service takes it."""
        wanted = set(self.topics.data or ())
        whole = [fact for topic, facts in desk.topics if topic in wanted for fact, _t in facts]
        facts = dict.fromkeys([*whole, *(self.single.data or ())])
        return AssignmentDraft(
            classroom=desk.classroom,
            title=self.title.data or "",
            quiz=quiz,
            facts=() if quiz else tuple(facts),
            everyone=self.reach.data != "some",
            learners=tuple(self.learners.data or ()),
            groups=tuple(self.groups.data or ()),
            opens_at=self.opens_at.at(desk.time_zone),
            due_at=self.due_at.at(desk.time_zone),
            closes_at=self.closes_at.at(desk.time_zone),
            target=self.target.value / 100,
        )

    def explain(self, codes: Sequence[str]) -> None:
        """Put each reason under the field that it is about, or on top of the form."""
        for code in codes:
            name = wording.ASSIGNMENT_FIELD_OF.get(code)
            if name is None:
                self.form_errors.append(wording.problem_words(code))
            else:
                field = self[name]
                field.errors = [*field.errors, wording.problem_words(code)]


def assignment_form(draft: AssignmentDraft, version: int, desk: AssignmentDesk) -> AssignmentForm:
    """The form as it stands for a stored assignment."""
    facts = set(draft.facts)
    whole = [topic for topic, found in desk.topics if {fact for fact, _t in found} <= facts]
    covered = {fact for topic, found in desk.topics if topic in whole for fact, _t in found}
    form = AssignmentForm(
        based_on=str(version),
        title=draft.title,
        topics=whole,
        single=sorted(facts - covered),
        target=str(round(draft.target * 100)),
        reach="everyone" if draft.everyone else "some",
        learners=list(draft.learners),
        groups=list(draft.groups),
    )
    form.opens_at.show(draft.opens_at, desk.time_zone)
    form.due_at.show(draft.due_at, desk.time_zone)
    form.closes_at.show(draft.closes_at, desk.time_zone)
    return form
