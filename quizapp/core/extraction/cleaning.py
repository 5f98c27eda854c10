"""Lines of a text that say something about the world, and those that are page furniture."""

from __future__ import annotations

import re
from collections.abc import Container

from quizapp.core.extraction.model import Dropped, Paragraph

_FLAGS = re.IGNORECASE
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, _FLAGS))
    for reason, pattern in (
        (
            "copyright",
            (
                r"©|\(c\) ?\d{4}|^\W*copyright\b|\ball rights reserved"
                r"|todos los derechos reservados"
                r"|text is available under|creative commons|\bCC BY\b"
            ),
        ),
        (
            "revision",
            (
                r"^\W*(?:last )?(?:updated?|revised|modified|edited|corrected)\b"
                r"|\brevised \d|;? first published in|\bfirst published \d"
                r"|\blast (?:updated|edited|modified|revised|reviewed)\b|^\W*data as of\b"
                r"|^\W*(?:first )?published\b|\b[uú]ltima (?:actualizaci|modificaci)"
                r"|^\W*(?:p[aá]gina )?(?:actualizad|publicad|revisad)[oa]|^\W*version \d"
                r"|^\W*posted\b"
            ),
        ),
        (
            "contact",
            (
                r"\bISBN\b|\bISSN\b|\bdoi:|\btel(?:\.|[eé]fono)? ?:? ?[+\d]|\+\d\d[ \d]{6,}"
                r"|[\w.]+@[\w.]+|https?://|\bwww\.|^\W*(?:visit|call|ring|contact|write to) us\b"
                r"|^\W*registered office|^\W*company (?:number|no)|\bVAT (?:no|GB)|\bNIF\b|\bCIF\b"
                r"|\b(?:call|ring|phone|fax|email)\b.{0,30}\d{4}|^\W*(?:subscribe|suscr[ií]b)"
            ),
        ),
        (
            "share",
            (
                r"^\W*(?:share|compart[ei]|tweet|follow us|s[ií]guenos|print|imprimir)\b"
                r"|\bfacebook\b.*\b(?:twitter|email|whatsapp)|sharebox"
            ),
        ),
        (
            "sponsor",
            (
                r"^\W*(?:\.\s*)*(?:support our sponsor|advertisement|sponsored|publicidad|anuncio|"
                r"accept (?:all )?cookies|cookies help)|\bwe use cookies|\busamos cookies"
            ),
        ),
        (
            "note",
            (
                r"^\W*(?:note|nota|disclaimer|aviso) ?:|^\W*no claims are made|^\W*image credit"
                r"|^\W*please (?:put|bookmark|cite|note)"
            ),
        ),
        (
            "label",
            (
                r"^\W*(?:fig(?:ure|ura)?s?|tables?|tablas?|cuadro|box|recuadro|maps?|mapas?"
                r"|gr[aá]fico|chart|diagrama?|plate|l[aá]mina|ilustraci[oó]n|illustration)"
                r"(?: ?\.)? ?\d[\d.]*[.:]?\s+(?-i:(?![a-zà-ÿ]))"
                r"|^\W*(?:photo(?:graph)?s?|fotos?|fotograf[ií]as?|image|imagen|picture) ?:"
            ),
        ),
        (
            "note",
            (
                r"^\W*(?:discuss|check yourself|(?:review |study )?questions?|exercises?"
                r"|activit(?:y|ies)|(?:learning )?(?:goals|objectives|outcomes)|key (?:words|terms)"
                r"|glossary|actividad(?:es)?|ejercicios?|preguntas|objetivos|glosario"
                r"|palabras clave|para (?:pensar|debatir|reflexionar)|comprueba|repasa)\b"
                r"[ \d]{0,4}:"
            ),
        ),
        (
            "reference",
            (
                r"^\W*(?:sources?|fuentes?|references?|bibliograf[ií]a|bibliography|how to cite"
                r"|c[oó]mo citar|further reading|notes|referencias|cite this)\b ?[:\"“]"
                r"|^\W*\[\d+\]|^\W*\^|\bpp?\. ?\d+[^.]*$|\bet al\. ?\(\d{4}|accessed \d"
                r"|retrieved \d"
            ),
        ),
        (
            "related",
            (
                r"^\W*(?:related|read more|see also|more on|you may also like|v[eé]ase"
                r"|ver tambi[eé]n"
                r"|tambi[eé]n le puede|lea tambi[eé]n|relacionad[oa]s?|categor(?:ies|[ií]as)|tags"
                r"|etiquetas|awards|premios|comments|comentarios)\b"
            ),
        ),
        (
            "byline",
            (
                r"^\W*(?:by|por) [^.]{3,60},.*\d{4}(?:, [\d:]+ ?h?)?$|^\W*(?:words|text"
                r"|texto|fotos|pictures|photos) ?:"
                r"|\breading time\b|\bmin read\b|tiempo de lectura|redacci[oó]n de"
            ),
        ),
        (
            "menu",
            (
                r"^\W*(?:menu|home|inicio|skip to|open menu|log in|sign in|search|ir al contenido|"
                r"download|privacy|<< ?back|next page|previous page)\b|\bpage \d+ of \d+"
                r"|\b(?:privacy policy|terms of use|iniciar sesi[oó]n|aviso legal)\b"
            ),
        ),
    )
)
_LONGEST_FURNITURE = 420
"""Characters up to which a line is asked for the signs of furniture."""

