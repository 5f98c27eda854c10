"""Pupils by list: read, mended row by row, saved; their slips; the class as a file."""

from __future__ import annotations

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from quizapp.services import classrooms, own_data_files
from quizapp.services.classrooms import ListPlan, ListRefused, ListRow
from quizapp.services.context import Refused
from quizapp.web.classrooms.qr import qr_code
from quizapp.web.classrooms.wording import problem_words, words_of
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import ngettext

MOST_ROWS = 500


def class_list(public_id: str) -> ResponseReturnValue:
    """Read a list that was typed, pasted or uploaded; save the rows that were shown."""
    if request.method == "GET":
        return _page(public_id)
    if request.form.get("step") == "save":
        return _save(public_id)
    text = request.form.get("text", "")
    try:
        file = request.files.get("file")
        if file is not None and file.filename:
            text = classrooms.decoded(file.read())
        read = classrooms.read_list(text, request.form.get("separator", ""))
    except Refused as error:
        if error.code not in ("not_a_text", "list_empty", "list_too_long"):
            raise
        return _page(public_id, text=text, error=words_of(error))
    found = classrooms.plan(context(), signed_in(), public_id, read.rows)
    return _page(public_id, found, text=text, unused=read.unused)


def _rows(*, all_of_them: bool = False) -> list[ListRow]:
    """The rows as they were mended, those to be left out not among them."""
    form = request.form
    count = form.get("count", "")
    total = int(count) if count.isascii() and count.isdigit() and len(count) < 5 else 0
    parts = ("name", "group", "password")
    rows = (
        ListRow(*(form.get(f"{part}-{number}", "").strip() for part in parts))
        for number in range(min(total, MOST_ROWS))
        if all_of_them or f"skip-{number}" not in form
    )
    return [row for row in rows if row != ListRow("")]


def _save(public_id: str) -> ResponseReturnValue:
    rows = _rows()
    if not rows:
        text = _as_text(_rows(all_of_them=True))
        return _page(public_id, text=text, error=words_of(Refused("list_empty")))
    try:
        saved = classrooms.save(context(), signed_in(), public_id, rows, now())
    except ListRefused as refused:
        return _page(public_id, refused.plan, text=_as_text(rows), tried=True)
    parts = (
        ngettext("%(num)s account made", "%(num)s accounts made", saved.new),
        ngettext("%(num)s pupil added", "%(num)s pupils added", saved.known) if saved.known else "",
        ngettext("%(num)s here already", "%(num)s here already", saved.here) if saved.here else "",
    )
    flash(", ".join(part for part in parts if part) + ".", "good")
    place = "classrooms.slips" if saved.new else "classrooms.detail"
    return redirect(url_for(place, public_id=public_id), 303)


def _as_text(rows: list[ListRow]) -> str:
    """The rows as one would paste them, so that the list can be read again."""
    cells = ((row.name, row.group, row.password) for row in rows)
    return "\n".join("\t".join(cell for cell in row).rstrip("\t") for row in cells)


def _page(
    public_id: str,
    plan: ListPlan | None = None,
    *,
    text: str = "",
    error: str = "",
    unused: tuple[str, ...] = (),
    tried: bool = False,
) -> ResponseReturnValue:
    screen = classrooms.classroom(context(), signed_in(), public_id, now())
    page = render_template(
        "classrooms/list.html" if plan is None else "classrooms/roster.html",
        classroom=screen,
        plan=plan,
        text=text,
        error=error,
        unused=unused,
        tried=tried,
        separator=request.form.get("separator", ""),
        problems=[] if plan is None else [problem_words(row) for row in plan.rows],
        with_passwords=plan is not None and any(row.row.password for row in plan.rows),
    )
    return page, 422 if error or tried else 200


def too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """More than the server takes at once: nothing was read, the form still has it."""
    words = _("At most 500 pupils at a time. Go back: your list is still in the form.")
    return render_template("errors/error.html", code=413, text=words), 413


def slips(public_id: str) -> ResponseReturnValue:
    """Choose for whom, then print: each printing makes new codes."""
    someone = signed_in()
    if request.method == "POST":
        try:
            made = classrooms.make_slips(
                context(), someone, public_id, request.form.getlist("pupil"), now()
            )
        except Refused as error:
            if error.code != "nobody_chosen":
                raise
            return _slip_form(public_id, words_of(error))
        address = url_for("account.code", _external=True)
        return render_template(
            "classrooms/slips.html",
            public_id=public_id,
            made=made,
            address=address,
            qr=qr_code(address),
        )
    return _slip_form(public_id)


def _slip_form(public_id: str, error: str = "") -> ResponseReturnValue:
    screen = classrooms.classroom(context(), signed_in(), public_id, now())
    pupils = classrooms.slip_pupils(context(), signed_in(), public_id)
    page = render_template(
        "classrooms/slip_form.html",
        classroom=screen,
        pupils=pupils,
        waiting=sum(not one.ready for one in pupils),
        everybody="all" in request.args,
        error=error,
    )
    return page, 422 if error else 200


def pupils_csv(public_id: str) -> ResponseReturnValue:
    """The class list as a file; no cell is taken for a formula."""
    heads = [_("Learner"), _("Groups"), _("Here since"), _("Last studied")]
    rows = [
        dict(
            zip(
                heads,
                (one.name, ", ".join(one.groups), one.joined.isoformat(), _iso(one)),
                strict=True,
            )
        )
        for one in classrooms.class_list(context(), signed_in(), public_id)
    ]
    response = Response(own_data_files.as_csv(heads, rows), mimetype="text/csv")
    response.headers["Content-Disposition"] = "attachment; filename=class.csv"
    return response


def _iso(line: classrooms.PupilLine) -> str:
    return "" if line.studied is None else line.studied.isoformat()
