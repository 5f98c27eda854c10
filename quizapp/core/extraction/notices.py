"""Notices to visitors and readers: hours, prices, places, bookings, and what to do and bring.

A single sign (a weekday, an hour) stands in many a statement; several in a line without a past
make a notice of it. English and Spanish.
"""

from __future__ import annotations

import re

from quizapp.core.extraction.signs import Sign, any_of
from quizapp.core.values.word_lists import words

_FLAGS = re.IGNORECASE
_LONGEST_NOTE = 200
"""Characters from which a line needs more signs."""
_ENOUGH = 3
_MORE = 2
"""Points that a long line, or one with a year, needs on top."""

_PAST = frozenset(
    words(
        """
    was were had did began became came went gave took made found led won lost kept built bought
    sold brought thought fell grew knew drew flew threw wrote drove spoke broke chose stole wore ran
    sang sank drank swam stood told said paid met sat sent spent felt saw ate rose got heard died
    lay dug shook fought caught slept stuck struck blew froze rode fue fueron era eran hizo hicieron
    dijo dijeron tuvo tuvieron hubo dio dieron vio puso estuvo vino trajo pudo quiso supo había
    tenía hacía podía vivía decía quería sabía venía salía creía seguía
    """
    )
)
_PAST_ENDINGS = ("ed", "ó", "aron", "ieron", "aba", "aban", "ían")
_NOT_PAST = frozenset(
    words(
        """
    closed limited unlimited guided reserved included required recommended advised allowed
    permitted requested needed reduced accompanied licensed accepted asked invited sealed red bed
    need feed seed speed indeed embed printed experienced interested aged supervised suggested
    heated dated unaccompanied climbed visited obliged
    """
    )
)
"""Participles that notices are full of, and words that only end as verbs of the past do."""
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<![£$€\d.,])\b(?:1\d|20)\d\d\b(?! ?(?:€|m\b))")

_COUNT = r"(?:\d+|two|three|four|five|six|ten|dos|tres|cuatro|cinco|seis|diez)"
_OPENS = (
    r"^\W*+(?:(?:find|touch|turn|press|push|pull|spot|count|lift|ask|bring|visit|send|tell|come"
    r"|look|listen|register|enter|scan|wear|allow|meet) (?:the|an?|your|us|to|for|at|how"
    rf"|out|up|if|in|our|all|as|along|with|every|{_COUNT})\b"
    r"|join (?:us|our|in|for|up|\d)|remember(?: to\b| that\b|:)|see (?:them|her|how) \w+:"
    r"|(?:hear|try|see|feel|ride|smell|taste|do|make|play|watch|read) it\b|come and\b"
    r"|(?:teachers?|profesor(?:es|ado)?|parents|students|alumn(?:os|ado)|docentes|visitors"
    r"|visitantes|families|familias|readers|lectores) ?:|(?:challenge|reto|debate|quiz|correction"
    r"|correcci[oó]n)\b[^.:]{0,20}:|please\b|don[’']t (?:miss|forget)"
    r"|(?:do|have|would|can|could|did|are) you\b|if you\b|want to\b|why not\b|read by\b"
    r"|narrated by\b|hands on\b"
    r"|recuerd[ae] (?:llevar|traer|reservar|que (?:puede|debe))|(?:toca|gira|pulsa|pulse|gire|toque"
    r"|aprieta|mueve|cuenta|prueba|pide|pida|trae|traiga|env[ií]a|env[ií]e|descubre|descubra"
    r"|consult[ae]|disfruta|participa|visit[ae]|visiten|escanea|lleva|pregunta|busca|encuentra) "
    rf"(?:el|la|los|las|un|una|tu|tus|su|en|c[oó]mo|cu[aá]nt[oa]s|{_COUNT})\b(?=[^.]{{0,90}}[.!:]?$"
    r"|[^.]{0,60}[.!])|(?:ven|venga|vengan|acude) (?:a|con)\b|no (?:te|se|os) (?:pierd|olvid)"
    r"|(?:(?<=¿)|si )(?:quieres|quiere|tienes|tiene usted|te|sabes|conoces|recuerdas)\b"
    r"|le[ií]d[oa] por\b|(?:ac[eé]rque?|ac[eé]rca|cu[eé]nta|cu[eé]nte|escr[ií]ba|escr[ií]be"
    r"|inscr[ií]be|inscr[ií]ba|an[ií]ma|[uú]ne|[uú]na|env[ií]a|env[ií]e|inf[oó]rma|inf[oó]rme"
    r"|ap[uú]nta|reg[ií]stra|dir[ií]ja|atr[eé]ve|imag[ií]na|preg[uú]nta|s[uú]ma)"
    r"n?(?:te|nos|se)\b)"
)
"""How the reader is told to do something, at the beginning of a line."""

