"""The question bank: built from facts, checked, counted, written."""
