"""`crossbar report`: what a page says of runs, sweeps and studies, and that it needs nothing beside it."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import crossbar as xb
from crossbar.analysis.resampling import over_seeds
from crossbar.analysis.targets import above, at_least, told
from crossbar.report import chart, html
from crossbar.report.averages import Averages
from crossbar.report.colours import VIRIDIS, colour_of, contrast, text_on
from crossbar.report.folder import folder_page
from crossbar.report.maps import maps
from crossbar.report.origin import command
from crossbar.store import Grid
from tests.crossbar import eventful, known_records, made_up_sweeps
from tests.crossbar.made_up_sweeps import RATES, REASON, A, C

VOID = {"meta", "link", "img", "br"}
NASTY = "\"><script>document.title='taken'</script><b>&"


class Page(HTMLParser):
    """texts: of each element, by its tag; cells: attributes and text of each cell of a map.  Nesting is checked."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.cells, self.text = [], [], [], ""
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)
        if "data-tip" in dict(attributes):
            self.cells.append([dict(attributes), ""])

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("script", "style"):
            self.text += data
        if self.open[-1:] in (["td"], ["small"]) and self.cells and data.strip():
            self.cells[-1][1] += data


def read(source, figure=None):
    """The page of a source, after what holds of every page."""
    text = html(source, figure)
    page = Page(text)
    for tag, attributes in page.tags:
        assert tag not in ("iframe", "object", "embed", "base", "form")
        for name in ("src", "href", "xlink:href", "action", "srcset"):
            assert attributes.get(name, "#").startswith(("#", "data:"))
        assert not any(name.startswith("on") for name in attributes)
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert "url(" not in text and "@import" not in text
    assert "default-src 'none'" in text and '<html lang="en">' in text
    return page


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    path = tmp_path_factory.mktemp("run") / "run.h5"
    xb.run(eventful.spec(eventful.PLAIN, epochs=2), path).close()
    return path


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return made_up_sweeps.create(tmp_path_factory.mktemp("sweeps") / "af.sweep")


def write_study(folder, name="fig7", text="fine"):
    targets = [at_least("accuracy", [0.9, 0.8], 0.5, source="Lee et al. 2022"), at_least("score", 0.25, 0.5),
               above("order", [2.0, 2.1], [1.0, 1.1]), told(text, 1.5, "1.6")]  # fmt: skip
    found = {"study": name, "scale": "quick", "command": f"python scripts/{name}.py", "targets":
             [target.as_dict() for target in targets]}  # fmt: skip
    (folder / f"{name}.targets.json").write_text(json.dumps(found))


class TestRun:
    def test_figures(self, run):
        page = read(run)
        with xb.open_run(run) as opened:
            last = opened["test_accuracy"][-1]
        assert f"{last:.2%}" in page.text and "finished" in page.text and "64–8–10" in page.text

    def test_pulses_are_those_of_the_ledger(self, run):
        page = read(run)
        for array in xb.ledger(run).arrays:
            assert f"{array.up:,}" in page.text and f"{array.down:,}" in page.text

    def test_what_reproduces_it(self, run):
        """The experiment in the page is the one that was trained."""
        page = read(run)
        with xb.open_run(run) as opened:
            assert opened.config.strip() in page.text
            assert opened.provenance["git_commit"] in page.text and opened.provenance["cpu"] in page.text
        assert "crossbar train experiment.toml" in page.text

    def test_curves_have_a_point_an_epoch_that_tells_its_value(self, run):
        titles = re.findall(r"<title>test, epoch (\d): ([\d.]+)</title>", html(run))
        with xb.open_run(run) as opened:
            errors, losses = 100 * (1 - opened["test_accuracy"]), opened["test_loss"]
        assert titles == [(str(n), f"{value:.4g}") for values in (errors, losses) for n, value in enumerate(values)]

    def test_a_file_that_is_no_training(self, finished):
        page = read(finished)
        assert "last epoch" in page.text and "Pulses and reads" not in page.text

    def test_a_run_before_its_first_record(self, tmp_path):
        known_records.create(tmp_path / "new.h5").close()
        assert "No epoch is recorded yet" in read(tmp_path / "new.h5").text

    def test_a_figure_cannot_act(self, run, tmp_path):
        write_study(tmp_path)
        for source in (run, tmp_path):
            with pytest.raises(xb.SpecError, match="--figure: acts on the maps of sweeps"):
                html(source, "test_loss")


