"""Countries and the words for what is theirs: Peru's, Peruvian and "of Peru" say the same."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.core.values.word_lists import words

_TABLE = """
peru perus peruvian peruvians peruana peruano peruanas peruanos
us uss america american americans estadounidense norteamericano norteamericana
cuba cubas cuban cubans cubana cubano
france frances french francia francesa frances
germany germanys german germans alemania aleman alemana
italy italys italian italians italia italiano italiana
ussr ussrs soviet soviets sovietico sovietica
uk uks british britain britains britanico britanica
chile chiles chilean chileans chileno chilena
bolivia bolivias bolivian boliviano boliviana
colombia colombias colombian colombiano colombiana
ecuador ecuadors ecuadorian ecuatoriano ecuatoriana
brazil brazils brazilian brasil brasileno brasilena
argentina argentinas argentine argentinian argentino
spain spains spanish espana espanol espanola
mexico mexicos mexican mexicano mexicana
venezuela venezuelas venezuelan venezolano venezolana
panama panamas panamanian panameno panamena
japan japans japanese japon japones japonesa
china chinas chinese chino chinas
russia russias russian rusia ruso rusa
israel israels israeli israelies
canada canadas canadian canadiense
"""

_COUNTRY_OF = {word: row.split()[0] for row in _TABLE.strip().splitlines() for word in words(row)}
COUNTRIES = frozenset(_COUNTRY_OF.values())
NOUNS = COUNTRIES | frozenset(
    words("america francia alemania italia britain brasil espana japon rusia")
)
"""The words that are a country's name and not what is its own."""
_PARTS = frozenset(words("south north latin central west east"))
"""Words before which a country is a part of the world or half of it: South American."""


def as_country(word: str) -> str:
    """The country of a folded word: "peruvian" is "peru"; any other word as it is."""
    return _COUNTRY_OF.get(word, word)


def countries_of(said: Sequence[str]) -> frozenset[str]:
    """The countries that words name; "Latin American" names a part of the world."""
    return frozenset(
        as_country(word)
        for before, word in zip(("", *said), said, strict=False)
        if before not in _PARTS and as_country(word) in COUNTRIES
    )


def owner_first(text: str) -> str:
    """A canonical name of several words with the country that owns it before it.

    "air force of peru", "perus air force" and "peruvian air force" all become "peru air force".
    A single word stays: French is no France, and German no Germany.
    """
    said = text.split()
    if len(said) <= 1:
        return text
    turned = [
        word if place and said[place - 1] in _PARTS else as_country(word)
        for place, word in enumerate(said)
    ]
    if turned[-1] in COUNTRIES and turned[-2] not in _PARTS:
        rest = turned[:-1]
        while rest[-1:] == ["of"]:
            rest = rest[:-1]
        turned = [turned[-1], *rest]
    return " ".join(turned)


def nation_and_land(word: str, other: str) -> bool:
    """Whether two words are a country and what is its own: Germany and German."""
    if word.removesuffix("s") == other.removesuffix("s"):
        return False
    return word in _COUNTRY_OF and _COUNTRY_OF[word] == _COUNTRY_OF.get(other)
