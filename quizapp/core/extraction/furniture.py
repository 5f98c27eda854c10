"""Signs of page furniture: what lines that are no text say, in English and Spanish."""

from __future__ import annotations

import re

from quizapp.core.extraction.signs import signs

_FLAGS = re.IGNORECASE


# what is rare stands first in a way where it can: the colon of an address, its "@"
TELLING = signs(
    (
        "copyright",
        (
            r"©|\(c\) ?\d{4}|^\W*copyright\b|\ball rights reserved|todos los derechos reservados"
            r"|text is available under|content is available under|creative commons|\bCC[ -]BY\b"
            r"|dep[oó]sito legal\b|\bprinted in [A-Z]\w+ by\b|reproduced (?:by|with) permission"
        ),
    ),
    (
        "contact",
        (
            r"\bISBN\b|\bISSN\b|\bdoi:|:(?:(?<=http:)|(?<=https:))//|\bwww\."
            r"|@(?<=[\w.]@)[\w.]+\.\w"
        ),
    ),
    (
        "note",
        (
            r"^\W*(?:note|nota|disclaimer|aviso)\b ?:|^\W*(?:discuss|check (?:yourself|your "
            r"(?:under|know|learn|work|read)\w*)|test (?:yourself|your \w+)|(?:review |study "
            r"|revision )?"
            r"(?:questions?|quiz)|exercises?|activit(?:y|ies)|(?:learning )?(?:goals|objectives"
            r"|outcomes)"
            r"|key (?:words|terms|points|vocabulary)|vocabulary|vocabulario|glossary|homework"
            r"|task"
            r"|think about it|actividad(?:es)?|ejercicios?|preguntas|objetivos|glosario|deberes"
            r"|palabras clave|para (?:pensar|debatir|reflexionar|comentar)|comprueba|repasa"
            r"|contesta"
            r"|responde|reflexiona|investiga|now (?:try|answer)|your turn|did you get it)\b"
            r"(?:[^.:?!]{0,40}):|[(\[]\d+ (?:marks?|points?|puntos?)[)\]]"
            r"|^(?-i:[A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]+)*)(?:  +|: ?)(?-i:[A-Z0-9¿¡])"
        ),
    ),
)
"""Signs that tell in a line of any length."""

