"""What people do in a browser: sign up, study by keyboard, write a question."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from quizapp.core.grading.matching import pairs
from quizapp.core.questions import Question, QuestionKind
from quizapp.services.banks import read_bank
from tests.browser.checks import axe_clean, fits

STANDS = (
    "[...document.querySelectorAll('#stage [data-state]')]"
    ".map(one => one.dataset.state + one.dataset.key).join()"
)
"""What the study page stands at: question, back, verdict or end, and of which key."""

PASSWORD = "correct horse battery"
BANK: dict[tuple[str, str, frozenset[str]], Question] = {}


def known(kind: str, stem: str, options: list[str]) -> Question | None:
    """The shipped question that stands so on the page, None for a teacher's own."""
    if not BANK:
        for one in read_bank().questions:
            shown = frozenset(o.text for o in one.options)
            BANK[one.kind.value, one.stem, shown] = one
    return BANK.get((kind, stem, frozenset(options)))


def looked_at(page: Page) -> None:
    """What holds for every screen: axe finds nothing, nothing stands out at the side."""
    axe_clean(page)
    fits(page)


def sign_up(page: Page, name: str) -> None:
    """Make an account on the page that shows the form."""
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")


@dataclass
class Sitting:
    """One learner at the keyboard; remembers which facts and kinds were met and how it went."""

    page: Page
    scripts: bool
    kinds: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    looked: set[str] = field(default_factory=set)

    @contextmanager
    def _moves_on(self) -> Iterator[None]:
        """Wait until the page shows something else, by script or by a new page."""
        if self.scripts:
            before = self.page.evaluate(STANDS)
            yield
            self.page.wait_for_function(f"before => {STANDS} !== before", arg=before)
        else:
            with self.page.expect_navigation():
                yield

    def _look_once(self, name: str) -> None:
        if name not in self.looked:
            self.looked.add(name)
            looked_at(self.page)

    def stem(self) -> str:
        """The question on the page."""
        return self.page.locator("#stem").inner_text()

    def at_end(self) -> bool:
        """Whether today's plan is done."""
        return self.page.locator("[data-state=end]").count() > 0

    def answer(self, *, right: bool = True, near: bool = False) -> None:
        """Answer the question on the page by keyboard and read the verdict.

        `near` spells a name without its accents or with a slip, where the question has one.
        """
        form = self.page.locator("#answer")
        kind = form.get_attribute("data-kind") or ""
        question = known(kind, self.stem(), self._options())
        self.kinds.add(kind)
        self._look_once(kind)
        if kind == QuestionKind.FLASHCARD:
            self._turn_and_rate(right=right)
        elif question is not None and kind == QuestionKind.MULTIPLE_CHOICE:
            self._choose_all(question, right=right)
        elif question is not None and kind == QuestionKind.ORDERING:
            self._put_in_order(question, right=right)
        elif question is not None and kind == QuestionKind.MATCHING:
            self._match(question, right=right)
        elif self.page.locator("input[name=choice]").count():
            self._choose(question, right=right)
        else:
            assert question is not None
            self._write(question, right=right, near=near)
        verdict = self.page.locator("#verdict")
        expect(verdict).to_be_visible()
        self.facts.add(verdict.locator(".fact[lang], .fact [lang]").first.inner_text())
        self.said.add(verdict.locator(".said b").inner_text())
        if "spelled" in verdict.inner_text():
            self.said.add("spelled")
        self._look_once(f"verdict of {kind}")

    def go_on(self) -> None:
        """Continue to the next question."""
        with self._moves_on():
            if self.scripts:
                self.page.keyboard.press("Space")
            else:
                self._press("Continue")

    def _options(self) -> list[str]:
        """The texts of the rows, and of what they are to be matched with."""
        rows = self.page.locator("label.option").all()
        texts = [row.locator("span").last.inner_text() for row in rows]
        return texts + self._rows() + self._partners()

    def _rows(self) -> list[str]:
        return self.page.locator("li.option .row-text").all_inner_texts()

    def _partners(self) -> list[str]:
        offered = self.page.locator(".pairs select").first.locator("option[value]:not([value=''])")
        return [text.strip() for text in offered.all_text_contents()]

    def _press(self, name: str) -> None:
        button = self.page.get_by_role("button", name=name).locator("visible=true").first
        button.focus()
        self.page.keyboard.press("Enter")

    def _turn_and_rate(self, *, right: bool) -> None:
        with self._moves_on():
            if self.scripts:
                self.page.keyboard.press("Space")
            else:
                self._press("Show the answer")
        self._look_once("flashcard turned over")
        with self._moves_on():
            if self.scripts:
                self.page.keyboard.press("3" if right else "1")
            else:
                self._press("Good" if right else "Again")

    def _choose(self, question: Question | None, *, right: bool) -> None:
        texts = self._options()
        answers = {o.text for o in question.options if o.correct} if question else {"Lima"}
        number = next(n for n, text in enumerate(texts) if (text in answers) is right)
        with self._moves_on():
            if self.scripts:
                self.page.keyboard.press(str(number + 1))
                self.page.keyboard.press("Enter")
            else:
                self.page.locator("input[name=choice]").nth(number).focus()
                self.page.keyboard.press("Space")
                self.page.keyboard.press("Enter")

    def _choose_all(self, question: Question, *, right: bool) -> None:
        texts = self._options()
        wanted = [o.text for o in question.options if o.correct is right]
        for text in wanted:
            if self.scripts:
                self.page.keyboard.press(str(texts.index(text) + 1))
            else:
                self.page.locator("input[name=choice]").nth(texts.index(text)).focus()
                self.page.keyboard.press("Space")
        with self._moves_on():
            self.page.keyboard.press("Enter")

    def _put_in_order(self, question: Question, *, right: bool) -> None:
        """By its number and the arrow keys, or by the select that each row has without scripts."""
        wanted = [option.text for option in question.options][:: 1 if right else -1]
        for place, text in enumerate(wanted):
            at = self._rows().index(text)
            if self.scripts:
                self.page.keyboard.press(str(at + 1))
                for _ in range(at - place):
                    self.page.keyboard.press("ArrowUp")
            else:
                self._select(at, place + 1)
        with self._moves_on():
            self._press("Show the answer")

    def _match(self, question: Question, *, right: bool) -> None:
        of = pairs(question)
        prompts = [question.options[prompt].text for prompt in of]
        partners = [question.options[partner].text for partner in of.values()]
        if not right:
            partners = partners[1:] + partners[:1]
        rows, offered = self._rows(), self._partners()
        for prompt, given in zip(prompts, partners, strict=True):
            self._select(rows.index(prompt), offered.index(given) + 1)
        with self._moves_on():
            self._press("Show the answer")

    def _select(self, row: int, choice: int) -> None:
        """Choose in the select of a row by the arrow keys, from nothing chosen."""
        select = self.page.locator("li.option select").nth(row)
        select.focus()
        for _ in range(choice):
            self.page.keyboard.press("ArrowDown")
        expect(select).not_to_have_value("")

    def _write(self, question: Question, *, right: bool, near: bool) -> None:
        text = question.key.text if right else "1801"
        if near:
            text = slip(text)
        box = self.page.locator("#text")
        box.focus()
        self.page.keyboard.type(text)
        with self._moves_on():
            self.page.keyboard.press("Enter")


def slip(text: str) -> str:
    """The text with one letter of its longest word doubled, as a hurried hand does."""
    longest = max(text.split(), key=len)
    if len(longest) < 6 or not longest.isalpha():
        return text
    return text.replace(longest, longest[:3] + longest[2:], 1)
