"""Passwords: argon2id, and what makes one acceptable."""

from __future__ import annotations

import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from quizapp.store.computing import elsewhere

SHORTEST = 8
LONGEST = 200
COMMON = frozenset(
    {
        "12345678",
        "123456789",
        "1234567890",
        "87654321",
        "11111111",
        "00000000",
        "password",
        "password1",
        "passw0rd",
        "qwertyui",
        "qwerty123",
        "qwertyuiop",
        "asdfghjk",
        "abcdefgh",
        "abcd1234",
        "iloveyou",
        "football",
        "baseball",
        "princess",
        "sunshine",
        "superman",
        "trustno1",
        "welcome1",
        "contraseña",
        "contrasena",
        "futbol123",
        "teamo123",
    }
)
"""Passwords that are guessed first."""

# 19 MiB, 2 passes, 1 lane: the first choice of the OWASP password storage sheet for argon2id.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_AT_ONCE = threading.Semaphore(2)
"""Hashing is heavy on purpose; two at a time leave room for the class that is answering."""
NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1$vyfrKf+3k7jXbrKhNKRv9A"
    "$nz0WGGRKxWUxvVsvfbffVCrFoiq9w3OBASj2UvfSLis"
)
"""What a password is held against where there is no such person; made as those of people are."""


def weakness(password: str, name: str) -> str | None:
    """Why a password is not acceptable: too_short, too_long, too_common, is_name; None if it is."""
    plain = unicodedata.normalize("NFKC", password)
    if len(plain) < SHORTEST:
        return "too_short"
    if len(plain) > LONGEST:
        return "too_long"
    if plain.casefold() in COMMON or len(set(plain)) == 1:
        return "too_common"
    return "is_name" if plain.casefold() == name.casefold() else None


def hashed(password: str) -> str:
    """The argon2id hash to store."""
    with elsewhere(), _AT_ONCE:
        return _HASHER.hash(unicodedata.normalize("NFKC", password))


def matches(stored: str | None, password: str) -> bool:
    """Whether the password is right; takes the same time when there is no such person.

    An empty stored hash is that of a person without a password: none is right.
    """
    with elsewhere(), _AT_ONCE:
        try:
            _HASHER.verify(stored or NOBODY, unicodedata.normalize("NFKC", password)[: LONGEST + 1])
        except (VerificationError, InvalidHashError):
            return False
    return bool(stored)
