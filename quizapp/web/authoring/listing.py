"""The list of questions: found, filtered, and many of them changed at once."""

from __future__ import annotations

from dataclasses import asdict
from urllib.parse import parse_qsl, urlencode

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from quizapp.services.authoring import listing
from quizapp.services.authoring.many import MOST, act, undo
from quizapp.services.authoring.moving import places
from quizapp.services.context import Refused
from quizapp.services.objections.reading import waiting as waiting_objections
from quizapp.store.queries.question_list import Filters
from quizapp.web.authoring.kinds import collection_words, kind_names, state_words
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import ngettext
from quizapp.web.shared.words import refusal_words

NAMES = {
    "q": "text",
    "kind": "kind",
    "state": "state",
    "place": "place",
    "topic": "topic",
    "tag": "tag",
    "fact": "fact",
    "source": "source",
    "sort": "sort",
}
"""Names in the address -> parts of the filters."""
LAST_PAGE = 100_000


def _filters(given: MultiDict[str, str]) -> Filters:
    texts = {part: given.get(name, "").strip()[:200] for name, part in NAMES.items()}
    return Filters(**texts)


def _query(filters: Filters) -> dict[str, str]:
    """The filters as they stand in an address, empty ones left out."""
    values = asdict(filters)
    return {name: values[part] for name, part in NAMES.items() if values[part]}


def index() -> ResponseReturnValue:
    """What this teacher may read: a page of it, by the filters of the address."""
    filters = _filters(request.args)
    page = min(request.args.get("page", 1, type=int), LAST_PAGE)
    someone = signed_in()
    return render_template(
        "authoring/index.html",
        shown=listing.question_list(context(), someone, filters, page),
        filters=filters,
        query=_query(filters),
        kinds={kind.value: name for kind, name in kind_names().items()},
        places=places(context(), someone),
        state_words=state_words,
        collection_words=collection_words,
        done=request.args.get("done", ""),
        done_words=_done_words(),
        waiting=waiting_objections(context(), someone),
        most=MOST,
    )


def _done_words() -> str:
    """What the last action did, as the address tells."""
    changed = min(max(request.args.get("changed", 0, type=int), 0), MOST)
    kept = min(max(request.args.get("kept", 0, type=int), 0), MOST)
    words = ngettext("%(num)s question was changed.", "%(num)s questions were changed.", changed)
    if kept:
        words += " " + ngettext(
            "%(num)s stays as it is: it is not yours, or not ready.",
            "%(num)s stay as they are: they are not yours, or not ready.",
            kept,
        )
    return words


def many() -> ResponseReturnValue:
    """Do one thing to all questions that were ticked, or to all that the filters leave."""
    query = dict(parse_qsl(request.form.get("filters", "")))
    filters = _filters(MultiDict(query))
    someone, action = signed_in(), request.form.get("do", "")
    chosen = tuple(request.form.getlist("question"))
    if request.form.get("all"):
        chosen = listing.fitting(context(), someone, filters, MOST)
    value = request.form.get(_VALUES.get(action, ""), "")
    answer = _query(filters)
    try:
        done = act(context(), someone, action, value, chosen, now())
    except Refused as error:
        flash(refusal_words(error), "notyet")
    else:
        answer |= {"changed": str(done.changed), "kept": str(done.kept)}
        answer |= {"done": done.change or "nothing"}
    return redirect(f"{url_for('authoring.index')}?{urlencode(answer)}", 303)


_VALUES = {"tag": "tag", "untag": "tag", "state": "state", "move": "place", "copy": "place"}
"""Which field of the form an action takes its value from."""


def take_back() -> ResponseReturnValue:
    """Take the last action on many back."""
    count = undo(context(), signed_in(), request.form.get("change", ""))
    words = ngettext("%(num)s question is as it was.", "%(num)s questions are as they were.", count)
    flash(words, "good")
    return _listed()


def _listed() -> ResponseReturnValue:
    filters = _filters(MultiDict(dict(parse_qsl(request.form.get("filters", "")))))
    return redirect(f"{url_for('authoring.index')}?{urlencode(_query(filters))}", 303)


def keep() -> ResponseReturnValue:
    """Keep the filters under a name, or forget a view."""
    someone = signed_in()
    if view := request.form.get("drop", ""):
        listing.drop_view(context(), someone, view)
        flash(_("The view is gone; the questions are all there."), "good")
        return _listed()
    filters = _filters(MultiDict(dict(parse_qsl(request.form.get("filters", "")))))
    name = request.form.get("name", "")
    try:
        listing.keep_view(context(), someone, name, urlencode(_query(filters)))
    except Refused as error:
        flash(refusal_words(error), "notyet")
    else:
        flash(_("The view is kept."), "good")
    return _listed()
