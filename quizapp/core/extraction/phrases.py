"""Small words by which the parts of a sentence are told, per language."""

from __future__ import annotations

from quizapp.core.extraction.tokens import Tokens
from quizapp.core.values.word_lists import words

PRONOUNS = frozenset(
    words(
        """
        he she it they we i you this that these those both there one here another others anybody
        nobody everybody somebody anyone everyone someone nothing everything something none
        ella ello ellos ellas esto eso nosotros alli ahi aqui"""
    )
)
"""Words that stand for something said before, folded."""

POSSESSIVES = frozenset(words("his her its their su sus this these those este esta estos estas"))
PREPOSITIONS = {
    "en": frozenset(
        words(
            """in on at by from during after before between under for with since until through over
            within among amongst according like of despite without as to into onto upon against
            across along around behind below beneath beside besides beyond near off outside inside
            per than throughout towards toward via about above except including following owing
            beginning starting unlike till"""
        )
    ),
    "es": frozenset(
        words(
            """en a al desde hasta entre durante tras antes despues segun con sin por para sobre
            ante
            bajo de del hacia contra mediante salvo excepto junto dentro fuera cerca lejos"""
        )
    ),
}
SUBORDINATE = frozenset(
    words(
        """when while although though because if whereas unless once where whether
        cuando mientras aunque porque si donde como"""
    )
)
CONJUNCTIONS = frozenset(words("and but or nor yet so y e pero o u ni sino"))
RELATIVES = frozenset(
    words(
        "who which that whom whose what que quien quienes cual cuales cuyo cuya cuyos cuyas donde"
    )
)
LINKS = CONJUNCTIONS | RELATIVES
"""Words by which one part of a sentence goes on to another."""
DEPENDING = RELATIVES | SUBORDINATE
"""Words by which a clause opens that depends on another."""
JOINING = CONJUNCTIONS | SUBORDINATE
"""Words that stand between two clauses."""
CLAUSE_OPENINGS = LINKS | SUBORDINATE
"""Words that end a group before them and open something else."""
BREAKS = frozenset((";", ":", "—", "--", "–"))
QUOTES = frozenset('"“”«»*_¿¡‘')
ADVERBS = frozenset(
    words(
        """
        also never later then soon still only even finally first once again eventually thus now
        recently originally usually probably perhaps possibly reportedly just about not no all
        always often sometimes already hardly barely nearly almost mostly largely partly entirely
        instead however therefore meanwhile moreover furthermore today tonight yesterday twice
        quickly slowly suddenly briefly formerly initially subsequently together alone once ever up
        longer down out off back away over rarely seldom himself herself itself themselves
        therefore indeed
        tambien nunca luego despues ya solo apenas todavia aun finalmente casi siempre tampoco
        entonces asi hoy ahora ademas incluso se me te nos le les lo no
    """
    )
)
DETERMINERS = frozenset(
    words(
        """the a an his her its their each every some any no our my your this these those
        el la los las un una unos unas su sus cada este esta estos estas ese esa aquel aquella
        nuestro nuestra ningun ninguna"""
    )
)
GROUP_OPENINGS = DETERMINERS | PRONOUNS
"""Words by which a group with a noun opens, or that stand for one."""
PARTICIPLES = frozenset(
    words(
        """built made written held kept led found bought sold sent taught fought brought caught
        drawn given taken known shown born cut set put laid paid told left won lost run hung
        struck thrown grown worn torn sung begun chosen spoken broken driven woven"""
    )
)
INVERTING = frozenset(
    words(
        """came stood lay rests rest lies lie hung ran sat rose grew lived died was were went is are
        stands stand hangs runs comes sits began appeared followed remained hangs slept worked"""
    )
)
"""English verbs whose subject may follow them where a place or a time opens the sentence."""
TURNED = frozenset(
    words(
        """
        viajaba viajaban debuto debutaron vivieron llegaban venian zarparon zarpo acudio acudian
        residian residen habitaban habitan cabian caben restaban actuaron desfilaron nacian
        murieron murio salian salio salieron trabajaban trabajan abrio abrieron cerro cerraron llego
        llegaron nacio nacieron vino vinieron quedaban quedan queda quedo quedaron naufragaron
        naufrago perecieron perdieron resultaron emigraron habia hubo hay existian existe existen
        vivian viven vivia participaron sobrevivieron sobreviven aparecio aparecieron surgio
        surgieron comenzo empezo termino acabo ocurrio sucedio entro entraron falta faltan faltaban
        consta pasaron cayo cayeron ardio ardieron desaparecio desaparecieron asistieron acudieron
        acuden crecen funcionan funcionaba funcionaban circulaban circulan figuran figuraban destaca
        destacan intervinieron colaboraron votaron estallo
    """
    )
)
"""Spanish verbs whose subject often follows them, folded."""


def is_preposition(tokens: Tokens, at: int) -> bool:
    """Whether a token is a preposition of the sentence's language."""
    word = tokens[at].folded
    language = tokens.language
    if language:
        return word in PREPOSITIONS[language]
    return word in PREPOSITIONS["en"] or word in PREPOSITIONS["es"]


_LY_NOUNS = frozenset(
    words("family july italy assembly monopoly supply fly rally ally belly butterfly sicily reply")
)


def is_adverb(word: str) -> bool:
    """Whether a folded word tells when or how, and no thing: slightly, also."""
    if word in ADVERBS:
        return True
    return len(word) > 4 and word.endswith(("ly", "mente")) and word not in _LY_NOUNS
