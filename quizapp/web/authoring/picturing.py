"""The picture in the question form: taken when it comes, whichever button sent it."""

from __future__ import annotations

from contextlib import closing

from flask import request

from quizapp.core.values.markup import picture_size
from quizapp.exchange.unreadable import Unreadable
from quizapp.services import pictures
from quizapp.web.authoring.forms import QuestionForm
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _


def pictured(form: QuestionForm, do: str = "") -> bool:
    """Put the picture that came with the form into it; False where it could not be taken.

    `do` is what the button asked for: "picture" to add one, "no-picture" to take it away.
    """
    if do == "no-picture" or picture_size(form.picture.data or "") == (0, 0):
        form.picture.data = ""
    upload = request.files.get("picture_file")
    if upload is None or not upload.filename:
        if do != "picture":
            return True
        form.picture_file.errors = [_("Choose a file first.")]
        return False
    with closing(upload):
        data = upload.stream.read(pictures.LARGEST_MB * 1_000_000 + 1)
    try:
        form.picture.data = pictures.take(context(), signed_in(), data, now())
    except Unreadable as error:
        form.picture_file.errors = [unreadable_words(error)]
        return False
    return True


def unreadable_words(error: Unreadable) -> str:
    """Why a picture could not be taken, and what to do."""
    words = {
        "picture_svg": _(
            "SVG drawings may hold scripts and are not taken. Save it as PNG, then choose that."
        ),
        "picture_unknown": _(
            "This is no PNG, JPEG, WebP or GIF picture, whatever its name says. Save it as one."
        ),
        "picture_pixels": _(
            "This picture is too large to be unpacked: at most 50 million pixels. Make it smaller."
        ),
        "picture_broken": _("This picture is damaged or cut off. Save or copy it again."),
        "picture_large": _(
            "The file is larger than %(limit)s MB. Make the picture smaller.",
            limit=error.values.get("limit", ""),
        ),
        "pictures_many": _(
            "%(limit)s of your pictures stand in no question yet. Save their questions first, or "
            "wait two days: unused ones go by themselves.",
            limit=error.values.get("limit", ""),
        ),
    }
    return words[error.code]
