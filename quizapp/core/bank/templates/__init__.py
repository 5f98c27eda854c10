"""Families of questions: each module turns facts into questions of a few kinds."""
