"""Spanish is complete: what the code says is in the catalogue, translated, and compiled."""

from __future__ import annotations

import io
import re

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo

from tests import translations
from tests.translations import COMPILED, strings

NAMED = re.compile(r"%\((\w+)\)([sd])")
BARE_SIGN = re.compile(r"%(?!\(\w+\)[sd])(?!\))")
SAME_IN_BOTH = {
    "%(share)s, provisional",
    "Provisional",
    "provisional",
    "CSV",
    "Excel",
    "Error %(code)s",
}
"""Messages that Spanish says with the same letters."""
RUN_AGAIN = "run `python3 -m tests.translations`, translate what it names, commit both files"


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return translations.known()


def texts(message: Message) -> tuple[str, ...]:
    """What a message says in English: one text, or one and many."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def all_of(catalogue: Catalog) -> list[Message]:
    found = [message for message in catalogue if message.id]
    assert len(found) > 400
    return found


def test_the_catalogue_holds_exactly_what_the_code_says(catalogue: Catalog) -> None:
    there = {texts(message)[0] for message in all_of(catalogue)}
    said = {one if isinstance(one, str) else one[0] for one in translations.said()}
    assert said - there == set(), RUN_AGAIN
    assert there - said == set(), RUN_AGAIN


def test_the_command_would_change_nothing(catalogue: Catalog) -> None:
    again = translations.brought_up_to_date(catalogue)
    assert translations.as_text(again) == translations.CATALOGUE.read_bytes(), RUN_AGAIN


def test_every_message_is_translated(catalogue: Catalog) -> None:
    assert translations.untranslated(catalogue) == []
    for message in all_of(catalogue):
        assert len(strings(message)) == len(texts(message))
        if texts(message)[0] not in SAME_IN_BOTH:
            assert strings(message)[0] != texts(message)[0], message.id


def test_nothing_is_fuzzy_or_obsolete(catalogue: Catalog) -> None:
    assert not any(message.fuzzy for message in all_of(catalogue))
    assert not catalogue.fuzzy
    assert not catalogue.obsolete


def test_names_to_fill_in_are_the_same_on_both_sides(catalogue: Catalog) -> None:
    for message in all_of(catalogue):
        english, spanish = texts(message), strings(message)
        for one, other in zip(english, spanish, strict=True):
            assert sorted(NAMED.findall(one)) == sorted(NAMED.findall(other)), other
            if NAMED.search(one):
                assert not BARE_SIGN.search(other), f"a single % cannot be filled in: {other}"


def test_spanish_is_set_as_spanish_is(catalogue: Catalog) -> None:
    for message in all_of(catalogue):
        for text in strings(message):
            assert not re.search(r"[“”\"]", text), f"quotation marks are «»: {text}"
            assert text.count("«") == text.count("»"), text
            assert text.count("?") == text.count("¿"), f"a question opens with ¿: {text}"
            assert not re.search(r"[ ]%(?!\()", text), f"a no-break space before %: {text}"
            assert text == text.strip(), text
            assert "  " not in text, text
            assert not re.search(r"\b(?:usted|ustedes|vosotros|vuestr\w+)\b", text), text


def test_the_end_of_a_sentence_is_the_same_on_both_sides(catalogue: Catalog) -> None:
    for message in all_of(catalogue):
        for one, other in zip(texts(message), strings(message), strict=True):
            assert (one[-1] if one[-1] in ".:?" else "") == (
                other[-1] if other[-1] in ".:?" else ""
            ), other


def test_words_that_are_agreed_are_used(catalogue: Catalog) -> None:
    agreed = {
        r"\bfacts?\b": r"\bhechos?\b|\blo que\b",
        r"\bquestions?\b(?! mark)": r"pregunt",
        r"\bsources?\b": r"fuente|código abierto",
        r"\bparagraphs?\b": r"párrafo",
        r"\bjoin code\b": r"código de la clase",
        r"\bflashcards?\b": r"tarjeta",
        r"\bteacher\b": r"docente",
        r"\bundo\b": r"deshacer",
    }
    unwanted = re.compile(r"\b(?:dato|estabilidad|recuperabilidad|profesora?|alumn[oa]s?|aula)\b")
    for message in all_of(catalogue):
        english = NAMED.sub("", " ".join(texts(message))).lower()
        spanish = NAMED.sub("", " ".join(strings(message))).lower()
        for said, wanted in agreed.items():
            if re.search(said, english):
                assert re.search(wanted, spanish), f"{english}: {spanish}"
        assert not unwanted.search(spanish), spanish


def test_the_compiled_catalogue_says_what_the_other_says(catalogue: Catalog) -> None:
    compiled = read_mo(io.BytesIO(COMPILED.read_bytes()))
    for message in all_of(catalogue):
        there = compiled.get(message.id)
        assert there is not None, f"{message.id}: {RUN_AGAIN}"
        assert strings(there) == strings(message), RUN_AGAIN
    assert len(compiled) == len(catalogue)
    again = translations.as_compiled(translations.brought_up_to_date(catalogue))
    assert COMPILED.read_bytes() == again, RUN_AGAIN


def test_a_new_message_comes_out_empty_and_is_named() -> None:
    old = Catalog("es")
    old.add("Saved", "Guardado")
    old.add("Nobody says this any more", "Nadie lo dice ya")
    new = translations.brought_up_to_date(old)
    assert new.get("Saved").string == "Guardado"
    assert new.get("Nobody says this any more") is None
    assert "Today" in translations.untranslated(new)
    assert "Saved" not in translations.untranslated(new)
