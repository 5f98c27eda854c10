"""Bare numbers: which of them are figures, and what counts when no unit follows."""

from __future__ import annotations

from decimal import Decimal

from quizapp.core.extraction.ages import is_month
from quizapp.core.extraction.amounts import Amount
from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.person_words import is_person as is_person_word
from quizapp.core.extraction.phrases import is_adverb, is_preposition
from quizapp.core.extraction.tokens import Token, Tokens
from quizapp.core.extraction.units import MEASURES, MONEY_SIGNS, is_stop
from quizapp.core.extraction.verbs import is_verb
from quizapp.core.values.word_lists import words

_DETERMINERS = frozenset(words("the these those his her its their both los las sus estos estas"))
_COLLECTIVES = frozenset(
    words(
        """teams groups parties crews gangs equipos grupos cuadrillas
            crew staff party team group garrison force army fleet population cast audience total
        tripulacion grupo equipo total poblacion guarnicion"""
    )
)
_AGE = frozenset(words("aged age"))
_SIZES = frozenset(words("deep wide long high tall thick across"))
_COUNTS = frozenset(
    words("population total average poblacion averaging numbering about reached least most than")
)
"""Words behind which a bare number counts, though they are no verbs."""
_AGE_VERBS = frozenset(words("was is turned were became"))
_NO_AGES = frozenset(
    words("there vote score average total number count result toll price cost record median")
)
"""What is told before a number that is no age: there were fifty-four, the toll was 23."""
_TURNED_AGE = frozenset(words("cumplido cumplio cumple cumplia cumplira"))
_STAGES = frozenset(
    words("school work home college university sea service orphaned widowed married died retired")
)
"""What people left or came to at an age: left school at eleven."""
_RANKS_OF_AGE = frozenset(words("youngest oldest eldest"))
_MAGNITUDES = frozenset(words("magnitude magnitud intensity intensidad"))
_ONLY = frozenset(words("yet only just already still barely then now"))
_CHANGES = frozenset(
    words(
        """grew grow grown rose rise risen fell fall fallen increased increase dropped drop shrank
        shrunk declined climbed doubled tripled multiplico duplico triplico sank went cut cutting
        raise raising growing falling rising expand jumped plunged soared halved slid moved brought
        took trebled quadrupled dwindled slumped climbing pushed improved lengthened shortened
        elevo elevaron elevado doblo doblaron doblado duplicaron rebajo rebajaron rebajado redujo
        amplio ampliaron ampliado subido bajado crecido pasado caido
        aumentado
        reducido redujeron reducida pasar crecer aumentar llevaron triplicaron duplicaron recorto
        widened narrowed deepened lengthen ensancho ensancharon alargo acorto estrecho prolongo
        raised reduced lowered expanded swelled
        pasaron bajaron subieron crecieron cayeron aumentaron disminuyeron descendieron
        cayo cae crecio subio bajo aumento paso disminuyo descendio redujo"""
    )
)
"""Verbs by which "from 9 to 64" tells of two figures, and of no range."""
_LOWEST_BARE = 10
_COMPARING = frozenset(
    (("instead", "of"), ("rather", "than"), ("compared", "with"), ("compared", "to"), ("vez", "de"),
     ("lugar", "de"), ("frente", "a"))
)  # fmt: skip
_NEAR = 7
"""Tokens among which a change that began comes to its end."""


def unit_around(tokens: Tokens, at: int, last: Amount) -> tuple[str, int]:
    """A unit that stands before the number: a crew of twenty-three, aged 79."""
    before, further = tokens[at - 1].folded, tokens[at - 2].folded
    if before in ("of", "de") and further in _COLLECTIVES:
        return tokens[at - 2].text, last.end
    aged = before in _AGE or (before == "of" and further == "age")
    aged = aged or (before in ("from", "between", "de", "entre") and further in _AGE)
    unit = "years" if aged or _is_age(tokens, at, last) else _age_told(tokens, at, last)
    return "años" if unit and tokens.language == "es" else unit, last.end


