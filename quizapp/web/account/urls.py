"""Accounts: in, out, one's own settings, the first admin."""

from quizapp.services.access import Permission
from quizapp.web.account import views
from quizapp.web.shared.rules import Rule, blueprint

BOTH = ("GET", "POST")
ACCOUNT = blueprint(
    "account",
    __name__,
    (
        Rule("/account", "index", views.index, Permission.STUDY, BOTH),
        Rule("/account/sign-up", "sign_up", views.sign_up, Permission.PUBLIC, BOTH),
        Rule("/account/sign-in", "sign_in", views.sign_in, Permission.PUBLIC, BOTH),
        Rule("/account/sign-out", "sign_out", views.sign_out, Permission.STUDY, ("POST",)),
        Rule("/account/language", "language", views.language, Permission.PUBLIC, ("POST",)),
        Rule("/account/first/<token>", "first_admin", views.first_admin, Permission.PUBLIC, BOTH),
        Rule("/how-it-works", "how_it_works", views.how_it_works, Permission.PUBLIC),
    ),
)
