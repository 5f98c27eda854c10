"""A school's changes of shipped facts: the form, what would follow, the list of all changes."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import facts as service
from quizapp.services.context import Refused
from quizapp.services.facts import ChangeRefused, Editing, Effect
from quizapp.web.facts.forms import ChangeForm
from quizapp.web.facts.wording import difference_words, instant_words
from quizapp.web.shared.languages import interface_language
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _


def changes() -> ResponseReturnValue:
    """All facts that the school changed, those with a newer wording first."""
    found = service.changed_facts(context(), signed_in(), interface_language())
    return render_template(
        "facts/changes.html", changes=found, moment=instant_words, told=difference_words
    )


def change(public_id: str) -> ResponseReturnValue:
    """Change a fact: typed, looked at, saved. A save of what was not looked at is a look."""
    made = service.editing(context(), signed_in(), public_id, interface_language())
    if request.method == "GET":
        return _page(made, ChangeForm(data=_typed(made)))
    form = ChangeForm(request.form)
    try:
        effect = service.look(context(), signed_in(), public_id, form.draft(), interface_language())
    except ChangeRefused as refused:
        form.looked.data = ""
        return _page(made, form, general=form.show(refused.problems), status=422)
    if request.form.get("do") != "save" or form.looked.data != form.fingerprint():
        form.looked.data = form.fingerprint()
        return _page(made, form, effect)
    return _save(made, form, effect)


def _typed(made: Editing) -> dict[str, str]:
    draft = made.draft
    return {
        "seen": made.seen,
        "statement": draft.statement,
        "value": draft.value,
        "answer": draft.answer,
        "accept": draft.accept,
        "reason": draft.reason,
    }


def _save(made: Editing, form: ChangeForm, effect: Effect) -> ResponseReturnValue:
    public_id, seen = made.shipped.id, form.seen.data or ""
    try:
        service.save(
            context(), signed_in(), public_id, form.draft(), seen, interface_language(), now()
        )
    except ChangeRefused as refused:
        return _page(made, form, general=form.show(refused.problems), status=422)
    except Refused as refused:
        if refused.code != "changed_meanwhile":
            raise
        form.seen.data, form.looked.data = made.seen, ""
        return _page(made, form, effect, conflict=True, status=409)
    flash(_("The change is in force. Its questions ask for it from now on."), "good")
    return redirect(url_for("facts.detail", public_id=public_id), 303)


def _page(
    made: Editing,
    form: ChangeForm,
    effect: Effect | None = None,
    *,
    general: tuple[str, ...] = (),
    conflict: bool = False,
    status: int = 200,
) -> ResponseReturnValue:
    page = render_template(
        "facts/change.html",
        form=form,
        shipped=made.shipped,
        in_force=made.in_force,
        effect=effect,
        general=general,
        conflict=conflict,
    )
    return page, status


def keep(public_id: str) -> ResponseReturnValue:
    """Keep the school's wording beside a newer one of the bank."""
    service.keep(context(), signed_in(), public_id, now())
    flash(_("Your school’s wording stays. You can take the bank’s later, too."), "good")
    return redirect(url_for("facts.detail", public_id=public_id), 303)


def drop(public_id: str) -> ResponseReturnValue:
    """Take the bank's wording again."""
    service.drop(context(), signed_in(), public_id, now())
    flash(_("The fact says again what the bank says."), "good")
    return redirect(url_for("facts.detail", public_id=public_id), 303)
