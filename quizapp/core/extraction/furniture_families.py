"""More signs of page furniture by family: tasks for pupils, offers, opening hours, citations."""

from __future__ import annotations

from quizapp.core.extraction.signs import signs

_SURE_EN = (
    r"write|list|underline|highlight|circle|draw|copy|complete|fill in|match|explain|describe"
    r"|compare|choose|tick|label|define|summari[sz]e|discuss|answer|calculate|identify|justify"
    r"|colou?r|rewrite|find out|use the (?:text|map|words|sources?)|look (?:at|back)|read (?:the"
    r" text|again|aloud|source)|make (?:a list|notes|a timeline)|put the|sort the|imagine (?:you"
    r"|that)"
)
"""Tasks that open no sentence of a text."""
_TASKS_EN = (
    rf"{_SURE_EN}|fill|find|make|name|give|state|use|look|read|imagine|put|sort|plan|prepare"
    r"|design|create|trace|locate|suggest|evaluate|analy[sz]e|interview|act out|research|arrange"
    r"|rank|decide|think|mark|work out|add|cut|fold|tell|talk|debate|select|translate|listen|watch"
    r"|record|present|report|collect|measure"
)
_OBJECTS_EN = (
    r"the|a|an|your|their|down|up|out|in|about|at|two|three|four|five|six|ten|\d+|each|all|any|one"
    r"|what|which|how|why|who|when|where|whether|these|this|that|those|every|with|into|on|for|to"
    r"|as many|is true|true|key|words|sentences|questions|back|again|of the"
)
_TASKS_ES = (
    r"subraya|escribe|completa|dibuja|copia|se[nñ]ala|ordena|relaciona|define|resume|localiza"
    r"|elabora|haz|rodea|calcula|razona|redacta|enumera|realiza|elige|imagina|clasifica|justifica"
    r"|argumenta|identifica|prepara|pon|contesta|responde|lee|debatid?|compara|comparad|busca"
    r"|explica|describe|indica|marca|une|observa|colorea|traza|averigua|inventa|rellena|anota"
    r"|comenta|tacha|corrige|traduce|escucha|fíjate|f[ií]jate|piensa|investiga|entrevista|sit[uú]a"
    r"|escribid|completad|buscad|leed|haced|explicad|elaborad|preparad|dibujad|trabajad|comentad"
    r"|escriba|complete|subraye|se[nñ]ale|ordene|relacione|defina|resuma|elija|explique|busque"
    r"|compare|conteste|responda|indique|lea|calcule|haga|observe"
)
_OBJECTS_ES = (
    r"el|la|los|las|un|una|unos|unas|en|con|tu|tus|su|sus|dos|tres|cuatro|cinco|seis|diez|\d+|cada"
    r"|qu[eé]|cu[aá]l|cu[aá]les|c[oó]mo|cu[aá]ndo|d[oó]nde|qui[eé]n|por qu[eé]|al menos|todas"
    r"|todos|estos|estas|este|esta|de|a|brevemente|si|lo|por|verdadero|entre|sobre|otra vez|y"
)
_SURE_ES = (
    r"subraya|escribe|completa|dibuja|copia|resume|redacta|haz|rodea|enumera|rellena|contesta"
    r"|responde|colorea|tacha|averigua|escribid|completad|buscad|leed|haced|explicad|elaborad"
    r"|preparad|dibujad|trabajad|subraye|escriba|conteste|responda"
)
"""Tasks that open no sentence of a text: "describe" and "lee" may."""

_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b"
    r"|(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?)\b"
)
_CLOCK = r"\d{1,2}(?:[.:h]\d\d)? ?(?:[ap]\.?m\.?|h\b)"


