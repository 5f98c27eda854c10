from __future__ import annotations

from quizapp.core.bank.findings import Finding


def test_errors_block_and_warnings_advise() -> None:
    assert Finding("E03", "mine", "no key").blocks
    assert not Finding("W06", "mine", "long").blocks
