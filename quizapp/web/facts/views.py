"""The list of facts, one fact, one source."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from quizapp.services import facts as service
from quizapp.web.facts.wording import (
    difference_words,
    evidence_words,
    fact_kind_words,
    instant_words,
    part_words,
)
from quizapp.web.shared.languages import interface_language
from quizapp.web.shared.parts import context, now, signed_in


def index() -> ResponseReturnValue:
    """All facts by topic, searched by words."""
    words, topic = request.args.get("q", "").strip(), request.args.get("topic", "")
    found = service.fact_list(context(), signed_in(), words, topic, now())
    return render_template(
        "facts/index.html",
        groups=found.groups,
        total=found.total,
        topics=found.topics,
        query=words,
        topic=topic,
        changed=found.changed,
    )


def detail(public_id: str) -> ResponseReturnValue:
    """One fact and the place that says so."""
    page = service.fact_page(context(), signed_in(), public_id, interface_language(), now())
    return render_template(
        "facts/detail.html",
        page=page,
        kind_of_fact=fact_kind_words,
        part_words=part_words,
        moment=instant_words,
        told=difference_words,
    )


def source(slug: str) -> ResponseReturnValue:
    """One source with the facts of each paragraph."""
    page = service.source_page(context(), signed_in(), slug)
    return render_template("facts/source.html", source=page, evidence_words=evidence_words)