_SURE = (
    r"\bplaces?(?: are)? (?:limited|(?:still )?available)|\blimited (?:places|to \d)"
    r"|\bbook(?:ing)?s?(?: is| are)? (?:essential|required|recommended|advised|needed|necessary)"
    r"|\bno booking|\bbookable\b|\b(?:please|must) book|\bbook (?:ahead|early|in advance|at least)"
    r"|\blast (?:admission|entry|entries)\b|\bopening (?:times|hours)\b|\b(?:entry|admission)"
    r"(?: is)? free\b|\bfree (?:entry|admission|talks?|tours?|of charge)\b|\baudio[ -]?guides?\b"
    r"|\bguided (?:tours?|visits?|walks?)\b(?! (?:through|of))|\b(?:visitors|children|parents|dogs"
    r"|groups|schools|pupils) (?:are (?:asked|requested|welcome|reminded|advised)|must|should)\b"
    r"|\bdonations?(?: are)? welcome|\bsuggested (?:donation|contribution)"
    r"|\b(?:working|business) days\b|\bd[ií]as (?:laborables|h[aá]biles)\b"
    r"|\b(?:school|group|guided|class) (?:visits?|tours?|trips?) (?:costs?|lasts?|takes?|can|may)\b"
    r"|\b(?:takes?|lasts?|dura|long)\b[^.]{0,20}\. (?:start|salida|meet|park|inicio|allow)\b"
    r"|\bhear from you\b|\btell us\b"
    r"|\b(?:send|write to|email) (?:us|them|it) (?:to|by|at|about)\b|\bCCTV\b"
    r"|\bwithout flash\b|\bno flash\b|\bnot suitable for\b|\bsuitable for (?:ages|children)\b"
    r"|\bwill be (?:closed|open)\b|\bjoin (?:us|our)\b"
    r"|\b(?:in|from) (?:our|the museum) shop\b|\bwe are (?:open|closed)\b|\bwheelchair"
    r"|\b(?:exhibition|display|exposici[oó]n|muestra)\b[^.]{0,30}\b(?:runs|continues|closes|is open"
    r"|abiert[ao]|hasta|until)\b|\bfamily tickets?\b|\b(?:under|over)[- ]?\d+s\b"
    r"|\b(?:groups|grupos) (?:of|de) (?:up to|hasta)\b|\b(?:max(?:imum)?|m[aá]ximo|aforo)\b ?:?"
    r" ?(?:de )?\d+ (?:people|persons|personas|visitors|visitantes|plazas|places|pupils|alumnos)"
    r"|\bplazas? (?:limitadas?|disponibles?)|\baforo (?:limitado|m[aá]ximo|de)|\bhasta completar"
    r"|\bvisitas? guiadas?\b|\bse ruega\b|\brogamos\b|\b(?:entrada|visita|acceso)s?(?: es| son)?"
    r" (?:libre|gratis|gratuit[oa]s?)\b|\bprevia (?:cita|reserva|inscripci[oó]n)|\bcita previa\b"
    r"|\b(?:gratis|gratuit[oa]s?) (?:para|los|las|hasta|con)\b|\b[uú]ltim[oa] (?:pase|entrada"
    r"|acceso|visita)\b|\bpermanecer[aá]n? (?:cerrad|abiert)|\bvideovigilad|\baudiogu[ií]as?\b"
    r"|\bhorarios? (?:de|especial)\b|\binscripci(?:[oó]n|ones) (?:gratis|gratuita|abierta|hasta"
    r"|en)\b|\babierto (?:al p[uú]blico|de \w+ a)\b|\bcerrado (?:los|lunes|por)\b"
    r"|\b(?:are|is) (?:always |also )?welcome (?:to|in|at|on)\b|\b(?:visitors|members|dogs"
    r"|children|families) are (?:always )?welcome\b|\b(?:the|our) (?:visit|tour|walk)s? (?:lasts?"
    r"|takes?)\b|\b(?:visita|recorrido)s? (?:dura|duran)\b|\bpunto de encuentro|\bmeeting point"
    r"|\bmeet (?:at|outside) the\b|\b(?:sessions|sesiones|demonstrations|pases) (?:at|a las?)\b"
    r"|\btraiga|\bse recomienda (?:\w+ )?(?:calzado|reservar|llevar|traer)|\b(?:comfortable"
    r"|stout|sturdy) (?:shoes|boots|clothing)|\bcalzado c[oó]modo|\b(?:can|may) be (?:downloaded"
    r"|had from|bought|ordered|booked|hired)\b|\bpueden? (?:pedirse|comprarse|descargarse"
    r"|reservarse|alquilarse)\b|\b(?:version|copies) of th(?:is|e) (?:text|page|book|guide|story)"
    r"|\bvolunteers(?: are)? (?:needed|wanted)|\bse (?:buscan|necesitan) voluntari|\byou are"
    r" visitor\b|^\W*serves \d|\bfrom dawn to dusk|\b(?:subscription|cuota|entry|entrada"
    r"|membership)(?: fee| anual)?(?: is| costs| es de| cuesta) [£$€\d]|\bnext issue\b"
    r"|\bwelcomes? visitors\b|\bse admiten\b|\bno apto para\b|\bapto para\b"
    r"|\bprohibid[oa] (?:el (?:paso|acceso)|la entrada|tocar|fumar|fotografiar)\b"
    r"|\bpara (?:m[aá]s informaci[oó]n|reservas)\b"
    r"|\bfor (?:more information|bookings|enquiries|details)\b|\bsi (?:tienes|quieres|deseas)\b"
)
"""What hardly anything but a notice says."""

