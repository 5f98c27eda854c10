"""Lines of a text that say something about the world, and those that are page furniture."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from quizapp.core.extraction import sentences
from quizapp.core.extraction.furniture import OF_A_LIST, OF_SHORT_LINES, TAIL_HEADING, TELLING
from quizapp.core.extraction.furniture_families import FAMILIES
from quizapp.core.extraction.furniture_sentences import SENTENCES, tells_in_full
from quizapp.core.extraction.model import Dropped, Paragraph
from quizapp.core.extraction.notices import is_notice, tells_past
from quizapp.core.extraction.signs import any_of
from quizapp.core.extraction.verbs import count_verbs

_SIGNS = OF_SHORT_LINES + FAMILIES + SENTENCES
_NOTE = dict(TELLING)["note"]
_LONGEST_FURNITURE = 420
"""Characters up to which a line is asked for the signs of furniture."""
_SHORTEST = 6
"""Characters that a statement has at least."""
_LONGEST_SHORT = 200
"""Characters up to which a line may be furniture although it has whole sentences."""
_LONGEST_HEADLINE = 22
"""Words up to which a line that ends without a sign is a headline."""
_WEAK = frozenset(
    ("contact", "note", "reference", "related", "menu", "byline", "revision", "share")
)
"""Reasons whose signs stand in sentences of a text too."""
_SURE = any_of(sign for _, sign in (*TELLING, *(one for one in _SIGNS if one[0] not in _WEAK)))
_PERHAPS = any_of(sign for reason, sign in _SIGNS if reason in _WEAK)
"""All signs at once, those apart that count in a line that tells only where they open it."""
_HEADING = re.compile(r"^(?:#{1,6}\s|=+ .* =+$|\*\*[^*]+\*\*$)")
_HEADING_MARK = re.compile(r"\[(?:edit|editar|edit source|editar c[oó]digo)\]$", re.IGNORECASE)
_END = re.compile(r"[.!?…:;][\"'”’»)\]*\d\[]*$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]*]*(?:\[\d+\])*(?:\s|$)")
_SMALL = re.compile(
    r"\b(?:the|an?|is|was|were|had|has|have|in|of|to|and|by|with|for|he|she|it|they|that|from|"
    r"el|la|los|las|un|una|fue|era|es|se|que|de|en|y|por|con|su|al|del|lo)\b",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[ \t](?:(?<=\t)|[|·•>→/‹›»] |(?<![.!?:;,] ) +(?=\S)| {2,})")
_NUMBERED = re.compile(
    r"^(?:§{1,2} ?\d{1,3}(?:\.\d{1,2})*[.)]?|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|[(\[]\d{1,3}[)\]]"
    r"|\d{1,3}[.)]"
    r"|[([]?[a-z]\))\s+(?=[^\W\d_]|[\"“«¿¡(])|^\d{1,3}(?: {2,}|\t+)(?=[^\W\d_])"
)
"""The number that a report, a law or a worksheet puts before its paragraphs."""
_LONGEST_CAPTION = 45
"""Words of a line up to which it may stand under a picture."""
_DATED = re.compile(
    r"(?:,|\bin|\ben|\bhacia|\bcirca|\bc\.|\bh\.)\s*(?:\d{1,2} )?(?:(?:de )?[A-Za-z]{3,10}\.? )?"
    r"(?:\d{1,2}, )?(?:de )?\d{4}s?\)?$"
)
"""How what a picture shows ends: a place and a year."""
_YEAR_END = re.compile(r"\d{4}s?\)?$")
_OF_A_PICTURE = re.compile(
    r"\b(?:on the (?:far )?(?:left|right)|in the (?:foreground|background|cent(?:re|er)|front row)"
    r"|(?:far|second from|third from) (?:the )?(?:left|right)|(?:a|por) la (?:izquierda|derecha)"
    r"|en primer plano|al fondo|in this (?:photograph|picture|engraving)"
    r"|en esta (?:foto|imagen))\b",
    re.IGNORECASE,
)
_TIMES = (
    r"years?|days?|nights?|mornings?|evenings?|afternoons?|winters?|summers?|springs?|autumns?"
    r"|weeks?|months?|decades?|seasons?|wars?|victory|defeat|blow|beginning|start|end|disaster"
    r"|tragedy|triumph|scandal|crisis|success|failure|surprise|setback|turning point"
)
_TIMES_ES = (
    r"a[nñ]os?|d[ií]as?|noches?|ma[nñ]anas?|tardes?|inviernos?|veranos?|primaveras?|oto[nñ]os?"
    r"|semanas?|mes(?:es)?|d[eé]cadas?|temporadas?|guerras?|victoria|derrota|golpe|comienzo|inicio"
    r"|final|desastre|tragedia|triunfo|esc[aá]ndalo|crisis|[eé]xito|fracaso|sorpresa|rev[eé]s"
)
_STORY = re.compile(
    rf"^(?P<of>(?:[^\W\d_][\w'’-]* ){{0,4}}(?:{_TIMES})(?: of (?:an?|the) [a-z]+)?"
    rf"|(?:un|una|el|la|otro|otra) (?:\w+ )?(?:{_TIMES_ES})(?: \w+){{0,2}})?"
    r"(?:(?<=\w)|(?-i:[A-ZÀ-Þ][\w'’-]+)(?: (?-i:[A-ZÀ-Þ][\w'’-]+))?),?(?: in| en| de)?"
    r" (?:\d{1,2} )?(?:de )?(?:[^\W\d_]{3,10} )?(?:de )?\d{4}\. (?=[^\W\d_])",
    re.IGNORECASE,
)
"""A time told without a verb: A terrible year, 1918. Or a place: Berlin, 1936."""
_LIFE = re.compile(
    r"^(?![^,]{0,40}:).*\b(?:born|nacid[oa])\b.{3,60}\b\d{4}\b.{1,60}\b(?:died|falleci(?:d[oa]|ó)"
    r"|muert[oa])\b.{3,40}\b\d{4}\b"
)
"""What an obituary ends with: Anna Holm, judge, born 2 May 1931; died 9 January 2020."""
_TASKS = re.compile(
    r"^\W*+(?:\d+(?:\.\d+)* +)?(?:activit(?:y|ies)|exercises?|tasks?|homework"
    r"|(?:review |revision |discussion )?questions?|(?:check|test|quiz) your\w*|your turn"
    r"|think (?:about|and)|over to you|now try|practice|comprueba|repas[ao]|autoevaluaci[oó]n"
    r"|para (?:pensar|debatir|practicar|repasar)|actividad(?:es)?|ejercicios?|tareas?|preguntas"
    r"|cuestiones|deberes)\b[^.]{0,30}$",
    re.IGNORECASE,
)
"""The heading of exercises; the numbered lines behind it are theirs."""
_TASK = re.compile(r"^\W*+(?:\d{1,2}|[a-h])(?:[.)º]|\b)\s")
_ASKED = re.compile(r"^\d{1,2}[.)]? [^.!]*\?$")


def behind_number(line: str) -> int:
    """Where the words of a numbered paragraph begin: 2.2 of "2.2  The mill burned"; 0 for none.

    A number before a small letter ("1.5 million people") is part of what is said.
    """
    found = _NUMBERED.match(line)
    return found.end() if found and not line[found.end()].islower() else 0


def clean(
    text: str, kept_anyway: Container[int] = ()
) -> tuple[tuple[Paragraph, ...], tuple[Dropped, ...]]:
    """The content paragraphs of a text and what was dropped, each with its line's number.

    Lines whose numbers are in `kept_anyway` are content whatever they look like.
    """
    kept: list[Paragraph] = []
    dropped: list[Dropped] = []
    number, in_tail, in_tasks = 0, False, False
    for raw in text.splitlines():
        line = raw.strip().lstrip("\ufeff")
        if not line:
            continue
        number += 1
        reason = _furniture(line)
        if in_tasks and _TASK.match(line):
            reason = reason or "note"
        else:
            in_tasks = bool(reason and _TASKS.match(line))
        if reason:
            in_tail = bool(TAIL_HEADING.match(line)) or (in_tail and reason != "heading")
        elif in_tail and _is_of_a_list(line):
            reason = "reference"
        else:
            in_tail = False
        if reason and number not in kept_anyway:
            dropped.append(Dropped(number, line, reason))
        else:
            kept.append(Paragraph(number, line))
    return tuple(kept), tuple(dropped)


def reason(line: str) -> str:
    """Why a single line would be dropped, "" when it is kept.

    A review asks for the same lines after each decision, so those asked last are remembered.
    """
    line = line.strip()
    return _remembered(line) if len(line) <= _LONGEST_FURNITURE else _furniture(line)


def _is_of_a_list(line: str) -> bool:
    """Whether a line behind "References" goes on with the list of works."""
    return len(line) <= _LONGEST_FURNITURE and bool(OF_A_LIST.search(line))


def _furniture(line: str) -> str:
    """Why a line is no statement about the world, "" when it may be one."""
    if len(line) < _SHORTEST:
        return "label"
    if len(line) > _LONGEST_FURNITURE:
        return "note" if _NOTE.opens(line) else ""
    sure = _SURE.stands_in(line)
    telling = next((reason for reason, sign in TELLING if sign.stands_in(line)), "") if sure else ""
    if telling:
        return telling
    told = _told(line)
    if told and (_opens_as_a_story(line) or tells_in_full(line)):
        return ""
    signed = _signed(line, told, sure=sure)
    return signed or _shape(line, told) or ("notice" if is_notice(line) else "")


_remembered = lru_cache(maxsize=1_000)(_furniture)


def _signed(line: str, told: int, *, sure: bool) -> str:
    """The reason that some sign in a short line gives; `sure` says that one of the sure does."""
    whole = told > 1 or (told and len(line) > _LONGEST_SHORT)
    if not sure and not (_PERHAPS.opens(line) if whole else _PERHAPS.stands_in(line)):
        return ""
    for reason, sign in _SIGNS:
        if whole and reason in _WEAK:
            if sign.opens(line) < 3:
                continue
        elif not sign.stands_in(line):
            continue
        return reason
    return ""


def _told(line: str) -> int:
    """How many verbs a line has that stand in sentences with an end: none, one, or 2 for more."""
    if not _END.search(line):
        return 0
    return count_verbs(line, 2)


def _shape(line: str, told: int) -> str:
    """The reason that a line's form gives: menus, headings, tables, labels are no sentences."""
    words = line[behind_number(line) :]
    parted = len(_SEPARATORS.findall(words))
    if parted > 1 or (parted and len(line) < 90) or line.startswith(". ."):
        return "menu"
    numbered = len(words) < len(line) < _LONGEST_SHORT and not told
    if numbered or _HEADING.match(line) or _HEADING_MARK.search(line):
        return "heading"
    count = line.count(" ") + 1
    if line.isupper() or not (_SENTENCE_END.search(line) or _LIFE.search(line)):
        few = count <= _LONGEST_HEADLINE or len(_SMALL.findall(line)) * 8 < count
        return "heading" if few else ""
    if count < _LONGEST_CAPTION and _is_caption(line):
        return "label"
    asks = line.count("?") > 1 or bool(_ASKED.search(line))
    if asks and '"' not in line and "”" not in line and "»" not in line:
        return "note"
    unended = count < 8 and not _END.search(line)
    return "label" if count < 4 or unended or not (told or _says(line)) else ""


def _says(line: str) -> bool:
    """Whether a line that tells nothing as a whole does in the sentences that it begins with."""
    if _LIFE.search(line):
        return count_verbs(line, 1) > 0
    ended = line[: max(end.end() for end in _SENTENCE_END.finditer(line))]
    part = len(ended) < len(line) or not _END.search(line)
    return part and bool(_SMALL.search(line)) and count_verbs(ended, 1) > 0


def _is_caption(line: str) -> bool:
    """Whether a line opens with what a picture shows: The lock under construction, 1888."""
    end = _SENTENCE_END.search(line)
    first = line[: end.start()] if end else line
    shows = _OF_A_PICTURE.search(line) if end and end.end() < len(line) else None
    dated = _YEAR_END.search(first, max(0, len(first) - 6)) and _DATED.search(first)
    return bool(dated or shows) and not count_verbs(first, 1)


def _opens_as_a_story(line: str) -> bool:
    """Whether a line opens with a time and tells what was then: A terrible year, 1918."""
    opening = _STORY.match(line)
    if opening is None or _OF_A_PICTURE.search(line):
        return False
    told = [one for one in sentences.split(line[opening.end() :]) if tells_past(one[1])]
    return len(told) > (opening["of"] is None)
