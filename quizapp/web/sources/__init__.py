"""A teacher's own texts on screen."""
