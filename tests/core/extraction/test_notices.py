"""Notices to visitors and readers are page furniture; statements with days and hours are not."""

from __future__ import annotations

import pytest

from quizapp.core.extraction.candidates import extract


@pytest.mark.parametrize(
    "text",
    [
        "See it move: demonstrations on the first Sunday of the month, 12.00. Places limited to 25",
        "Guided tours leave at 11.00 and 15.00 from the main gate. Groups of up to 20.",
        "The next meeting will take place on 12 March at 8 pm in the old school.",
        "The exhibition runs until 31 October 2024 in Gallery 3.",
        "La entrada cuesta 4 euros y es gratuita para menores de 12 años.",
        "El museo permanecerá cerrado del 24 al 26 de diciembre.",
        "Send your photographs of the flood to the club historian by 30 June.",
        "Recuerda llevar 2 litros de agua y salir antes de las 8.",
    ],
)
def test_a_notice_is_left_out_and_gives_nothing(text: str) -> None:
    found = extract(text)
    assert found.candidates == ()
    assert [one.paragraph for one in found.dropped] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "The library was closed from 1941 to 1945, and on Sundays it is closed to visitors.",
        "The market opens on Saturdays and draws 9,000 people to the town.",
        "On Sunday 4 June at 10.30 the bridge fell. Nine visitors of the fair died.",
        "El primer tren salió a las 9.20 del domingo con ochenta visitantes.",
    ],
)
def test_a_statement_with_days_and_hours_is_no_notice(text: str) -> None:
    assert extract(text).dropped == ()
