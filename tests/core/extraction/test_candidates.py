"""Candidates: the figures on annotated texts hold, furniture gives none, time is linear."""

from __future__ import annotations

import time

import pytest

from quizapp.core.extraction.candidates import extract
from tests.core.extraction import scoring

GOALS = {"times": (0.97, 0.97), "figures": (0.92, 0.93), "people": (0.85, 0.88)}

# The rules have learned from all of these texts but the ninth since. On the day each was first
# met they scored (times, figures and people as recall/precision; right as proposed, after editing
# the subject; candidates from furniture):
#   unseen   4 texts  0.973/0.912  0.946/0.972  0.653/0.744  0.62  0.92  13
#   fresh    8 texts  0.923/0.896  0.896/0.916  0.702/0.741  0.58  0.88  40
#   of these cafe and dam again, after the rules had learned from the other six and not from them
#            2 texts  0.976/0.952  0.921/0.969  0.731/0.792  0.73  0.94   0
#   second   6 texts  0.922/0.944  0.891/0.950  0.929/0.886  0.61  0.94  14
#   third    6 texts  1.000/1.000  0.971/0.967  0.959/0.910  0.76  0.97   3
# (the three were numbered exercises; nothing else was learned from these last six).
#   fourth   5 texts  0.963/0.951  0.964/0.976  1.000/0.940  0.81  0.96   4
#   fifth    6 texts  0.971/0.962  0.945/0.972  0.973/0.961  0.82  0.96   6
# (an annotation of these was mended: a life told in brackets is one range.)
#   sixth    6 texts  0.973/0.973  0.948/0.971  0.984/0.955  0.81  0.97   4
#   seventh  6 texts  0.952/0.962  0.959/0.967  0.987/0.951  0.80  0.96   2
# (with an annotation mended, again a life told in brackets, the times were 0.971/0.971.)
#   eighth   6 texts  0.991/0.991  0.948/0.956  0.917/0.948  0.79  0.96   5
#   ninth    6 texts  0.982/0.982  0.942/0.987  1.000/1.000  0.84  0.99   0


@pytest.mark.parametrize("folder", scoring.FOLDERS)
@pytest.mark.parametrize("kind", GOALS)
def test_recall_and_precision_on_the_annotated_texts(folder: str, kind: str) -> None:
    tally = getattr(scoring.total(scoring.FOLDERS[folder]), kind)
    assert tally.recall >= GOALS[kind][0], tally.missed
    assert tally.precision >= GOALS[kind][1], tally.extra


