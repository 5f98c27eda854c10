"""Headers of proxies in front: believed only as far as the settings say."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from quizapp.web.shared.parts import Parts


def register(app: Flask) -> None:
    """Believe X-Forwarded headers of as many proxies as are named, none by default."""
    parts: Parts = app.extensions["quizapp"]
    count = parts.context.settings.proxies
    if count:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=count, x_proto=count, x_host=count
        )
