"""Where MNIST is looked for, how it is fetched, and how it is known to be MNIST.

Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits".
"""

import logging
import os
import tempfile
from pathlib import Path

from crossbar import idx, idx_folder
from crossbar.errors import DataError

log = logging.getLogger(__name__)

MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
)
# Of the unpacked files: a mirror may pack them anew.
SHA256 = {
    "train-images": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}
TIMEOUT_S = 30
FILES = ", ".join(idx_folder.names(stem)[0] for stem in SHA256)


def cache_folder() -> Path:
    """`$CROSSBAR_CACHE`, or `pulse-crossbar` in the user's cache folder: that of compiled code, too."""
    asked = os.environ.get("CROSSBAR_CACHE")
    user = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(asked) if asked else Path(user) / "pulse-crossbar"


def folder(data_dir: str | Path | None = None) -> Path:
    """The folder that holds MNIST.

    A given `data_dir` must hold it.  Otherwise the first of `$CROSSBAR_DATA`, the cache, and a download into
    the cache.  Each is looked through with its subfolder `mnist`.

    Raises
    ------
    DataError : `data_dir` does not hold it; or it is nowhere and cannot be downloaded
    """
    if data_dir is not None:
        return _given(Path(data_dir).expanduser())
    asked, tried = os.environ.get("CROSSBAR_DATA"), []
    for name, base in (("$CROSSBAR_DATA", asked and Path(asked)), ("the cache", cache_folder())):
        found = base and _inside(base)
        if found:
            return found
        tried.append(f"{name} ({f'none in {base}' if base else 'not set'})")
    return download(cache_folder() / "mnist", tried)


def check(found: Path, checksums: dict[str, str]) -> None:
    """Whether the files are MNIST's: SHA-256 of the unpacked bytes by stem; a wrong one is a DataError."""
    for stem, checksum in checksums.items():
        if checksum != SHA256[stem]:
            raise DataError(
                f"{idx_folder.find(found, stem)}: not MNIST's {stem}: SHA-256 of the unpacked file must be "
                f"{SHA256[stem]} (got {checksum}); delete it and fetch it again, or, if it is data of your "
                "own, give its folder as the data set's name"
            )


def download(target: Path, tried: list[str]) -> Path:
    """Fetches the four files from the first mirror that serves them; `target` then holds all or none."""
    try:
        import pooch
    except ImportError:
        raise _nowhere(tried, 'pooch is not installed: pip install "pulse-crossbar[download]"') from None
    pooch.get_logger().setLevel("WARNING")  # it advises on hashes, which are checked here
    reasons = []
    for mirror in MIRRORS:
        try:
            return _download_from(mirror, target, pooch)
        except (OSError, ValueError, DataError) as error:
            reasons.append(f"{mirror}: {error}")
    raise _nowhere(tried, "; ".join(reasons))


def _download_from(mirror: str, target: Path, pooch) -> Path:
    log.info("downloading MNIST from %s to %s", mirror, target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mnist-", dir=target.parent) as temporary:
        new, downloader = Path(temporary) / "mnist", pooch.HTTPDownloader(timeout=TIMEOUT_S)
        for stem, axes in idx_folder.AXES.items():
            name = f"{idx_folder.names(stem)[0]}.gz"
            path = pooch.retrieve(mirror + name, known_hash=None, fname=name, path=new, downloader=downloader)
            check(new, {stem: idx.read(path, axes)[1]})
        if not idx_folder.looks_like(target):  # else another process was faster
            os.replace(new, target)
    return target


def _inside(base: Path) -> Path | None:
    return next((each for each in (base, base / "mnist") if idx_folder.looks_like(each)), None)


def _given(data_dir: Path) -> Path:
    found = _inside(data_dir)
    if found is None:
        raise DataError(
            f"data_dir: must hold the files of MNIST, {FILES}, each plain or with .gz (got {data_dir}, which "
            f"{'has none' if data_dir.is_dir() else 'is not a folder'}); give the folder that holds them, or "
            "leave it out to search $CROSSBAR_DATA, the cache and the network"
        )
    return found


def _nowhere(tried: list[str], reason: str) -> DataError:
    places = ", ".join(["data_dir (not given)", *tried])
    return DataError(
        f"mnist: not found in {places}; download failed ({reason}); bring the four files {FILES}, plain or "
        "with .gz, into a folder and give it as --data-dir FOLDER (data_dir in Python) or $CROSSBAR_DATA"
    )