@pytest.mark.parametrize("folder", scoring.FOLDERS)
def test_furniture_gives_nothing_and_most_candidates_stand_as_proposed(folder: str) -> None:
    found = scoring.total(scoring.FOLDERS[folder])
    assert (found.furniture, found.lost) == ([], [])
    assert found.as_proposed >= 0.70
    assert found.after_subject >= 0.90


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("The mission worked in the town from 1905-12 and left.", "range", "1905/1912"),
        ("The pattern of the sales held through the late 1970s.", "range", "1977~/1979~"),
        ("The fort was built c. 1850 by the king of the land.", "year", "1850~"),
        ("The king was in the town from 3 to 5 December 1992.", "range", "1992-12-03/1992-12-05"),
        ("The ship carried up to seventy-nine men to the island.", "figure", "79"),
        ("El barco costó unos 4,5 millones de pesos al rey de la isla.", "figure", "4500000"),
        ("In May 1890 the ship sank, and on the 9th of that month it rose.", "date", "1890-05-09"),
        ("The staff of the school grew from 9 to 64 in the war.", "figure", "9"),
        ("El gasto cayó de 3,2 a 1,1 millones de pesos en la guerra.", "figure", "3200000"),
        ("The club grew from 900 to 1.1 million members in the war.", "figure", "900"),
        ("El fuego quemó tres cuartas partes de la ciudad del rey.", "figure", "0.75"),
        ("The captain had a son, a boy of eleven named Haroun Molla.", "figure", "11"),
        ("In the town lived a boy of eleven named Haroun Molla.", "person", "Haroun Molla"),
        ("The book was lent by the Jesuit Father Tomé de Almeida.", "person", "Tomé de Almeida"),
        ("They met the Icelander Guðrún Jónsdóttir in the town.", "person", "Guðrún Jónsdóttir"),
        ("Allí trabajó la ingeniera polaca Wanda Zielińska.", "person", "Wanda Zielińska"),
        ("The temple was restored by Park So-yeon in the war.", "person", "Park So-yeon"),
        (
            "The map was drawn by Tullio Bernardi-Levi of the town.",
            "person",
            "Tullio Bernardi-Levi",
        ),
        (
            "El fundador, Domingo Larrea Urbina, murió en la ciudad.",
            "person",
            "Domingo Larrea Urbina",
        ),
        ("Queen Matilda was the wife of Peter the Great in the play.", "person", "Peter the Great"),
        ("On 3 May 1911 the war began, and it ended on the 20th.", "date", "1911-05-20"),
        ("Qarsum was left in AD 638 by the last of its people.", "year", "0638"),
        ("From 1909 the club met in the hall of the town.", "range", "1909/.."),
        ("At twenty-two she married a banker of the town.", "figure", "22"),
        ("2.4  In June 1831 the mill passed to the bank for £17,250 in all.", "date", "1831-06"),
        ("A cargo of 1 200 000 bricks and 470 000 tiles reached the port.", "figure", "1200000"),
        ("The tent stood from May 12–15, 1900, in the park.", "range", "1900-05-12/1900-05-15"),
        ("On New Year's Day 1966 the bridge was opened to the town.", "date", "1966-01-01"),
        ("The ship sank in May 1938. The list of 1931 came up in June.", "date", "1938-06"),
        ("The bank paid the weavers half wages through the war.", "figure", "0.5"),
        ("The team was called to 104 call-outs in the year.", "figure", "104"),
        (
            (
                "She told the bishop in 1957. From June 1954 the society sold rope to the ships."
                " In September the members walked to the town."
            ),
            "date",
            "1954-09",
        ),
        (
            "En 1949 halló una fosa. Lo publicó a principios del año siguiente.",
            "range",
            "1950-01~/1950-04~",
        ),
        ("The posts were given six years at most by the men of the town.", "figure", "6"),
        ("The rope was sold at 31 rupees a bundle instead of 19.", "figure", "19"),
        ("Her master, Captain Jens Peter Lund, was fifty-four and had a son.", "figure", "54"),
        ("Perdió entre un 15 y un 20 % de su terreno en la guerra.", "percent", "15/20"),
        ("The town fell to minus 41 degrees in the night of the storm.", "figure", "-41"),
        ("The king sold half a million copies of the book in a year.", "figure", "500000"),
        ("The jury was led by Porfirio Zúñiga del Valle.", "person", "Porfirio Zúñiga del Valle"),
        ("Entre el 4 y el 9 de julio de 1791 el río subió.", "range", "1791-07-04/1791-07-09"),
        ("A principios de los setenta los seguían en la radio.", "range", "1971~/1973~"),
        ("In the year 63 people were buried, more than a seventh of the town.", "figure", "0.1429"),
        ("Caduff won four of the races here in all, Ghislandi two.", "figure", "2"),
        ("The deaths fell from forty-one a week in April to twelve in June.", "figure", "12"),
        ("She left school at eleven and worked in the mill.", "figure", "11"),
        (
            "The race was won by the New Zealander Moana Te Rangi in the rain.",
            "person",
            "Moana Te Rangi",
        ),
        ("The town paid Dr Salomon ben Jakob Hirschel.", "person", "Salomon ben Jakob Hirschel"),
        ("A partir de 1961 la escuela abrió por las noches.", "range", "1961/.."),
        (
            (
                "On 9 May 2013 the fire began. The chief had five cars, one of them built in 1979."
                " It ended on 11 May."
            ),
            "date",
            "2013-05-11",
        ),
        ("The roll of the school fell from 410 pupils to 265 within a year.", "figure", "265"),
        ("Judge Brooks was killed. Brooks was twenty-four and had joined in May.", "figure", "24"),
        (
            "En el año de la guerra la casa tenía 215 obreros, casi la mitad mujeres.",
            "figure",
            "0.5",
        ),
        ("She scored in the semi-final of 2018 for the team of the town.", "year", "2018"),
        ("Al final de 2018 el rey se fue de la casa.", "range", "2018-09~/2018-12~"),
        ("From 1921 Ruiz ran a school of the town.", "range", "1921/.."),
        ("Desde el año 1961 la escuela abre por las noches.", "range", "1961/.."),
        ("Since about 1950 the club has had a hall in the town.", "range", "1950~/.."),
        ("Half a dozen girls came to the school of the town.", "figure", "6"),
        ("La sequía duró un año, y el trigo cayó en más de la mitad.", "figure", "0.5"),
        ("The bank lent about a quarter at a low rate in the war.", "figure", "0.25"),
        ("Of the crew 212 men died out of 5,900, or 3.6 per cent.", "figure", "5900"),
        ("It ran from 1901 right up to 1950 in the hall of the town.", "range", "1901/1950"),
        ("The paper sold 3.2m copies in the year of the war.", "figure", "3200000"),
        ("Cerca de medio centenar de vecinos de la villa murieron.", "figure", "50"),
        ("A terrible year, 1918. In the town 212 people died of influenza.", "figure", "212"),
        ("Each man got 70 pounds of bread for the voyage.", "figure", "70"),
        ("Four second-hand presses came to the town in the war.", "figure", "4"),
        ("Sales had their peak of 38,750 in the week of the war.", "figure", "38750"),
        ("La maestra dio clase once semanas en la lancha.", "figure", "11"),
        ("El faro se automatizó a finales de los noventa y hoy está solo.", "range", "1997~/1999~"),
        ("Miss Ann Holm was only twenty-three when she left the town.", "figure", "23"),
        ("Berlin, 1936. She won two races. The crowd of 80,000 fell silent.", "figure", "80000"),
    ],
)
def test_one_value_of_each_family(text: str, kind: str, value: str) -> None:
    assert (kind, value) in [(one.kind, one.value) for one in extract(text).candidates]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n",
        "Version 2.3 of the tool",
        "© 2004-2020 John Smith",
        "See page 12 of the book.",
        "Fig. 7.3 The first train at Tolver Bridge, 1869 (photograph: Lodd Museum).",
        "Discuss: Why did the king leave the town in 1900? Write 150 to 200 words.",
        "Actividades: 1. Haz una línea del tiempo con cinco fechas de la vida del rey.",
        "Shen (standing, center) on the deck of the Lady Clifford, c. 1929. Behind her, a nurse",
        "Tan, B. H. (1991). A Cup of Salt Water. Kuala Lumpur: Pelangi. pp. 12–19.",
        "By Isla Cruickshank, environment correspondent · Photographs by Tendai Moyo",
        "Picture credits: p. 94 Museum of Aleppo; p. 96 W. Tancred-Moss, 1929",
        "You have 2 free articles left this month. Subscribe for $4.99",
        "1. Subraya en verde tres fechas del texto y en rojo tres cantidades.",
        "The season runs at the Rialto, 22 Nov – 8 Dec. Tickets 020 7946 0882",
        "A mill of the valley: how two brothers made a thousand looms and lost them all",
        "Jane Smith, The Mill and the River (London: Verso, 1998), p. 45.",
        "Born: 12 May 1900, Leeds. Died: 3 June 1970.",
        "The lock under construction, 1888. The crane on the left could lift 15 tonnes.",
        "Ship's bell of the Anna Lund, raised in 1997. Bronze, height 34 cm. SMM 1998.17.1",
        "Gianluca P. says: 3 May 2023 at 09:14. My great-grandfather was one of the nine!",
        "Check yourself\n1 Copy the table and fill in the prices for 1770 and 1771.",
        "Notes for editors\n2. One astronomical unit is about 149.6 million kilometres.",
        "Did you know? The book of the doctor cost 2 shillings in 1767.",
        "Next match: Oxmoor Town v Harrow Vale, Sat 12 Nov, 15:00. Buy tickets from £14",
        "All that he had was to go to his son if he was to be out of it by May, or to me, in £",
    ],
)
def test_labels_and_emptiness_give_none(text: str) -> None:
    assert extract(text).candidates == ()


