"""Every kind of corruption that `quizapp check` must find, planted by SQL into a used database."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, text


@dataclass(frozen=True, slots=True)
class Plant:
    """One corruption: `pick` selects the key of the row to spoil as :a, :b, :c.

    `code` and `table` are what the check must say; `row` is the key it must name when that is not
    the key picked ("*": any). `only` names the one kind of database on which it can be planted.
    """

    code: str
    table: str
    pick: str
    spoil: tuple[str, ...]
    row: str = ""
    only: str = ""


ANSWER = (
    "SELECT max(id) FROM answers WHERE outcome = 'right' AND id NOT IN "
    "(SELECT answer_id FROM voidings)"
)
REVIEW = "SELECT max(id) FROM reviews WHERE answer_id NOT IN (SELECT answer_id FROM voidings)"
CARD = "SELECT learner_id, fact_id FROM cards ORDER BY reviews DESC, learner_id, fact_id LIMIT 1"
USER = "SELECT max(id) FROM users"
FACT = "SELECT min(id) FROM facts WHERE collection = 'shipped'"
VERSION = "SELECT max(id) FROM fact_versions"
ATTEMPT = "SELECT min(id) FROM attempts WHERE state = 'submitted'"
ESSAY = (
    "SELECT attempt_id, position FROM attempt_slots "
    "WHERE version_id = (SELECT max(version_id) FROM essay_marks)"
)
OBJECTION = "SELECT min(id) FROM objections"
QUESTION = "SELECT min(id) FROM questions WHERE kind = 'single_choice'"
CHOICE = "SELECT version_id FROM question_options ORDER BY version_id LIMIT 1"
CLASSROOM = "SELECT min(id) FROM classrooms"
SESSION = "SELECT max(id) FROM login_sessions"


OF_TOTAL = "scope = :a AND subject_id = :b AND day = :c"
ONE_BEFORE = (
    "UPDATE reviews SET answer_id = (SELECT other.answer_id FROM reviews AS other WHERE "
    "other.learner_id = reviews.learner_id AND other.fact_id = reviews.fact_id "
    "AND other.id < reviews.id ORDER BY other.id LIMIT 1) WHERE id = :a"
)


def total(scope: str) -> str:
    """The day total of one scope with the most answers."""
    return (
        f"SELECT scope, subject_id, day FROM day_totals WHERE scope = '{scope}' "
        "ORDER BY answers DESC, subject_id, day LIMIT 1"
    )


def spoiled(code: str, table: str, pick: str, what: str, row: str = "", only: str = "") -> Plant:
    """A plant that sets one column of the row picked."""
    keys = {"cards": "learner_id = :a AND fact_id = :b"}
    keys["day_totals"] = OF_TOTAL
    return Plant(
        code,
        table,
        pick,
        (f"UPDATE {table} SET {what} WHERE {keys.get(table, 'id = :a')}",),
        row,
        only,
    )


FAR = "'2999-01-01 00:00:00.000000'"
PAST = "'2001-01-01 00:00:00.000000'"
TABLE_WITHOUT_RULES = (
    "CREATE TABLE spare AS SELECT * FROM audit_events",
    "DROP TABLE audit_events",
    "ALTER TABLE spare RENAME TO audit_events",
)
GIVEN = (
    "INSERT INTO pictures (id, public_id, owner_id, sha256, media_type, data, created_at) "
    "VALUES (1, 'p', :a, '', 'image/png', {data}, '2026-01-01 00:00:00')"
)
PLANTS = (
    # the database
    Plant("schema-differs", "", "SELECT 1", ("DROP INDEX ix_cards_due",), "*"),
    spoiled("wrong-type", "answers", ANSWER, "score = 'much'", only="sqlite"),
    spoiled("wrong-type", "users", USER, "created_at = 'yesterday'", only="sqlite"),
    spoiled("wrong-type", "reviews", REVIEW, "after = '{\"phase'", only="sqlite"),
    spoiled("unreadable", "reviews", REVIEW, "after = '{\"phase'", "*", only="sqlite"),
    Plant(
        *("value-missing", "audit_events", "SELECT min(id) FROM audit_events"),
        (*TABLE_WITHOUT_RULES, "UPDATE audit_events SET action = NULL WHERE id = :a"),
        only="sqlite",
    ),
    Plant(
        *("value-missing", "answers", ANSWER),
        (
            "ALTER TABLE answers ALTER COLUMN outcome DROP NOT NULL",
            "UPDATE answers SET outcome = NULL WHERE id = :a",
        ),
        only="postgresql",
    ),
    Plant(
        *("double", "audit_events", "SELECT min(id) FROM audit_events"),
        (*TABLE_WITHOUT_RULES, "UPDATE audit_events SET id = :a WHERE id = :a + 1"),
        only="sqlite",
    ),
    Plant(
        *("double", "answers", ANSWER),
        (
            "ALTER TABLE answers DROP CONSTRAINT uq_answers_learner_id_key",
            "UPDATE answers SET key = 'same'",
        ),
        row="*",
        only="postgresql",
    ),
    # references
    spoiled("orphan", "answers", ANSWER, "learner_id = 987654"),
    spoiled("orphan", "answers", ANSWER, "version_id = 987654"),
    spoiled("orphan", "reviews", REVIEW, "answer_id = 987654"),
    spoiled("orphan", "reviews", REVIEW, "fact_id = 987654"),
    spoiled("orphan", "facts", FACT, "source_id = 987654"),
    spoiled("orphan", "login_sessions", SESSION, "user_id = 987654"),
    Plant(
        *("orphan", "voidings", "SELECT min(answer_id) FROM voidings"),
        ("UPDATE voidings SET answer_id = 987654 WHERE answer_id = :a",),
        row="987654",
    ),
    Plant(
        *("orphan", "enrolments", "SELECT classroom_id, min(user_id) FROM enrolments GROUP BY 1"),
        ("UPDATE enrolments SET user_id = 987654 WHERE classroom_id = :a AND user_id = :b",),
        row="*",
    ),
    Plant(
        *("orphan", "question_facts", "SELECT min(question_id) FROM question_facts"),
        ("UPDATE question_facts SET fact_id = 987654 WHERE question_id = :a",),
        row="*",
    ),
    # words, instants, people
    spoiled("unknown-word", "users", USER, "role = 'wizard'"),
    spoiled("unknown-word", "cards", CARD, "phase = 'asleep'"),
    spoiled("unknown-word", "answers", ANSWER, "outcome = 'perhaps'"),
    spoiled("unknown-word", "questions", QUESTION, "kind = 'riddle'"),
    spoiled("far-future", "answers", ANSWER, f"answered_at = {FAR}"),
    spoiled("far-future", "users", USER, f"created_at = {FAR}"),
    Plant(
        *("remembered-form", "remembered", "SELECT 'shipped-bank'"),
        ("UPDATE remembered SET value = 'cut' WHERE name = :a",),
    ),
    spoiled("name-empty", "users", USER, "name = ''"),
    spoiled("name-folded", "users", USER, "name_folded = 'somebody else'"),
    spoiled("setting-range", "users", USER, "rollover_hour = 31"),
    spoiled("setting-range", "users", USER, "desired_retention = 1.5"),
    spoiled("time-zone", "users", USER, "time_zone = 'Mars/Olympus'"),
    spoiled("password-form", "users", USER, "password_hash = 'correct horse'"),
    spoiled("session-form", "login_sessions", SESSION, "token_hash = 'the token itself'"),
    spoiled("session-times", "login_sessions", SESSION, f"expires_at = {PAST}"),
    Plant(
        *("classroom-untaught", "classrooms", CLASSROOM),
        ("DELETE FROM enrolments WHERE classroom_id = :a AND role = 'teacher'",),
    ),
    spoiled("join-code", "classrooms", CLASSROOM, "join_code = 'ABC'"),
    # facts and questions
    spoiled("owner", "facts", FACT, "collection = 'classroom'"),
    spoiled("owner", "questions", QUESTION, "collection = 'mine'"),
    spoiled("text-empty", "facts", FACT, "statement = ''"),
    spoiled("text-empty", "question_versions", CHOICE, "stem = ''"),
    spoiled("fact-changed", "facts", FACT, "answer = 'something else'"),
    spoiled("fact-version", "facts", FACT, "answer = 'something else', digest = ''"),
    spoiled("version-changed", "fact_versions", VERSION, "digest = 'x'"),
    Plant(
        *("change-unknown", "fact_overlays", "SELECT min(public_id) FROM facts"),
        (f"INSERT INTO fact_overlays VALUES (:a, 'x', '{{}}', NULL, '', {PAST})",),
    ),
    Plant(
        *("former-in-use", "former_facts", FACT),
        (f"INSERT INTO former_facts VALUES (:a, 'polar', {PAST})",),
    ),
    spoiled(
        *("question-changed", "question_versions"),
        "SELECT max(id) FROM question_versions",
        "answer = 'something else'",
    ),
    spoiled("fact-paragraph", "facts", FACT, "paragraph = 999"),
    Plant(
        *("question-without-fact", "questions", QUESTION),
        ("DELETE FROM question_facts WHERE question_id = :a",),
    ),
    Plant(
        *("question-parts", "questions", QUESTION),
        ("UPDATE question_facts SET part = 5 WHERE question_id = :a",),
    ),
    spoiled("version-missing", "questions", QUESTION, "version_number = 9"),
    Plant(
        *("version-missing", "questions", QUESTION),
        ("DELETE FROM question_versions WHERE question_id = :a",),
    ),
    Plant(
        *("version-numbers", "questions", "SELECT max(id) FROM questions WHERE version_number > 1"),
        ("DELETE FROM question_versions WHERE question_id = :a AND number = 1",),
    ),
    Plant(
        *("right-options", "question_versions", CHOICE),
        ("UPDATE question_options SET correct = TRUE WHERE version_id = :a",),
    ),
    Plant(
        *("right-options", "question_versions", CHOICE),
        ("UPDATE question_options SET correct = FALSE WHERE version_id = :a",),
    ),
    Plant(
        *("options-few", "question_versions", CHOICE),
        ("DELETE FROM question_options WHERE version_id = :a",),
    ),
    Plant(
        *("option-positions", "question_versions", CHOICE),
        ("DELETE FROM question_options WHERE version_id = :a AND position = 0",),
    ),
    # answers and reviews
    spoiled("key-empty", "answers", ANSWER, "key = ''"),
    spoiled("score-range", "answers", ANSWER, "score = 1.5"),
    spoiled("score-range", "answers", ANSWER, "score = -0.1"),
    spoiled("score-range", "answers", ANSWER, "score = 'NaN'", only="postgresql"),
    spoiled("score-outcome", "answers", ANSWER, "score = 0"),
    spoiled("time-range", "answers", ANSWER, "milliseconds = -5"),
    spoiled("answer-changed", "answers", ANSWER, "response_text = 'what nobody wrote'"),
    Plant(
        *("answer-without-review", "answers", ANSWER),
        ("DELETE FROM reviews WHERE answer_id = :a",),
    ),
    spoiled("part-range", "reviews", REVIEW, "part_score = 2"),
    spoiled("rating-range", "reviews", REVIEW, "rating = 9"),
    spoiled("interval-negative", "reviews", REVIEW, f"due = {PAST}"),
    spoiled("interval-negative", "cards", CARD, f"due = {PAST}"),
    spoiled("review-elsewhen", "reviews", REVIEW, f"at = {PAST}"),
    Plant(
        *("review-twice", "reviews", REVIEW),
        (ONE_BEFORE,),
    ),
    spoiled("review-of-another", "reviews", REVIEW, "learner_id = (SELECT min(id) FROM users)"),
    spoiled("review-state", "reviews", REVIEW, "after = '{}'"),
    # cards
    Plant(
        *("card-missing", "cards", CARD),
        ("DELETE FROM cards WHERE learner_id = :a AND fact_id = :b",),
    ),
    Plant(
        *("card-without-review", "cards", CARD),
        ("DELETE FROM reviews WHERE learner_id = :a AND fact_id = :b",),
    ),
    spoiled("card-memory", "cards", CARD, "stability = stability * 1.001"),
    spoiled("card-memory", "cards", CARD, "difficulty = 3.14"),
    spoiled("card-memory", "cards", CARD, f"last_review = {PAST}"),
    spoiled("card-memory", "cards", CARD, "last_day = '2001-01-01'"),
    spoiled("card-due", "cards", CARD, f"due = {FAR}"),
    spoiled("card-counts", "cards", CARD, "reviews = reviews + 1"),
    spoiled("card-counts", "cards", CARD, "lapses = lapses + 1"),
    spoiled("card-origin", "cards", CARD, "introduced_day = '2001-01-01'"),
    spoiled("card-origin", "cards", CARD, "last_question_id = NULL"),
    spoiled("row-version", "cards", CARD, "row_version = 0"),
    # voidings that came or went: cards and totals no longer fit
    Plant(
        *(
            "card-counts",
            "cards",
            CARD,
        ),
        ("DELETE FROM voidings",),
        row="*",
    ),
    Plant(
        *("words-differ", "question_words", "SELECT min(question_id) FROM question_words"),
        ("DELETE FROM question_words WHERE question_id = :a",),
    ),
    spoiled("version-missing", "questions", QUESTION, "draft_number = 1"),
    spoiled("attempt-score", "attempts", ATTEMPT, "score = score + 1"),
    spoiled("attempt-score", "attempts", ATTEMPT, "most = most + 1"),
    Plant(
        *("essay-mark", "attempt_slots", ESSAY),
        ("UPDATE attempt_slots SET mark = 0.1 WHERE attempt_id = :a AND position = :b",),
    ),
    spoiled("essay-share", "essay_marks", "SELECT max(id) FROM essay_marks", "share = 1"),
    spoiled("objection-state", "objections", OBJECTION, "state = 'accepted'"),
    spoiled("unknown-word", "objections", OBJECTION, "reason = 'spite'"),
    # totals
    *(
        spoiled("total-differs", "day_totals", total(scope), what)
        for scope in ("learner", "fact", "question")
        for what in ("answers = answers + 1", "milliseconds = milliseconds + 1")
    ),
    spoiled("total-differs", "day_totals", total("learner"), '"right" = "right" - 1'),
    spoiled("total-differs", "day_totals", total("learner"), "introduced = introduced + 1"),
    Plant(
        *("total-missing", "day_totals", total("question")),
        (f"DELETE FROM day_totals WHERE {OF_TOTAL}",),
    ),
    Plant(
        *("total-without-answers", "day_totals", total("fact")),
        (f"UPDATE day_totals SET day = '2001-01-01' WHERE {OF_TOTAL}",),
        row="*",
    ),
    spoiled("total-impossible", "day_totals", total("learner"), '"right" = answers + 1'),
    spoiled("total-impossible", "day_totals", total("fact"), "answers = -1"),
    Plant(
        *("total-of-nobody", "day_totals", total("learner")),
        (f"UPDATE day_totals SET subject_id = 987654 WHERE {OF_TOTAL}",),
        row="*",
    ),
    *(
        Plant("picture-changed", "pictures", USER, (GIVEN.format(data=data),), row="1", only=only)
        for only, data in (("sqlite", "X'00'"), ("postgresql", "decode('00', 'hex')"))
    ),
)


def plant(connection: Connection, one: Plant) -> str:
    """Spoil the row picked, references unchecked; the key of the row that must be named."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA defer_foreign_keys=ON"))
    else:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
    key = connection.execute(text(one.pick)).first()
    assert key is not None
    names = dict(zip("abc", key, strict=False))
    touched = 0
    for statement in one.spoil:
        given = {name: value for name, value in names.items() if f":{name}" in statement}
        touched = connection.execute(text(statement), given).rowcount
    assert touched, "nothing was planted"
    return one.row or "/".join(map(str, key))
