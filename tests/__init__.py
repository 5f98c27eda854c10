"""The proof of quizapp; `python3 -m tests` runs all of it."""
