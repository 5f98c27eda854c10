"""Checks on formulas, pictures and their regions in words."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.web.shared.texts import gettext as _

Words = dict[str, Callable[[], tuple[str, str]]]

MARKUP: Words = {
    "formula_unknown": lambda: (
        _("The formula has an unknown command"),
        _("“%(text)s” is not known. Is it spelled as in LaTeX?"),
    ),
    "formula_braces": lambda: (
        _("The braces of a formula do not fit"),
        _("Each { has its } in “%(text)s”."),
    ),
    "formula_unfinished": lambda: (
        _("Something is missing in a formula"),
        _("“%(text)s” cannot be shown like this, such as a fraction without its lower part."),
    ),
    "formula_long": lambda: (
        _("A formula is too long"),
        _("At most 500 characters. Part it in two."),
    ),
    "picture_undescribed": lambda: (
        _("The picture is not described"),
        _("Say in a sentence what it shows."),
    ),
    "picture_undescribed_inside": lambda: (
        _("A picture in the text is not described"),
        _("Say what it shows between the brackets: ![a map](…)."),
    ),
    "picture_unknown": lambda: (
        _("This picture is not there"),
        _("Add it again; only pictures that you gave yourself can be shown."),
    ),
    "picture_missing": lambda: (
        _("The picture is missing"),
        _("Choose it, then mark its regions."),
    ),
    "region_unplaced": lambda: (
        _("Region %(number)s has no place"),
        _("Draw it on the picture, or write its four numbers."),
    ),
    "region_odd": lambda: (
        _("Region %(number)s is not on the picture"),
        _("Four numbers from 0 to 100; left and width together, top and height together too."),
    ),
    "regions_overlap": lambda: (
        _("Regions %(first)s and %(second)s lie over each other"),
        _("A press between them could mean both."),
    ),
    "region_small": lambda: (
        _("Region %(number)s is small"),
        _("A finger on a phone may miss it."),
    ),
}