_CREDIT = (
    r"(?:photo(?:graph)?(?:y|s)?|foto(?:graf[ií]a)?s?|images?|im[aá]gen(?:es)?|pictures?"
    r"|illustrations?"
    r"|ilustraci(?:[oó]n|ones)|drawings?|dibujos?|maps?|mapas?|plans?|planos?|credits?"
    r"|cr[eé]ditos?"
    r"|artwork|captions?|pie de (?:foto|imagen)|video|v[ií]deo|audio)"
)
_FORMS = signs(
    (
        "label",
        (
            r"^\W*(?:fig(?:ure|ura)?s?|tables?|tablas?|cuadro|box|recuadro|maps?|mapas?|photo"
            r"|foto"
            r"|gr[aá]fic[oa]s?|graphs?|charts?|diagrama?s?|plates?|plans?|planos?|l[aá]mina"
            r"|imagen"
            r"|image"
            r"|ilustraci[oó]n|illustration|source|document|documento|fuente|exhibit|slide"
            r"|panel|item)"
            r"(?: ?\.)? ?(?:\d[\d.]*|(?-i:[A-Z])\d*)(?:[.:)–—-]+\s|\s+(?-i:(?![a-zà-ÿ])))"
            rf"|^\W*{_CREDIT}(?: (?:credits?|by|courtesy|cr[eé]ditos?|de))*(?: \d+)? ?[:.]"
            rf"|\({_CREDIT}:|\b{_CREDIT} ?: ?(?-i:[A-Z])|^\W*(?:above|below|left|right|opposite"
            rf"|overleaf"
            r"|top|bottom|inset|arriba|abajo|izquierda|derecha)(?: (?:left|right|and \w+))? ?:"
            r"|\bleft to right\b|de izquierda a derecha|\bcourtesy of\b|^\W*(?:gallery"
            r"|galer[ií]a)\b"
            r"|\[(?:gallery|image|photo|picture|video|foto|imagen|galer[ií]a)[^\]]{0,40}\]"
            r"|^\W*(?:listen|watch|play|escucha|mira|ver v[ií]deo)\b ?:"
        ),
    ),
    (
        "revision",
        (
            r"^\W*(?:last )?(?:updated?|revised|modified|edited|corrected|reviewed)\b"
            r"|^.{0,60}\b(?:entry|art[ií]culo|entrada|article) \d+, (?:revis|updat|actualiz)"
            r"|\brevised \d|; first published in| first published in|\bfirst published \d"
            r"|\bthis page was\b"
            r"|\blast (?:updated?|edited|modified|revised|reviewed|checked|changed)\b"
            r"|^\W*data as of\b"
            r"|^\W*(?:first )?published(?: on| by| ?:| \d)|\b[uú]ltima (?:actualizaci"
            r"|modificaci|revisi|edici)"
            r"|^\W*(?:p[aá]gina |art[ií]culo )?(?:actualizad|publicad|revisad|modificad)[oa]"
            r"|^\W*version \d|^\W*versi[oó]n \d|^\W*posted\b|\bupdated \d+ \w+ ago"
            r"|^\W*(?:date|fecha) ?:|\b\d(?:st|nd|rd|th) edition\b"
        ),
    ),
    (
        "contact",
        (
            r"\btel(?:\.|[eé]fono)? ?:? ?[+\d]|\+\d\d[ \d]{6,}|\b0\d{4}[ -]\d{3}[ -]?\d{3}\b"
            r"|\b\d{3}[ -]\d{3}[ -]\d{4}\b"
            r"|^\W*(?:visit|call|ring|contact|write to|email|find|join) us\b|\bwrite to the\b"
            r"|^\W*registered office|\bcompany (?:number|no)\b|\bregistered (?:charity|company)\b"
            r"|\bVAT (?:no|GB|reg)|\bNIF\b|\bCIF\b|\bC\.I\.F\b|\bcharity (?:no|number|reg)"
            r"|^(?:call|ring|phone|fax|email|llam[ae])\b.{0,30}\d{3}|\b(?:phone|fax|email"
            r"|e-mail) ?:"
            r"|^\W*(?:subscribe\b|suscr[ií]b|sign up|donate|dona(?:r|ciones)?\b|buy tickets|buy now"
            r"|comprar)"
            r"|\bbuy (?:tickets|now)\b|\bsign up\b.{0,20}$|\bnewsletter\b|\bbolet[ií]n (?:semanal"
            r"|gratuito)"
            r"|\byour email\b|\bsu correo\b|\btu correo\b|^\W*(?:open(?:ing hours)?|horarios?"
            r"|hours"
            r"|admission|entradas?|tickets?|prices|precios|getting here|c[oó]mo llegar|address"
            r"|direcci[oó]n"
            r"|next (?:match|event|meeting|tour)|pr[oó]xim[oa]s? (?:partido|evento|visita"
            r"|cita)s?)\b[^.]{0,30}:"
            r"|\bfind us on\b|\bbook (?:now|online|a table|your)\b|^\W*reserv(?:a|e|ar)\b"
            r"|\bdial 999\b"
            r"|\badd to (?:basket|cart)\b|\ba[nñ]adir al carrito\b|\bfree delivery\b"
        ),
    ),
    (
        "share",
        (
            r"^\W*(?:share|compart[eia]r?|tweet|follow (?:us|@)|s[ií]guenos|s[ií]ganos|print"
            r"|imprimir"
            r"|imprime"
            r"|save|guardar|report a|descargar?)\b(?=[^.]{0,80}$)|sharebox"
            r"|\b(?:facebook|twitter|whatsapp|pinterest|linkedin|instagram"
            r"|reddit)\b.*\b(?:facebook"
            r"|twitter"
            r"|email|whatsapp|pinterest|linkedin|instagram|telegram|print|correo|reddit)\b"
        ),
    ),
    (
        "sponsor",
        (
            r"^\W*(?:\.\s*)*(?:support (?:our|us)\b|advert\w*|sponsored|publicidad|anuncio"
            r"|patrocinad|"
            r"ad\b|accept (?:all )?cookies|cookies help|(?:main )?sponsors?\b ?:|kit partner)"
            r"|\bwe (?:and our partners )?use cookies|\b(?:usamos|utiliza(?:mos)?"
            r"|uso de) (?:las )?cookies"
            r"|\bcookies\b.{0,60}\b(?:accept|aceptar?|reject|rechazar|settings|preferences"
            r"|configura)"
            r"|\baccept all\b|\baceptar todas?\b|\bmanage preferences\b|^\W*(?:become a"
            r"|be a) (?:member|friend)"
            r"|\b(?:support|apoya) (?:our|nuestro) \w+|\bhazte (?:socio|amigo|miembro)"
        ),
    ),
    (
        "note",
        (
            r"^\W*no claims are made|^\W*please (?:put|bookmark|cite|note|help)"
            r"|^\W*this article (?:is about"
            r"|needs|may|has been|was (?:first|orig))|^\W*for (?:the |other )[^.]{3,60}, see\b"
            r"|^\W*(?:este art[ií]culo (?:trata|necesita)|para otros usos)"
            r"|\bopens in (?:a )?new\b"
            r"|^\W*(?:teacher'?s? notes?|answers?|soluciones|respuestas|aim|level|nivel|curso"
            r"|unidad"
            r"|unit|lesson"
            r"|lecci[oó]n|tema|chapter|cap[ií]tulo|worksheet|ficha|grade|year)\b ?\d*[.:–—-]"
            r"|\?[^?.]{0,120}\?[^?.]{0,120}$"
        ),
    ),
    (
        "reference",
        (
            r"^\W*(?:sources?|fuentes?|references?|bibliograf[ií]a|bibliography|how to cite"
            r"|works cited"
            r"|c[oó]mo citar|further reading|notes|referencias|cite this|cita|lecturas"
            r"|para saber m[aá]s"
            r"|para leer m[aá]s|find out more|more reading|notas|obras citadas|read more"
            r"|lee m[aá]s"
            r"|acknowledgements?|agradecimientos?|abbreviations)\b ?(?:[:\"“(\[]|$)"
            r"|^\W*\[\d+\]|^\W*\^|^\d+\. ?\^|\bpp?\. ?\d+|\bp[aá]gs?\. ?\d+|\bet al\.|accessed \d"
            r"|\bretrieved \w* ?\d|\bconsultado el\b|\bvols?\. ?\d+, no\b|\b\d+ ?\(\d+\): ?\d+"
            r"|^\W*(?:\d+\.? )?"
            r"(?-i:[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?, (?:[A-ZÀ-Þ]\.[ -]?){1,3})"
            r"|^\W*(?:\d+\.? )?(?-i:[A-ZÀ-Þ][\w'’-]+(?: (?:and|y"
            r"|&) [A-ZÀ-Þ][\w'’-]+)?,? )\(?\d{4}[a-z]?\)?"
            r"[.:,] (?-i:[A-Z“\"'‘«])|\b(?-i:[A-Z])\w+ ?: (?-i:[A-Z])[\w& ]+,? \d{4}\.?$"
            r"|\bed(?:s|\.)?\) ?[,.]|\b(?:archive|archivo|library|museum"
            r"|museo)\b.{0,30}\b(?:inv|ref"
            r"|MS|no)\.? ?[\w/]*\d"
        ),
    ),
    (
        "related",
        (
            r"^\W*(?:related|read more|see also|more on|more from|more about|more in"
            r"|you (?:may|might)"
            r"(?: also)? (?:like|enjoy)|v[eé]ase|ver tambi[eé]n|ver m[aá]s|m[aá]s sobre"
            r"|te puede interesar"
            r"|tambi[eé]n (?:le|te) puede|lea tambi[eé]n|relacionad[oa]s?|categor(?:y|ies"
            r"|[ií]as?)|tags?"
            r"|etiquetas?|awards|premios|trending"
            r"|up next|don'?t miss|no te pierdas|a continuaci[oó]n|filed under|topics|temas"
            r"|keywords"
            r"|leave a"
            r"|deja (?:un|tu)|other pages|otras p[aá]ginas|contin[uú]a leyendo|sigue leyendo"
            r"|keep reading"
            r"|enlaces|external links|links)\b(?: [\w ]{0,24})?(?: ?:|$)"
            r"|^\W*(?:see|read|ver|lea|lee|watch|play|go to|ir a) ?:"
            r"|\bclick to\b|\bpulsa (?:para|aqu)|^\W*(?:true or false|verdadero o falso)\b"
            r"|^\W*(?:\d+ )?(?:comments?|comentarios?|replies|respuestas|reviews)\b(?: ?[:"
            r"|(\d]|$)"
            r"|\bsort(?:ed)? by\b|^\W*(?:related (?:articles?|stories|posts?|pages?|links?"
            r"|content|topics?|news|reading)|see also|read more|leave a (?:comment|reply))\b"
            r"|\b(?:read|ver|leer) (?:more|m[aá]s)\W*$|\bclick (?:here|on)\b|\bhaz clic\b"
            r"|\bpincha aqu[ií]"
        ),
    ),
    (
        "byline",
        (
            r"^\W*(?:by|por) [^.]{3,60},.*\d{4}(?:, [\d:]+ ?h?)?$"
            r"|^\W*(?:by|por|de) (?:(?-i:[A-ZÀ-Þ])[\w.'’-]+(?: |$)){2,5}(?:[|·,–—-].*)?$"
            r"|^\W*(?:words|text|texto|textos|written|escrito|story|report|reportaje|author"
            r"|autora?"
            r"|editor"
            r"|pictures|photos|compiled|translated|traducci[oó]n|research|edited|interview"
            r"|entrevista)"
            r"(?: (?:and|y) \w+)?(?: (?:by|por|de))? ?:|^\W*(?:written|escrito|compiled"
            r"|translated"
            r"|edited"
            r"|adapted|posted|published|reviewed|researched) by\b"
            r"|^.{2,50}\b(?:says|said|wrote|writes|replied|commented|dice|dijo|escribi[oó]|coment[oó]"
            r"|respondi[oó]) ?:? (?:on |el )?\d{1,2} (?:de )?\w+ (?:de )?\d{4}"
            r"|\b\d{4},? (?:at|a las|[-·@|]) \d{1,2}:\d\d\b"
            r"|^[\w .]{2,40}, (?:\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2} (?:de )?\w+ (?:de )?\d{4})"
            r"(?:,? [\d:]+)? ?:"
            r"|^[†‡] ?\S"
            r"|\breading time\b|\bmin(?:ute)?s?\.? (?:read|de lectura)\b|tiempo de lectura"
            r"|redacci[oó]n de"
            r"|\b(?:staff writer|special correspondent|nuestro corresponsal)\b|^\W*from our\b"
        ),
    ),
    (
        "menu",
        (
            r"^\W*(?:menu|men[uú]|home|inicio|portada|skip to|jump to|saltar a|ir al|open menu"
            r"|log ?in|sign in"
            r"|sign out|register|search|buscar|you are here|est[aá]s? (?:usted )?aqu[ií]"
            r"|usted est[aá] en"
            r"|download|privacy|<< ?back|back to|volver a|next(?: page)?|previous(?: page)?"
            r"|siguiente"
            r"|anterior"
            r"|contents|contenidos?|[ií]ndice|en este art[ií]culo|in this (?:article|chapter"
            r"|section"
            r"|issue)"
            r"|on this page|en esta p[aá]gina|table of contents|sumario|site map|sitemap"
            r"|mapa (?:del )?web"
            r"|language|idioma|settings|my account|mi cuenta|your basket|cart|carrito|top of page"
            r"|show more"
            r"|hide|toggle|close|cerrar)\b(?=[^.]{0,160}$)|^\W*contents? ?\[|\bpage \d+ of \d+"
            r"|\bp[aá]gina \d+ de \d+|\[(?:hide|show|ocultar|mostrar)\]|\bskip to\b|\bjump to\b"
            r"|\b(?:privacy policy|terms of use|terms (?:and|&) conditions"
            r"|pol[ií]tica de (?:privacidad|cookies)"
            r"|iniciar sesi[oó]n|aviso legal|site by|website by|sitio (?:web )?(?:de|creado)"
            r"|powered by"
            r"|mobile view|article \d+ of \d+|\d+ of \d+\]|report a problem|send us a)\b"
            r"|^(?:[<>»«‹›←→▲▼☰✕×]|&[lr]?a?quo;)"
        ),
    ),
)
OF_SHORT_LINES = _FORMS
"""Signs that tell in a short line, or in one that says nothing in sentences."""