FAMILIES = signs(
    (
        "note",
        (
            rf"^\W*(?:\d{{1,2}}|[a-h])[.)]\W*(?:{_TASKS_EN}) (?:{_OBJECTS_EN})\b"
            rf"|^\W*(?:{_SURE_EN}) (?:{_OBJECTS_EN})\b"
            rf"|^\W*(?:\d{{1,2}}|[a-h])[.)º]\W*(?:{_TASKS_ES}) (?:{_OBJECTS_ES})\b"
            rf"|^\W*(?:{_SURE_ES}) (?:{_OBJECTS_ES})\b(?<!escribe el)(?<!escribe la)"
            r"(?<!responde el)(?<!responde la)(?<!contesta el)(?<!contesta la)"
            r"(?<!resume el)(?<!resume la)"
            r"|^\W*(?:busca|localiza|se[nñ]ala|observa|lee|consulta|mira|fíjate"
            r"|f[ií]jate) (?:en )?(?:el|la|los"
            r"|las) (?:texto|mapa|imagen|foto|gr[aá]fico|tabla|diccionario|im[aá]genes|p[aá]gina"
            r"|lectura)\b"
            r"|^\W*explica (?:con tus|en tus|por qu[eé]|qu[eé]|c[oó]mo|brevemente)\b"
            r"|^\W*(?:before|after|while) (?:you )?(?:read|watch|listen)(?:ing)?\b ?[:.!]?"
            r"(?=[^.]{0,40}$|:)"
            r"|^\W*(?:antes|despu[eé]s) de (?:leer|ver|escuchar)\b ?(?=[^.]{0,40}$|:)"
            r"|^\W*(?:in (?:pairs|groups|your own words|your notebook)|en (?:parejas|grupos|tu"
            r" cuaderno)|por parejas|work (?:in|with) (?:pairs|groups|a partner|your))\b"
            r"|\b(?:you will|you'll|students will|pupils will|you should) (?:be able to|learn)\b"
            r"|^\W*(?:al final de|by the end of) (?:this|the|esta|la) (?:lesson|unit|chapter|unidad"
            r"|lecci[oó]n)\b"
            r"|\b(?:time allowed|total marks|m[aá]ximo de palabras|puntuaci[oó]n m[aá]xima|tiempo"
            r" (?:estimado|m[aá]ximo)|estimated time)\b ?:|\(\d+ (?:min|minutos|minutes|lines"
            r"|l[ií]neas"
            r"|words|palabras)\.?\)\W*$"
            r"|\b(?:an?|this) (?:earlier|previous|version of this) [^.]{0,40}\b(?:version"
            r"|article)\b"
            r"|^\W*(?:corrections?|correcci[oó]n|fe de errat[a-z]+|erratum|clarification)\b ?[:|(]"
            r"|^\W*(?:about|sobre) (?:the |this |el |la |este |esta )(?:author|writer|autora?"
            r"|museum|museo"
            r"|project|proyecto|site|sitio|web|publisher|editorial)\b ?[:.(]"
            r"|\b(?:is|es) (?:a |an |un |una )?(?:freelance|(?:our|nuestr[oa]) \w+ correspondent)\b"
            r"|^\W*(?:the )?(?:views|opinions) expressed\b|^\W*las opiniones\b"
            r"|^\W*(?:do not|don't|no) (?:write|turn|escrib|pases)\b|^\W*translated from\b"
            r"|^\W*traducid[oa] del\b|^\W*(?:funded|sponsored|financed|financiado) (?:by"
            r"|por)\b(?!.{3,90}, [a-z])"
            r"|^\W*this (?:article|story|piece|page|post|entry) (?:was|is|appeared|originally)\b"
            r"|^\W*(?:este|esta) (?:art[ií]culo|reportaje|entrada|p[aá]gina) (?:se public|fue"
            r"|apareci"
            r"|forma parte|ha sido)"
            r"|\bredirects here\b|\bnot to be confused with\b|^\W*from wikipedia\b"
            r"|^\W*main article\b"
            r"|^\W*art[ií]culo principal\b|^\W*coordinates\b|^\W*coordenadas\b"
        ),
    ),
    (
        "sponsor",
        (
            r"\b\d+ (?:free )?(?:articles?|stories) (?:left|remaining|this month)\b"
            r"|\bfree articles?\b|\bart[ií]culos? (?:gratis|gratuitos?|libres?)\b"
            r"|^\W*(?:subscribe\b|suscr[ií]b[a-z]+|ab[oó]nate|h[aá]zte socio|[uú]nete|join (?:our"
            r"|over"
            r"|more than|\d[\d,.]* ?(?:readers|others|members|people)?))\b(?=[^.]{0,140}\.?$)"
            r"|\bsubscribe (?:now|today|for|from|to (?:our|the|read|continue))\b"
            r"|\bsubscribers? only\b"
            r"|\bsolo para (?:suscriptores|socios|abonados|docentes)\b|\bcontenido exclusivo\b"
            r"|\balready a (?:subscriber|member)\b|\bya eres (?:suscriptor|socio)\b|\bfree trial\b"
            r"|\bprueba grat(?:is|uita)\b|\bcancel (?:at )?any ?time\b|\bcancela cuando\b"
            r"|\b\d+ ?% (?:off\b|discount|de descuento)|\bunlock (?:this|full|all)\b"
            r"|^\W*(?:oferta|special offer|offer)\b ?:|\bspecial offer\b|\bpromo(?:tional)? code\b"
            r"|[£$€] ?\d+(?:[.,]\d\d)? ?(?:a|per|/) ?(?:month|year|issue)\b.{0,40}\b(?:subscri"
            r"|cancel"
            r"|trial)|\byour (?:donation|gift|support|[£$€]\d+)\b|\b(?:tu|su) donativo\b"
            r"|\b(?:donate|gift) (?:£|\$|€|now|today)"
            r"|\b(?:hardback|paperback|hardcover|ebook|kindle|tapa (?:dura|blanda)|r[uú]stica)\b"
            r"[^.]{0,40}(?:[£$€]|\d+ (?:pages|pp|p[aá]g)|€)|\bin stock\b|\bout of stock\b"
            r"|\b(?:read|continue) (?:this|the full|on) (?:article|story|in the app)\b"
        ),
    ),
    (
        "contact",
        (
            r"\b0\d{2,3}[ -]\d{3,4}[ -]\d{3,4}\b|\(0?\d{2,4}\) ?\d{3,4}[ -]\d{3,4}\b"
            r"|\b\d{2,3}-\d{3}-\d{4}\b"
            rf"|(?:{_WEEKDAY})(?:,? ?(?:[-–&,/]|to|and|a|y|through) ?(?:{_WEEKDAY})"
            rf"| )[^.]{{0,24}}?\d{{1,2}}"
            r"(?:[.:h]\d\d)? ?(?:[ap]\.?m\.?)? ?(?:-|–|to|a|until) ?\d{1,2}"
            rf"|\b{_CLOCK} ?(?:-|–|to|until) ?{_CLOCK}"
            r"|\bde (?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo) a \w+,? de \d"
            r"|^\W*(?:open|closed|abierto|cerrado) (?:daily|every|all|on|from|todos|los|de"
            r"|every day)\b(?!.{2,30},)"
            r"|\b(?:tickets?|entradas?|admission|adults?|adultos|children|concessions|ni[nñ]os)\b"
            r" ?:? ?(?:from |desde )?(?:[£$€] ?\d|0\d{2}|free\b|gratis\b|\d+(?:,\d\d)? ?€)"
            r"|\b(?:free admission|free entry|entrada (?:libre|gratuita)|booking essential"
            r"|doors (?:open )?"
            r"(?:at )?\d|box office ?:|taquilla ?:)"
            r"|\bregistered in (?:england|scotland|wales|ireland)\b|\bcharity (?:commission )?\(?\d"
            r"|\bcharity,? (?:no|number|reg)|\b(?:inscrit[ao] en el registro)\b"
            r"|\bfundaci[oó]n n\.?º"
            r"|^\W*(?:venue|when|where|dates?|time|lugar|cu[aá]ndo|d[oó]nde|hora|dress code|parking"
            r"|aparcamiento|access(?:ibility)?|accesibilidad|enquiries|consultas|reservas|bookings?"
            r"|postcode|c[oó]digo postal)\b ?:"
        ),
    ),
    (
        "reference",
        (
            r"^\W*this article was published in\b|\bpublished in [^.]{3,60}\bvol(?:ume|\.)"
            r"|\b\d{1,2}\.?[ªaº] ?ed(?:\.|ici[oó]n)|\bpp? \d{1,4}(?:[–-]\d+)?\b(?=[;,.)]|$)"
            r"|\b(?:in|en) (?-i:[A-Z])[^.]{3,80}\bed(?:s|ited"
            r"|\.)? (?:by )?(?-i:[A-Z])[^.]{2,40}\(\w+"
            r"|\((?-i:[A-Z])[\w ]+(?:: (?-i:[A-Z])[\w& ]+)?, \d{4}\)[,.;]? ?(?:\d|pp|p\b|ch|vol)"
            r"|\((?-i:[A-Z])[\w ]+: (?-i:[A-Z])[\w&.' -]+, \d{4}\)|\b(?:adapted|adaptado|adaptada"
            r"|extracted|taken|extracto|tomado) (?:from|de)\b ?:?(?=[^.]{0,60}[.(:])"
            r"|\binv(?:entory)?\.? (?:no|n[uú]m)|\bacc(?:ession)?\.? (?:no|n[uú]m|\d)"
            r"|\b(?:oil|[oó]leo|watercolou?r|acuarela|gouache|ink|tinta) (?:on|sobre"
            r"|en) (?:canvas|paper"
            r"|panel|board|lienzo|tabla|papel|cart[oó]n)\b(?=[^.]*\d)|^\W*(?:gift|bequest"
            r"|donaci[oó]n) of\b"
        ),
    ),
    (
        "label",
        (
            r"^\W*(?:born|died|location|founded|built|opened|closed|height|length|width|weight"
            r"|depth"
            r"|population|area|capital|owners?|architects?|type|status|country|nationality"
            r"|occupation"
            r"|spouse|children|education|known for|years active|alma mater|coordinates|elevation"
            r"|genre|label|members|director|starring|running time|budget|box office|isbn|operator"
            r"|route|stations?|gauge|capacity|cost|duration|length|launch(?:ed)?|crew|mass|period"
            r"|material|medium|dimensions?|language|publisher|pages|magnitude|casualties|deaths"
            r"|date|time|depth|epicentre|epicenter|nacimiento|fallecimiento|nacid[oa]|muerte"
            r"|ubicaci[oó]n"
            r"|localizaci[oó]n|fundaci[oó]n|altura|longitud|superficie|poblaci[oó]n|pa[ií]s"
            r"|nacionalidad"
            r"|ocupaci[oó]n|c[oó]nyuge|hijos|estudios|construcci[oó]n|inauguraci[oó]n"
            r"|arquitectos?|tipo"
            r"|estado|propietario|capacidad|coste|duraci[oó]n|g[eé]nero|idioma|editorial"
            r"|p[aá]ginas|a[nñ]o"
            r"|altitud|habitantes|moneda|gentilicio|key (?:facts|dates|figures)|at a glance"
            r"|fast facts"
            r"|datos (?:clave|b[aá]sicos)|de un vistazo|ficha t[eé]cnica"
            r"|did you know)\b(?: \([^)]*\))? ?[:=|]"
            r"|\b\d+(?:[.,]\d+)? ?[×x] ?\d+(?:[.,]\d+)?(?: ?[×x] ?\d+(?:[.,]\d+)?)? ?(?:cm|mm|in)\b"
            r"|\b(?-i:[A-Z]{2,5})[ .-]?\d{2,4}[./-]\d+(?:[./-]\d+)*\W*$"
            r"|^\W*(?:did you know|fun facts?|lo sab[ií]as|sab[ií]as que|dato curioso|curiosidad"
            r"(?:es)?)\b(?=[?!…:. ])"
            r"|\b(?:photo|image|slide|figure|picture|diapositiva|foto|imagen) \d+ (?:of|de) \d+\b"
            r"|^\W*(?:episode|episodio|part|parte|series?|temporada) \d+\b(?=[^.]{0,80}$)"
            r"|\b\d{1,2}:\d\d(?::\d\d)?\W*$(?<=\))"
            r"|^\W*(?:scale|escala|not to scale|key|legend|leyenda|drawn by|checked)\b ?(?::|1 ?:)"
            r"|^\W*(?:still|film still|fotograma|cover|portada|frontispiece|detail|detalle"
            r"|inset)\b ?:"
        ),
    ),
)
"""Signs that tell in a short line, or in one that says nothing in sentences."""
