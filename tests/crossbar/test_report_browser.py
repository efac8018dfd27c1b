"""The page of `crossbar report` in headless Chromium: quiet, alone, telling its cells, as wide as a phone."""

import shutil

import pytest

import crossbar as xb
from crossbar.report import html
from tests.crossbar import eventful, made_up_sweeps
from tests.crossbar.test_report import write_study

playwright = pytest.importorskip("playwright.sync_api", reason="needs pulse-crossbar[browser]")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if not CHROMIUM:
    pytest.skip("needs Chromium", allow_module_level=True)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1200, "height": 900}
TALL_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><circle r="9"/></svg>'


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Of a run, of a sweep, and of a study with a picture and the sweep in it."""
    folder = tmp_path_factory.mktemp("report")
    xb.run(eventful.spec(eventful.PLAIN, epochs=2), folder / "run.h5").close()
    made_up_sweeps.create(folder / "study" / "af.sweep")
    write_study(folder / "study", text="a target with-a-name-that-is-as-long-as-they-come and a b")
    (folder / "study" / "picture.svg").write_text(TALL_PICTURE)
    for name, source in (("run", "run.h5"), ("sweep", "study/af.sweep"), ("study", "study")):
        (folder / f"{name}.html").write_text(html(folder / source), encoding="utf-8")
    return folder


@pytest.fixture
def visit(browser, pages):
    """Opens a page; `heard` is what its console says, `asked` what it requests."""
    contexts = []

    def visit(name, viewport=DESK, **options):
        contexts.append(context := browser.new_context(viewport=viewport, **options))
        page = context.new_page()
        page.heard, page.asked = [], []
        page.on("console", lambda message: page.heard.append(message.text))
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto((pages / f"{name}.html").as_uri())
        page.wait_for_load_state("networkidle")
        return page

    yield visit
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", ["run", "sweep", "study"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_it_is_quiet_alone_and_not_too_wide(visit, pages, name, viewport):
    page = visit(name, viewport)
    for fold in page.locator("summary").all():
        fold.click()
    page.wait_for_load_state("networkidle")
    assert page.heard == []
    assert [url for url in page.asked if not url.startswith("data:")] == [(pages / f"{name}.html").as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert page.title() != "taken"


def test_a_page_that_fetched_something_would_be_noticed(visit):
    """The policy of the page forbids it, and says so on the console."""
    page = visit("run")
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://example.invalid/x.png'}))")
    page.wait_for_timeout(100)
    assert any("Content Security Policy" in text for text in page.heard)


def test_a_cell_tells_its_value_on_hover(visit):
    page = visit("sweep")
    cell = page.locator("table.map").first.locator("td[data-tip]").nth(1)
    told = cell.get_attribute("data-tip")
    assert "± 0.06 (mean of 3 seeds" in told and cell.inner_text().split()[0] in told
    readout = page.locator("output").first
    assert readout.text_content() != told
    cell.hover()
    assert readout.text_content() == told and readout.is_visible()


def test_a_cell_tells_its_value_on_tap(visit):
    page = visit("sweep", PHONE, has_touch=True, is_mobile=True)
    cell = page.locator("td[data-tip]").nth(3)
    cell.tap()
    assert page.locator("output").first.text_content() == cell.get_attribute("data-tip")
    assert page.locator("output").first.is_visible()


def test_arrow_keys_walk_over_a_map(visit):
    page = visit("sweep")
    cells = page.locator("table.map").first.locator("td[data-tip]")
    cells.first.focus()
    for key, number in (("ArrowRight", 1), ("ArrowRight", 1), ("ArrowDown", 3), ("ArrowLeft", 2), ("ArrowUp", 0)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.dataset.tip") == cells.nth(number).get_attribute("data-tip")
        assert page.locator("output").first.text_content() == cells.nth(number).get_attribute("data-tip")
    assert page.locator("table.map").first.locator('td[tabindex="0"]').count() == 1


def test_a_picture_is_shown(visit):
    width = visit("study").locator("figure.picture img").evaluate("image => image.complete && image.naturalWidth")
    assert width == 900


def test_print(visit):
    """Values without hover, the experiment unfolded, nothing that only a pointer can use."""
    page = visit("sweep")
    page.emulate_media(media="print")
    assert page.locator("td[data-tip]").first.is_visible()
    assert not page.locator("output").first.is_visible()
    assert page.locator("details:not(.folded) pre").first.bounding_box()["height"] > 10
    assert page.pdf(format="A4").startswith(b"%PDF")
