"""The shipped bank is read only when its files are not the ones that were loaded."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import func, select

from quizapp.services.bank_loading import load_bank
from quizapp.services.context import Context
from quizapp.services.questions_folder import questions_folder
from quizapp.services.shipped import bring_up_to_date
from quizapp.settings import Settings
from quizapp.store.engine import Store
from quizapp.store.models import Fact
from tests.world import NOON, SECRET, small_bank, statements


def approved(store: Store) -> int:
    """How many facts can be studied."""
    with store.read() as connection:
        count: int = connection.execute(
            select(func.count()).select_from(Fact).where(Fact.state == "approved")
        ).scalar_one()
        return count


def test_the_same_files_are_not_loaded_twice(store: Store, tmp_path: Path) -> None:
    context = Context(store, SECRET.encode(), Settings(data_dir=tmp_path, secret_key=SECRET))
    folder = tmp_path / "questions"
    shutil.copytree(questions_folder(), folder)
    assert not bring_up_to_date(context, folder, NOON).nothing
    with statements(store) as sent:
        assert bring_up_to_date(context, folder, NOON).nothing
    assert not [one for one in sent if not one.lstrip().startswith("SELECT")]
    load_bank(context, small_bank(), NOON)
    few = approved(store)
    bring_up_to_date(context, folder, NOON)
    assert approved(store) > few
