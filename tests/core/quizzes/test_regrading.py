"""The four ways of marking again, and old responses read by a new version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.core.grading.verdict import Response
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from quizapp.core.quizzes.regrading import Way, Worth, translated, worth


@pytest.mark.parametrize(
    ("way", "judged", "after"),
    [
        (Way.KEEP, 2.0, Worth(2.0, 0.5)),
        (Way.FULL, None, Worth(2.0, 2.0)),
        (Way.VOID, None, Worth(0.0, 0.0)),
        (Way.NEW_KEY, 1.5, Worth(2.0, 1.5)),
        (Way.NEW_KEY, -4.0, Worth(2.0, -4.0)),
        (Way.NEW_KEY, None, Worth(2.0, 0.5)),
    ],
)
def test_each_way(way: Way, judged: float | None, after: Worth) -> None:
    assert worth(way, Worth(2.0, 0.5), judged) == after


@pytest.mark.parametrize("way", Way)
def test_what_has_no_points_stays(way: Way) -> None:
    assert worth(way, Worth(0.0, 0.0), 1.0) == Worth(0.0, 0.0)


def asked(kind: QuestionKind, *texts: str, right: str = "") -> Question:
    """A question with these options; without `right` all of them are."""
    options = tuple(Option(text, not right or text == right) for text in texts)
    return Question("q", kind, "", "Which?", AnswerKey(texts[0]), ("f",), options)


SHOWN = asked(QuestionKind.SINGLE_CHOICE, "a", "b", "c", right="a")


def test_options_are_the_same_when_they_read_the_same() -> None:
    now = asked(QuestionKind.SINGLE_CHOICE, "C ", "b", "A", right="b")
    for index, there in ((0, 2), (1, 1), (2, 0)):
        assert translated(SHOWN, now, Response(chosen=(index,))) == Response(chosen=(there,))


def test_an_option_that_is_gone_or_was_never_offered_cannot_be_judged() -> None:
    gone = asked(QuestionKind.SINGLE_CHOICE, "a", "b", "d", right="a")
    assert translated(SHOWN, gone, Response(chosen=(2,))) is None
    assert translated(SHOWN, gone, Response(chosen=(1,))) == Response(chosen=(1,))
    new = asked(QuestionKind.SINGLE_CHOICE, "a", "b", "c", "d", right="d")
    assert translated(SHOWN, new, Response(chosen=(1,))) is None


def on_a_map(*regions: str, right: int, picture: str = "map") -> Question:
    """A question whose regions are called a, b, c."""
    question = asked(QuestionKind.IMAGE_REGIONS, *"abc"[: len(regions)], right="abc"[right])
    placed = zip(question.options, regions, strict=True)
    options = tuple(replace(option, region=region) for option, region in placed)
    return replace(question, options=options, picture=picture)


def test_a_region_is_its_place_whatever_it_is_called() -> None:
    """Names that were swapped, an order that changed, and a region that was drawn better."""
    west, east, north = "box 0 40 20 20", "round 70 40 20 20", "box 40 0 20 20"
    shown = on_a_map(west, east, north, right=0)
    swapped = on_a_map(east, north, west, right=0)
    better = on_a_map("box 3 38 20 24", east, north, right=0)
    for index, there in ((0, 2), (1, 0), (2, 1)):
        given = Response(chosen=(index,))
        assert translated(shown, swapped, given) == Response(chosen=(there,))
        assert translated(shown, better, given) == given
    moved = on_a_map("box 0 80 20 20", east, north, right=1)
    assert translated(shown, moved, Response(chosen=(0,))) is None
    assert translated(shown, moved, Response(chosen=(2,))) == Response(chosen=(2,))
    never_offered = on_a_map("box 0 80 20 20", east, north, right=0)
    assert translated(shown, never_offered, Response(chosen=(2,))) is None
    other_picture = on_a_map(west, east, north, right=0, picture="another map")
    assert translated(shown, other_picture, Response(chosen=(0,))) is None
    inside = on_a_map("box 0 40 40 40", west, north, right=1)
    assert translated(shown, inside, Response(chosen=(0,))) == Response(chosen=(1,))


def test_half_of_the_smaller_region_is_the_same_place() -> None:
    shown = on_a_map("box 0 40 20 20", "box 70 40 20 20", right=0)
    half = on_a_map("box 10 40 20 20", "box 0 0 9 9", right=0)
    less = on_a_map("box 10.1 40 20 20", "box 0 0 9 9", right=1)
    given = Response(chosen=(0,))
    assert translated(shown, half, given) == given, "the only one that is left there"
    assert translated(shown, less, given) is None
    words = asked(QuestionKind.SINGLE_CHOICE, "a", "b", right="a")
    assert translated(shown, replace(words, picture="map"), given) is None


def test_nothing_and_not_knowing_stay_so() -> None:
    new = asked(QuestionKind.SINGLE_CHOICE, "x", "y", "z", right="y")
    for response in (Response(), Response(dont_know=True)):
        assert translated(SHOWN, new, response) == response


def test_typed_answers_are_read_as_they_are() -> None:
    question = Question("q", QuestionKind.SHORT_ANSWER, "", "Who?", AnswerKey("Ana"), ("f",))
    given = Response(text=" Berta ")
    assert translated(question, replace(question, key=AnswerKey("Berta")), given) == given


def test_an_order_follows_its_lines_and_needs_all_of_them() -> None:
    shown = asked(QuestionKind.ORDERING, "one", "two", "three")
    now = asked(QuestionKind.ORDERING, "two", "three", "one")
    assert translated(shown, now, Response(chosen=(0, 1, 2))) == Response(chosen=(2, 0, 1))
    more = asked(QuestionKind.ORDERING, "one", "two", "three", "four")
    assert translated(shown, more, Response(chosen=(0, 1, 2))) is None


def pairs_of(*texts: str, extra: tuple[str, ...] = ()) -> Question:
    """A matching of prompts and partners in turn."""
    question = asked(QuestionKind.MATCHING, *texts)
    others = tuple(Option(text) for text in extra)
    return replace(question, options=question.options + others)


def test_pairs_follow_prompt_and_partner() -> None:
    shown = pairs_of("Ana", "1901", "Eva", "1902", extra=("1903",))
    now = pairs_of("Eva", "1903", "Ana", "1901", extra=("1902",))
    given = Response(chosen=(1, 4))  # Ana 1901, Eva 1903
    assert translated(shown, now, given) == Response(chosen=(1, 3))
    left_open = Response(chosen=(1, 2))
    assert translated(shown, now, left_open) == Response(chosen=(0, 3))
    renamed = pairs_of("Eva", "1903", "Anna", "1901")
    assert translated(shown, renamed, given) is None
    unknown = pairs_of("Eva", "1904", "Ana", "1901")
    assert translated(shown, unknown, given) is None


def test_all_may_be_right_and_all_may_be_chosen() -> None:
    every = asked(QuestionKind.MULTIPLE_CHOICE, "a", "b")
    for chosen in ((0,), (0, 1)):
        assert translated(every, every, Response(chosen=chosen)) == Response(chosen=chosen)


def test_who_did_not_know_chose_nothing() -> None:
    assert translated(SHOWN, SHOWN, Response(dont_know=True, chosen=(0,))) == Response(
        dont_know=True
    )


def test_lines_that_read_the_same_cannot_be_told_apart() -> None:
    twice = asked(QuestionKind.ORDERING, "one", "one", "two")
    assert translated(twice, twice, Response(chosen=(0, 1, 2))) is None


def test_a_partner_may_read_like_a_prompt_and_every_partner_may_be_used() -> None:
    alike = pairs_of("Eva", "1903", "Ana", "Eva")
    given = Response(chosen=(1, 3))
    assert translated(alike, alike, given) == given


def test_ways_are_called_by_words_that_the_log_keeps() -> None:
    assert [str(way) for way in Way] == ["keep", "full", "void", "new_key"]
