"""The commands, one module per concern; `quizapp.cli` puts them together."""
