"""Writing a question: the form, its preview, saving it as ready or as a draft."""

from __future__ import annotations

from dataclasses import replace

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.core.grading.numeric import TOLERANCE
from quizapp.core.grading.short_answer import ASKED_BACK
from quizapp.core.questions import QuestionKind
from quizapp.services import authoring
from quizapp.services.authoring import Conflict, Draft, DraftRefused, QuestionDetail
from quizapp.services.authoring.reading import own_key
from quizapp.services.authoring.saving import already_saved
from quizapp.services.authoring.similar import Similar, similar
from quizapp.services.objections.deciding import corrected
from quizapp.services.screens import FactCard
from quizapp.web.authoring.arranging import arranged
from quizapp.web.authoring.forms import QuestionForm, filled_from
from quizapp.web.authoring.kinds import markup_hints, precision_words, row_words
from quizapp.web.authoring.picturing import pictured
from quizapp.web.authoring.wording import check_list
from quizapp.web.shared.languages import interface_language
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import ngettext

NOTHING = Similar()


def _draft(form: QuestionForm, detail: QuestionDetail | None) -> tuple[Draft, FactCard | None]:
    """What was typed, in the language of its fact; and that fact."""
    if detail and not detail.fact_open:
        form.fact.data = detail.fact.public_id
        return form.draft(detail.current.language), detail.fact
    chosen = authoring.fact_to_ask(context(), signed_in(), form.fact.data or "")
    own = detail.current.language if detail else interface_language()
    draft = form.draft(chosen.language if chosen else own)
    if detail:
        draft = replace(draft, audience=detail.audience)
    return draft, chosen


def _editor(
    form: QuestionForm,
    detail: QuestionDetail | None,
    status: int = 200,
    *,
    conflict: bool = False,
    like: Similar = NOTHING,
) -> ResponseReturnValue:
    """The form with its preview; `detail` is the question that is being changed."""
    draft, chosen = _draft(form, detail)
    someone = signed_in()
    offered = authoring.choices(context(), someone, form.find.data or "", form.fact.data or "")
    form.offer(offered, fixed_kind=detail.kind if detail else "")
    if not detail and not own_key(context(), someone, form.key.data or ""):
        form.key.data = authoring.form_key(context(), someone)
    page = render_template(
        "authoring/editor.html",
        form=form,
        detail=detail,
        conflict=conflict,
        offered=offered,
        similar=like,
        similar_seen=_seen(draft),
        row_words=row_words(),
        markup_hints=markup_hints(),
        most_rows=authoring.MOST_ROWS,
        resend=bool(request.form.get("held")),
        **_shown(draft, chosen),
    )
    return page, status


def _shown(draft: Draft, chosen: FactCard | None) -> dict[str, object]:
    """What stands beside the form."""
    return {
        "chosen": chosen,
        "draft": draft,
        "preview": authoring.preview(draft.tidied()),
        "checks": check_list(authoring.check(draft)),
        "right": _right(draft.tidied()),
    }


def _right(draft: Draft) -> list[str]:
    """What will be taken for right, as far as it can be read."""
    key = authoring.question_of(draft, "", ("",)).key
    if draft.has_rows or draft.kind is QuestionKind.TRUE_FALSE or not key.text:
        return []
    reading = authoring.read(draft.kind, draft.answer, draft.language)
    lines = [key.text]
    if reading.words:
        lines = [f"{reading.words}, {precision_words(reading.precision)}"]
    reach = key.accept if draft.kind is QuestionKind.NUMERIC else ()
    lines += [form for form in reach if form.startswith(TOLERANCE)]
    worded = draft.kind in (QuestionKind.SHORT_ANSWER, QuestionKind.CLOZE)
    forms = (form for form in draft.accept.split("\n") if form.strip())
    return lines + [form for form in forms if not (worded and form.startswith(ASKED_BACK))]


def _seen(draft: Draft) -> str:
    """What a form carries after its likenesses were shown: they are not shown again for it."""
    tidied = draft.tidied()
    return context().sign("similar", tidied.stem, tidied.statement, tidied.answer)[:16]


def _likenesses(draft: Draft, detail: QuestionDetail | None) -> Similar:
    """What is like the draft and was not shown yet; a draft or a version of it is let alone."""
    if _as_draft() or request.form.get("seen") == _seen(draft):
        return NOTHING
    if any(one.blocks for one in authoring.check(draft)):
        return NOTHING
    if detail and draft.stem == detail.current.stem:
        return NOTHING
    return similar(context(), signed_in(), draft, but=detail.public_id if detail else "")