_SINGLE = (
    (
        r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:lunes|martes|mi[eé]rcoles|jueves"
        r"|viernes|s[aá]bados?|domingos?)\b"
    ),
    (
        r"\b(?:daily|every (?:day|week|\w+day|second|other|month|hour|\d)|(?:first|second"
        r"|third|last)"
        r" \w+day of|twice (?:daily|weekly)|cada (?:d[ií]a|semana|mes|\d|primer|[uú]ltimo)"
        r"|todos los"
        r" d[ií]as|(?:primer|segundo|tercer|[uú]ltimo) (?:lunes|martes|mi[eé]rcoles|jueves|viernes"
        r"|s[aá]bado|domingo))\b"
    ),
    (
        r"\b(?:\d|[01]\d|2[0-3])[.:h][0-5]\d\b(?! ?(?:m|km|kg|cm|mm|per|por|metres|metros|[£$€%]))"
        r"|\b\d{1,2} ?(?:[ap]\.?m\b\.?|h\b|o[’']clock)|\ba las? \d{1,2}\b"
    ),
    r"[£$€] ?\d|\b\d+(?:,\d\d)? ?(?:€|euros)",
    r"\b(?:you|your|yours|you[’'](?:ll|re|ve)|tu|tus|ustedes|usted|vuestr[oa]s?)\b",
    (
        r"\b(?:by|until|before|from|on|el|del|hasta|antes del?) \d{1,2} (?:de )?(?:jan|feb"
        r"|mar|apr|may"
        r"|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[^\W\d_]*\b(?!,? (?:de |del )?\d)"
    ),
    (
        r"\b(?:next|forthcoming|pr[oó]xim[oa]s?) (?:meeting|concert|talk|walk|tour|event"
        r"|match|issue"
        r"|reuni[oó]n|concierto|charla|cita|visita|salida|partido|funci[oó]n|n[uú]mero)\b"
    ),
    r"\b(?:gallery|room|floor|sala|planta|hall|stand|gate) \d+\b",
    (
        r"\b(?:visitors|visitantes|groups|grupos|families|familias|adults|adultos"
        r"|concessions|members"
        r"|socios|tickets?|entradas?|admission|entry|tarifa|taquilla|descuento|discount)\b"
    ),
    (
        r"\b(?:tours?|talks?|workshops?|concerts?|exhibition|demonstrations?|performances?|meeting"
        r"|lectures?|taller(?:es)?|charlas?|conciertos?|exposici[oó]n|demostraci[oó]n(?:es)?"
        r"|reuni[oó]n|conferencias?|visitas?|parking|aparcamiento|caf[eé]|shop|tienda"
        r"|lockers|lifts?"
        r"|ascensor(?:es)?|cloakroom|guardarropa|booking|reservas?|inscripci[oó]n)\b"
    ),
    r"\b(?:we|us|our|nos|nuestr[oa]s?)\b",
    r"^\W*[^\W\d_]+(?: [^\W\d_]+){0,2}:",
)
"""What stands in notices and elsewhere: one point each."""

_OPENING = re.compile(_OPENS, _FLAGS)
_CERTAIN = Sign(_SURE)
_SIGNS = tuple(Sign(pattern) for pattern in _SINGLE)
_SOME = any_of((_CERTAIN, *_SIGNS))
_QUOTED = re.compile(r"[\"“”«»]")


def tells_past(text: str) -> bool:
    """Whether some word is a verb of the past."""
    found = (one[0] for one in _WORD.finditer(text.lower()))
    return any(
        word in _PAST or (word.endswith(_PAST_ENDINGS) and word not in _NOT_PAST) for word in found
    )


def is_notice(line: str) -> bool:
    """Whether a line tells visitors or readers what they may do, and when."""
    told = len(line) <= _LONGEST_NOTE and _OPENING.match(line) is not None
    if _QUOTED.search(line) or (not told and tells_past(line)):
        return False
    if not told and not _SOME.stands_in(line):
        return False
    found = _ENOUGH * (told + _CERTAIN.stands_in(line))
    found += sum(one.stands_in(line) for one in _SIGNS)
    needed = _ENOUGH + _MORE * ((len(line) > _LONGEST_NOTE) + (_YEAR.search(line) is not None))
    return found >= needed
