"""Formats: bytes in, the product's own values out, and back. One module per format."""
