"""A teacher's questions: listed, written, previewed, changed."""

from __future__ import annotations

from datetime import datetime

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_sqlalchemy.pagination import Pagination

from quizapp.services import authoring
from quizapp.services.authoring import Conflict, Draft, DraftRefused, QuestionDetail
from quizapp.services.screens import FactCard
from quizapp.store.queries import authoring as queries
from quizapp.web.authoring.forms import QuestionForm, filled_from
from quizapp.web.authoring.wording import change_words, check_list
from quizapp.web.shared.database import db
from quizapp.web.shared.languages import interface_language
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import instant_text, language, ngettext

PAGE = 20
LAST_PAGE = 100_000
MOST_WORDS = 8


def _page(name: str) -> int:
    return min(max(1, request.args.get(name, 1, type=int)), LAST_PAGE)


def _lines(page: Pagination) -> tuple[queries.QuestionLine, ...]:
    return queries.lines(db.session(), page.items)


def index() -> ResponseReturnValue:
    """The teacher's questions and the shipped bank, searched by words."""
    text = request.args.get("q", "").strip()
    words = text.split()[:MOST_WORDS]
    own = db.paginate(
        queries.own_questions(signed_in().id, words),
        page=_page("page"),
        per_page=PAGE,
        error_out=False,
    )
    bank = db.paginate(
        queries.shipped_questions(words), page=_page("bank"), per_page=PAGE, error_out=False
    )
    return render_template(
        "authoring/index.html",
        query=text,
        own=own,
        own_lines=_lines(own),
        bank=bank,
        bank_lines=_lines(bank),
    )


def _draft(form: QuestionForm, detail: QuestionDetail | None) -> tuple[Draft, FactCard | None]:
    """What was typed, in the language of its fact; and that fact."""
    chosen = (
        detail.fact
        if detail
        else authoring.fact_to_ask(context(), signed_in(), form.fact.data or "")
    )
    draft = form.draft(chosen.language if chosen else interface_language())
    if detail:
        form.fact.data = detail.fact.public_id
        draft = form.draft(detail.current.language)
    return draft, chosen


def _editor(
    form: QuestionForm, detail: QuestionDetail | None, status: int = 200, *, conflict: bool = False
) -> ResponseReturnValue:
    """The form with its preview; `detail` is the question that is being changed."""
    draft, chosen = _draft(form, detail)
    someone = signed_in()
    offered = authoring.choices(context(), someone, form.find.data or "", form.fact.data or "")
    form.offer(offered)
    if not detail and not form.key.data:
        form.key.data = authoring.form_key(context(), someone)
    page = render_template(
        "authoring/editor.html",
        form=form,
        detail=detail,
        conflict=conflict,
        offered=offered,
        chosen=chosen,
        draft=draft,
        preview=authoring.preview(draft.tidied()),
        checks=check_list(authoring.check(draft)),
    )
    return page, status


def new() -> ResponseReturnValue:
    """Write a question."""
    if request.method == "GET":
        return _editor(_empty_form(), None)
    form = QuestionForm(request.form)
    draft, _fact = _draft(form, None)
    try:
        made = authoring.save_new(context(), signed_in(), form.key.data or "", draft, now())
    except DraftRefused as refused:
        form.show_checks(refused.checks)
        return _editor(form, None, 422)
    flash(_("Saved. Learners will be asked it from now on."), "good")
    return redirect(url_for("authoring.detail", public_id=made), 303)


def _empty_form() -> QuestionForm:
    """An empty form, with what the address asks for: audience, fact, words to find facts by."""
    given = request.args
    form = QuestionForm(
        audience=given.get("audience", ""),
        fact=given.get("fact", ""),
        find=given.get("find", ""),
        topic=given.get("topic", ""),
    )
    if "audience" not in given:
        classrooms = authoring.choices(context(), signed_in(), "").classrooms
        form.audience.data = classrooms[0].public_id if classrooms else ""
    return form


def preview() -> ResponseReturnValue:
    """The question as a learner will see it, and what the checks say.

    Without a script the whole form comes back with it, everything typed in its place.
    """
    form = QuestionForm(request.form)
    changed = form.question.data or ""
    detail = _to_edit(changed) if changed else None
    if not request.headers.get("X-Fragment"):
        return _editor(form, detail)
    draft, chosen = _draft(form, detail)
    return render_template(
        "authoring/_preview.html",
        draft=draft,
        chosen=chosen,
        preview=authoring.preview(draft.tidied()),
        checks=check_list(authoring.check(draft)),
    )


def _to_edit(public_id: str) -> QuestionDetail:
    return authoring.question_detail(context(), signed_in(), public_id, to_edit=True)


def detail(public_id: str) -> ResponseReturnValue:
    """One question with its versions."""
    found = authoring.question_detail(context(), signed_in(), public_id)
    return render_template(
        "authoring/detail.html",
        detail=found,
        change_words=change_words,
        moment=_moment,
    )


def _moment(at: datetime) -> str:
    spanish = language() == "es"
    return instant_text(at, "d 'de' MMMM 'de' y, HH:mm" if spanish else "d MMMM y, HH:mm")


def edit(public_id: str) -> ResponseReturnValue:
    """Write the question's next version."""
    found = _to_edit(public_id)
    if request.method == "GET":
        return _editor(filled_from(found, authoring.draft_of(found)), found)
    form = QuestionForm(request.form)
    form.question.data = public_id
    draft, _fact = _draft(form, found)
    based_on = form.base.data or ""
    try:
        number = authoring.save_version(
            context(),
            signed_in(),
            public_id,
            int(based_on) if based_on.isdigit() else 0,
            draft,
            now(),
        )
    except DraftRefused as refused:
        form.show_checks(refused.checks)
        return _editor(form, found, 422)
    except Conflict as conflict:
        form.base.data = str(conflict.detail.current.number)
        return _editor(form, conflict.detail, 409, conflict=True)
    flash(ngettext("Version %(num)s is in force.", "Version %(num)s is in force.", number), "good")
    return redirect(url_for("authoring.detail", public_id=public_id), 303)