class TestSweep:
    def test_a_cell_for_each_point_of_each_pair(self, store):
        """Three pairs of the three axes, each with all their 12 points."""
        assert len(read(store).cells) == 3 * len(A) * len(C) * len(RATES)

    def test_cells_in_their_place(self, store):
        """The first maps: rows by a, columns by c, one for each rate."""
        cells = read(store).cells[: len(A) * len(C) * len(RATES)]
        order = [(a, c, rate) for rate in range(len(RATES)) for a in range(len(A)) for c in range(len(C))]
        for (a, c, rate), (attributes, text) in zip(order, cells, strict=True):
            where = f"algorithm.a.af = {A[a]}, algorithm.c.af = {C[c]}, algorithm.learning_rate = {RATES[rate]}: "
            assert attributes["data-tip"].startswith(where) and attributes["title"] == attributes["data-tip"]
            if (a, c, rate) == (2, 1, 1):
                assert text == "failed" and attributes["data-tip"] == f"{where}failed: {REASON}"
            elif (a, c, rate) == (1, 1, 0):
                assert text == "–" and "not computed yet" in attributes["data-tip"]
            else:
                seeds = [0, 2] if (a, c, rate) == (0, 0, 0) else [0, 1, 2]
                ends = [100 * made_up_sweeps.accuracy((a, c, rate, seed))[-1] for seed in seeds]
                error = np.std(ends, ddof=1) / np.sqrt(len(ends))
                assert text.startswith(f"{np.mean(ends):.2f}± {error:.2f}")
                assert f"{np.mean(ends):.2f} % ± {error:.2f} (mean of {len(ends)} seeds" in attributes["data-tip"]
                assert ("n = 2" in text) == ("3 wanted, 1 failed" in attributes["data-tip"]) == (len(ends) == 2)

    def test_one_cell_of_a_map_is_reached_by_the_tab_key(self, store):
        stops = [attributes["tabindex"] for attributes, _ in read(store).cells]
        assert stops.count("0") == len(RATES) + len(C) + len(A)

    def test_text_can_be_read_on_every_cell(self, store):
        for attributes, _ in read(store).cells:
            if "style" in attributes:
                background, colour = re.findall(r"#\w{6}", attributes["style"])
                assert contrast(background, colour) >= 4.5

    def test_failures_with_their_reasons(self, store):
        page = read(store)
        assert "4 points failed" in page.text and page.text.count(REASON) == 4
        assert "algorithm.learning_rate = 0.01, seed = 2" in page.text

    def test_origin_and_command(self, store):
        page = read(store)
        assert "crossbar sweep af.toml" in page.text and "/a/b/" not in page.text
        for text in ("a <fast> one", "0.1+abc", "29 of 36 done, 4 failed", "2026-01-02T03:04:05Z", "58", "<b>bold</b>"):
            assert text in page.text

    def test_another_figure(self, store):
        page = read(store, "test_loss")
        losses = [1 - made_up_sweeps.accuracy((0, 1, 0, seed))[-1] for seed in range(3)]
        assert page.cells[1][1].startswith(f"{np.mean(losses):.4g}±")
        assert "Test loss" in page.text and " %" not in page.cells[0][0]["data-tip"]

    def test_a_figure_that_is_not_there(self, store):
        with pytest.raises(xb.FileError, match="the figure must be one of test_accuracy, test_loss"):
            html(store, "layer0/pulses_c")

    @pytest.mark.parametrize("axes", [made_up_sweeps.AXES[:n] for n in (1, 2)] + [made_up_sweeps.AXES[3:]])
    def test_few_axes(self, tmp_path, axes):
        """A row, one map, one number."""
        made_up_sweeps.create(tmp_path / "s", axes=axes, failed=[], missing=[])
        lengths = [len(next(iter(axis.values()))) for axis in axes if "seed" not in axis]
        assert len(read(tmp_path / "s").cells) == np.prod(lengths, dtype=int)

    def test_nothing_done(self, tmp_path):
        made_up_sweeps.create(tmp_path / "s", missing=list(np.ndindex(3, 2, 2, 3)), failed=[])
        assert "0 of 36 done" in read(tmp_path / "s").text

    def test_a_flood_of_points_has_no_maps(self, store, monkeypatch):
        monkeypatch.setattr("crossbar.report.maps.MOST", 11)
        page = read(store)
        assert not page.cells and "12 points are too many" in page.text

    def test_many_points_have_one_pair(self, store, monkeypatch):
        monkeypatch.setattr("crossbar.report.maps.CELLS", 35)
        (only,) = maps(Averages(Grid.open(store), "test_accuracy"))
        assert only.row_key == "algorithm.a.af" and only.column_key == "algorithm.c.af"

    @pytest.mark.parametrize(("collapsed", "low"), [(False, "84.00 %"), (True, "≤ 86.00 %")])
    def test_a_collapse_does_not_take_the_colours(self, tmp_path, monkeypatch, collapsed, low):
        """Even values from 94 % down; where the last of them is 10 %, it lies outside of the fences, which is told."""
        ends = {(0, 0): 0.94, (0, 1): 0.92, (1, 0): 0.90, (1, 1): 0.88, (2, 0): 0.86, (2, 1): 0.84}
        ends |= {(2, 1): 0.1} if collapsed else {}
        monkeypatch.setattr(made_up_sweeps, "accuracy", lambda place: [ends[place[:2]]] * 6)
        made_up_sweeps.create(tmp_path / "s", axes=made_up_sweeps.AXES[:2], failed=[], missing=[])
        (only,) = maps(Averages(Grid.open(tmp_path / "s"), "test_accuracy"))
        assert (only.low, only.high) == (low, "94.00 %")
        assert [only.maps[0].rows[2][1][n].paint.startswith(f"background:{VIRIDIS[0]}") for n in (0, 1)] == [
            collapsed, True]  # fmt: skip

    def test_several_sweeps_of_a_store(self, tmp_path):
        for name in ("one", "two"):
            made_up_sweeps.create(tmp_path / "s", name)
        assert {"Sweep one", "Sweep two"} <= {section.title for section in folder_page(tmp_path / "s").sections}


