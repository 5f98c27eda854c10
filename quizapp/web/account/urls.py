"""Accounts: in, out, one's own settings, the first admin."""

from quizapp.services.access import Permission
from quizapp.services.study import LearnerGone
from quizapp.web.account import views
from quizapp.web.shared.rules import Rule, blueprint, later
from quizapp.web.shared.signin import FormTooOld, LongFormTooOld

BOTH = ("GET", "POST")
ACCOUNT = blueprint(
    "account",
    __name__,
    (
        Rule("/account", "index", views.index, Permission.STUDY, BOTH),
        Rule("/account/sign-up", "sign_up", views.sign_up, Permission.PUBLIC, BOTH),
        Rule("/account/sign-in", "sign_in", views.sign_in, Permission.PUBLIC, BOTH),
        Rule("/account/sign-out", "sign_out", views.sign_out, Permission.STUDY, ("POST",)),
        Rule("/account/password", "password", "own:password", Permission.JOIN, ("POST",)),
        Rule(
            "/account/sign-out-everywhere",
            "sign_out_everywhere",
            "own:sign_out_everywhere",
            Permission.STUDY,
            ("POST",),
        ),
        Rule("/account/code", "code", "own:code", Permission.PUBLIC, BOTH),
        Rule(
            "/account/codes/<classroom>/<student>",
            "new_code",
            "own:new_code",
            Permission.TEACH,
            BOTH,
        ),
        Rule("/account/data", "data", "own:data", Permission.STUDY),
        Rule("/account/data.json", "data_json", "own:data_json", Permission.STUDY),
        Rule("/account/data.zip", "data_zip", "own:data_zip", Permission.STUDY),
        Rule("/account/erase", "erase", "own:erase", Permission.STUDY, ("POST",)),
        Rule("/account/language", "language", views.language, Permission.PUBLIC, ("POST",)),
        Rule("/account/first/<token>", "first_admin", views.first_admin, Permission.PUBLIC, BOTH),
        Rule("/how-it-works", "how_it_works", views.how_it_works, Permission.PUBLIC),
    ),
)
ACCOUNT.app_errorhandler(FormTooOld)(later(__name__, "held:hold_answer"))
ACCOUNT.app_errorhandler(LongFormTooOld)(later(__name__, "kept:hold_form"))
ACCOUNT.app_errorhandler(LearnerGone)(later(__name__, "held:answer_of_a_claimed_guest"))
