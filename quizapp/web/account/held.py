"""An answer that came with the form of a session that is over.

Nothing is stored. A browser without a session gets the sign-in page, which carries the answer and
its key on; a browser with another session of the same person gets the question back with what was
typed. The key says whose answer it is: nobody else can store it.
"""

from __future__ import annotations

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import claiming, study
from quizapp.services.context import NotFound, Refused
from quizapp.services.study import AnswerUnclear, LearnerGone
from quizapp.store.queries.people import Person
from quizapp.web.account.forms import SignInForm
from quizapp.web.shared.answers import HELD, held, submitted
from quizapp.web.shared.languages import interface_language
from quizapp.web.shared.parts import context, now, person, signed_in
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.words import refusal_words


def hold_answer(_error: Exception) -> ResponseReturnValue:
    """Keep what was typed: on the sign-in page, or in the question for the same person."""
    someone = person()
    if someone is None:
        form = SignInForm(next=url_for("study.index"))
        del form.bring
        carried = held(request.form)
        return render_template("account/sign_in.html", form=form, held=carried), 401
    try:
        screen = study.held_question(context(), someone, submitted(request.form))
    except NotFound:
        return render_template("errors/error.html", code=404), 404
    except Refused as error:
        words = refusal_words(error)
        return render_template("errors/error.html", code=400, text=words), 400
    inside = "_" if request.headers.get("X-Fragment") else ""
    return render_template(f"study/{inside}question.html", question=screen, resend=True), 400


def answer_of_a_claimed_guest(error: LearnerGone) -> ResponseReturnValue:
    """The guest was claimed while the answer was on its way: it goes where the others went.

    Whoever sent it had the guest's session and a form of its own. The browser asks for the
    verdict with the cookie that the claim gave it.
    """
    someone = claiming.claimer_of(context(), signed_in(), now())
    g.person = someone
    if someone is None:
        return hold_answer(error)
    return send_held(someone, "")


def send_held(someone: Person, prefix: str = HELD) -> ResponseReturnValue:
    """After signing in: store the answer that was carried on, once and only for who gave it."""
    submission = submitted(request.form, prefix)
    try:
        study.answer(context(), someone, submission, interface_language(), now())
    except AnswerUnclear as unclear:
        return render_template("study/question.html", question=unclear.screen), 422
    except NotFound:
        flash(_("The question of the answer that was kept is no longer there."), "notyet")
    except Refused as error:
        words = _("The answer that was kept was given under another name. It was not stored.")
        flash(words if error.code == "foreign_key" else refusal_words(error), "notyet")
    else:
        return redirect(url_for("study.index", answered=submission.key), 303)
    return redirect(url_for("home.index"), 303)