class TestStudy:
    def test_targets(self, tmp_path):
        write_study(tmp_path)
        page = read(tmp_path)
        assert "2 of 3 targets are met" in page.text and "python scripts/fig7.py" in page.text
        assert page.text.count("✓ met") == 2 and page.text.count("✗ NOT MET") == 1 and "told" in page.text
        assert "0.85 ± 0.05" in page.text and "Lee et al. 2022" in page.text

    def test_pictures_are_inside(self, tmp_path):
        (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
        (tmp_path / "a.png").write_bytes(b"1")
        (tmp_path / "b.png").write_bytes(b"2")
        sources = [attributes["src"] for tag, attributes in read(tmp_path).tags if tag == "img"]
        assert [source.partition(";")[0] for source in sources] == ["data:image/svg+xml", "data:image/png"]

    def test_a_large_drawing_gives_way_to_its_picture(self, tmp_path, monkeypatch):
        monkeypatch.setattr("crossbar.report.folder.LARGE", 10)
        (tmp_path / "a.svg").write_text("<svg>" * 10)
        (tmp_path / "a.png").write_bytes(b"1")
        assert 'src="data:image/png' in html(tmp_path) and "svg+xml" not in html(tmp_path)

    def test_folders_inside(self, tmp_path):
        made_up_sweeps.create(tmp_path / "af.sweep")
        (tmp_path / "fig7").mkdir()
        write_study(tmp_path / "fig7")
        page = read(tmp_path)
        assert "Sweep af" in page.text and "2 of 3 targets are met" in page.text

    @pytest.mark.parametrize("text", ["", "[]", '{"targets": [{}]}', '{"targets": 3}'])
    def test_a_table_that_is_none(self, tmp_path, text):
        (tmp_path / "targets.json").write_text(text)
        with pytest.raises(xb.FileError, match=r"targets.json: must be the table of targets"):
            html(tmp_path)


class TestEscaping:
    def test_names_of_targets(self, tmp_path):
        write_study(tmp_path, text=NASTY)
        assert NASTY in read(tmp_path).text

    def test_values_of_axes_and_names_of_folders(self, tmp_path):
        folder = tmp_path / '<i>"x".sweep'
        axes = [{"data.name": [NASTY, "b"]}, {f"algorithm.{NASTY}": ({"k": NASTY}, 1)}]
        made_up_sweeps.create(folder, axes=axes, failed=[], missing=[])
        page = read(folder)
        assert NASTY in page.text and NASTY in page.cells[0][0]["data-tip"] and '<i>"x".sweep' in page.text


class TestCommand:
    def test_it_explains_itself(self, crossbar):
        code, out, _ = crossbar("report", "--help")
        assert code == 0 and "--out" in out and "--figure" in out

    def test_it_writes_the_page(self, crossbar, store, tmp_path):
        out = tmp_path / "page.html"
        assert crossbar("report", store, "--out", out) == (0, f"wrote {out}\n", "")
        assert out.read_text(encoding="utf-8") == html(store)
        assert [path.name for path in tmp_path.iterdir()] == ["page.html"]

    def test_the_default_is_report_html_here(self, crossbar, run, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        assert crossbar("report", run)[0] == 0 and Path("report.html").is_file()

    def refused(self, answer, *words):
        code, out, err = answer
        assert code == 2 and out == "" and err.count("\n") == 1
        assert all(word in err for word in words)

    def test_bad_input(self, crossbar, run, store, tmp_path):
        (tmp_path / "empty").mkdir()
        (tmp_path / "there.html").write_text("mine")
        (tmp_path / "no.h5").write_text("no trajectory")
        new = tmp_path / "new.html"
        self.refused(crossbar("report", tmp_path / "empty", "--out", new), "must hold a store of sweeps", "give the")
        self.refused(crossbar("report", tmp_path / "none.h5", "--out", new), "none.h5", "check the name")
        self.refused(crossbar("report", tmp_path / "no.h5", "--out", new), "must be an HDF5 file")
        self.refused(crossbar("report", run, "--out", tmp_path / "there.html"), "must not exist yet")
        self.refused(crossbar("report", run, "--out", tmp_path / "new.pdf"), "suffix must be one of .html, .htm")
        self.refused(crossbar("report", store, "--figure", "bogus", "--out", new), "got bogus")
        self.refused(crossbar("report", run, "--figure", "test_loss", "--out", new), "--figure", "leave it out")
        assert not new.exists() and (tmp_path / "there.html").read_text() == "mine"

    def test_a_store_of_another_schema(self, crossbar, tmp_path):
        made_up_sweeps.create(tmp_path / "s")
        head = tmp_path / "s" / "store.json"
        head.write_text(head.read_text().replace('"schema":1', '"schema":99'))
        self.refused(crossbar("report", tmp_path / "s", "--out", tmp_path / "new.html"), "schema", "99")

    def test_without_jinja2(self, crossbar, run, tmp_path, monkeypatch):
        monkeypatch.setitem(__import__("sys").modules, "jinja2", None)
        self.refused(crossbar("report", run, "--out", tmp_path / "new.html"), 'pip install "pulse-crossbar[report]"')


class TestParts:
    def test_average_leaves_out_what_is_not_there(self):
        mean, error = over_seeds(np.array([[1.0, 3.0, np.nan], [2.0, np.nan, np.nan], [np.nan] * 3]))
        np.testing.assert_array_equal(mean, [2, 2, np.nan])
        np.testing.assert_array_equal(error, [1, np.nan, np.nan])  # std 2^0.5 over 2^0.5

    def test_colours_are_viridis(self):
        """Straight lines between 17 of its colours stay within 3 % of it."""
        matplotlib = pytest.importorskip("matplotlib")
        for share in np.linspace(0, 1, 101):
            ours = [int(colour_of(share, 0, 1)[n : n + 2], 16) / 255 for n in (1, 3, 5)]
            np.testing.assert_allclose(ours, matplotlib.colormaps["viridis"](share)[:3], atol=0.03)

    def test_text_stands_out_on_any_grey_and_any_colour_of_the_scale(self):
        greys = [f"#{n:02x}{n:02x}{n:02x}" for n in range(256)]
        scale = [colour_of(value, 0, 100) for value in range(101)]
        assert min(contrast(text_on(colour), colour) for colour in greys + scale) > 4.5
        assert contrast("#000000", "#ffffff") == pytest.approx(21)  # WCAG 2.2

    def test_the_scale_ends_where_the_values_end(self):
        assert colour_of(-1, 0, 1) == VIRIDIS[0] and colour_of(2, 0, 1) == VIRIDIS[-1]
        assert colour_of(5, 5, 5) == VIRIDIS[8]

    @pytest.mark.parametrize(("low", "high"), [(0, 1), (0.113, 0.117), (-3, 250), (1e-9, 2e-9), (5, 5)])
    def test_ticks_are_round_and_around(self, low, high):
        ticks = list(chart.nice(low, high))
        assert ticks[0] <= low and ticks[-1] >= high and len(ticks) <= 8
        assert np.ptp([b - a for a, b in pairwise(ticks)] or [0]) < 1e-9

    def test_ticks_of_epochs_are_whole(self):
        assert list(chart.nice(0, 3, whole=True)) == [0, 1, 2, 3]
        assert list(chart.nice(1, 30, whole=True)) == [10, 20, 30]

    def test_a_line_without_values_is_not_drawn(self):
        assert chart.chart("c", "y", range(2), [chart.Line("l", [np.nan, np.nan])]) is None

    @pytest.mark.parametrize(("given", "shown"), [
        ("/home/x/.venv/bin/crossbar train digits", "crossbar train digits"),
        ("python scripts/lee2022_fig7.py --quick", "python scripts/lee2022_fig7.py --quick"), ("", ""),
    ])  # fmt: skip
    def test_commands(self, given, shown):
        assert command(given) == shown
