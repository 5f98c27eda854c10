"""Whole pages: no candidate comes from what stands around a text, and no paragraph of it is lost.

Each page is a file of lines; "- " opens page furniture, "+ " what the page tells, which looks
like furniture on purpose. (The annotated texts measure the rules; these show their kinds.)
"""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.core.extraction.candidates import extract

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_furniture_gives_nothing_and_what_is_told_is_kept(page: Path) -> None:
    rows = [row.partition(" ") for row in page.read_text("utf-8").splitlines()]
    found = extract("\n".join(line for _, _, line in rows))
    furniture = {number for number, row in enumerate(rows, 1) if row[0] == "-"}
    assert {row[0] for row in rows} == {"-", "+"}
    assert [one for one in found.candidates if one.paragraph in furniture] == []
    assert [one.text for one in found.dropped if one.paragraph not in furniture] == []
    told = {one.paragraph for one in found.candidates}
    assert told == set(range(1, len(rows) + 1)) - furniture
