"""The pages of the gallery: a name, its template and what the template is given."""

from __future__ import annotations

from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    Form,
    PasswordField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length

from tests.browser.gallery import (
    arranged,
    classroom_pages,
    essay_pages,
    fact_pages,
    making_pages,
    objection_pages,
    quiz_pages,
    report_pages,
    samples,
    source_pages,
)
from tests.browser.gallery import sample_screens as screens


class SignUp(Form):
    """Stand-in for the sign-up form."""

    name = StringField(
        "Name", [InputRequired("Please write a name.")], description="as others see you"
    )
    password = PasswordField(
        "Password",
        [Length(8, message="At least eight characters, please. This has fewer.")],
        description="eight characters or more",
    )


class Settings(Form):
    """Stand-in for the account's settings, with every kind of field."""

    theme = SelectField(
        "Colours",
        choices=[
            SelectChoice("", "As the device"),
            SelectChoice("light", "Light"),
            SelectChoice("dark", "Dark"),
            SelectChoice("contrast", "High contrast"),
        ],
    )
    goal = RadioField(
        "New facts a day",
        choices=[SelectChoice(one, one) for one in ("5", "10", "20")],
        default="10",
    )
    about = TextAreaField("About you", description="only your teacher reads it")
    single_keys = BooleanField(
        "Single keys while studying", default=True, description="1–4, Space, U, S"
    )


def _wrong_sign_up() -> SignUp:
    form = SignUp(MultiDict({"name": "", "password": "short"}))
    form.validate()
    return form


S, T = samples.STUDENT, samples.TEACHER
PAGES: dict[str, tuple[str, dict[str, object]]] = {
    "home": ("progress/home.html", {"person": S, "home": screens.HOME}),
    "home-new": ("progress/home.html", {"person": S, "home": screens.HOME_NEW}),
    "home-done": ("progress/home.html", {"person": S, "home": screens.HOME_DONE}),
    "home-both": ("progress/home.html", {"person": S, "home": screens.HOME_BOTH}),
    "visitor": ("progress/visitor.html", {"person": None, "question": samples.TRY}),
    "visitor-tried": ("progress/visitor.html", {"person": None, "verdict": samples.TRIED}),
    "progress": ("progress/progress.html", {"person": S, "progress": screens.PROGRESS}),
    "progress-empty": ("progress/progress.html", {"person": S, "progress": screens.PROGRESS_EMPTY}),
    "question": ("study/question.html", {"person": S, "question": samples.CHOICE}),
    "question-long": ("study/question.html", {"person": S, "question": samples.LONG}),
    "question-typed": ("study/question.html", {"person": S, "question": samples.TYPED}),
    "question-date": ("study/question.html", {"person": S, "question": samples.TYPED_DATE}),
    "question-asked-back": ("study/question.html", {"person": S, "question": samples.ASKED_BACK}),
    "question-card": ("study/question.html", {"person": S, "question": samples.CARD}),
    "question-several": ("study/question.html", {"person": S, "question": arranged.SEVERAL}),
    "question-regions": ("study/question.html", {"person": S, "question": arranged.REGIONS}),
    "question-order": ("study/question.html", {"person": S, "question": arranged.ORDER}),
    "question-pairs": ("study/question.html", {"person": S, "question": arranged.PAIRS}),
    "question-pairs-open": ("study/question.html", {"person": S, "question": arranged.PAIRS_OPEN}),
    "reveal": ("study/reveal.html", {"person": S, "reveal": samples.REVEALED}),
    "verdict": ("study/verdict.html", {"person": S, "verdict": samples.CHOICE_ANSWERED}),
    "verdict-right": ("study/verdict.html", {"person": S, "verdict": samples.CHOICE_RIGHT}),
    "verdict-long": ("study/verdict.html", {"person": S, "verdict": samples.LONG_ANSWERED}),
    "verdict-accepted": ("study/verdict.html", {"person": S, "verdict": samples.ACCEPTED}),
    "verdict-missed": ("study/verdict.html", {"person": S, "verdict": samples.TYPED_MISSED}),
    "verdict-unknown": ("study/verdict.html", {"person": S, "verdict": samples.DONT_KNOW}),
    "verdict-rated": ("study/verdict.html", {"person": S, "verdict": samples.RATED}),
    "verdict-several": ("study/verdict.html", {"person": S, "verdict": arranged.SEVERAL_ANSWERED}),
    "verdict-regions": (
        "study/verdict.html",
        {"person": S, "verdict": arranged.REGIONS_ANSWERED},
    ),
    "verdict-order": ("study/verdict.html", {"person": S, "verdict": arranged.ORDER_ANSWERED}),
    "verdict-order-unknown": (
        "study/verdict.html",
        {"person": S, "verdict": arranged.ORDER_UNKNOWN},
    ),
    "verdict-pairs": ("study/verdict.html", {"person": S, "verdict": arranged.PAIRS_ANSWERED}),
    "end": ("study/end.html", {"person": S, "end": screens.END}),
    "end-nothing": ("study/end.html", {"person": S, "end": screens.END_NOTHING}),
    "facts": (
        "facts/index.html",
        {
            "person": S,
            "groups": screens.GROUPS,
            "total": 4,
            "topics": ["French missions", "United States missions"],
        },
    ),
    "facts-none": ("facts/index.html", {"person": S, "groups": [], "total": 4, "query": "tanks"}),
    "sign-up": ("account/sign_up.html", {"person": None, "form": SignUp(), "claim": 4}),
    "sign-up-wrong": ("account/sign_up.html", {"person": None, "form": _wrong_sign_up()}),
    "sign-in": ("account/sign_in.html", {"person": None, "form": SignUp()}),
    "first-admin": ("account/first_admin.html", {"person": None, "form": SignUp()}),
    "account": (
        "account/index.html",
        {
            "person": S,
            "form": Settings(),
            "password_form": None,
            "classrooms": screens.HOME.classrooms,
            "guest": True,
        },
    ),
    "how-it-works": ("account/how_it_works.html", {"person": None}),
    "error-404": ("errors/error.html", {"person": S, "code": 404}),
    "error-500": ("errors/error.html", {"person": None, "code": 500}),
    **classroom_pages.PAGES,
    **fact_pages.PAGES,
    **essay_pages.PAGES,
    **making_pages.PAGES,
    **objection_pages.PAGES,
    **quiz_pages.PAGES,
    **report_pages.PAGES,
    **source_pages.PAGES,
    "components": (
        "components.html",
        {"person": T, "form": _wrong_sign_up(), "settings": Settings()},
    ),
}
