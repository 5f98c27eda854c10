"""Codes of a text's review in words."""

from __future__ import annotations

from quizapp.core.values.edtf import parse_edtf
from quizapp.core.values.show_times import format_time
from quizapp.services.context import Refused
from quizapp.services.sources.intake import Flaw
from quizapp.services.sources.review_screens import CardView
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import language
from quizapp.web.shared.words import hedge_words, refusal_words


def flaw_words(flaw: Flaw) -> str:
    """What is wrong with a field, and how to mend it."""
    words = {
        "title_empty": _("Write how the text is called."),
        "too_long": _("At most %(limit)s characters."),
        "url_odd": _("An address begins with http:// or https://."),
        "as_of_odd": _("This cannot be read as a date. Try 2019, May 2019 or 4 May 2019."),
        "audience_unknown": _("This is not a classroom of yours."),
        "text_empty": _("Paste the text here, or choose a file."),
        "text_long": _("This is too long: at most %(limit)s characters. Give it in parts."),
        "two_texts": _("Paste the text or choose a file, not both."),
        "file_large": _("The file is larger than %(limit)s MB. Give the chapter that you need."),
        "file_unknown": _(
            "This kind of file cannot be read. Text, Markdown, web pages, Word (.docx) and PDF can."
        ),
        "not_utf8": _(
            "The file is not in UTF-8 (line %(line)s). Save it as UTF-8, or paste the text."
        ),
        "file_broken": _("The file is damaged, or is not what its name says. Paste the text."),
        "file_locked": _("The file is protected by a password. Save it without one."),
        "file_bomb": _(
            "The file unpacks to far more than a document has, so it was not read. Paste the text."
        ),
        "no_text_inside": _(
            "There is no text in this file, perhaps only pictures of pages (a scan). "
            "Paste the text, or scan it with text recognition."
        ),
        "pdf_missing": _(
            "PDF files need one more package on this server: pip install 'quizapp[pdf]'. "
            "Paste the text, or save it as .docx."
        ),
    }
    return words[flaw.code] % flaw.values


def refused_words(error: Refused) -> str:
    """Why a decision could not be carried out, with the cure."""
    words = {
        "no_value": _("The statement must say %(value)s, for that is what is asked for."),
        "no_subject": _("Say what this is about."),
        "no_questions": _(
            "No question can be made of this yet: name things instead of “it” and “he”, and say "
            "the value once."
        ),
        "too_long": _("At most %(limit)s characters."),
        "decided": _("This was decided meanwhile, perhaps in another window."),
        "still_reading": _("The new text is still being read. It takes a moment."),
    }
    known = words.get(error.code)
    return known % error.values if known else refusal_words(error)


def refused_field(error: Refused) -> str:
    """The field that a refusal is about."""
    if error.code == "no_subject" or error.values.get("field") == "subject":
        return "subject"
    return "statement"


def kind_name(kind: str) -> str:
    """What sort of thing a candidate is, in a list."""
    words = {
        "year": _("year"),
        "date": _("date"),
        "range": _("range"),
        "figure": _("number"),
        "percent": _("percentage"),
        "person": _("person"),
        "place": _("place"),
        "institution": _("institution"),
        "treaty": _("treaty"),
    }
    return words.get(kind, kind)


def reading(card: CardView) -> str:
    """How a value was understood: "Range of years, read as 1905 to 1912"."""
    if card.kind in ("year", "date", "range"):
        try:
            value = parse_edtf(card.value)
        except ValueError:
            return kind_name(card.kind).capitalize()
        names = {
            "year": _("Year"),
            "month": _("Month"),
            "day": _("Day"),
            "decade": _("Decade"),
            "century": _("Century"),
        }
        name = names.get(value.precision, _("Time"))
        return _("%(kind)s, read as %(value)s", kind=name, value=format_time(value, language()))
    if card.kind in ("figure", "percent"):
        number = card.value.replace("/", "–")
        said = " ".join(part for part in (number, card.unit) if part)
        hedge = hedge_words(card.approx)
        said = f"{said}, {hedge}" if hedge else said
        name = _("Percentage") if card.kind == "percent" else _("Number")
        return _("%(kind)s, read as %(value)s", kind=name, value=said)
    return kind_name(card.kind).capitalize()


def dropped_words(reason: str) -> str:
    """Why a line was left out."""
    words = {
        "copyright": _("copyright line"),
        "revision": _("date of the page"),
        "contact": _("address or number to call"),
        "share": _("buttons for sharing"),
        "sponsor": _("advertisement"),
        "note": _("note about the page"),
        "notice": _("notice to visitors or readers"),
        "reference": _("reference"),
        "related": _("link to other pages"),
        "byline": _("author line"),
        "menu": _("menu"),
        "heading": _("heading"),
        "label": _("label"),
    }
    return words.get(reason, reason)


def lint_words(code: str) -> str:
    """Why a question was left out."""
    words = {
        "E02": _("it names something that the fact does not say"),
        "E04": _("a wrong option would be true as well"),
        "E05": _("two options are the same"),
        "E06": _("it holds its answer"),
        "E07": _("it does not say who claims it"),
        "E08": _("it loses “about”, “almost” or their like"),
        "E09": _("it points outside itself (“it”, “he”)"),
        "E10": _("it looks like part of a web page"),
        "E12": _("its gap gives no hint"),
        "E13": _("its grammar gives the answer away"),
        "E15": _("a vague time would be graded as one year"),
    }
    return words.get(code, code)
