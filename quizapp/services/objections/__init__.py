"""Learners' objections to questions: made, read by their learners, decided by teachers."""
