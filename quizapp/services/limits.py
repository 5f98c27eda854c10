"""How often somebody may try what a guess could open: sign-in, join codes, one-time codes.

Counted in the database, so that several processes count together. A window begins with the first
try and ends by itself: whoever ran into a limit waits some minutes, and nobody is locked out for
good. Tries count before they are judged, so that many at once pass no more than one after
another; a success gives its count back. Names and addresses are kept as keyed digests.
"""

from __future__ import annotations

import ipaddress
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Connection

from quizapp.services import names
from quizapp.services.context import Context, Refused
from quizapp.store.queries import limits as queries

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Rule:
    """`most` tries in each `window`. A `personal` count starts anew after a success.

    Not that of join codes: who knows one code must not guess others without end.
    """

    kind: str
    most: int
    window: timedelta
    personal: bool = False


TEN_MINUTES = timedelta(minutes=10)
SIGN_IN_NAME = Rule("sign-in name", 10, TEN_MINUTES, personal=True)
SIGN_IN_ADDRESS = Rule("sign-in address", 100, TEN_MINUTES)
CODE_NAME = Rule("one-time code name", 10, TEN_MINUTES, personal=True)
CODE_ADDRESS = Rule("one-time code address", 100, TEN_MINUTES)
JOIN_PERSON = Rule("join code person", 20, TEN_MINUTES)
NEW_GUEST = Rule("new guest address", 60, timedelta(days=1))
"""A class of thirty behind one address, and once more."""


@dataclass(frozen=True, slots=True)
class Try:
    """One try under a rule. `subject` is a digest."""

    rule: Rule
    subject: str


def of_name(context: Context, rule: Rule, name: str) -> Try:
    """A try at a person's name, whether or not somebody has it."""
    return Try(rule, context.sign("limit-name", names.folded(name)))


WITH_PORT = re.compile(r"\[(?P<six>[^\]]*)\](?::\d*)?|(?P<four>[\d.]+):\d*")
"""Addresses as some proxies hand them over, with the port of this one connection."""


def of_address(context: Context, rule: Rule, address: str) -> Try:
    """A try from a network address; of an IPv6 address the network (/64) counts.

    An IPv4 address counts as one, also where a server that listens on IPv6 wraps it up.
    """
    return Try(rule, context.sign("limit-address", _counted_as(address.strip())))


def _counted_as(address: str) -> str:
    if (with_port := WITH_PORT.fullmatch(address)) is not None:
        address = with_port["six"] or with_port["four"]
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, 64), strict=False))


def spend(connection: Connection, tries: tuple[Try, ...], at: datetime) -> int:
    """Count these tries; the minutes to wait when one of them is too many, else 0."""
    wait = 0
    for one in sorted(tries, key=lambda one: (one.rule.kind, one.subject)):
        rule = one.rule
        count, began = queries.count_one(connection, rule.kind, one.subject, at, rule.window)
        if count == 1:
            queries.sweep(connection, at)
        if count > rule.most:
            left = (began + rule.window - at).total_seconds()
            wait = max(wait, math.ceil(left / 60), 1)
    return wait


def admit(context: Context, tries: tuple[Try, ...], at: datetime) -> None:
    """Count these tries. Raises Refused("too_many_tries", minutes=…) when one is too many."""
    wait = context.store.transact(lambda connection: spend(connection, tries, at))
    if wait:
        raise Refused("too_many_tries", minutes=str(wait))


def guarded(
    context: Context, tries: tuple[Try, ...], at: datetime, work: Callable[[], Outcome]
) -> Outcome:
    """Do `work` when none of the tries is too many; its refusal leaves them counted.

    Raises Refused("too_many_tries") without doing `work`, and what `work` raises.
    """
    admit(context, tries, at)
    done = work()
    context.store.transact(lambda connection: settle(connection, tries))
    return done


def settle(connection: Connection, tries: tuple[Try, ...]) -> None:
    """After a success: personal counts start anew, the others get this one back."""
    for one in tries:
        if one.rule.personal:
            queries.forget(connection, one.rule.kind, one.subject)
        else:
            queries.give_back(connection, one.rule.kind, one.subject)
