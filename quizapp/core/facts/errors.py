"""What can be wrong in a hand-written file, said with its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One thing to mend: the file, the line (from 1), the entry's id ("" unknown), a sentence."""

    file: str
    line: int
    entry: str
    message: str

    def __str__(self) -> str:
        entry = f"{self.entry}: " if self.entry else ""
        return f"{self.file}, line {self.line}: {entry}{self.message}"


class FactFileError(ValueError):
    """All that is wrong in the files that were read, in one error."""

    def __init__(self, problems: tuple[FileProblem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))
