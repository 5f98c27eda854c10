"""Words that name a people or whence somebody is: Norwegian, polaca."""

from __future__ import annotations

from quizapp.core.values.word_lists import words

_ENDINGS = tuple(words("ian ese ish ean"))
_PEOPLES = frozenset(
    words(
        """
    soviet french german dutch greek czech american swiss scots welsh irish african mexican cuban
    korean chilean european moroccan tibetan uzbek kazakh turk kurd arab thai slovak slovene croat
    serb pole finn swede dane roman moor mongol tatar sikh hindu muslim christian jew filipino
    filipina iraqi israeli pakistani bangladeshi saudi yemeni kuwaiti afghan malay maori inuit sami
    basque catalan cypriot texan alaskan californian australian kiwi aztec maya inca greenlandic
    icelandic hellenic germanic teutonic slavic baltic celtic byzantine ottoman norman saxon viking
    franciscan dominican benedictine jesuit puritan quaker catholic protestant lutheran anglican
    baptist methodist mormon orthodox buddhist republican democrat genevan berliner londoner
    parisian parisienne viennese muscovite neapolitan sicilian tuscan angolan congolese nigerien
    tuareg zulu xhosa yoruba igbo hausa ashanti samoan tongan fijian hawaiian tahitian bengali
    punjabi gujarati nepali tamil sinhalese telugu marathi kashmiri sindhi pashtun burmese khmer
    omani qatari emirati somali malagasy berber maghrebi azeri uyghur manchu tajik turkmen bashkir
    chechen chuvash yakut rwandan sudanese bantu venezuelan guatemalan salvadoran honduran
    nicaraguan panamanian uruguayan paraguayan puerto-rican dominican bahamian quebecois flemish
    walloon
    """
    )
)
_NOT_PEOPLES = frozenset(
    words(
        """christian adrian julian fabian damian brian ian vivian lillian lilian gillian marian
        sebastian cristian florian bastian dorian english-born parish finish bean jean sean dean
        ocean chinese-made maximilian aurelian trajan guardian median xian"""
    )
)
_SPANISH = tuple(
    words(
        """és esa ano ana ino ina eno ena eño eña ense aco aca eco eca ego ega án ana ol ola uayo
        uaya iota í nés ico ica andés uso usa eo ea ato ata eta aíno aína arí aní
        eté ún una"""
    )
)


def is_people(word: str) -> bool:
    """Whether a folded word with a capital says whose people something is."""
    return word in _PEOPLES or (word.endswith(_ENDINGS) and word not in _NOT_PEOPLES)


def ends_as_people(word: str) -> bool:
    """Whether only its end makes a word a people's, which it may be of a surname: Hagopian."""
    return word.endswith(_ENDINGS) and word not in _PEOPLES


def is_spanish_people(word: str) -> bool:
    """Whether a small Spanish word (with accents) may name a people: polaca, inglés."""
    return word.endswith(_SPANISH)
