"""Pages of the gallery for reports on a class, a learner and a fact."""

from __future__ import annotations

from datetime import timedelta

from quizapp.core.memory.forecast import recall_interval
from quizapp.services import needs_help
from quizapp.services.fact_reports import FactReport
from quizapp.services.facts.readers import ClassStanding, Remembering
from quizapp.services.needs_help import Reason
from quizapp.services.reports import ClassReport, LearnerRow, StudentReport
from quizapp.services.screens import FactLine, TopicRecall
from quizapp.store.queries.reports import TopicFacts
from quizapp.web.reports.wording import days_ago, reason_words
from tests.browser.gallery.samples import HEAD, NAVAL, NOW, TEACHER, TODAY, TRAINED

ENDPOINTS = {
    "reports.classroom_csv": "/reports/classrooms/<public_id>.csv",
    "reports.classroom_xlsx": "/reports/classrooms/<public_id>.xlsx",
    "reports.student_csv": "/reports/classrooms/<public_id>/students/<student>.csv",
    "reports.student_xlsx": "/reports/classrooms/<public_id>/students/<student>.xlsx",
    "reports.fact": "/reports/facts/<public_id>",
    "reports.fact_csv": "/reports/facts/<public_id>.csv",
    "reports.fact_xlsx": "/reports/facts/<public_id>.xlsx",
}
NAMES = (
    "Hugo Ibáñez", "Tomás Quispe", "Karla Mamani", "Nadia Rojas", "Camila Deza", "Luis Vega",
    "Ana Torres", "Diego Salas", "Elena Paz", "Franco Ríos", "Gabriela Luna", "Iván Castro",
    "Julia Medina", "Kevin Soto", "Lucía Flores", "Mateo Vargas", "Noemí Campos", "Óscar Peña",
    "Paula Reyes", "Renzo Díaz", "Sofía León", "Teo Alva", "Úrsula Ponce", "Valeria Cruz",
    "Maximiliano Fernández-Villanueva",
)  # fmt: skip
TOPICS = (
    TopicFacts("French missions", 9),
    TopicFacts("U.S. missions", 8),
    TopicFacts("Soviet equipment", 7),
    TopicFacts("Suppliers 1974–78", 6),
    TopicFacts("Effects on politics", 7),
    TopicFacts("Never met", 5),
)
WEAK = (0.46, 0.52, 0.55, 0.58)
STRONG = (0.68, 0.70, 0.71, 0.71, 0.72, 0.74, 0.74, 0.75, 0.75, 0.77, 0.78, 0.78, 0.78, 0.80, 0.81,
          0.83, 0.83, 0.84, 0.87, 0.89, 0.93)  # fmt: skip
REASONS = (
    (Reason("idle", day=TODAY - timedelta(days=15), count=27),),
    (Reason("weak_topic", topic="Suppliers 1974–78", share=0.38),),
    (Reason("not_begun", day=TODAY - timedelta(days=8)),),
    (Reason("low", count=23, share=0.58), Reason("behind", count=21)),
)


def _row(number: int, name: str, recall: float) -> LearnerRow:
    shares = (round(recall + (number * 7 + place * 13) % 21 / 100 - 0.1, 2) for place in range(5))
    return LearnerRow(
        f"learner-{number}",
        name,
        TODAY - timedelta(days=60),
        TODAY - timedelta(days=15 if number == 0 else number % 6),
        recall,
        min(37, 16 + number),
        27 if number == 0 else number % 5,
        (*(min(max(share, 0.2), 0.99) for share in shares), None),
        REASONS[number] if number < len(REASONS) else (),
    )


ROWS = tuple(_row(number, name, recall) for number, (name, recall) in
             enumerate(zip(NAMES, (*WEAK, *STRONG), strict=True)))  # fmt: skip
CLASS = ClassReport("class-4b", "4B History", "America/Lima", TODAY, 0.74, 0.70, 0.78, 42, TOPICS,
                    ROWS)  # fmt: skip
ONE = StudentReport(
    classroom="class-4b",
    classroom_name="4B History",
    today=TODAY,
    learner=ROWS[1],
    low=0.41,
    high=0.63,
    facts=42,
    topics=tuple(
        TopicRecall(topic.topic, share, 0 if share is None else 4, topic.facts)
        for topic, share in zip(TOPICS, ROWS[1].topics, strict=True)
    ),
    weakest=tuple(
        FactLine(card.public_id, card.statement, "en", recall, 2.0, NOW, TODAY)
        for card, recall in ((NAVAL, 0.31), (HEAD, 0.42), (TRAINED, 0.55))
    ),
    answers=61,
    right=37,
)
MET = tuple(
    Remembering(row.public_id, row.name, "class-4b", "4B History", share, TODAY - timedelta(days=9))
    for row, share in zip(ROWS, sorted((row.recall or 0.0) for row in ROWS), strict=True)
)
FACT = FactReport(
    NAVAL,
    *recall_interval([one.recall for one in MET]),
    len(MET),
    (
        ClassStanding("class-4b", "4B History", 25, 25, 131, 97, 0.74, 0.70, 0.78),
        ClassStanding("class-4c", "4C History", 22, 0, 0, 0, None, None, None),
    ),
    MET,
)
WORDS = {"reason_words": reason_words, "days_ago": days_ago}
PAGES = {
    "report-class": (
        "reports/classroom.html",
        {"person": TEACHER, "report": CLASS, "learners": CLASS.learners, "order": ""}
        | {"rules": needs_help, **WORDS},
    ),
    "report-student": ("reports/student.html", {"person": TEACHER, "report": ONE, **WORDS}),
    "report-fact": ("reports/fact.html", {"person": TEACHER, "report": FACT}),
}
