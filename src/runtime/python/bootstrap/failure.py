"""Exceptions as data."""
import errno
import faulthandler
import functools
import linecache
import os
import signal
import sysconfig
import traceback

OWN = os.path.dirname(os.path.abspath(__file__)) + os.sep
LIBRARY = os.path.realpath(sysconfig.get_paths()["stdlib"]) + os.sep
STATEMENTS = ("raise", "assert")
MAX_FRAMES = 5


def tell_place(path):
    """Lets the parent ask where the function is, also while it computes for ever: https://docs.python.org/3/library/faulthandler.html"""
    place = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    faulthandler.register(signal.SIGUSR1, file=place, all_threads=False)


def told(error, root):
    """The error as data, and the traceback as the caller gets it: from the function on."""
    stack = trace_of(error)
    described = {
        "name": type(error).__name__,
        "message": text_of(error),
        "stack": stack,
        "isError": True,
        "isAccident": is_accident(error),
        "frames": frames_of(error),
    }
    return {"error": described, "trace": stack.replace(root + os.sep, "/var/user/").rstrip("\n")}


def frames_of(error):
    """Where the error came past in the function's own code, the innermost place first."""
    frames = []
    for frame, line in reversed(list(traceback.walk_tb(error.__traceback__))):
        path, name = frame.f_code.co_filename, frame.f_code.co_name
        if is_own(path) or is_import(path) or is_library(path) or "-packages" in path:
            continue
        frames.append({"name": name, "file": path, "line": line, "code": linecache.getline(path, line).strip()})
        if len(frames) == MAX_FRAMES:
            break
    return frames


def trace_of(error):
    told = traceback.TracebackException.from_exception(error)
    leave_out_own(told, set())
    return "".join(told.format())


def leave_out_own(told, seen):
    """The frames of this package are the platform's, which no caller sees."""
    if told is None or id(told) in seen:
        return
    seen.add(id(told))
    told.stack[:] = [frame for frame in told.stack if not is_own(frame.filename) and not is_import(frame.filename)]
    for frame in told.stack:
        # The platform's versions show no part of a line, and to find it takes long.
        if getattr(frame, "colno", None) is not None:
            frame.colno = frame.end_colno = None
    leave_out_own(told.__cause__, seen)
    leave_out_own(told.__context__, seen)


def text_of(error):
    try:
        return str(error)
    except Exception:
        return ""


def is_own(path):
    return path.startswith(OWN)


def is_import(path):
    return path.startswith("<frozen")


def is_accident(error):
    """True for what the interpreter or its library raises of itself: nobody wrote `raise` for it, and nothing outside failed."""
    # To the platform's read-only files nobody writes on purpose.
    if isinstance(error, OSError) and error.errno == errno.EROFS:
        return True
    if isinstance(error, OSError) or comes_of_outside(error):
        return False
    frame = innermost(error)
    if frame is None:
        return isinstance(error, SyntaxError)
    path, line = frame
    if is_library(path):
        return True
    statement = linecache.getline(path, line).strip()
    return not statement.startswith(STATEMENTS)


def innermost(error):
    at, found = error.__traceback__, None
    while at is not None:
        path = at.tb_frame.f_code.co_filename
        if not is_import(path) and not is_own(path):
            found = (path, at.tb_lineno)
        at = at.tb_next
    return found


@functools.lru_cache(maxsize=None)
def is_library(path):
    real = os.path.realpath(path)
    return real.startswith(LIBRARY) and "-packages" not in real


def comes_of_outside(error):
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, OSError):
            return True
        error = error.__cause__ or error.__context__
    return False
