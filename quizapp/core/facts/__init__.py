"""Facts and sources: read from files, checked, compared."""