TAIL_HEADING = re.compile(
    r"^\W*+(?:\d+\.? )?(?:notes (?:for|to) (?:the )?(?:editors?|teachers?|readers?)"
    r"|editor'?s'? notes?"
    r"|notas? (?:para|al|de) (?:el |la |los )?(?:lector|editor|redacci[oó]n|profesor)\w*"
    r"|references|bibliography|bibliograf[ií]a|referencias|notes|notas|sources"
    r"|fuentes|further reading|see also|v[eé]ase tambi[eé]n|external links|enlaces externos"
    r"|works cited|obras citadas|citations|footnotes|endnotes|notas al pie|comments|comentarios"
    r"|related (?:articles|pages|posts)|art[ií]culos relacionados|para saber m[aá]s|credits"
    r"|cr[eé]ditos|acknowledgements|agradecimientos|lecturas recomendadas)\b\W*"
    r"(?:\[?\(?(?:edit(?:ar)?|show|hide|\d+)\]?\)?)?\W*$",
    _FLAGS,
)
"""Headings behind which lists of works, links or remarks stand."""

OF_A_LIST = re.compile(
    r"^\W*(?:\d+[.)]|\[|\^|[-*•–])|\b\d{4}[a-z]?\)|\bpp?\.|\bvol\b|:\s|[“\"«‘]|\b(?:ed|eds"
    r"|trans)\.",
    _FLAGS,
)
"""What lines of such lists look like."""