_NOTE = re.compile(r"^\W*(?:note|nota|disclaimer|aviso)\b ?:", _FLAGS)
_HEADING = re.compile(r"^(?:#{1,6}\s|=+ .* =+$|\*\*[^*]+\*\*$|\d{1,2}(?:\.\d+)*\.?\s)")
_END = re.compile(r"[.!?…:;][\"'”’»)\]*]*$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]*]*(?:\s|$)")
_SMALL = re.compile(
    r"\b(?:the|an?|is|was|were|had|has|have|in|of|to|and|by|with|for|he|she|it|they|that|from|"
    r"el|la|los|las|un|una|fue|era|es|se|que|de|en|y|por|con|su|al|del|lo)\b",
    _FLAGS,
)
_SEPARATORS = re.compile(r" [|·•>→/] |\t| {3,}")
_BULLET = re.compile(r"^(?:[-*•–]|\d{1,2}[.)])\s+")


def clean(
    text: str, kept_anyway: Container[int] = ()
) -> tuple[tuple[Paragraph, ...], tuple[Dropped, ...]]:
    """The content paragraphs of a text and what was dropped, each with its line's number.

    Lines whose numbers are in `kept_anyway` are content whatever they look like.
    """
    kept: list[Paragraph] = []
    dropped: list[Dropped] = []
    number = 0
    for raw in text.splitlines():
        line = raw.strip().lstrip("\ufeff")
        if not line:
            continue
        number += 1
        reason = "" if number in kept_anyway else _furniture(line)
        if reason:
            dropped.append(Dropped(number, line, reason))
        else:
            kept.append(Paragraph(number, line))
    return tuple(kept), tuple(dropped)


def reason(line: str) -> str:
    """Why a single line would be dropped, "" when it is kept."""
    return _furniture(line.strip())


def _furniture(line: str) -> str:
    """Why a line is no statement about the world, "" when it may be one."""
    if len(line) > _LONGEST_FURNITURE:
        return "note" if _NOTE.match(line) else ""
    for reason, sign in _SIGNS:
        if sign.search(line):
            return reason
    if len(_SEPARATORS.findall(line)) >= 2 or (len(line) < 90 and _SEPARATORS.search(line)):
        return "menu"
    return _shape(line)


def _shape(line: str) -> str:
    """The reason that a line's form gives: headings, tables, labels are no sentences."""
    if _HEADING.match(line) and not (_BULLET.match(line) and _END.search(line)):
        return "heading"
    small = len(_SMALL.findall(line))
    count = line.count(" ") + 1
    if line.startswith(". ."):
        return "menu"
    if line.isupper() or not _SENTENCE_END.search(line):
        return "heading" if count <= 14 or small * 8 < count else ""
    if count < 4 or small == 0:
        return "label"
    return "label" if count < 8 and not _END.search(line) else ""
