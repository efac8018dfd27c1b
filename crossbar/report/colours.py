"""Colours of maps: a scale that grows lighter evenly, and text that can be read on it."""

from collections.abc import Sequence

Colour = tuple[float, ...]  # red, green, blue from 0 to 1

# Every 16th part of viridis (van der Walt and Smith 2015), straight lines between them.
VIRIDIS = (
    "#440154", "#48186a", "#472d7b", "#424086", "#3b528b", "#33638d", "#2c728e", "#26828e", "#21918c",
    "#1f9f88", "#27ad81", "#3dbc74", "#5cc863", "#81d34d", "#aadc32", "#d5e21a", "#fde725",
)  # fmt: skip
BLACK, WHITE = "#000000", "#ffffff"


def colour_of(value: float, low: float, high: float) -> str:
    """`value` on the scale from low to high, as #rrggbb; the middle where the scale has no length."""
    share = min(max((value - low) / (high - low), 0.0), 1.0) if high > low else 0.5
    place = share * (len(VIRIDIS) - 1)
    n = min(int(place), len(VIRIDIS) - 2)
    a, b = rgb(VIRIDIS[n]), rgb(VIRIDIS[n + 1])
    return "#" + "".join(f"{round(255 * (x + (place - n) * (y - x))):02x}" for x, y in zip(a, b, strict=True))


def text_on(background: str) -> str:
    """Black or white, whichever stands out more: a contrast of 4.58 at least, on any background."""
    return max((WHITE, BLACK), key=lambda text: contrast(text, background))


def contrast(a: str, b: str) -> float:
    """(L1 + 0.05)/(L2 + 0.05), L1 the lighter one's luminance.  WCAG 2.2, contrast ratio."""
    light, dark = sorted((luminance(rgb(a)), luminance(rgb(b))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Sequence[float]) -> float:
    """0.2126 R + 0.7152 G + 0.0722 B of the linear values.  WCAG 2.2, relative luminance."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def rgb(text: str) -> Colour:
    return tuple(int(text[n : n + 2], 16) / 255 for n in (1, 3, 5))
