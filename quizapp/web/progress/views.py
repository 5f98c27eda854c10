"""A visitor's and a learner's home, and what a learner knows."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from quizapp.services import classrooms, quizzes, study
from quizapp.services import progress as service
from quizapp.services.objections.reading import waiting as waiting_objections
from quizapp.web.shared.parts import context, now, person, signed_in


def home() -> ResponseReturnValue:
    """What is due today; for a visitor, what this is and one question to try."""
    someone = person()
    if someone is None:
        question = study.try_question(context(), now())
        return render_template("progress/visitor.html", question=question, verdict=None)
    screen = service.home(context(), someone, now())
    taught = classrooms.taught(context(), someone) if someone.is_teacher else ()
    waiting = waiting_objections(context(), someone)
    to_mark = quizzes.essays.waiting(context(), someone) if someone.is_teacher else ()
    return render_template(
        "progress/home.html", home=screen, taught=taught, waiting=waiting, to_mark=to_mark
    )


def try_answer() -> ResponseReturnValue:
    """A visitor's answer to the question on the home page."""
    form = request.form
    result = study.try_answer(
        context(), form.get("key", ""), form.get("version", ""), form.get("choice", "")
    )
    return render_template("progress/visitor.html", question=result.question, verdict=result)


def progress() -> ResponseReturnValue:
    """What the learner knows now and what falls due."""
    screen = service.progress(context(), signed_in(), now())
    return render_template("progress/progress.html", progress=screen)
