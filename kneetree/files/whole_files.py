"""Bytes in and out of files: every error is one sentence, and a file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kneetree.errors import FileProblem, reason_of, shortened
from kneetree.files import names

MAX_BYTES = 64 * 1024 * 1024
_PART = ".part"
_FULL = (errno.ENOSPC, errno.EDQUOT)
_STRAY_S = 3_600
"""Seconds after which a temporary file belongs to nobody any more."""


def is_there(path: Path) -> bool:
    """Return whether ``path`` is an ordinary file; false too if the system does not even tell."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # a folder that may not be read, a name that is too long
        return False


def read_bytes(path: Path) -> bytes:
    """Return all bytes of an ordinary file of at most ``MAX_BYTES``; raise ``FileProblem`` otherwise."""
    name = shortened(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileProblem("{name} is a folder; name a file in it.", name=name)
        if not stat.S_ISREG(status.st_mode):
            raise FileProblem("{name} is not an ordinary file; copy its content into one.", name=name)
        if status.st_size > MAX_BYTES:
            raise FileProblem(
                "{name} has {size} MB; a tree file may have {most}.",
                name=name,
                size=status.st_size // 2**20,
                most=MAX_BYTES // 2**20,
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileProblem("There is no file {name}; check the name and the folder.", name=name) from error
    except PermissionError as error:
        raise FileProblem("{name} may not be read; ask its owner for permission.", name=name) from error
    except (OSError, ValueError) as error:
        raise FileProblem("{name} cannot be read: {why}.", name=name, why=reason_of(error)) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write ``data`` to a file, whole or not at all; if that fails, the old content stays.

    A link stays a link and the file keeps its mode.  A pipe or a device, such as ``/dev/stdout``, is written to as it
    is, never replaced.  Raises ``FileProblem``, for example if the disk is full, if there
    is no permission for the folder, or if the name is that of a folder.
    """
    with staged(path, data) as new:
        new.put()


def take_away(path: Path) -> None:
    """Delete a file, of a link the name only; raise ``FileProblem`` if that fails.  It may be gone already."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FileProblem(
            "{name} cannot be taken away: {why}. Ask the owner of its folder, or delete it yourself.",
            name=shortened(str(path)),
            why=reason_of(error),
        ) from error


class Staged:
    """New content of a file that lies beside it, whole and on the disk, until it is put in the file's place."""

    def __init__(self, path: Path, data: bytes, target: Path, temporary: str | None) -> None:
        """Take what ``staged`` has made: the ``target`` of links, and the temporary file unless it is a device."""
        self._path, self.data, self._target = path, data, target
        self._temporary = temporary
        self.is_there = False
        """Whether the file has the new content."""

    def put(self) -> None:
        """Put the content in the file's place, on the disk as well.

        Raises ``FileProblem`` if that fails; unless it ``is_there`` all the same, the old content is.
        """
        with _told(self._path):
            if self._temporary is None:
                with self._target.open("wb") as device:
                    device.write(self.data)
                return
            os.replace(self._temporary, self._target)  # noqa: PTH105 - the temporary name is a str
            self._temporary, self.is_there = None, True
            sync_folder(self._target.parent)

    def drop(self) -> None:
        """Delete the content that lies beside the file, unless it was put in its place.

        Where the system does not allow that any more, it stays, and a later save of the file clears it away.
        """
        if self._temporary is not None:
            with suppress(OSError):
                Path(self._temporary).unlink()


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk, where the system can do that.

    Raises ``OSError`` if the disk is broken or full.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folder, and this one may not be for us to read
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno in (errno.EIO, *_FULL):
            raise
    finally:
        os.close(handle)


@contextmanager
def staged(path: Path, data: bytes) -> Iterator[Staged]:
    """Lay ``data`` beside a file, so that nothing but ``Staged.put`` is missing; it is dropped in the end.

    Raises ``FileProblem`` as ``write_bytes`` does.
    """
    with _told(path):
        made = _staged(path, data)
    try:
        yield made
    finally:
        made.drop()


def _staged(path: Path, data: bytes) -> Staged:
    target = path.resolve()
    if target.is_dir():
        raise FileProblem("{path} is a folder; choose a file name.", path=shortened(str(path)))
    if target.exists() and not target.is_file():
        return Staged(path, data, target, None)
    prefix = _prefix(target)
    _clear_strays(target.parent, prefix)
    handle, temporary = tempfile.mkstemp(prefix=prefix, suffix=_PART, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_attributes(target, temporary)  # first, since another owner takes part of the mode away
        _keep_mode(target, temporary)
    except BaseException:
        with suppress(OSError):  # what is told is why it could not be written
            Path(temporary).unlink()
        raise
    return Staged(path, data, target, temporary)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the system says while a file is written into one sentence."""
    name = shortened(str(path))
    try:
        yield
    except FileNotFoundError as error:
        folder = names.real(path).parent
        if os.path.isdir(folder):  # noqa: PTH112 - Path raises where nobody may look
            raise FileProblem(
                "{name} cannot be saved: something has deleted what was just written for it. Save again, or choose "
                "another place.",
                name=name,
            ) from error
        raise FileProblem(
            "{name} cannot be saved: there is no folder {folder}. Make that folder, or choose another place.",
            name=name,
            folder=shortened(str(folder)),
        ) from error
    except PermissionError as error:
        raise FileProblem("{name} cannot be saved: no permission there; choose another folder.", name=name) from error
    except (OSError, RuntimeError, ValueError) as error:  # links in a circle are a RuntimeError before Python 3.13
        if getattr(error, "errno", None) in _FULL:
            raise FileProblem(
                "{name} cannot be saved: there is no room left on that disk. Make room there and save "
                "again, or choose another place.",
                name=name,
            ) from error
        raise FileProblem(
            "{name} cannot be saved: {why}; choose another place.", name=name, why=reason_of(error)
        ) from error


def _prefix(target: Path) -> str:
    """Return what the names of a file's temporary files begin with: the system may count a name in bytes."""
    return f".{os.fsdecode(os.fsencode(target.name)[:50])}."


def _clear_strays(folder: Path, prefix: str) -> None:
    """Delete temporary files of the same file that are so old that the process that wrote them must have ended."""
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(prefix) and path.name.endswith(_PART):
                with suppress(OSError):
                    if time.time() - path.stat().st_mtime > _STRAY_S:
                        path.unlink()


def _keep_mode(target: Path, temporary: str) -> None:
    if target.exists():
        mode = stat.S_IMODE(target.stat().st_mode)
        if not os.access(target, os.W_OK):
            raise PermissionError(target)
    else:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    Path(temporary).chmod(mode)


def _keep_attributes(target: Path, temporary: str) -> None:
    """Keep owner and extended attributes as far as the system allows it."""
    with suppress(OSError, AttributeError):
        status = target.stat()
        os.chown(temporary, status.st_uid, status.st_gid)
    with suppress(OSError, AttributeError):
        for name in os.listxattr(target):
            with suppress(OSError):
                os.setxattr(temporary, name, os.getxattr(target, name))


def has_other_names(path: Path) -> bool:
    """Return whether a file has other names on the disk (hard links), which keep the old content when it is saved.

    A folder has several from the start, and is no file.
    """
    try:
        status = path.stat()
        return stat.S_ISREG(status.st_mode) and status.st_nlink > 1
    except (OSError, ValueError):
        return False
