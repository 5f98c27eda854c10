"""What is counted: the word behind a number that says so, as texts write it."""

from __future__ import annotations

from functools import lru_cache

from quizapp.core.extraction.tokens import Token, Tokens
from quizapp.core.values.number_words import SMALL
from quizapp.core.values.word_lists import words

PERCENT = frozenset(words("% percent pct porciento"))
MEASURES = frozenset(
    words(
        """
    horsepower bhp fathoms furlongs hundredweight cwt stone shillings pence guineas hertz kilohertz
    megahertz candlepower calories decibels lakh crore caballos quintales arrobas fanegas varas
    km m cm mm kg g mg t ha kw mw gw kwh hp mph kmh knots ft lb lbs oz gb mb tb kb mph l ml hz
    kilometres kilometers metres meters centimetres centimeters millimetres miles mile feet foot
    inches inch yards yard acres acre hectares kilometre kilometer metre meter kilograms kilogram
    kilos grams tons ton tonnes tonne pounds ounces litres liters gallons barrels bushels
    khz mhz ghz mbps kbps kv mwh gwh twh db kcal kj psi
    kelvin lux celsius fahrenheit tesla newtons pascals joules carats rpm
    kilobits megabits gigabytes megabytes watts kilowatts megawatts volts degrees
    years year months month weeks week days day hours hour minutes minute seconds second decades
    decade centuries nights times kilometros kilometro metros metro centimetros millas milla
    leguas hectareas kilos kilogramos gramos toneladas tonelada litros grados
    milreis reis baht dong forint tael ringgit rupiah dirham birr naira shekel zloty zlotys ore
    kopeks kopecks pfennig groschen maravedis scudi soldi lei leva tenge hryvnia
    kroner kronor krona kronen rupees pesos reales soles yen yuan rubles roubles marks marcos lire
    liras won rand francs francos libras dolares pesetas
    anos ano meses mes semanas semana dias dia horas hora minutos segundos decadas decada siglos
    noches veces
    """
    )
)
"""Units that are told without a plural, or that bind to a number more closely than a noun."""

_FIRST_OF_TWO = frozenset(
    words("sq cu square cubic nautical metric long short light troy english us")
)
CURRENCY_WORDS = {
    "pounds": "£",
    "euros": "euros",
    "francs": "francs",
}
"""Money in words that is of one land; dollars are of many."""
_OWED = frozenset(words("debt debts credit damage savings public stock shares wages capital money"))
"""What pounds are of that are money, and no weight."""
_WEIGHING = frozenset(
    words(
        """weigh weighs weighed weighing weight weights thrust pressure carry carries carried
        carrying lift lifts lifted lifting haul hauled payload"""
    )
)
"""What is told before pounds that weigh or press: it weighed 3 pounds."""
_PAYING = frozenset(
    words(
        """cost costs costing pay pays paid paying repaid sold sell bought buy worth price prices
        earned earning spent fine fined fee debt wage wages salary rent raised lent borrowed tax
        charged off away"""
    )
)
"""What is told before pounds that are money: a fine, the price, what robbers carried off."""
_PAID_IN = frozenset(words("gold silver notes coin coins cash bills"))
MONEY_SIGNS = frozenset(words("$ us$ ca$ a$ nz$ £ € ¥ s/ eur usd gbp"))
IRREGULAR = frozenset(
    words(
        """
    men women people children personnel feet crew cattle sheep fish aircraft species police
    troops staff dead wounded injured homeless missing unemployed sick blind deaf
     geese oxen mice teeth series spacecraft bacteria media data deer
    salmon percent gente dosis crisis tesis hipotesis analisis oasis virus
    """
    )
)
_NO_PLURALS = frozenset(
    words(
        """
    was is has his its this thus as us less across various famous class press loss access process
    success always perhaps towards whereas besides plus versus yes business congress business
    series's afterwards news mas menos pues entonces antes despues tres seis dos los las unos unas
    ellos ellas sus mis es fue ademas apenas entre
    """
    )
)
_STOPS = frozenset(
    words(
        """
    a an the and or but nor of in on at to from by for with without into onto over under until
    till through as than that which who whom whose when where while if because since before after
    between among during against about per not no so yet then it he she they we i you his her its
    their our was were is are be been being had has have did do does would could will can may might
    el la los las un una unos unas y o u pero de del en a al con sin por para desde hasta que quien
    cual cuyo cuando donde mientras si porque como sobre entre segun se su sus le les lo fue fueron
    era eran es son ha han habia habian
    """
    )
)
_NOT_MEN = frozenset(
    words("specimen regimen abdomen examen volumen certamen omen gravamen dictamen")
)
_OWNERS = frozenset(words("the its their his her all el la los las su sus"))
_RANKING = frozenset(
    words("first last next possible total a all primeros primeras ultimos ultimas")
)
_OWNERS_AND_RANKING = _OWNERS | _RANKING
_NOT_SHARED = frozenset(words("them it us these those ellos ellas which whom que"))
_SIZES = frozenset(words("long wide high deep thick tall old"))
_NEAR_WEIGHING = 9
"""Tokens before pounds among which it is told that they weigh something."""
_REACH = 5
"""Words behind a number among which the thing counted is looked for."""


def is_stop(word: str) -> bool:
    """Whether a folded word ends a group of nouns and adjectives."""
    return word in _STOPS


def plural(token: Token) -> bool:
    """Whether a word looks like a plural, or counts like one."""
    return _is_plural(token.folded)