def _age_told(tokens: Tokens, at: int, last: Amount) -> str:
    """Years where a verb tells somebody's age: she was then sixty-seven, a boy of nine."""
    before, further = tokens[at - 1].folded, tokens[at - 2].folded
    ends = _ends(tokens, last.end)
    if before in ("of", "de") and is_person_word(further) and last.number < 120:
        return "years" if ends else ""
    if before in _RANKS_OF_AGE and last.number < 120:
        return "years" if ends else ""
    verb = at - 1
    if before in _ONLY:
        verb = at - 2 - (further in ("not", "never"))
        before, further = tokens[verb].folded, tokens[verb - 1].folded
    if before in _AGE_VERBS and further in ("he", "she", "who") and 1 < last.number < 120:
        return "years" if ends else ""
    named = before in ("was", "were") and _is_somebody(tokens, verb - 1)
    if 5 < last.number < 111 and ends and (named or before in _TURNED_AGE):
        return "years"  # Brooks was twenty-four; ha cumplido 86
    scored = tokens[last.end].text in ("-", "–") and tokens[last.end + 1].sort == "n"
    ends = tokens[last.end].sort != "w" and not scored and further not in _NO_AGES
    if before in _AGE_VERBS and ends and last.number < 120:
        told = any(tokens[place].folded == "age" for place in range(max(0, at - 8), at))
        if before != "is" or told:
            return "years"
    return ""


def _is_somebody(tokens: Tokens, at: int) -> bool:
    """Whether a name that opens its clause ends at a place: Brooks was twenty-four and."""
    at -= tokens[at].text == ","  # her master, Captain Rasmussen, was fifty-four
    first = at
    while tokens[first].capital and first > at - 6:
        first -= 1
    opens = tokens[first].text in ("", ".", ";", ",") or tokens[first].folded in ("and", "when")
    return first < at and opens and not is_stop(tokens[first + 1].folded)


