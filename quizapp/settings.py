"""The settings of one installation, read once from the environment.

Every field has an environment variable of the same name with the prefix `QUIZAPP_`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LANGUAGES = ("en", "es")
"""Languages of the interface."""


class SettingsError(ValueError):
    """A setting cannot be used; the message names the variable and the cure."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One frozen set of settings; see `read_settings` for how the environment is read."""

    database_url: str = ""
    """SQLAlchemy address of the database; empty means the SQLite file in the data folder."""
    data_dir: Path = field(default_factory=Path)
    """Folder of the database, the key file and the backups."""
    secret_key: str = ""
    """Key for tokens; empty means a random one kept in the data folder (mode 0600)."""
    host: str = "127.0.0.1"
    """Address to listen on."""
    port: int = 8000
    """Port to listen on; 0 picks a free one."""
    proxies: int = 0
    """How many proxies stand in front and set X-Forwarded headers; 0 ignores these headers."""
    trusted_hosts: tuple[str, ...] = ()
    """Host names that requests may name; empty means loopback names only."""
    allow_http: bool = False
    """Whether plain HTTP beyond loopback is accepted (passwords then travel unprotected)."""
    language: str = "en"
    """Language of the interface for people who have not chosen one."""
    time_zone: str = "UTC"
    """Time zone for people and classrooms that have not chosen one (an IANA name)."""
    retention_days: int = 730
    """After so many days without a sign-in or an answer pupils are erased; the log's age too."""

    model_address: str = ""
    """Address of an OpenAI-compatible service that may propose facts; empty means none is asked."""
    model_name: str = ""
    """Which of its models is asked."""
    model_key: str = ""
    """What it wants as a bearer token, if anything."""

    @property
    def url(self) -> str:
        """The database address in force."""
        return self.database_url or f"sqlite:///{self.data_dir / 'quizapp.sqlite3'}"


def default_data_dir(checkout: Path | None = None) -> Path:
    """`.data/` of a checkout, else the user's data folder."""
    root = checkout or Path(__file__).resolve().parent.parent
    if (root / "pyproject.toml").is_file():
        return root / ".data"
    if sys.platform == "win32":  # pragma: no cover - the tests run elsewhere
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "quizapp"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "quizapp"


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of `environ` (the process environment by default).

    Raises SettingsError naming the variable when a value cannot be used.
    """
    env = os.environ if environ is None else environ

    def get(name: str, default: str = "") -> str:
        return env.get(f"QUIZAPP_{name}", "").strip() or default

    return Settings(
        database_url=get("DATABASE_URL"),
        data_dir=Path(get("DATA_DIR") or default_data_dir()).expanduser(),
        secret_key=_secret(get("SECRET_KEY")),
        host=get("HOST", "127.0.0.1"),
        port=_whole("PORT", get("PORT", "8000"), 0, 65535),
        proxies=_whole("PROXIES", get("PROXIES", "0"), 0, 10),
        trusted_hosts=_names(get("TRUSTED_HOSTS")),
        allow_http=get("ALLOW_HTTP").lower() in ("1", "yes", "true"),
        language=_language(get("LANGUAGE", "en")),
        time_zone=_zone(get("TIME_ZONE", "UTC")),
        model_address=_address(get("MODEL_ADDRESS")),
        model_name=get("MODEL_NAME", "default"),
        model_key=get("MODEL_KEY"),
        retention_days=_whole("RETENTION_DAYS", get("RETENTION_DAYS", "730"), 30, 36500),
    )


def _whole(name: str, text: str, low: int, high: int) -> int:
    try:
        value = int(text)
    except ValueError:
        value = low - 1
    if not low <= value <= high:
        raise SettingsError(
            f"QUIZAPP_{name} must be a whole number from {low} to {high}, not '{text}'."
        )
    return value


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _address(text: str) -> str:
    if text and urlsplit(text).scheme not in ("http", "https"):
        raise SettingsError(
            f"QUIZAPP_MODEL_ADDRESS must begin with http:// or https://, not '{text}'."
        )
    return text.rstrip("/")


def _secret(text: str) -> str:
    if text and len(text) < 32:
        raise SettingsError(
            "QUIZAPP_SECRET_KEY must have at least 32 characters; "
            "leave it unset to get a random one."
        )
    return text


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise SettingsError(
            f"QUIZAPP_LANGUAGE must be one of {', '.join(LANGUAGES)}, not '{text}'."
        )
    return text


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise SettingsError(
            f"QUIZAPP_TIME_ZONE must be an IANA name such as America/Lima, not '{text}'."
        ) from None
    return text
