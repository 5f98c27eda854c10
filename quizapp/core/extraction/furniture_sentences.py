"""Page furniture that reads like sentences: captions, readers' remarks, shops, tasks, lists.

English and Spanish. What a text tells may open with the same words ("Posted to Malta in 1915,
Holt nursed 340 soldiers"), so each sign asks for more than the word.
"""

from __future__ import annotations

import re

from quizapp.core.extraction.notices import tells_past
from quizapp.core.extraction.signs import signs

_FLAGS = re.IGNORECASE

_PICTURES = (
    r"(?:pictures?|photo(?:graph)?s?|images?|maps?|plans?|drawings?|engravings?|postcards?"
    r"|illustrations?|diagrams?|portraits?|posters?|prints?|sketch(?:es)?|lithographs?|woodcuts?"
    r"|etchings?|watercolou?rs?|fotos?|fotograf[ií]as?|im[aá]gen(?:es)?|dibujos?|grabados?"
    r"|postal(?:es)?|planos?|mapas?|retratos?|carteles|cartel|litograf[ií]as?|acuarelas?|[oó]leos?"
    r"|l[aá]minas?)"
)
_MADE = (
    r"(?:photographed|pictured|painted|drawn|engraved|sketched|seen|fotografiad[oa]s?|pintad[oa]s?"
    r"|dibujad[oa]s?|grabad[oa]s?|retratad[oa]s?|vist[oa]s?)"
)
_PERIODICAL = (
    r"(?:yearbook|newsletter|magazine|journal|issue|blog|bulletin|anuario|revista|bolet[ií]n"
    r"|n[uú]mero|peri[oó]dico|suplemento)"
)
_AGO = (
    r"(?:\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago"
    r"|hace \d+ (?:minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|a[nñ]os?))"
)
_GIVEN = (
    r"(?:fuentes?|documentos?|textos?|mapas?|gr[aá]ficos?|tablas?|im[aá]gen(?:es)?|sources?"
    r"|documents?|texts?|maps?|tables?|graphs?|figures?|pictures?)"
)
_MOST = (
    r"(?:(?:the )?(?:most|best)[ -](?:read|viewed|watched|shared|popular|commented|discussed"
    r"|clicked|emailed|searched|recent|loved|sellers?|selling)"
    r"|(?:(?:lo|los|las|la) )?(?:m[aá]s|\+) (?:le[ií]d|vist|compartid|comentad|buscad|vendid"
    r"|valorad|votad)[oa]s?|(?:lo|los|las) m[aá]s (?:popular|reciente)e?s?"
    r"|top (?:stories|news|\d+)|latest(?: news| stories)?|(?:[uú]ltimas )?noticias|titulares"
    r"|headlines|in brief|en breve)"
)

_OF_WHAT = (
    r"(?:stories|articles|news|posts|pages|items|videos|on|in|this|today|now|of|the|for|week|month"
    r"|year|noticias|art[ií]culos|libros|del?|en|hoy|esta?|la|el|los|las|semana|mes|a[nñ]o|d[ií]a"
    r"|\d+|(?-i:[A-ZÀ-Þ])\w+)"
)