def test_the_last_line_of_an_obituary_is_no_heading() -> None:
    found = extract("Anna Holm, judge, born 2 November 1931; died 9 January 2020").candidates
    assert [one.value for one in found] == ["Anna Holm", "1931-11-02", "2020-01-09"]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The share of the town never rose above 12 per cent in the war.", "at-most"),
        ("The share of the town rose above 12 per cent in the war.", "over"),
        ("Ha leído menos del 5 % de los libros de la casa.", "at-most"),
        ("Over 46 per cent of the town fled.", "over"),
        ("The town lost 46 per cent at most.", "at-most"),
    ],
)
def test_hedges_are_read_with_what_denies_them(text: str, hedge: str) -> None:
    assert [one.approx for one in extract(text).candidates if one.kind == "percent"] == [hedge]


def test_text_and_sentence_stand_in_the_paragraph_word_for_word() -> None:
    text = (scoring.TEXTS / "polar.txt").read_text("utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for one in extract(text).candidates:
        line = lines[one.paragraph - 1]
        assert one.sentence in line
        assert line[one.start : one.start + len(one.text)] == one.text


def test_a_pronoun_or_several_values_ask_for_a_subject() -> None:
    found = extract("He left the town in 1900. The fort was built in 1850 by the king.").candidates
    assert [one.needs for one in found] == [("subject",), ()]


@pytest.mark.parametrize(
    "piece", ["...", "1 ", "from 1900 to ", "Dr. De La ", "a, b, ", "one hundred and "]
)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    def once(size: int) -> float:
        begin = time.process_time()
        extract((piece * size)[:size])
        return time.process_time() - begin

    def seconds(size: int) -> float:
        """The least of three: what else the machine does comes on top, never off."""
        return min(once(size) for _ in range(3))

    assert seconds(160_000) < 6 * max(seconds(40_000), 0.05) + 0.2


@pytest.mark.parametrize(
    "text",
    [
        "The Endurance was crushed in the ice, and the Lady Clifford sank in the harbour.",
        "HMS Beagle reached the bay, and General Motors built a plant there.",
        "The Royal Society met in the Museum of Aleppo and in Hong Kong.",
        "Courtfield Textiles and Studio Qanater kept the Building Code in Cobden Row.",
        "Vivían en la avenida Almirante Brown y en la calle Simón Bolívar.",
        "Sandholm Lock is a ship lock on the canal, and the brig São Tomé anchored there.",
        "She built clinics at Kosti and Wad Medani (1964-66), and a house.",
        "The Italian Renaissance began in Florence, and the Soviet Union fell.",
        "Ravensmoor Rovers were founded by the king three days before the General Strike.",
    ],
)
def test_ships_firms_peoples_and_places_are_nobody(text: str) -> None:
    assert [one.value for one in extract(text).candidates if one.kind == "person"] == []


@pytest.mark.parametrize(
    ("text", "value", "subject"),
    [
        ("At its height Qarsum covered 74 hectares of land.", "74", "Qarsum"),
        ("A first model, finished in the hut, weighed 11 kg.", "11", "A first model"),
        ("Anna Holm was a judge. She wrote 12 books on law.", "12", "Anna Holm"),
        ("The mill, with 30 looms, burned down in 1840.", "1840", "The mill"),
        ("From Lyon came the surgeon Ana Ruiz with 12 nurses.", "12", "the surgeon Ana Ruiz"),
        ("Desde 2012 dirige la banda de la villa la soprano Ana Ruiz.", "2012/..", "la soprano"),
        ("The report of July 1940 came when the mill had burned.", "1940-07", "The report"),
        ("It passed to Ann Holm, a judge from Bonn, who in a week sold 12 cars.", "12", "Ann Holm"),
        ("The bank sold a wall 18 m high in the park.", "18", "The bank"),
        (
            "Ana Ruiz Gil fue atleta. Ganó tres medallas. La policía la siguió. Corrió en 1972.",
            "1972",
            "Ana Ruiz Gil",
        ),
        ("Ana Ruiz Gil fue atleta. Se fue a Lima a servir por 300 soles al mes.", "300", "Ana"),
        ("Las piezas, de las que se expone el 15 %, son azules.", "15", "Las piezas"),
        ("Ana Ruiz Gil fue atleta. En 1931 la mandaron a Bergen.", "1931", "Ana Ruiz Gil"),
        ("A study published in 2011 traced 46 firms back to the town.", "46", "A study"),
        ("Between 1901 and 1905 the roofs leaked and cost 12 pounds.", "1901/1905", "the roofs"),
        ("In 2022 around 55 people came and left 7 tonnes of rubbish.", "7", "around 55 people"),
        ("In Brannow, a town of weavers, the pastor, Ann Holm, sold 12 cars.", "12", "the pastor"),
        ("In 2009 the faculty voted by 23 votes to 9 to close the house.", "2009", "the faculty"),
        ("She had nine dogs, and the mill, a barn by then, sold 12 cars.", "12", "the mill"),
        ("The first, Miss Ann Holm, was a judge. She wrote 12 books.", "12", "Ann Holm"),
        ("Murieron ochenta y cuatro pescadores de la villa.", "84", "ochenta y cuatro pescadores"),
    ],
)
def test_a_value_is_said_of_the_subject_of_its_clause(text: str, value: str, subject: str) -> None:
    found = next(one for one in extract(text).candidates if one.value == value)
    assert found.subject.startswith(subject)
