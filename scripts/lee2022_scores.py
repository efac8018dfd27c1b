"""What figures 8 and 9 say of a map of scores: lines, targets, and the variables of their files."""

import numpy as np

from crossbar.analysis.targets import above, holds, told
from crossbar.plain_file import Named

HIGH = 0.95  # of the maximum: the region that is framed


def lines_of(found):
    """Scores with their errors, AF_C upward."""
    yield f"scores at {100 * found.threshold:g} %, of {found.pairs} (AF_A to the right, AF_C upward):"
    error = found.spread.scores.error if found.spread else None
    for n in reversed(range(len(found.af_c))):
        cells = (f"{found.scores[m, n]:4.0f}" + (f" ±{error[m, n]:.1f}" if error is not None else "")
                 for m in range(len(found.af_a)))  # fmt: skip
        yield f"{found.af_c[n]:>6g} |" + "  ".join(cells)
    yield " " * 8 + "  ".join(f"{af:>{4 if error is None else 9}g}" for af in found.af_a)


def insufficient(got, found, source):
    """The asymmetries near 1 against the ends of the axes: accuracies of all pairs of rates and seeds."""
    last = len(found.af_a) - 1
    i, j = int(np.argmin(np.abs(found.af_a - 1))), int(np.argmin(np.abs(found.af_c - 1)))
    for name, place in (("(0, 0)", (0, 0)), ("(10, 10)", (last, last))):
        value = found.scores[place]
        yield holds(f"score at AF {name}", f"< {found.scores[i, j]:g}, that at (1, 1)", value,
                    value < found.scores[i, j], source)  # fmt: skip
    yield above("accuracy, AF (1, 1) over AF (0, 0)", got.accuracy[i, j].ravel(), got.accuracy[0, 0].ravel(), source)


def report(found, papers, source):
    """The best point and the smoothed score there, with what the seeds leave open."""
    spread, (a, c) = found.spread, found.best
    at = f"at {100 * found.threshold:g} %"
    yield told(f"smoothed maximum {at}", found.best_score, f"> {papers}" if papers[0].isdigit() else papers,
               float(spread.best_score.error) if spread else float("nan"), source)  # fmt: skip
    text = f"({a:.1f}, {c:.1f})"
    if spread:
        (a0, c0), (a1, c1) = spread.best.low, spread.best.high
        text += f", 95 %: AF_A {a0:.1f} to {a1:.1f}, AF_C {c0:.1f} to {c1:.1f}"
    yield told(f"best (AF_A, AF_C) {at}", text, papers, source=source)


def stretch(found, papers, source, judged=""):
    """extent_a/extent_c of the largest high region; judged: the axis along which it must stretch, or nothing."""
    level = HIGH * found.best_score
    name = f"stretch at {100 * found.threshold:g} %, from {level:.2f}"
    if not found.best_score:
        return told(name, "no score", papers, source=source)
    region = found.regions(level)[0]
    text = (f"{region.elongation:.2f}: AF_A {region.a[0]:.1f} to {region.a[1]:.1f}, "
            f"AF_C {region.c[0]:.1f} to {region.c[1]:.1f}")  # fmt: skip
    if not judged:
        return told(name, text, papers, source=source)
    return holds(name, papers, text, (region.elongation > 1) == (judged == "a"), source)


def variables(got, maps):
    """The accuracies, and of each map its scores and smoothed scores with their errors."""
    dims, found = got.variables()
    dims = dims | {"threshold": len(maps), "fine_a": len(maps[0].fine_a), "fine_c": len(maps[0].fine_c)}
    raw, fine = ("threshold", "af_a", "af_c"), ("threshold", "fine_a", "fine_c")
    found += [
        Named("threshold", ("threshold",), np.array([each.threshold for each in maps]), "1", "accuracy to exceed"),
        Named("fine_a", ("fine_a",), maps[0].fine_a, "1", "asymmetry factor of A"),
        Named("fine_c", ("fine_c",), maps[0].fine_c, "1", "asymmetry factor of C"),
        Named("score", raw, np.stack([each.scores for each in maps]), "1", "pairs of rates above the threshold"),
        Named("score_linear", fine, np.stack([each.linear for each in maps]), "1", "score, interpolated"),
        Named("score_smooth", fine, np.stack([each.smooth for each in maps]), "1", "score, interpolated and filtered"),
        Named("best", ("threshold", "array"), np.array([each.best for each in maps]), "1", "best AF of A and of C"),
    ]
    dims["array"] = 2
    if all(each.spread for each in maps):
        found += [
            Named("score_error", raw, np.stack([each.spread.scores.error for each in maps]), "1",
                  "standard error of score over resampled seeds"),
            Named("score_smooth_error", fine, np.stack([each.spread.smooth.error for each in maps]), "1",
                  "standard error of score_smooth"),
            Named("score_smooth_low", fine, np.stack([each.spread.smooth.low for each in maps]), "1",
                  "lower end of its 95 % interval"),
            Named("score_smooth_high", fine, np.stack([each.spread.smooth.high for each in maps]), "1",
                  "upper end of its 95 % interval"),
            Named("best_low", ("threshold", "array"), np.stack([each.spread.best.low for each in maps]), "1",
                  "lower ends of the 95 % intervals of best"),
            Named("best_high", ("threshold", "array"), np.stack([each.spread.best.high for each in maps]), "1",
                  "upper ends of them"),
        ]  # fmt: skip
    return dims, found
