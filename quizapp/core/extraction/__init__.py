"""Text -> clean paragraphs -> values -> candidate facts, by rules, in linear time."""
