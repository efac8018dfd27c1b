"""Curves from CSV files: every form that is read, and one message with line and column for what is not."""

import numpy as np
import pytest

import crossbar as xb
from crossbar.errors import CrossbarError, DataError, SpecError
from crossbar.fitting.curves import half_width, smooth

UP = [1.0, 2.0, 2.8, 3.5, 4.1, 4.6, 5.0]
DOWN = [5.0, 4.2, 3.5, 2.9, 2.4, 2.0, 1.7]
PAIRS = [f"{a},{b}" for a, b in zip(UP, DOWN, strict=True)]
HEAD = "device,cycle,pulse,polarity,conductance"
ROUND = [*UP, *DOWN[1:]]
LONG = [f"d{d},{c},{n},{'up' if n < 7 else 'down'},{ROUND[n]}" for d in (1, 2) for c in (1, 2) for n in range(13)]


@pytest.fixture
def read(tmp_path):
    def reading(lines, **given):
        path = tmp_path / "curves.csv"
        path.write_bytes(lines if isinstance(lines, bytes) else ("\n".join(lines) + "\n").encode())
        return xb.read_curves(path, **given)

    return reading


PAIR_FORMS = {
    "plain": PAIRS,
    "header": ["up,down", *PAIRS],
    "other order": ["down,up", *[",".join(reversed(line.split(","))) for line in PAIRS]],
    "byte-order mark": ("\ufeff" + "\n".join(PAIRS)).encode(),
    "mark and header": ("\ufeffup,down\r\n" + "\r\n".join(PAIRS)).encode(),
    "semicolons": [line.replace(",", ";") for line in PAIRS],
    "tabs": [line.replace(",", "\t") for line in PAIRS],
    "comments and blank lines": ["# measured on Monday", "", *PAIRS, ""],
    "blanks": [line.replace(",", " , ") for line in PAIRS],
}


@pytest.mark.parametrize("lines", PAIR_FORMS.values(), ids=PAIR_FORMS)
def test_two_columns(read, lines):
    found = read(lines)
    up, down = sorted(found.curves, key=lambda c: -c.pulses[1])
    assert up.values.tolist() == UP and down.values.tolist() == DOWN
    assert up.pulses.tolist() == [0, *[1] * 6] and down.pulses.tolist() == [0, *[-1] * 6]
    assert found.unit == "" and found.n_readings == 14 and found.n_pulses == 12 and len(found.sha256) == 64


def test_a_shorter_staircase(read):
    assert [len(c.values) for c in read([*PAIRS, "5.3,", "5.5,"]).curves] == [9, 7]


@pytest.mark.parametrize("header", [[], [HEAD]])
def test_long(read, header):
    found = read([*header, *LONG])
    assert found.devices == ("d1", "d2") and found.cycles == (1, 2) and len(found.curves) == 4
    for curve in found.curves:
        assert curve.values.tolist() == [*UP, *DOWN[1:]]
        assert curve.pulses.tolist() == [0, *[1] * 6, *[-1] * 6]


def test_columns_are_known_by_name(read):
    names = ["conductance", "operator", "pulse", "cycle", "polarity", "device"]
    rows = [dict(zip(HEAD.split(","), line.split(","), strict=True)) | {"operator": "me"} for line in LONG]
    assert read([",".join(names), *(",".join(row[n] for n in names) for row in rows)]).n_readings == 52


def test_pulses_between_readings_and_a_count_that_begins_anew(read):
    rows = [f"1,1,{n},up,{n / 10}" for n in range(0, 60, 10)] + [f"1,1,{n},down,{5 - n / 2}" for n in range(1, 7)]
    assert read(rows).curves[0].pulses.tolist() == [0, *[10] * 5, *[-1] * 6]


@pytest.mark.parametrize(("lines", "given"), [
    (["# unit: uS", *PAIRS], {}), (PAIRS, {"unit": "uS"}), (["# Unit = \u00b5S", *PAIRS], {"unit": "uS"}),
    (["up (uS),down (uS)", *PAIRS], {}),
])  # fmt: skip
def test_units(read, lines, given):
    found = read(lines, **given)
    assert found.unit == "uS" and found.curves[0].values == pytest.approx(np.array(UP) * 1e-6, rel=1e-15)


def test_the_window_is_minus_one_to_one(read):
    found = read(PAIRS)
    assert found.window == (1.0, 5.0)
    assert found.weights([1.0, 3.0, 5.0]) == pytest.approx([-1, 0, 1], abs=1e-15)
    assert found.readings(found.weights(UP)) == pytest.approx(UP, rel=1e-15)
    assert read(PAIRS, window=(0, 10)).weights(5.0) == 0


