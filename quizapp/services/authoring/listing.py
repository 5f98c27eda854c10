"""The list of questions with its filters, and the views that a teacher keeps of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from quizapp.services.authoring.draft import tidy
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.base import new_public_id
from quizapp.store.models import SavedView
from quizapp.store.queries import authoring_facts
from quizapp.store.queries import classrooms as classroom_queries
from quizapp.store.queries import question_list as queries
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_list import Filters, QuestionLine, View
from quizapp.store.queries.question_picker import tags_in_use

MOST_VIEWS = 30
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class ListScreen:
    """A page of the list and what its filters offer.

    `classrooms` are public ids with names, `tags` names with counts, `sources` slugs with titles.
    """

    lines: tuple[QuestionLine, ...]
    total: int
    page: int
    pages: int
    classrooms: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    tags: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, str], ...]
    views: tuple[View, ...]


def question_list(context: Context, person: Person, filters: Filters, page: int) -> ListScreen:
    """The page of this number, the last one when there are fewer."""
    with context.store.read() as connection:
        total = queries.count(connection, person, filters)
        pages = max(1, -(-total // queries.PAGE))
        number = min(max(1, page), pages)
        taught = classroom_queries.taught_by(connection, person.id)
        sources = authoring_facts.sources_to_cite(connection, person.id)
        return ListScreen(
            lines=queries.page(connection, person, filters, number),
            total=total,
            page=number,
            pages=pages,
            classrooms=tuple((one.public_id, one.name) for one in taught),
            topics=authoring_facts.topics_to_name(connection, person.id),
            tags=tags_in_use(connection, person),
            sources=tuple((row.slug, row.short_title) for row in sources),
            views=queries.views(connection, person),
        )


def fitting(context: Context, person: Person, filters: Filters, most: int) -> tuple[str, ...]:
    """The public ids of all questions that the filters leave, at most so many."""
    with context.store.read() as connection:
        return queries.public_ids(connection, person, filters, most)


def keep_view(context: Context, person: Person, name: str, filters: str) -> str:
    """Keep filters under a name; the view's public id.

    Raises Refused("view_name_empty"), Refused("view_name_long"), Refused("views_many").
    """
    title = " ".join(tidy(name).split())
    if not title:
        raise Refused("view_name_empty")
    if len(title) > LONGEST_NAME:
        raise Refused("view_name_long", limit=str(LONGEST_NAME))

    def work(connection: Connection) -> str:
        mine = SavedView.owner_id == person.id
        held = select(func.count()).select_from(SavedView).where(mine)
        if int(connection.execute(held).scalar_one()) >= MOST_VIEWS:
            raise Refused("views_many", limit=str(MOST_VIEWS))
        made = new_public_id()
        row = {"public_id": made, "owner_id": person.id, "name": title, "filters": filters[:2000]}
        connection.execute(insert(SavedView).values(row))
        return made

    return context.store.transact(work)


def drop_view(context: Context, person: Person, view: str) -> None:
    """Forget a view of one's own. Raises NotFound for those of others."""
    gone = delete(SavedView).where(SavedView.public_id == view, SavedView.owner_id == person.id)
    if context.store.execute(gone) != 1:
        raise NotFound