@lru_cache(maxsize=5_000)
def _is_plural(word: str) -> bool:
    if (
        word in IRREGULAR
        or word.endswith(("children", "folk"))
        or (word.endswith("men") and len(word) > 4 and word not in _NOT_MEN)
    ):
        return True
    if len(word) < 4 or not word.endswith("s") or word in _NO_PLURALS or word in _STOPS:
        return False
    return not word.endswith(("ss", "us", "ous", "is"))


def unit_at(tokens: Tokens, at: int, language: str) -> tuple[str, int]:
    """The unit that stands at a place and the place behind it; ("", at) for none."""
    if tokens[at].text == "-" and tokens[at].glued and tokens[at + 1].glued:
        joined = _measure(tokens, at + 1)
        if tokens[at + 3].folded in ("old", "olds") and tokens[at + 2].text == "-":
            return f"{joined[0]}s", at + 4  # an eight-year-old boy
        return joined if joined[0] else ("", at)
    percent = _percent(tokens, at)
    if percent:
        return "percent", percent
    found = _measure(tokens, at)
    return found if found[0] else _noun(tokens, at, language)


def unit_of_share(tokens: Tokens, at: int) -> str:
    """What a share or a bare number is of: three-quarters of its stock, 5 of her letters."""
    place = at + 1
    if tokens[at].folded not in ("of", "de"):
        return ""
    while tokens[place].folded in _OWNERS_AND_RANKING and place < at + 4:
        place += 1
    if tokens[place + 1].folded in ("'s", "’s"):
        place += 2  # twenty-two of the club's players
    if tokens[place].sort == "n" or tokens[place].folded in SMALL[language_of(tokens)]:
        place += 1
    token = tokens[place]
    if token.sort != "w" or not token.text.islower() or token.folded in _NOT_SHARED:
        return ""
    return unit_at(tokens, place, tokens.language or "en")[0] or (
        "" if is_stop(token.folded) else token.text
    )


def _percent(tokens: Tokens, at: int) -> int:
    word = tokens[at].folded
    if word in PERCENT:
        return at + 1
    if word == "per":
        return at + 2 if tokens[at + 1].folded == "cent" else 0
    return at + 2 if word == "por" and tokens[at + 1].folded in ("ciento", "cien") else 0


def _measure(tokens: Tokens, at: int) -> tuple[str, int]:
    token = tokens[at]
    if token.text == "°" and tokens[at + 1].text in ("C", "F"):
        return f"°{tokens[at + 1].text}", at + 2
    if token.folded in _FIRST_OF_TWO and tokens[at + 1].folded in MEASURES:
        return f"{token.text} {tokens[at + 1].text}", at + 2
    if token.folded not in MEASURES or (len(token.text) == 1 and token.text.isupper()):
        return "", at
    if not _is_compound(tokens, at):
        following = tokens[at + 1]
        if following.folded in ("cuadrados", "cubicos", "nauticas", "cuadradas", "luz"):
            return f"{token.text} {following.text}", at + 2
        return token.text, at + 1
    return "", at


def _is_compound(tokens: Tokens, at: int) -> bool:
    """Whether a measure is a part of another word: four second-hand computers."""
    joined = tokens[at + 1].text == "-" and tokens[at + 1].glued and tokens[at - 1].text != "-"
    return joined and tokens[at + 2].glued and tokens[at + 2].folded not in _SIZES


def is_weight(tokens: Tokens, end: int) -> bool:
    """Whether the pounds that end at a place weigh something: 70 pounds of bread."""
    after, following = tokens[end].folded, tokens[end + 1]
    if after == "of":
        return following.small and not (is_stop(following.folded) or following.folded in _OWED)
    if after == "in" and following.folded in _PAID_IN:
        return False
    measured = (after, following.folded) in (("in", "weight"), ("per", "square"), ("a", "square"))
    return measured or _is_weighed(tokens, end - 1)


def _is_weighed(tokens: Tokens, at: int) -> bool:
    """Whether the last thing told before a place is a weight or a pressure, and no payment."""
    for place in range(at - 1, max(-1, at - _NEAR_WEIGHING), -1):
        token = tokens[place]
        if token.text in (",", ";", ":", ".") or token.folded in _PAYING:
            return False
        if token.folded in _WEIGHING:
            return True
    return False


def _noun(tokens: Tokens, at: int, language: str) -> tuple[str, int]:
    """The first plural behind a number: "seven uncrewed lunar probes" counts probes."""
    for place in range(at, at + _REACH):
        token = tokens[place]
        if token.text == "-" and place > at:
            continue
        small = token.folded in _STOPS or token.folded in SMALL[language]
        if token.sort != "w" or (small and token.folded not in IRREGULAR):
            return "", at
        if not plural(token):
            if language == "es" and place > at:
                return "", at
            continue
        end = place + 1
        while language == "en" and plural(tokens[end]) and tokens[end].text.islower():
            end += 1
        return _pair(tokens, end)
    return "", at


def _pair(tokens: Tokens, end: int) -> tuple[str, int]:
    """Two plurals that one number counts: officers and personnel."""
    joined = tokens[end].folded == "and" and tokens[end + 1].text.islower()
    if joined and plural(tokens[end + 1]) and tokens[end + 1].folded in IRREGULAR:
        first = tokens[end - 1].text
        return f"{first} and {tokens[end + 1].text}", end + 2
    joined = tokens[end - 2].text == "-" and tokens[end - 2].glued and tokens[end - 3].sort == "w"
    if joined and tokens[end - 1].glued and language_of(tokens) == "en":
        return f"{tokens[end - 3].text}-{tokens[end - 1].text}", end
    return tokens[end - 1].text, end


def language_of(tokens: Tokens) -> str:
    """The language that a sentence was cut in, English when unknown."""
    return tokens.language or "en"
