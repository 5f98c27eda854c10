"""A server that is asked to end does end."""

from __future__ import annotations

import subprocess
import sys

from quizapp.setting_up import ROOT


def test_a_signal_swallowed_by_a_destructor_comes_again() -> None:
    program = (
        "import os, signal, time\n"
        "from quizapp import serving\n"
        "serving.AGAIN_SECONDS = 0.2\n"
        "class Swallows:\n"
        "    def __del__(self):\n"
        "        os.kill(os.getpid(), signal.SIGTERM)\n"
        "        time.sleep(5)\n"
        "with serving.ended_by_signal():\n"
        "    Swallows()\n"
        "    time.sleep(30)\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=25, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "SystemExit" in done.stderr  # it really was swallowed the first time