def test_the_window_is_that_of_the_state_and_not_of_its_noise():
    """1000 readings with noise 0.1: extremes lie 0.3 out, means of stretches within 4 errors and half a step."""
    rng = np.random.default_rng(0)
    level = np.linspace(-1, 1, 1000)
    noisy = level + 0.1 * rng.standard_normal(1000)
    pulses = np.r_[0, np.ones(999, int)]
    half = half_width(noisy)
    assert 5 <= half <= 83
    assert np.abs(smooth(noisy, pulses) - level).max() < 4 * 0.1 / np.sqrt(half / 2) + half * 0.002
    assert smooth(level, pulses) == pytest.approx(level)  # without noise nothing is smoothed


def changed(lines, number, line):
    """The lines with one replaced; numbers as an editor counts."""
    return [*lines[: number - 1], line, *lines[number:]]


L = [HEAD, *LONG]
BAD = {
    "text": (changed(PAIRS, 3, "2.8,high"), ["line 3", "column down", "finite number", '"high"']),
    "decimal comma": (["1,5;2,5", *["1;2"] * 6], ["line 1"]),
    "NaN": (changed(PAIRS, 4, "nan,2.9"), ["line 4", "column up", "finite", "nan"]),
    "infinity": (changed(L, 5, "d1,1,3,up,inf"), ["line 5", "column conductance", "inf"]),
    "underscores": (changed(PAIRS, 4, "1_0,2.9"), ["line 4", "column up", "1_0"]),
    "a gap": (changed(PAIRS, 4, ",2.9"), ["line 4", "column up", "nothing"]),
    "too few columns": (changed(L, 6, "d1,1,4,up"), ["line 6", "5 columns", "got 4"]),
    "too many columns": (changed(PAIRS, 2, "1,2,3"), ["line 2", "2 columns", "got 3"]),
    "three columns": (["1,2,3"] * 9, ["line 1", "2 or 5 columns", "got 3"]),
    "missing column": ([HEAD.replace(",polarity", ""), *L[1:]], ["line 1", "polarity", "got device, cycle"]),
    "missing columns of two": (["up,back", *PAIRS], ["line 1", "down"]),
    "a column twice": ([HEAD + ",cycle", *L[1:]], ["line 1", "each column once"]),
    "wrong polarity": (changed(L, 7, "d1,1,5,sideways,3"), ["line 7", "column polarity", "up or down", "sideways"]),
    "half a pulse": (changed(L, 7, "d1,1,5.5,up,3"), ["line 7", "column pulse", "whole number", "5.5"]),
    "negative cycle": (changed(L, 7, "d1,-1,5,up,3"), ["line 7", "column cycle", "-1"]),
    "decreasing pulse": (changed(L, 7, "d1,1,2,up,3"), ["line 7", "column pulse", "must rise", "got 2 after 4"]),
    "repeated pulse": (changed(L, 7, "d1,1,4,up,3"), ["line 7", "column pulse", "got 4 after 4"]),
    "a single point": ([*L, "d3,1,0,up,2.0"], ["line 54", "d3", "single point"]),
    "a single point of a column": (["1.0,2.0", "1.5,", "2.0,"], ["column down", "single point"]),
    "constant": (["1.0,1.0"] * 9, ["device 1", "must move", "got 1 at every one of 18"]),
    "up only": ([f"1,1,{n},up,{n}" for n in range(20)], ["device 1", "after a pulse down", "got 0"]),
    "too few": (PAIRS[:4], ["at least 5", "got 3"]),
    "empty": (b"", ["no line of data"]),
    "only a header": ([HEAD], ["a header", "no line of data"]),
    "two units": (["# unit: uS", "# unit: nS", *PAIRS], ["one unit", "uS in line 1", "nS in line 2"]),
    "two units in a header": (["up (uS),down (nS)", *PAIRS], ["one unit", "column up", "column down"]),
    "unknown unit": (["# unit: Ohm", *PAIRS], ["line 1", "S, mS, uS or nS", "Ohm"]),
    "negative siemens": (["# unit: uS", *[f"{a - 3},{a - 3}" for a in UP]], [">= 0", "offset"]),
    "no text": (b"\xff\xfe1\x00", ["UTF-8"]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "words"), BAD.values(), ids=BAD)
def test_bad_files(read, lines, words):
    with pytest.raises(DataError) as error:
        read(lines)
    text = str(error.value)
    assert "curves.csv" in text and "\n" not in text
    assert all(word in text for word in words), text


def test_bad_words(read, tmp_path):
    with pytest.raises(DataError, match=r"uS in line 1, nS by --unit"):
        read(["# unit: uS", *PAIRS], unit="nS")
    with pytest.raises(SpecError, match=r"unit: must be S, mS, uS or nS \(got Ohm\)"):
        read(PAIRS, unit="Ohm")
    with pytest.raises(SpecError, match=r"window: must rise"):
        read(PAIRS, window=(1, 0))
    with pytest.raises(CrossbarError, match=r"none.csv: must be a readable CSV file \(No such file"):
        xb.read_curves(tmp_path / "none.csv")
