"""Where a map is high: connected areas above a level, how far they reach, and the best point."""

from dataclasses import dataclass
from typing import Any

import numpy as np

TIE = 1e-9  # values of a map that differ by less are equal


@dataclass(frozen=True)
class Region:
    """Points of a regular grid that touch along an axis, all at or above a level.

    mask: (m_a, m_c).  a, c: lowest and highest AF on each axis.  extent_a, extent_c: the points along each axis times
    the step, so that a single point reaches over one step.  centre: the mean of the points.  area: in AF^2.
    """

    mask: np.ndarray
    a: tuple[float, float]
    c: tuple[float, float]
    extent_a: float
    extent_c: float
    centre: tuple[float, float]
    area: float

    @property
    def elongation(self) -> float:
        """extent_a/extent_c: above 1 the region stretches along AF_A, below 1 along AF_C."""
        return self.extent_a / self.extent_c


def regions(values: np.ndarray, fine_a: np.ndarray, fine_c: np.ndarray, level: float) -> list[Region]:
    """The regions where values (m_a, m_c) >= level (to 1e-9), the largest first; fine_a, fine_c: evenly spaced."""
    from scipy.ndimage import find_objects, label

    marked, _ = label(values >= level - TIE)
    found = [_region(marked == n + 1, part, fine_a, fine_c) for n, part in enumerate(find_objects(marked))]
    return sorted(found, key=lambda region: -region.area)


def _region(mask: np.ndarray, part: Any, fine_a: np.ndarray, fine_c: np.ndarray) -> Region:
    (a, c), (step_a, step_c) = (fine_a[part[0]], fine_c[part[1]]), (fine_a[1] - fine_a[0], fine_c[1] - fine_c[0])
    i, j = np.nonzero(mask)
    return Region(mask, (float(a[0]), float(a[-1])), (float(c[0]), float(c[-1])), float(len(a) * step_a),
                  float(len(c) * step_c), (float(fine_a[i].mean()), float(fine_c[j].mean())),
                  float(mask.sum() * step_a * step_c))  # fmt: skip


def peak(values: np.ndarray, fine_a: np.ndarray, fine_c: np.ndarray) -> tuple[float, float]:
    """The (AF_A, AF_C) of the maximum; of a plateau the point farthest from what is lower and from the map's border.

    Of several such points the one with the smallest AF_A, then AF_C.  Nothing is known beyond the border.
    """
    from scipy.ndimage import distance_transform_edt

    top = np.pad(values >= values.max() - TIE, 1)
    depth = distance_transform_edt(top)[1:-1, 1:-1]
    i, j = np.unravel_index(np.argmax(np.round(depth, 9)), depth.shape)
    return float(fine_a[i]), float(fine_c[j])
