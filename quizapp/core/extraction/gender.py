"""Whether a name is a woman's or a man's, as far as titles and given names tell."""

from __future__ import annotations

from quizapp.core.extraction.given_names import GIVEN_NAMES
from quizapp.core.extraction.name_words import WOMEN
from quizapp.core.extraction.tokens import folded
from quizapp.core.values.word_lists import words

_MEN_IN_A = frozenset(
    words(
        """luca andrea nikola joshua ezra mustafa sasha ilya mikita nicola mattia elia tobia isa
        musa yahya zakaria kenta shota keita kuba costa garcia mensah ibrahima krishna rama shiva
        buddhadeva satya noah elijah jonah isaiah"""
    )
)
_WOMENS = tuple(words("a ette elle ine een lyn eth ie ys yn ice inda dottir"))
_WOMENS_NAMES = frozenset(
    words(
        """
        lilian lillian maud audrey avis beryl bridget brigid deirdre edith erin ethel fay fern gail
        gwen harriet heather hilary iris isobel jill jocelyn joy joyce jean juliet karin kay
        lesley lois
        lourdes mae mercy mildred molly mavis moira myrtle nell olive opal pam phyllis patience
        prudence ruby rosalind shirley sibyl sybil sue tess trudy violet winifred yvonne simone
        marianne
        diane jeanne louise denise elise therese odile cecile lucile mathilde clotilde gisele noemi
        judit abigail eve enid cicely muriel evelyn vivien isolde inge hedwig ulrike elke heike
        mary ann anne margaret ruth joan jane ellen helen carmen isabel pilar dolores mercedes rocio
        ines beatriz raquel esther miriam rachel sarah judith grace rose rosemary agnes doris
        frances florence constance alice beatrice janet hildegard ingrid astrid sigrid gudrun
        solveig ragnhild gertrud irmgard carol sharon susan karen helen eileen maureen noor nur
        maryam parvin shirin michiko yoko keiko sumiko tomoko noriko kumiko reiko hanako aiko fumiko
        ngozi nkiruka chiamaka funmilayo ifeoma wangari winnie adjoa akosua abena amy emily dorothy
        nancy lucy sally betty kitty peggy polly fanny penelope phoebe zoe chloe daphne jennifer
        gillian vivian marion alison meriel muriel mabel hazel pearl april june may kim soledad
        consuelo rosario socorro amparo nieves milagros remedios angeles luz paz sol maite itziar
        nekane arantxa meritxell montserrat mei ling xiaoling lan hoa thuy huong
    """
    )
)
_MANLY = frozenset(
    words(
        """mr sir lord king prince father brother son husband widower uncle nephew monk actor baron
        captain colonel general admiral major don fray padre hermano hijo marido rey principe
        duque conde tio monje actor herr man boy hombre nino he his abbot bishop obispo"""
    )
)
_WOMANLY = frozenset(
    words(
        """queen princess duchess countess lady mrs miss ms mother sister daughter wife widow aunt
        niece nun actress empress baroness girl woman mlle mme sra dona reina princesa duquesa
        condesa viuda hija esposa mujer hermana madre tia monja actriz doctora profesora maestra
        enfermera pintora escritora ingeniera abogada bióloga directora presidenta soprano dame
        midwife nurse housewife nina"""
    )
)


def is_woman(name: str, words_before: tuple[str, ...]) -> bool | None:
    """Whether a name is a woman's, as far as title and given name tell; None for unknown."""
    if any(word in WOMEN or word in _WOMANLY for word in words_before):
        return True
    pieces = [folded(piece) for piece in name.split()]
    given = pieces[0]
    if given in _WOMENS_NAMES or pieces[-1].endswith(("dottir", "ova", "eva", "skaya", "ska")):
        return True
    if given.endswith(_WOMENS) and given not in _MEN_IN_A and len(pieces) > 1:
        return True
    plain = given in GIVEN_NAMES and not given.endswith(("e", "i", "y", "h", "a"))
    known = plain or any(word in _MANLY for word in words_before)
    return False if known else None