def _is_age(tokens: Tokens, at: int, last: Amount) -> bool:
    """At twenty-two she married; he died at 63; by then sixty-one."""
    before, further = tokens[at - 1].folded, tokens[at - 2].folded
    after = tokens[last.end]
    if not 4 < last.number < 111:
        return False
    if before == "los" and further == "a" and tokens.language == "es":
        return after.sort == "" or is_verb(tokens, last.end)
    if before == "at" and further in _STAGES and _ends(tokens, last.end):
        return True
    if before == "at" and further not in ("stood", "priced", "valued", "sold", "arrived"):
        return after.folded in ("he", "she") or (
            after.text in (",", ".", "")
            and any(
                tokens[place].folded in ("he", "she", "who", "died", "retired", "married")
                for place in range(max(0, at - 9), at)
            )
        )
    return (before, further) in (("then", "by"), ("now", ",")) and after.sort == ""


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether no noun follows a number: the clause ends, or goes on with a small word."""
    after = tokens[at]
    if after.folded in ("of", "de"):
        return False
    return after.sort == "" or (after.sort == "w" and (is_stop(after.folded) or _names(after)))


def _names(token: Token) -> bool:
    return token.folded in ("named", "called", "llamado", "llamada")


def stands(tokens: Tokens, at: int, hit: Hit, last: Amount, hits: list[Hit]) -> bool:
    """Whether what was read is a figure of its own."""
    if hit.unit in ("percent", "years", "años") or tokens[at].folded in MONEY_SIGNS:
        return True
    if _is_no_figure(tokens, at, hit):
        return False
    if last.fraction or _is_measured(tokens, at, last) or _is_rate(tokens, at, last):
        return True
    if tokens[at - 1].folded in _DETERMINERS and _is_small(hit):
        return tokens[at - 2].folded in ("of", "de") or (bool(hit.unit) and tokens[at].sort == "w")
    if hit.unit or hit.approx or "/" in hit.value or last.scale > 1:
        return True
    changed = changes(tokens, at, last) or _is_end_of_change(tokens, at, hits)
    changed = changed or _leaves_verb_out(tokens, at) or (bool(hits) and _is_compared(tokens, at))
    return changed or _elided(tokens, at, last, hits)


def _is_small(hit: Hit) -> bool:
    """Whether a figure is below ten and no measure."""
    below = "/" not in hit.value and Decimal(hit.value) < _LOWEST_BARE
    return below and hit.unit.lower() not in MEASURES


def _is_end_of_change(tokens: Tokens, at: int, hits: list[Hit]) -> bool:
    """Whether a number is where a change ended: fell from 410 pupils to 265."""
    if not hits or tokens[at - 1].folded not in ("to", "a"):
        return False
    near = at - hits[-1].last < _NEAR and tokens[at].sort in ("n", "w")
    return near and tokens[hits[-1].first - 1].folded in ("from", "de")


def _is_no_figure(tokens: Tokens, at: int, hit: Hit) -> bool:
    """Whether a number is "one", a number in a name, or that of a house: 2–8 Cobden Row."""
    if hit.value == "1" and hit.unit.lower() not in MEASURES:
        return True
    if hit.unit:
        return False
    named = (
        tokens[at - 1].capital and at > 0 and not hit.approx and not _leaves_verb_out(tokens, at)
    )
    if named and not is_month(tokens[at - 1].folded):
        return True
    return "/" in hit.value and tokens[hit.last].capital


def _is_compared(tokens: Tokens, at: int) -> bool:
    """Whether a number is what another is held against: 31 rupees a bundle instead of 19."""
    before = tokens[at - 2].folded, tokens[at - 1].folded
    return before in _COMPARING and _ends(tokens, at + 1)


def _leaves_verb_out(tokens: Tokens, at: int) -> bool:
    """Whether a number ends what left its verb out: Caduff won four, Ghislandi two."""
    first = at - 1
    while tokens[first].capital:
        first -= 1
    ends = tokens[at].sort == "w" and tokens[at + 1].text in (".", ";", "")
    return ends and tokens[first].text in (",", ";") and first > 2


def _is_measured(tokens: Tokens, at: int, last: Amount) -> bool:
    """Whether a bare number measures: a magnitude of 7.6, tested at 7.5."""
    before = tokens[at - 1]
    near = tokens[at - 2] if before.folded in ("of", "de") else before
    if near.folded in _MAGNITUDES:
        return True
    broken = last.digits and tokens[at].sort == "n" and last.number != int(last.number)
    return broken and before.sort == "w" and not before.capital and tokens[last.end].sort != "w"


def _is_rate(tokens: Tokens, at: int, last: Amount) -> bool:
    """Whether a bare number is told per something: ocho al día, twenty-seven to a floor."""
    first, second = tokens[last.end].folded, tokens[last.end + 1].folded
    if first in ("al", "per", "por") or (first == "a" and tokens.language == "en"):
        return second in _TURNS
    told = (first, second) in (("to", "a"), ("to", "the"), ("to", "each"), ("por", "cada"))
    return told and tokens[at - 1].folded not in _DETERMINERS


_TURNS = frozenset(
    words("day week month year hour minute night head dia mes ano hora semana minuto noche cabeza")
)


def _elided(tokens: Tokens, at: int, last: Amount, hits: list[Hit]) -> bool:
    """Whether a bare number counts what a number before it counted, or has its noun near."""
    after, before = tokens[last.end], tokens[at - 1]
    which = before.folded in ("the", "el") and after.folded not in ("of", "de", "were", "who")
    behind_figure = bool(hits) and hits[-1].last == at  # within four weeks 3,740 had signed
    if which or (not behind_figure and _is_name_of_a_thing(tokens, at, last)):
        return False
    sized = after.folded in _SIZES and bool(hits)
    verb = is_verb(tokens, last.end) and before.text != "-"
    if sized or verb or after.folded in ("of", "de"):
        return True
    if before.folded == "of" and tokens[at - 2].text.islower() and _ends(tokens, last.end):
        large = "," in tokens[at].text or "." in tokens[at].text  # a peak of 38,750
        return large or not last.digits or (tokens[at - 2].folded == "out" and bool(hits))
    did = is_verb(tokens, at - 1 - (before.folded in ("up", "out", "down", "back")))
    if did and not last.digits and last.number > 1 and _ends(tokens, last.end):
        return after.sort == ""
    return _counts_on(tokens, at, last, hits)


def _counts_on(tokens: Tokens, at: int, last: Amount, hits: list[Hit]) -> bool:
    """Whether a number without a noun is a figure by its size, or by the one before it."""
    after = tokens[last.end]
    if not hits or not any(hit.unit for hit in hits[-1:]):
        return (
            last.digits
            and last.number >= _LOWEST_BARE
            and tokens[at].sort == "n"
            and (after.sort != "w" or is_stop(after.folded))
            and tokens[at - 1].sort == "w"
            and len(tokens[at].text) != 4
        ) or last.number >= 100
    return after.sort != "w" or is_stop(after.folded)


def _is_name_of_a_thing(tokens: Tokens, at: int, last: Amount) -> bool:
    """Whether a bare number tells which: cabinet 40, sheet 1,107."""
    before = tokens[at - 1]
    if not last.digits or before.sort != "w" or before.folded in _COUNTS:
        return False
    verb = (
        is_verb(tokens, at - 1)
        or is_preposition(tokens, at - 1)
        or is_stop(before.folded)
        or before.folded.endswith("ing")
        or is_adverb(before.folded)
    )
    return not verb and before.text.islower()


def changes(tokens: Tokens, at: int, low: Amount) -> bool:
    """Whether a number is where a change began: grew from 9 to 64, cayó de 3,2 a 1,1 millones."""
    if tokens[low.end].folded not in ("to", "a") or tokens[at - 1].folded not in ("from", "de"):
        return False
    return any(tokens[place].folded in _CHANGES for place in range(max(0, at - 9), at - 1))
