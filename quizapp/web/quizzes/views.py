"""The learner's screens of quizzes. Each view is one call of the service and one template.

A script asks with the header X-Fragment for the inside of a page, and with X-Save to have an
answer kept without going anywhere; without scripts the same forms lead from page to page.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import Any

from flask import jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.core.grading.verdict import Note
from quizapp.services import quizzes
from quizapp.services.quizzes import Answered, AttemptOver, Saved, StillOpen
from quizapp.services.study import Submission
from quizapp.web.quizzes.wording import gate_words, rule_words
from quizapp.web.shared.answers import placed, submitted
from quizapp.web.shared.languages import interface_language
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.words import note_text

CHECK, OVERVIEW, HINT = "check", "overview", "hint-"


def _render(name: str, status: int = 200, **values: Any) -> ResponseReturnValue:
    inside = "_" if request.headers.get("X-Fragment") else ""
    return render_template(f"quizzes/{inside}{name}.html", **values), status


def index() -> ResponseReturnValue:
    """The quizzes that the learner is asked to sit."""
    cards = quizzes.mine(context(), signed_in(), now())
    return render_template("quizzes/index.html", cards=cards, words=gate_words)


def before(public_id: str) -> ResponseReturnValue:
    """What to know before a quiz begins."""
    screen = quizzes.start_screen(context(), signed_in(), public_id, now())
    rules = rule_words(screen.rules)
    return render_template("quizzes/before.html", start=screen, rules=rules, words=gate_words)


def start(public_id: str) -> ResponseReturnValue:
    """Begin, or go on with the attempt under way."""
    attempt_id = quizzes.start(context(), signed_in(), public_id, now())
    return redirect(url_for("quizzes.attempt", public_id=attempt_id), 303)


def preview(public_id: str) -> ResponseReturnValue:
    """A quiz as a learner would see it, for its teacher; nothing is kept."""
    seed = request.args.get("seed", "") or secrets.token_hex(4)
    position = _place(request.args.get("question", "")) or 1
    screen = quizzes.preview(context(), signed_in(), public_id, seed, position)
    return render_template("quizzes/preview.html", preview=screen)


def try_out(public_id: str) -> ResponseReturnValue:
    """What an answer would be told; nothing is kept."""
    form = request.form
    answered = Answered(submitted(form), certainty=form.get("certainty", ""))
    screen = quizzes.preview(
        context(),
        signed_in(),
        public_id,
        form.get("seed", ""),
        _place(form.get("question", "")) or 1,
        answered,
        interface_language(),
    )
    status = 422 if screen.notes else 200
    return render_template("quizzes/preview.html", preview=screen), status


def attempt(public_id: str) -> ResponseReturnValue:
    """One question of an attempt: the one asked for, else the first that is open."""
    try:
        position = _place(request.args.get("question", ""))
        if position is None:
            position = quizzes.first_open(context(), signed_in(), public_id, now())
        screen = quizzes.page(context(), signed_in(), public_id, position, now())
    except AttemptOver:
        return _to_result(public_id)
    return _render("sitting", sitting=screen)


def save(public_id: str) -> ResponseReturnValue:
    """Keep what was given to a question, then go where the pressed button leads."""
    form = request.form
    position, go = _place(form.get("position", "")) or 1, form.get("go", "")
    turn = _place(form.get("turn", "")) or 0
    hint = _place(go.removeprefix(HINT)) or 0 if go.startswith(HINT) else 0
    sent, certainty = submitted(form), form.get("certainty", "")
    answered = Answered(sent, turn, certainty, check=go == CHECK, hint=hint)
    try:
        saved = quizzes.save(
            context(), signed_in(), public_id, position, answered, interface_language(), now()
        )
        if request.headers.get("X-Save"):
            return jsonify(saved=saved.stored, notes=_note_words(saved.notes))
        return _after(public_id, position, go, saved, sent)
    except AttemptOver as ended:
        if request.headers.get("X-Save"):
            return jsonify(over=_result_address(public_id, late=ended.late)), 409
        return _to_result(public_id, late=ended.late)


def _after(
    public_id: str, position: int, go: str, saved: Saved, sent: Submission
) -> ResponseReturnValue:
    """Where to go after saving. What was asked back or left half done stays where it is."""
    if saved.notes or saved.half_done:
        screen = quizzes.page(context(), signed_in(), public_id, position, now())
        if saved.half_done:
            screen = replace(screen, question=placed(screen.question, sent))
        if not saved.stored and request.form.get("text"):
            typed = replace(screen.question, given=request.form["text"])
            screen = replace(screen, question=typed)
        return _render("sitting", 422 if saved.notes else 200, sitting=screen, notes=saved.notes)
    if go == OVERVIEW:
        return redirect(url_for("quizzes.overview", public_id=public_id), 303)
    wanted = position if go == CHECK else _place(go) or position
    return redirect(url_for("quizzes.attempt", public_id=public_id, question=wanted), 303)


def overview(public_id: str) -> ResponseReturnValue:
    """Before submitting: what is still open."""
    try:
        screen = quizzes.overview(context(), signed_in(), public_id, now())
    except AttemptOver:
        return _to_result(public_id)
    return _render("overview", overview=screen)


def submit(public_id: str) -> ResponseReturnValue:
    """Submit the attempt."""
    quizzes.submit(context(), signed_in(), public_id, now())
    return _to_result(public_id)


def result(public_id: str) -> ResponseReturnValue:
    """The result of a submitted attempt, as far as its quiz shows it."""
    try:
        screen = quizzes.result(context(), signed_in(), public_id, now())
    except StillOpen:
        return redirect(url_for("quizzes.attempt", public_id=public_id), 303)
    late = "late" in request.args
    return render_template("quizzes/result.html", result=screen, came_too_late=late)


def _place(text: str) -> int | None:
    """A small number as sent, None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None


def _note_words(notes: tuple[Note, ...]) -> str:
    return " ".join(words for note in notes if (words := note_text(note)))


def _result_address(public_id: str, *, late: bool) -> str:
    return url_for("quizzes.result", public_id=public_id, late=1 if late else None)


def _to_result(public_id: str, *, late: bool = False) -> ResponseReturnValue:
    return redirect(_result_address(public_id, late=late), 303)
