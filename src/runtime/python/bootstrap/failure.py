"""Exceptions as data."""
import errno
import faulthandler
import linecache
import os
import signal
import sysconfig
import traceback

OWN = os.path.dirname(os.path.abspath(__file__)) + os.sep
LIBRARY = os.path.realpath(sysconfig.get_paths()["stdlib"]) + os.sep
STATEMENTS = ("raise", "assert")


def tell_place(path):
    """Lets the parent ask where the function is, also while it computes for ever: https://docs.python.org/3/library/faulthandler.html"""
    place = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    faulthandler.register(signal.SIGUSR1, file=place, all_threads=False)


def described(error):
    return {
        "name": type(error).__name__,
        "message": text_of(error),
        "stack": trace_of(error),
        "isError": True,
        "isAccident": is_accident(error),
        "frames": frames_of(error),
    }


def frames_of(error):
    """Where the error came past in the function's own code, the innermost place first."""
    frames = []
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = frame.filename
        if is_own(path) or is_import(path) or is_library(path) or "-packages" in path:
            continue
        frames.append({"name": frame.name, "file": path, "line": frame.lineno, "code": frame.line or ""})
    return frames[:5]


def trace(error, root):
    """The traceback as the caller gets it, from the function on."""
    return trace_of(error).replace(root + os.sep, "/var/user/").rstrip("\n")


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
