"""The forms of a text: what it is, where it comes from, for whom."""

from __future__ import annotations

from collections.abc import Iterable

from wtforms import FileField, Form, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]

from quizapp.services.sources.intake import Flaw, NewText
from quizapp.store.queries.classrooms import TaughtClassroom
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import lazy_gettext as _l
from quizapp.web.sources.wording import flaw_words

PLAIN = {"autocomplete": "off"}
ACCEPTED = ".txt,.md,.markdown,.html,.htm,.docx,.pdf"


class TextForm(Form):
    """A text that is pasted or uploaded."""

    text = TextAreaField(_l("Text"), render_kw={"rows": 12, "spellcheck": "false"})
    file = FileField(
        _l("Or a file"),
        description=_l("text, Markdown, web page, Word or PDF, up to 10 MB"),
        render_kw={"accept": ACCEPTED},
    )

    def show(self, flaws: Iterable[Flaw]) -> None:
        """Put each flaw under the field that it is about."""
        for flaw in flaws:
            field = self[flaw.about if flaw.about in self else "text"]
            field.errors = [*field.errors, flaw_words(flaw)]


class NewTextForm(TextForm):
    """A new text with what is known of it."""

    title = StringField(_l("Title"), render_kw=PLAIN)
    audience = SelectField(
        _l("For"),
        description=_l("who will be asked what you approve"),
        validate_choice=False,
    )
    author = StringField(_l("Author or publisher"), render_kw=PLAIN)
    url = StringField(_l("Address"), render_kw=PLAIN | {"inputmode": "url", "type": "text"})
    licence = StringField(_l("Licence"), render_kw=PLAIN)
    language = SelectField(_l("Language"), validate_choice=False)
    as_of = StringField(
        _l("As of"), description=_l("the text’s own date, such as May 2019"), render_kw=PLAIN
    )
    evidence = SelectField(_l("What it is"), validate_choice=False)
    topic = StringField(_l("Topic"), description=_l("the title, if left empty"), render_kw=PLAIN)

    def offer(self, classrooms: Iterable[TaughtClassroom]) -> None:
        """Fill the lists from which one chooses."""
        self.audience.choices = [
            *(SelectChoice(one.public_id, one.name) for one in classrooms),
            SelectChoice("", _("Only me")),
        ]
        self.language.choices = [
            SelectChoice("", _("Find out")),
            SelectChoice("en", "English"),
            SelectChoice("es", "Español"),
        ]
        self.evidence.choices = [
            SelectChoice("reference", _("Reference work or textbook")),
            SelectChoice("primary source", _("Document of its time")),
            SelectChoice("opinion article", _("Opinion: who says so is told in each question")),
            SelectChoice("", _("Something else")),
        ]

    def draft(self, text: str, file_name: str) -> NewText:
        """What was typed, with the text that was pasted or read from the file."""
        return NewText(
            title=self.title.data or "",
            text=text,
            author=self.author.data or "",
            url=self.url.data or "",
            licence=self.licence.data or "",
            language=self.language.data or "",
            as_of=self.as_of.data or "",
            evidence=self.evidence.data or "",
            topic=self.topic.data or "",
            audience=self.audience.data or "",
            file_name=file_name,
        )
