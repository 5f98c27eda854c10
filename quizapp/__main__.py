"""`python3 -m quizapp`: makes the environment on a fresh machine, then runs the commands in it."""

import sys

from quizapp.setting_up import enter


def main() -> None:
    """Get the locked packages ready, here or in ``.venv``, and hand over to the commands."""
    enter("run")
    from quizapp.cli import main as commands

    sys.exit(commands())


if __name__ == "__main__":
    main()
