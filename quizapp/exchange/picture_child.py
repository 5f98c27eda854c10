"""Reads a picture from standard input in a process of its own, with little memory and time.

Run as a script, so that it imports nothing but the package it is about. Prints one line of JSON,
the media type and size or a code of why there is none, and after it the picture written anew.
"""

from __future__ import annotations

import io
import json
import sys
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

MEMORY = 1_000_000_000
CPU_S = 20
MOST_PIXELS = 50_000_000
"""A phone's camera has up to so many; a file of a few bytes can claim any number."""
LONGEST_SIDE = 2000
LARGEST = 2_000_000
"""Bytes from which on a picture without loss is written with some."""
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")


def limit() -> None:
    """Take no more memory and time than a picture needs (where the system can be told so)."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))


def read(data: bytes) -> tuple[dict[str, str | int], bytes]:
    """What a picture is, and its bytes anew; {"code"} where it is none."""
    warnings.simplefilter("ignore")  # what Pillow warns of is judged here
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return {"code": "picture_pixels"}, b""
            kind = str(opened.format)
            return _anew(opened, kind)
    except UnidentifiedImageError:
        return {"code": "picture_unknown"}, b""
    except (MemoryError, Image.DecompressionBombError):
        return {"code": "picture_pixels"}, b""
    except Exception:  # noqa: BLE001 - a broken file breaks the package in many ways
        return {"code": "picture_broken"}, b""


def _anew(opened: Image.Image, kind: str) -> tuple[dict[str, str | int], bytes]:
    opened.seek(0)
    opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # of a JPEG no more than is kept is read
    opened.load()
    turned = ImageOps.exif_transpose(opened)
    clear = "A" in turned.getbands() or "transparency" in turned.info
    plain = turned.convert("RGBA" if clear and kind != "JPEG" else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())  # no profile, no place, no name
    way = {"PNG": "PNG", "GIF": "PNG", "JPEG": "JPEG"}.get(kind, "WEBP")
    made = _written(bare, way)
    if len(made) > LARGEST:
        way, made = "WEBP", _written(bare, "WEBP")
    said: dict[str, str | int] = {"media_type": f"image/{way.lower()}"}
    return said | {"width": bare.width, "height": bare.height}, made


def _written(picture: Image.Image, way: str) -> bytes:
    file = io.BytesIO()
    picture.save(file, way, **({"optimize": True} if way == "PNG" else {"quality": 82}))
    return file.getvalue()


if __name__ == "__main__":
    limit()
    said, made = read(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + made)
