"""Serve the gallery: python -m tests.browser.gallery [PORT], then open /look."""

from __future__ import annotations

import sys

from waitress import serve

from tests.browser.gallery.app import create_gallery

if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8099
    sys.stdout.write(f"Serving on http://127.0.0.1:{port}/look\n")
    sys.stdout.flush()
    serve(create_gallery(), host="127.0.0.1", port=port, threads=4)