SENTENCES = signs(
    (
        "label",
        (
            # a word, a number and a gap or colon: Source 6.3a   Letter; Interpretation 2: Dr Marsh
            r"^\W*(?-i:[A-ZÀ-Þ])[^\W\d_]+\.?(?: [^\W\d_]+)? ?\d{1,2}(?:\.\d{1,2})*[a-z]?\)?"
            r"(?:[ \t]{2,}|\t)(?=\W*(?-i:[A-ZÀ-Þ0-9]))"
            r"|^\W*(?-i:[A-ZÀ-Þ])[a-zà-ÿ]+ \d{1,2}\.\d{1,2}[a-z]?:? (?=(?-i:[\"“«A-ZÀ-Þ]))"
            r"|^\W*(?:interpretation|extract|evidence|testimony|passage|speech|case study|source"
            r"|item|document|doc|texto?|testimonio|fragmento|extracto|interpretaci[oó]n|fuente"
            r"|documento|caso|(?:worked )?example|ejemplo(?: resuelto)?|activity|actividad|exercise"
            r"|ejercicio|task|tarea|problema?|step|paso|question|pregunta|investigation|lesson)"
            r"\.? ?(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|(?-i:[A-H])\d?)(?: ?[:–—]|\. (?-i:[A-ZÀ-Þ]))"
            rf"|\b{_PICTURES} (?:on|en la) p(?:age|[aá]gina)s? \d+"
            # what an archive notes of a box of papers
            r"|^\W*(?:scope and content|(?:conditions (?:of|governing)|terms of) access|access"
            r" conditions|finding aids?|physical description|condiciones de acceso|alcance y"
            r" contenido|volumen y soporte|descripci[oó]n f[ií]sica)\b ?:|\b\d+ (?:dpi|ppp)\b"
            # what a picture shows
            rf"|^\W*{_PICTURES} (?:shows?|showing|taken|muestran?|tomadas?)\b"
            rf"|^[^.,:]{{2,60}}, {_MADE} (?:by|in|from|at|c\.|por|en|desde|hacia)\b"
            r"[^.,]{2,60}\.?$"
            rf"|[.!] (?-i:(?=[A-ZÀ-Þ])){_PICTURES}\b[^.]{{0,40}}\b\d{{4}}s?\.?$"
        ),
    ),
    (
        "related",
        (
            rf"^\W*{_MOST}(?: {_OF_WHAT})*(?: ?:|$)"
            # a head and its numbered lines run together: Los más vistos: 1. Creció 2. Se vende
            r"|^[^.:!?]{2,40}: ?1[.)]? (?-i:[A-ZÀ-Þ¿¡\d])[^.;,!?:]{2,90} 2[.)]? "
            r"(?-i:[A-ZÀ-Þ¿¡\d])[^.;,:]{2,90}(?: 3[.)]? |$)"
        ),
    ),
    (
        "byline",
        (
            rf"^.{{2,50}}\b{_AGO} ?:"
            # credits: Graphics: Ana Mas. Words: L. Rey and P. Cano
            r"|^(?-i:(?:[A-ZÀ-Þ][a-zà-ÿ]++ ?: (?:[A-ZÀ-Þ][\w'’-]*+(?:\. ?|,? |$)|(?:y|and|&|de) )+)"
            r"{2,})$"
            r"|^[\w .()'’-]{2,40},? \d{1,2}/\d{1,2}/\d{2,4}(?:,? [\d:]+ ?h?)? ?:"
            r"|^\W*(?:thanks|thank you|gracias|great (?:post|article|piece)|love this|me encanta)"
            r"\b[^.?]{0,40}!"
            r"|^\W*(?:transcript of (?:an? |the )?(?:episode|interview|podcast|programme|program"
            r"|talk|show)|transcripci[oó]n del? (?:la |una |un )?(?:episodio|entrevista|programa"
            r"|p[oó]dcast|charla))\b"
        ),
    ),
    (
        "sponsor",
        (
            r"\b(?:web ?site|web|site|sitio|p[aá]gina)\b[^.]{0,40}\bcookies\b"
            r"|\bcookies (?:propias|de terceros|to (?:improve|give|help)|and similar)"
            r"|^\W*(?:rated|valorad[oa]|valoraci[oó]n|average rating)\b[^.]{0,30}\d[.,]?\d?"
            r" ?(?:out of|/|de|sobre) ?(?:5|10)\b"
            r"|\bfree returns\b|\bdevoluci(?:[oó]n|ones) gratis\b"
            r"|^\W*(?:ships|dispatched|sent|env[ií]os?) (?:in|within|en) \d+"
            r"|\bfound this (?:helpful|useful|interesting)\b|\bles? ha gustado est[oae]\b"
            r"|^\W*(?:customers|people|readers|visitors|users) who (?:bought|viewed|read|liked"
            r"|borrowed)\b[^.]{0,40}\balso\b|^\W*quienes (?:compr|vi|ley|le|prest)\w+ est[eao]\b"
            r"|\b(?:only \d+|quedan(?: solo)? \d+) (?:left|unidades|en stock|disponibles)\b"
            r"|^\W*(?:we(?: are|['’]re) (?:looking for|hiring|recruiting|seeking)"
            r"|estamos buscando)\b"
            r"|\b(?:readers like you|lectores como t[uú])\b|^\W*brought to you by\b"
            r"|^\W*(?:share|comparte|compartid) (?:this|est[ea])\b"
            r"|\bno se hac\w+ responsables? de las opiniones\b"
            r"|\bnot (?:be held )?responsible for the (?:contents?|views|opinions)\b"
            r"|^\W*(?:enjoyed|liked|loved) (?:this|it|what)\b[^?]{0,40}\?"
            r"|^\W*te ha gustado\b[^?]{0,40}\?"
        ),
    ),
    (
        "note",
        (
            rf"^\W*this (?:text|essay|interview|extract|guide|list|obituary) (?:was|is|appeared)\b"
            rf"[^.]*\b(?:our|this) [^.]*\b{_PERIODICAL}\b"
            rf"|^\W*(?:este|esta) (?:texto|entrevista|cr[oó]nica|noticia|nota|gu[ií]a|ficha)"
            r" (?:se public|fue publicad|apareci)[^.]*"
            rf"\b(?:el|la|nuestr[oa]|est[ea]) {_PERIODICAL}\b"
            r"|^\W*(?:\d{1,2}[.)] ?)?(?:in|en|using) (?:about |unas? |no more than )?\d+"
            r"(?:[-–]\d+)? (?:words|sentences|lines|palabras|l[ií]neas|frases)\b"
            r"|^\W*(?:this|est[ea]) (?:is|es) (?:the|el|la) \w+ (?:\w+ )?(?:in|of|de)"
            r" (?:an?|our|una?|nuestra|la) (?:special )?seri(?:es|e)\b"
            r"|^\W*(?:minutes of|acta de) (?:the|an?|la|una) [^.]{2,60}\. (?:present|in attendance"
            r"|apologies|asist\w+)\b|^\W*apologies (?:for absence|received|were)\b"
            r"|^\W*(?:en )?una versi[oó]n (?:anterior|previa)\b"
            r"|^\W*this (?:article|page|entry|section) has (?:multiple|several|\d+) issues\b"
            r"|^\W*(?:\w+ )?(?:tips?|hints?|reminders?|consejos?|pistas?|trucos?)\b[^.:]{0,20}:"
            r"|^\W*(?:learning )?(?:goals?|objectives?|outcomes?|aims?|objetivos?|enquiry question"
            r"|(?:key|big|focus|guiding|essential|discussion) questions?)\b ?:"
            rf"|^\W*(?:\d{{1,2}}[.)] ?|[a-h][.)] ?)?(?:con (?:la )?ayuda del?|a partir del?|using"
            rf"|use|with the help of) (?:the |las? |los |el )?{_GIVEN}\b[^.]{{0,30}}"
            r"(?:,| to) (?:explica|describe|compara|indica|calcula|se[nñ]ala|escribe|explain"
            r"|compare|write|work out|find|calculate|give)\b"
            r"|^\W*(?:\d{1,2}|[a-h])[.)]\W*(?:calcula|averigua|explica|indica|di|busca|escribe"
            r"|razona|responde) (?:cu[aá]nt[oa]s?|qu[eé]|qui[eé]n|c[oó]mo)\b"
        ),
    ),
)
"""Signs that tell in a short line, or in one that says nothing in sentences."""

_FRONTED = re.compile(
    r"^(?:posted|updated|revised|published|edited|corrected|reviewed|modified|related|printed"
    r"|translated|adapted|compiled|publicad[oa]s?|actualizad[oa]s?|revisad[oa]s?|modificad[oa]s?"
    r"|impres[oa]s?|traducid[oa]s?|relacionad[oa]s?) [^:|·•@]{3,90}?, "
    r"(?=(?:the|an?|his|her|its|their|she|he|it|they|el|la|los|las|sus?|una?|no|se|lo|le|les)\b"
    r"|(?-i:[A-ZÀ-Þ]))(?P<rest>[^:|·•@]{8,})$",
    _FLAGS,
)


def tells_in_full(line: str) -> bool:
    """Whether a line that opens as furniture does goes on to tell what happened.

    Posted to Malta in 1915, Holt nursed 340 soldiers.
    """
    fronted = _FRONTED.match(line)
    return fronted is not None and line.endswith(".") and tells_past(fronted["rest"])
