"""The process that instances of a function are forked from, so that each of them starts in a few milliseconds.

Told by its parent on standard input, one JSON object a line; tells on descriptor 3. It ends, and ends all instances,
when its standard input does.
"""
import json
import os
import select
import shutil
import signal
import sys

if sys.version_info < (3, 8):
    sys.exit("Python 3.8 or newer is needed")

# What keeps the real clock or the real dates, since it takes them when it is loaded.
import gc, importlib, queue, socket, ssl, subprocess, tempfile, threading, time, traceback  # noqa: E401, F401

try:
    import sqlite3  # noqa: F401
except ImportError:
    pass

from . import instance  # noqa: E402


PR_SET_CHILD_SUBREAPER = 36
CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
SIOCSIFFLAGS = 0x8914
IFF_UP = 1
# What functions import most often; loaded once where many processes are forked.
OFTEN = ("base64", "decimal", "hashlib", "http.client", "urllib.request", "uuid")
MANY = 5
# Each round ends one generation of what has been left.
MAX_ROUNDS = 50


def serve(home):
    adopt()
    wake_read, wake_write = os.pipe()
    os.set_blocking(wake_read, False)
    os.set_blocking(wake_write, False)
    signal.set_wakeup_fd(wake_write, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)
    alive = {}
    pending = b""
    tell({"type": "up", "executable": sys.executable or ""})
    while True:
        ready, _, _ = select.select([0, wake_read], [], [])
        if wake_read in ready:
            drain(wake_read)
            reap(alive)
        if 0 not in ready:
            continue
        chunk = os.read(0, 65536)
        if chunk == b"":
            end_all(alive)
            leave(home)
            os._exit(0)
        *lines, pending = (pending + chunk).split(b"\n")
        for line in lines:
            start(json.loads(line), home, alive, (wake_read, wake_write))


def leave(home):
    """Takes away its folder; the last of the function's processes takes that of all."""
    shutil.rmtree(home, ignore_errors=True)
    shared = os.path.dirname(home)
    try:
        if {"code", "compiled"}.issuperset(os.listdir(shared)):
            shutil.rmtree(shared, ignore_errors=True)
    except OSError:
        pass


def start(command, home, alive, pipes):
    if command["id"] == MANY:
        for name in OFTEN:
            importlib.import_module(name)
        gc.freeze()
    pid = os.fork()
    if pid == 0:
        become(command, home, pipes)
    alive[pid] = command["id"]
    tell({"type": "forked", "id": command["id"], "pid": pid})


def become(command, home, pipes):
    """The forked process is an instance from here on, and never comes back."""
    try:
        signal.set_wakeup_fd(-1)
        for name in (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.SIG_DFL)
        os.setsid()
        for descriptor in (3, *pipes):
            os.close(descriptor)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        code = instance.run(command, os.path.join(home, "socket"))
    except SystemExit as ended:
        code = exit_code(ended)
    except BaseException:
        traceback.print_exc()
        code = 1
    try:
        sys.stdout.flush()
    finally:
        os._exit(code)


def exit_code(ended):
    if ended.code is None:
        return 0
    return ended.code & 255 if isinstance(ended.code, int) else 1


def reap(alive):
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        ended = {"type": "exited", "id": alive.pop(pid, None)}
        if os.WIFSIGNALED(status):
            ended["signal"] = os.WTERMSIG(status)
        else:
            ended["code"] = os.WEXITSTATUS(status)
        # What it has started ends with it.
        end_group(pid)
        if ended["id"] is not None:
            tell(ended)


def end_all(alive):
    for pid in alive:
        end_group(pid)
    # What has left its group has become a child of this process.
    for _ in range(MAX_ROUNDS):
        reap({})
        strays = children()
        if not strays:
            return
        for pid in strays:
            end_group(pid)
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        time.sleep(0.01)


def adopt():
    """Orphans of instances come to this process, where the system has that: https://man7.org/linux/man-pages/man2/PR_SET_CHILD_SUBREAPER.2const.html"""
    try:
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    except (ImportError, OSError, AttributeError):
        pass


def leave_network():
    """A network of its own, in which nobody is but itself, where the system has that: holds back what is done in C, too."""
    try:
        import ctypes

        libc = ctypes.CDLL(None, use_errno=True)
        user, group = os.geteuid(), os.getegid()
        if libc.unshare(CLONE_NEWNET) != 0:
            if libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
                return
            write("/proc/self/setgroups", "deny")
            write("/proc/self/uid_map", "%d %d 1" % (user, user))
            write("/proc/self/gid_map", "%d %d 1" % (group, group))
        start_loopback()
    except (ImportError, OSError, AttributeError):
        pass


def start_loopback():
    """https://man7.org/linux/man-pages/man7/netdevice.7.html"""
    import fcntl
    import struct

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        fcntl.ioctl(one, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", IFF_UP))


def write(path, text):
    with open(path, "w") as file:
        file.write(text)


def children():
    try:
        with open("/proc/self/task/%d/children" % os.getpid()) as listed:
            return [int(pid) for pid in listed.read().split()]
    except OSError:
        return []


def end_group(pid):
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def drain(descriptor):
    try:
        while os.read(descriptor, 4096):
            pass
    except BlockingIOError:
        pass


def tell(message):
    try:
        os.write(3, json.dumps(message).encode() + b"\n")
    except BrokenPipeError:
        pass


if __name__ == "__main__":
    if "own-network" in sys.argv[2:]:
        leave_network()
    sys.path[:] = [path for path in sys.path if path != os.environ.get("PYTHONPATH")]
    os.environ.pop("PYTHONPATH", None)
    gc.freeze()
    sys.dont_write_bytecode = True
    sys.pycache_prefix = None
    serve(sys.argv[1])
