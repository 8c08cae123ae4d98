"""Runs in the child: checks a JPEG or PNG completely and makes a small upright picture."""

from __future__ import annotations

import io
from struct import error as StructError

from PIL import ExifTags, Image, ImageFile, JpegImagePlugin, PngImagePlugin, TiffImagePlugin

from reception.sandbox.child_protocol import PREVIEW_SIDE, Picture, ScanRefused

# An A3 sheet at 400 dpi in full colour has 31 million pixels; A4 at 600 dpi 35 million.
MAX_PIXELS = 50_000_000

# Pillow imports its EXIF reader late, after confinement: this line loads it in time.
_EXIF_READER = TiffImagePlugin.ImageFileDirectory_v2
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_DECODING_ERRORS = (OSError, SyntaxError, ValueError, IndexError, KeyError, StructError)


def open_jpeg(data: bytes) -> Picture:
    """Decode a JPEG, a large one straight to a smaller size; raises ScanRefused."""
    image = _open(JpegImagePlugin.JpegImageFile, data)
    image.draft("RGB", (PREVIEW_SIDE, PREVIEW_SIDE))
    return _picture(image)


def open_png(data: bytes) -> Picture:
    """Check every chunk of a PNG, then decode it; raises ScanRefused."""
    try:
        _open(PngImagePlugin.PngImageFile, data).verify()
    except _DECODING_ERRORS as error:
        raise ScanRefused("sandbox.broken") from error
    return _picture(_open(PngImagePlugin.PngImageFile, data))


def _open(plugin: type[ImageFile.ImageFile], data: bytes) -> ImageFile.ImageFile:
    try:
        image = plugin(io.BytesIO(data))
    except _DECODING_ERRORS as error:
        raise ScanRefused("sandbox.broken") from error
    # The size is known before decoding: a decompression bomb is refused here.
    if image.width * image.height > MAX_PIXELS:
        raise ScanRefused("sandbox.too_large")
    return image


def _picture(image: ImageFile.ImageFile) -> Picture:
    orientation = _UPRIGHT.get(_orientation(image))
    try:
        image.load()
    except _DECODING_ERRORS as error:
        raise ScanRefused("sandbox.broken") from error
    small = _preview(image)
    if orientation is not None:
        small = small.transpose(orientation)
    return Picture(1, small.width, small.height, small.tobytes())


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation; damaged EXIF is no reason to refuse a scan."""
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except (*_DECODING_ERRORS, TypeError):
        return 1


def _preview(image: Image.Image) -> Image.Image:
    """Return the image in RGB on white, at most PREVIEW_SIDE pixels on its longer side."""
    if image.mode.startswith("I"):  # 16-bit grey would become white otherwise
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode in ("1", "P", "PA"):
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    image.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE))
    if image.mode in ("LA", "RGBA"):
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        return paper
    return image.convert("RGB")
