"""A teacher's texts: the list, the form, and the review where proposals become facts."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services.context import Refused
from quizapp.services.sources import deciding, deciding_many, intake, reading, restoring
from quizapp.services.sources.files import read_upload
from quizapp.services.sources.intake import Flaw, TextRefused
from quizapp.services.sources.review_screens import ReviewScreen
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import ngettext
from quizapp.web.sources import wording
from quizapp.web.sources.forms import NewTextForm, TextForm

MOST_LINES = 1_000_000


def index() -> ResponseReturnValue:
    """The teacher's texts."""
    return render_template("sources/index.html", texts=reading.texts(context(), signed_in()))


def _given(form: TextForm) -> tuple[str, str]:
    """The text that was pasted or uploaded, and the file's name. Raises TextRefused."""
    upload = request.files.get("file")
    pasted = form.text.data or ""
    if upload is None or not upload.filename:
        return pasted, ""
    if pasted.strip():
        raise TextRefused(Flaw("two_texts", "file"))
    return read_upload(upload.stream, upload.filename), upload.filename


def new() -> ResponseReturnValue:
    """Give a text."""
    form = NewTextForm(request.form, audience=request.args.get("audience"))
    taught = reading.audiences(context(), signed_in())
    form.offer(taught)
    if request.method == "GET":
        if "audience" not in request.args and taught:
            form.audience.data = taught[0].public_id
        return render_template("sources/new.html", form=form)
    try:
        slug = intake.save(context(), signed_in(), form.draft(*_given(form)), now())
    except TextRefused as refused:
        form.show(refused.flaws)
        return render_template("sources/new.html", form=form), 422
    return redirect(url_for("sources.review", slug=slug), 303)


def text(slug: str) -> ResponseReturnValue:
    """Give the next version of a text."""
    row = reading.text_to_change(context(), signed_in(), slug)
    form = TextForm(request.form)
    if request.method == "GET":
        form.text.data = row.text.replace("\n", "\n\n")
        return render_template("sources/text.html", form=form, source=row)
    try:
        upload = request.files.get("file")
        chosen = upload is not None and bool(upload.filename)
        if chosen:
            form.text.data = ""
        changed = intake.save_version(context(), signed_in(), slug, _given(form)[0], now())
    except TextRefused as refused:
        form.show(refused.flaws)
        return render_template("sources/text.html", form=form, source=row), 422
    if not changed:
        flash(_("The text says what it said before. Nothing was changed."))
    return redirect(url_for("sources.review", slug=slug), 303)


def _line() -> int:
    return min(max(request.args.get("line", 0, type=int), 0), MOST_LINES)


def review(slug: str) -> ResponseReturnValue:
    """The text with its values, and one candidate to decide on."""
    screen = reading.review(
        context(),
        signed_in(),
        slug,
        now(),
        candidate=request.args.get("c", "")[:40],
        line=_line(),
    )
    return _page(screen)


def _page(
    screen: ReviewScreen, status: int = 200, errors: dict[str, str] | None = None
) -> ResponseReturnValue:
    part = "sources/_review.html" if request.headers.get("X-Fragment") else "sources/review.html"
    return render_template(part, review=screen, errors=errors or {}, words=wording), status


def decide(slug: str) -> ResponseReturnValue:
    """Approve, reject, undo, approve all clear ones, restore a line, stop or go on reading."""
    action, candidate = request.form.get("do", ""), request.form.get("candidate", "")[:40]
    subject, statement = request.form.get("subject", ""), request.form.get("statement", "")
    someone, at = signed_in(), now()
    following = ""
    try:
        if action == "approve":
            deciding.approve(context(), someone, slug, candidate, subject, statement, at)
        elif action == "reject":
            deciding.reject(context(), someone, slug, candidate, at)
        elif action == "undo":
            following = deciding.undo(context(), someone, slug, at)
        else:
            _other(action, slug)
    except Refused as error:
        return _refused(slug, candidate, (subject, statement), error)
    return redirect(url_for("sources.review", slug=slug, c=following or None), 303)


def _other(action: str, slug: str) -> None:
    """What concerns more than one candidate."""
    someone = signed_in()
    if action == "clear":
        count = deciding_many.approve_clean(context(), someone, slug, now())
        said = ngettext("%(num)s fact approved.", "%(num)s facts approved.", count)
        flash(said, "good" if count else "")
    elif action == "restore":
        line = request.form.get("line", 0, type=int)
        restoring.restore(context(), someone, slug, line)
    elif action == "cancel":
        intake.cancel(context(), someone, slug)
    elif action == "continue":
        intake.read_again(context(), someone, slug)
    else:
        raise Refused("unknown_action")


def _refused(
    slug: str, candidate: str, typed: tuple[str, str], error: Refused
) -> ResponseReturnValue:
    """The same candidate with what was typed, and why it could not be done."""
    if error.code in ("decided", "still_reading"):
        flash(wording.refused_words(error), "notyet")
        return redirect(url_for("sources.review", slug=slug), 303)
    if error.code not in ("no_value", "no_subject", "no_questions", "too_long"):
        raise error
    screen = reading.review(context(), signed_in(), slug, now(), candidate=candidate, typed=typed)
    return _page(screen, 422, {wording.refused_field(error): wording.refused_words(error)})
