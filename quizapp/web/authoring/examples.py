"""One example for each kind of question, as rows of a spreadsheet."""

from __future__ import annotations

from quizapp.web.shared.texts import gettext as _


def example_rows() -> tuple[tuple[str, ...], ...]:
    """Each row: kind, question, answer, three wrong ones, topic, tags, explanation, fact, hints.

    In the language of the page: copied into a spreadsheet they are read without a fault.
    """
    return tuple((*row, "", "", "")[:11] for row in (*_chosen(), *_typed(), *_arranged()))


def _chosen() -> tuple[tuple[str, ...], ...]:
    school = _("Our school")
    return (
        (
            *(_("single choice"), _("In which year did our library open?"), "1987"),
            *("1979", "1994", "", school, _("exam, spring"), "", _("Our library opened in 1987.")),
            _("It was in the eighties. | The school had just turned fifty."),
        ),
        (
            *(_("several right"), _("Which of these are rooms of our library?")),
            *(_("reading room | attic"), _("kitchen"), _("garage"), "", school, ""),
        ),
        (
            *(_("true false"), _("Our library has two floors."), _("false"), "", "", ""),
            *(school, "", _("It has three."), ""),
        ),
    )


def _typed() -> tuple[tuple[str, ...], ...]:
    school, town = _("Our school"), _("Our town")
    return (
        (
            *(_("short answer"), _("Who founded our library?"), "Amélie Dupont | Mme Dupont"),
            *("Paul Dupont", "", "", school, ""),
        ),
        (_("number"), _("How far is it to the sea?"), "350 km ± 5 %", "", "", "", town, ""),
        (_("date"), _("When was the library founded?"), _("May 1986"), "", "", "", school, ""),
        (_("gap"), _("Our town lies on the river ____."), "Rímac", "", "", "", town, ""),
        (_("flashcard"), _("Who wrote the school song?"), "Rosa Quispe", "", "", "", school, ""),
    )


def _arranged() -> tuple[tuple[str, ...], ...]:
    school = _("Our school")
    return (
        (
            *(_("order"), _("Put these in order, the earliest first.")),
            *(_("cellar | hall | roof"), "", "", "", school, ""),
        ),
        (
            *(
                _("pairs"),
                _("Match rooms and years."),
                _("cellar = 1901 | hall = 1920 | roof = 1934"),
            ),
            *("1950", "", "", school, ""),
        ),
        (
            *(_("essay"), _("Why did our town need a library? Give reasons.")),
            *(_("names two reasons = 4 | writes clearly = 2"), "", "", "", school, ""),
        ),
    )
