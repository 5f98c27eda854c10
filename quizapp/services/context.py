"""What every service needs: the store and the installation's secret."""

from __future__ import annotations

import hmac
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache

from quizapp.settings import Settings
from quizapp.store.engine import Store


@dataclass(frozen=True, slots=True)
class Context:
    """The joined parts that services work with. One per process."""

    store: Store
    secret: bytes
    settings: Settings

    def sign(self, purpose: str, *parts: str) -> str:
        """A keyed digest of the parts: 32 hexadecimal characters, different for each purpose."""
        made = _begun(self.secret).copy()
        made.update("\x1f".join((purpose, *parts)).encode())
        return made.hexdigest()[:32]


@lru_cache(maxsize=8)
def _begun(secret: bytes) -> hmac.HMAC:
    """A digest with this key; an answer needs seven, and the key is the dearer part of each."""
    return hmac.new(secret, digestmod="sha256")


class NotFound(Exception):
    """What was asked for is not there, or not for this person: the page is 404 either way."""


class Refused(Exception):
    """The request cannot be carried out; the code names the reason, the web room words it."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def load_secret(settings: Settings) -> bytes:
    """The installation's secret key: the setting, or a random one kept in the data folder."""
    if settings.secret_key:
        return settings.secret_key.encode()
    path = settings.data_dir / "secret.key"
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_hex(32).encode())
    return path.read_bytes()
