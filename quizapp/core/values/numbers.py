"""Numbers with their hedge and unit: of the bank, for readers, and as learners type them."""

from quizapp.core.values.quantity import Ambiguous, Quantity, parse_value
from quizapp.core.values.read_numbers import read_number
from quizapp.core.values.show_numbers import format_quantity

__all__ = ["Ambiguous", "Quantity", "format_quantity", "parse_value", "read_number"]
