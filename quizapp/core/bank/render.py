"""Other values written as the key is written: same hedge, same unit, same spelling of spans."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from quizapp.core.facts.model import Fact
from quizapp.core.facts.truth import quantity_of
from quizapp.core.values.numbers import Quantity

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_OTHER_SIGNS = str.maketrans(".,", ",.")
"""Spanish parts thousands by a point and decimals by a comma, English the other way round."""
_YEAR_X = re.compile(r"\d{3}X")
_YEAR = re.compile(r"\d{4}")


def number_like(fact: Fact, text: str, quantity: Quantity) -> str:
    """`text`, which holds the fact's number, with another number in its place.

    "about US$1.5 billion" becomes "about US$2 billion". "" where the text holds no such number.
    """
    if fact.language.startswith("es"):
        return number_like(
            replace(fact, language="en"), text.translate(_OTHER_SIGNS), quantity
        ).translate(_OTHER_SIGNS)
    found = list(_NUMBER.finditer(text))
    own = quantity_of(fact)
    wanted = [own.low] if own.single else [own.low, own.high]
    others = [quantity.low] if own.single else [quantity.low, quantity.high]
    if len(found) != len(wanted):
        return ""
    pieces, last = [], 0
    for match, mine, other in zip(found, wanted, others, strict=True):
        shown = Decimal(match[0].replace(",", ""))
        if not shown:
            return ""
        pieces += [text[last : match.start()], digits(other * shown / mine)]
        last = match.end()
    return "".join(pieces) + text[last:]


def digits(number: Decimal) -> str:
    """A number in figures with commas between thousands and no idle zeros behind the point."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shifted_edtf(edtf: str, years: int) -> str:
    """A time moved by whole years; decades move by whole decades."""
    if _YEAR_X.search(edtf) and years % 10:
        raise ValueError("a decade moves by whole decades")
    moved = _YEAR.sub(lambda found: f"{int(found[0]) + years:04d}", edtf)
    return _YEAR_X.sub(lambda found: f"{int(found[0][:3]) + years // 10:03d}X", moved)


def shifted_text(text: str, years: int) -> str:
    """A text with each year and decade in it moved: "the 1940s" becomes "the 1920s"."""
    return _YEAR.sub(lambda found: str(int(found[0]) + years), text)
