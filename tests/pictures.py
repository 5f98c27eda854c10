"""Picture files for tests, made on the spot."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), colour: str = "red") -> bytes:
    """A picture file of one colour."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, kind)
    return file.getvalue()


def photo() -> bytes:
    """A JPEG that lies on its side, and says where and with what it was taken."""
    file = io.BytesIO()
    said = Image.Exif()
    said[0x0112] = 6  # to be turned by a quarter
    said[0x010F] = "Secret Camera"
    said.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (40, 30), "blue").save(file, "JPEG", exif=said, comment=b"Secret place")
    return file.getvalue()


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be as large as this."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def moving() -> bytes:
    """A GIF whose first frame is red and whose second is blue."""
    file = io.BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    return file.getvalue()