def _as_draft() -> bool:
    return request.form.get("as") == "draft"


def new() -> ResponseReturnValue:
    """Write a question."""
    if request.method == "GET":
        return _editor(_empty_form(), None)
    form = QuestionForm(request.form)
    if not pictured(form):
        return _editor(form, None, 422)
    draft, _fact = _draft(form, None)
    key = form.key.data or ""
    again = already_saved(context(), signed_in(), key)
    if not again and (like := _likenesses(draft, None)):
        return _editor(form, None, 409, like=like)
    try:
        made = authoring.save_new(context(), signed_in(), key, draft, now(), as_draft=_as_draft())
    except DraftRefused as refused:
        form.show_checks(refused.checks)
        return _editor(form, None, 422)
    flash(_said_new(), "good")
    return redirect(url_for("authoring.detail", public_id=made), 303)


def _said_new() -> str:
    if _as_draft():
        return _("Saved as a draft. Nobody is asked it yet.")
    return _("Saved. Learners will be asked it from now on.")


def _empty_form() -> QuestionForm:
    """An empty form, with what the address asks for: kind, audience, fact, topic, words."""
    given = request.args
    form = QuestionForm(
        kind=given.get("kind", QuestionKind.SINGLE_CHOICE.value),
        audience=given.get("audience", ""),
        fact=given.get("fact", ""),
        find=given.get("find", ""),
        topic=given.get("topic", ""),
    )
    form.kind.data = form.chosen_kind.value
    if "audience" not in given:
        classrooms = authoring.choices(context(), signed_in(), "").classrooms
        form.audience.data = classrooms[0].public_id if classrooms else ""
    return form


def preview() -> ResponseReturnValue:
    """The question as a learner will see it, and what the checks say.

    Without a script the whole form comes back with it, everything typed in its place and the
    rows as they were asked to be moved.
    """
    form = QuestionForm(request.form)
    taken = pictured(form, request.form.get("do", ""))
    changed = form.question.data or ""
    detail = _to_edit(changed) if changed else None
    if request.headers.get("X-Fragment"):
        draft, chosen = _draft(form, detail)
        return render_template("authoring/_preview.html", **_shown(draft, chosen))
    if request.form.get("use_fact"):
        form.fact.data = request.form["use_fact"]
    form = arranged(form, request.form.get("do", ""), interface_language())
    return _editor(form, detail, 200 if taken else 422)


def _to_edit(public_id: str) -> QuestionDetail:
    return authoring.question_detail(context(), signed_in(), public_id, to_edit=True)


def edit(public_id: str) -> ResponseReturnValue:
    """Write the question's next version."""
    found = _to_edit(public_id)
    if request.method == "GET":
        form = filled_from(authoring.draft_of(found), found)
        form.objection.data = request.args.get("objection", "")
        return _editor(form, found)
    form = QuestionForm(request.form)
    form.question.data = public_id
    form.kind.data = found.kind
    if not pictured(form):
        return _editor(form, found, 422)
    draft, _fact = _draft(form, found)
    if like := _likenesses(draft, found):
        return _editor(form, found, 409, like=like)
    try:
        number = _save(public_id, form.base.data or "", draft)
    except DraftRefused as refused:
        form.show_checks(refused.checks)
        return _editor(form, found, 422)
    except Conflict as conflict:
        form.base.data = str(conflict.detail.current.number)
        return _editor(form, conflict.detail, 409, conflict=True)
    flash(_said(number), "good")
    if form.objection.data and not _as_draft():
        corrected(context(), signed_in(), form.objection.data[:40], public_id, now())
    return redirect(url_for("authoring.detail", public_id=public_id), 303)


def _save(public_id: str, based_on: str, draft: Draft) -> int:
    base = int(based_on) if based_on.isascii() and based_on.isdigit() and len(based_on) < 8 else 0
    return authoring.save_version(
        context(), signed_in(), public_id, base, draft, now(), as_draft=_as_draft()
    )


def _said(number: int) -> str:
    if _as_draft():
        return _("Version %(num)s is kept as a draft.", num=number)
    return ngettext("Version %(num)s is in force.", "Version %(num)s is in force.", number)
