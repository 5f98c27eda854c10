"""What takes as long for nobody as for somebody."""

from __future__ import annotations

from argon2 import extract_parameters

from quizapp.services import passwords


def test_nobody_is_asked_as_long_as_somebody() -> None:
    made = passwords.hashed("a long enough one")
    assert extract_parameters(passwords.NOBODY) == extract_parameters(made)
    assert passwords.matches(made, "a long enough one")
    assert not passwords.matches(None, "nobody has this password")
