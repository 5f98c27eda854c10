"""Put on a server's path, this makes it die between the commit of an answer and its reply.

The number in DIE_AFTER says after how many writing transactions: nothing is flushed or closed.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from itertools import count
from typing import Any

if "DIE_AFTER" in os.environ:
    from quizapp.store.engine import Store

    LAST = int(os.environ["DIE_AFTER"])
    COMMITTED = count(1)
    record = Store.record

    def dying(self: Store, work: Callable[[Any], Any]) -> Any:
        """Commit, and at the chosen one die before anybody is told."""
        outcome = record(self, work)
        if work.__qualname__.startswith("answer.") and next(COMMITTED) == LAST:
            os.kill(os.getpid(), signal.SIGKILL)
        return outcome

    Store.record = dying  # type: ignore[method-assign]
