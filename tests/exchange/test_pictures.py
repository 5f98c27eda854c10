"""Picture files: written anew without what they say of themselves, or refused in a word."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from quizapp.exchange import pictures
from quizapp.exchange.unreadable import Unreadable
from tests.pictures import claiming, moving, photo, picture


def opened(drawn: pictures.Drawn) -> Image.Image:
    return Image.open(io.BytesIO(drawn.data))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_four_kinds_are_read_and_written_anew(kind: str) -> None:
    drawn = pictures.read(picture(kind))
    assert (drawn.width, drawn.height) == opened(drawn).size == (40, 30)
    assert drawn.media_type == f"image/{'png' if kind == 'GIF' else kind.lower()}"


def test_a_photo_stands_upright_and_tells_nothing() -> None:
    drawn = pictures.read(photo())
    assert (drawn.width, drawn.height) == opened(drawn).size == (30, 40)
    assert b"Secret" not in drawn.data
    assert not opened(drawn).getexif()


def test_of_a_moving_picture_the_first_frame_stays() -> None:
    made = opened(pictures.read(moving())).convert("RGB")
    assert made.getpixel((4, 4)) == (255, 0, 0)
    assert getattr(made, "n_frames", 1) == 1


def test_a_large_picture_is_made_smaller_and_keeps_what_is_clear() -> None:
    drawn = pictures.read(picture(size=(4000, 1000)))
    assert (drawn.width, drawn.height) == (2000, 500)
    file = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(file, "PNG")
    assert opened(pictures.read(file.getvalue())).getpixel((4, 4)) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<?xml version='1.0'?><SVG onload='hit()'/>", "picture_svg"),
        (b"%PDF-1.4", "picture_unknown"),
        (b"", "picture_unknown"),
        (picture("TIFF"), "picture_unknown"),
        (claiming(60_000, 60_000), "picture_pixels"),
        (claiming(9_000, 9_000), "picture_pixels"),
        (claiming(2_000, 2_000), "picture_broken"),
        (picture(size=(300, 300), colour="#123456")[:-40], "picture_broken"),
        (picture("JPEG", (300, 300))[:700], "picture_broken"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as error:
        pictures.read(data)
    assert error.value.code == code
