"""The files of a store: each appears whole or not at all, in one of 256 folders, and is never written twice."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import Any

from crossbar.errors import FileError
from crossbar.trajectory.lock import lock, unlock

SCHEMA = 1
WHAT = "pulse-crossbar sweep store"
HEAD = "store.json"


def address_of(facts: Any) -> str:
    """160 bits of the SHA-256 of what JSON can hold, as 40 hexadecimal digits; the order of keys does not count."""
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), allow_nan=True)
    return hashlib.sha256(text.encode()).hexdigest()[:40]


class Store:
    """A folder of points.  Made by `Store.create` or `Store.open`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def create(cls, folder: str | os.PathLike[str]) -> "Store":
        """The store in `folder`, made if it is not there.  FileError: a folder of something else, another schema."""
        path = Path(folder)
        if not (path / HEAD).exists():
            if path.exists() and (not path.is_dir() or any(path.iterdir())):
                raise FileError(f"{path}: must be a store of sweeps, an empty folder, or a name that is free (got "
                                f"{'a folder with other things' if path.is_dir() else 'a file'}); choose another.")
            with _writing(path):
                path.mkdir(parents=True, exist_ok=True)
                write_whole(path / HEAD, {"what": WHAT, "schema": SCHEMA})
        return cls.open(path)

    @classmethod
    def open(cls, folder: str | os.PathLike[str]) -> "Store":
        """The store in `folder`.  FileError: none there, or one of another schema; nothing in it is touched."""
        path = Path(folder)
        if not (path / HEAD).is_file():
            raise FileError(f"{path}: must be a store of sweeps (got no {HEAD} in it); give the folder that "
                            f"`crossbar sweep` wrote.")  # fmt: skip
        head = read(path / HEAD)
        if not isinstance(head, dict) or head.get("what") != WHAT or head.get("schema") != SCHEMA:
            got = head.get("schema") if isinstance(head, dict) and head.get("what") == WHAT else "something else"
            raise FileError(f"{path}: must be a store of schema {SCHEMA} (got {got}); it was left as it is: use the "
                            f"version of pulse-crossbar that wrote it, or another folder.")  # fmt: skip
        return cls(path)

    def done(self) -> set[str]:
        """The addresses of all finished points, from the names of their files: 10^5 take a tenth of a second."""
        return self._names("points")

    def failed(self) -> set[str]:
        return self._names("failed")

    def path(self, kind: str, address: str, suffix: str = ".json") -> Path:
        return self.folder / kind / address[:2] / f"{address[2:]}{suffix}"

    def put(self, address: str, record: dict[str, Any]) -> None:
        """Keeps the record of a finished point; what was said of an earlier failure goes."""
        self._write(self.path("points", address), record)
        with suppress(FileNotFoundError):
            self.path("failed", address).unlink()

    def put_failure(self, address: str, facts: dict[str, Any]) -> None:
        self._write(self.path("failed", address), facts)

    def get(self, address: str) -> dict[str, Any]:
        """The record of a finished point.  FileError: not there, or not readable."""
        return read(self.path("points", address))

    def failure(self, address: str) -> dict[str, Any]:
        return read(self.path("failed", address))

    def sweeps(self) -> list[str]:
        """The names of the sweeps, the one that was begun last at the end."""
        found = [path for path in (self.folder / "sweeps").glob("*.json") if not path.name.startswith(".")]
        return [path.stem for path in sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name))]

    def put_sweep(self, name: str, facts: dict[str, Any]) -> None:
        """Keeps the list of points of a sweep, in the place of an earlier one of that name."""
        self._write(self.folder / "sweeps" / f"{name}.json", facts)

    def sweep(self, name: str | None = None) -> dict[str, Any]:
        """The axes and addresses of a sweep; without a name of the only one.

        FileError: no such sweep, or several and no name.
        """
        names = self.sweeps()
        if name is None and len(names) == 1:
            name = names[0]
        if name not in names:
            got = "no sweep" if not names else "no name" if name is None else name
            advice = f"name one of: {', '.join(names)}" if names else "run `crossbar sweep` first"
            raise FileError(f"{self.folder}: must hold the sweep that is asked for (got {got}); {advice}.")
        return read(self.folder / "sweeps" / f"{name}.json")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Holds the store against other writers.  FileError: another process sweeps into it."""
        held = lock(self.folder / HEAD)
        try:
            yield
        finally:
            unlock(held)

    def _names(self, kind: str) -> set[str]:
        found: set[str] = set()
        with suppress(FileNotFoundError):
            for shard in os.scandir(self.folder / kind):
                if shard.is_dir():
                    found.update(shard.name + entry.name[:-5] for entry in os.scandir(shard.path)
                                 if entry.name.endswith(".json") and entry.name[0] != ".")  # fmt: skip
        return found

    def _write(self, path: Path, facts: dict[str, Any]) -> None:
        with _writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, facts)


def write_whole(path: Path, facts: Any) -> None:
    """A file of JSON that appears at once, its bytes on the disk: a temporary name of its own, fsync, a rename."""
    temp = path.with_name(f".{path.name}.{token_hex(6)}.tmp")
    try:
        with open(temp, "w", encoding="utf-8") as file:
            json.dump(facts, file, separators=(",", ":"))
            file.flush()
            os.fsync(file.fileno())
        os.replace(temp, path)
    finally:
        temp.unlink(missing_ok=True)


def read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileError(f"{path}: must be a readable file ({error.strerror}); run the sweep again.") from None
    except ValueError:
        raise FileError(f"{path}: must be whole JSON; it is damaged: delete it and run the sweep again, which computes "
                        f"this point anew.") from None  # fmt: skip


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileError(f"{path}: must be writable (got {error.strerror or error}); make room or check permissions. "
                        f"Points that are in the store stay, and the same command goes on.") from None  # fmt: skip
