// Made by scripts/generate.mjs from src/runtime/python/bootstrap; do not edit.
export const pythonBootstrapFiles: Readonly<Record<string, string>> = {
  '__init__.py': `"""Runs a Python function as SCF's Python runtime does; never imported by a function."""
`,
  '__main__.py': `"""The process that instances of a function are forked from, so that each of them starts in a few milliseconds.

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
        *lines, pending = (pending + chunk).split(b"\\n")
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
        os.write(3, json.dumps(message).encode() + b"\\n")
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
`,
  'asynchronous.py': `"""TLS of asyncio, which wraps no socket, by which aiohttp and others reach the parent like all else."""
import importlib.util
import sys

MODULE = "asyncio.selector_events"


def guard(outside):
    """Holds for the rest of this process, whenever asyncio is imported."""
    if MODULE in sys.modules:
        replace(sys.modules[MODULE], outside)
    else:
        sys.meta_path.insert(0, Finder(outside))


class Finder:
    def __init__(self, outside):
        self.outside = outside

    def find_spec(self, name, path=None, target=None):
        if name != MODULE:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        if spec is not None:
            load, outside = spec.loader.exec_module, self.outside

            def exec_module(module):
                load(module)
                replace(module, outside)

            spec.loader.exec_module = exec_module
        return spec


def replace(module, outside):
    loop = module.BaseSelectorEventLoop
    original = loop._make_ssl_transport

    def make(self, rawsock, protocol, sslcontext, waiter=None, *, extra=None, **named):
        served = outside.served.get(rawsock.fileno())
        if served is None:
            return original(self, rawsock, protocol, sslcontext, waiter, extra=extra, **named)
        served.is_secure = True
        told = dict(extra or {}, sslcontext=sslcontext, peercert={}, cipher=("TLS_AES_128_GCM_SHA256", "TLSv1.3", 128))
        return self._make_socket_transport(rawsock, protocol, waiter, extra=told)

    loop._make_ssl_transport = make
`,
  'bytecode.py': `"""What a function's code tells of it before it runs: whether it may follow what its process draws when it starts, and whether it may remember an event."""
import opcode
import os
import re
import sys
import types

# Modules in which nobody meets a set, an address or the number of a process.
WITHOUT_SETS = frozenset(
    "__future__ base64 binascii bisect collections copy csv datetime decimal enum functools gzip hashlib heapq hmac html"
    " http http.client io itertools json logging math operator os os.path random re secrets string struct textwrap time typing"
    " unicodedata urllib urllib.error urllib.parse urllib.request uuid zlib".split()
)
# Modules that keep nothing, and give the same whenever they are asked.
WITHOUT_MEMORY = frozenset(
    "__future__ base64 binascii bisect collections copy hashlib heapq hmac html itertools json math operator re string struct"
    " textwrap typing unicodedata urllib.parse zlib".split()
)
ANYTHING = frozenset("__import__ attrgetter compile eval exec getattr globals methodcaller vars".split())
OF_PROCESS = frozenset(
    "algorithms_available algorithms_guaranteed frozenset get_ident get_native_id getpid getpgid getpgrp getppid getsid hash"
    " id items keys set".split()
)
OF_MEMORY = frozenset("__builtins__ delattr id input open register setattr".split())
# What every class and module names.
PLAIN = frozenset(
    "__annotations__ __doc__ __firstlineno__ __init__ __main__ __module__ __name__ __qualname__ __static_attributes__".split()
)
MADE_BY_IMPORT = frozenset(
    "__annotations__ __builtins__ __cached__ __doc__ __file__ __loader__ __name__ __package__ __spec__".split()
)
SETS = frozenset(opcode.opmap[name] for name in ("BUILD_SET", "SET_ADD", "SET_UPDATE") if name in opcode.opmap)
STORES = frozenset(
    opcode.opmap[name] for name in ("STORE_GLOBAL", "DELETE_GLOBAL", "STORE_ATTR", "DELETE_ATTR") if name in opcode.opmap
)
IMPORT = opcode.opmap["IMPORT_NAME"]


class Code:
    """The code of a function's modules, as far as they are loaded."""

    def __init__(self, root):
        self.root = root
        self.follows_seed = self.remembers = False

    def look_at(self, modules):
        """Doubts are in favour of more being tried."""
        for module in modules:
            if self.file_of(module) is not None:
                code = code_of(module)
                if code is None:
                    self.follows_seed = self.remembers = True
                    return
                for part in parts_of(code):
                    self.look_at_part(part)
                self.remembers |= not all(
                    name in MADE_BY_IMPORT or self.is_fixed(value) for name, value in vars(module).items()
                )

    def look_at_part(self, code):
        names = frozenset(code.co_names)
        odd = {name for name in names if name.startswith("__") and name not in PLAIN}
        operations, imported = read(code)
        has_set = any(isinstance(value, frozenset) for value in code.co_consts)
        others = {name for name in imported if not self.is_own_name(name)}
        if not names.isdisjoint(ANYTHING):
            self.follows_seed = self.remembers = True
        self.follows_seed |= bool(odd or has_set or SETS & operations or OF_PROCESS & names or others - WITHOUT_SETS)
        self.remembers |= bool(odd or STORES & operations or OF_MEMORY & names or others - WITHOUT_MEMORY)
        self.remembers |= any(name.startswith("uses_") for name in names)

    def is_own_name(self, name):
        return name in sys.modules and self.file_of(sys.modules[name]) is not None

    def file_of(self, module):
        """The file of one of the function's own modules."""
        file = getattr(module, "__file__", None)
        return file if isinstance(file, str) and file.startswith(self.root + os.sep) else None

    def is_fixed(self, value):
        """True for what holds nothing that can change."""
        if value is None or type(value) in (bool, int, float, complex, str, bytes, re.Pattern):
            return True
        if type(value) in (tuple, frozenset):
            return all(map(self.is_fixed, value))
        if isinstance(value, types.ModuleType):
            return value.__name__ in WITHOUT_MEMORY or self.file_of(value) is not None
        origin = getattr(value, "__module__", None)
        if origin in WITHOUT_MEMORY and not self.is_own_name(origin):
            return isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType))
        if type(value) is not types.FunctionType:
            return False
        held = (*(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values())
        return value.__closure__ is None and not vars(value) and all(map(self.is_fixed, held))


def code_of(module):
    """None where it was made otherwise than of its source."""
    loader = getattr(module, "__loader__", None)
    try:
        return loader.get_code(module.__name__)
    except Exception:
        return None


def parts_of(code):
    yield code
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            yield from parts_of(value)


def read(code):
    """The operations of a code, and the modules that it imports."""
    operations, imported = set(), set()
    argument = 0
    for at in range(0, len(code.co_code), 2):
        operation, argument = code.co_code[at], argument << 8 | code.co_code[at + 1]
        operations.add(operation)
        if operation == IMPORT:
            imported.add(code.co_names[argument])
        if operation != opcode.EXTENDED_ARG:
            argument = 0
    return operations, imported
`,
  'chance.py': `"""Chance and clock of a fuzzed function: made of the seed of its execution; a clock that stands still but for what takes time."""
import datetime
import os
import random
import time
import types
import uuid

real = {name: getattr(time, name) for name in ("time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "sleep", "gmtime", "localtime", "ctime", "strftime")}
# What reads the clock so often waits for it to go on.
MAX_READS = 1000


class Clock:
    now_ms = 0.0
    origin_ms = 0.0
    reads = 0
    ends_ms = float("inf")
    overslept = None

    def read(self):
        self.reads += 1
        if self.reads > MAX_READS:
            self.now_ms += 1
        return self.now_ms

    def reach(self, ms):
        if ms > self.now_ms:
            self.now_ms = ms
            self.reads = 0

    def sleep(self, seconds):
        self.now_ms += max(0.0, float(seconds)) * 1000
        self.reads = 0
        if self.now_ms < self.ends_ms:
            return real["sleep"](0)
        # The parent ends this process.
        self.overslept()
        real["sleep"](3600)


clock = Clock()


class Zone:
    """Whether the time zone of the process was asked for since the function was loaded."""

    is_followed = False


zone = Zone()



class Drawn:
    """Bytes of the operating system; seeded when the first are asked for, which takes long."""

    generator = random.Random(0)
    seed = None

    def begin(self, seed):
        self.seed = seed

    def bytes(self, size):
        if self.seed is not None:
            self.generator.seed(self.seed)
            self.seed = None
        return bytes(self.generator.getrandbits(8) for _ in range(size))


drawn = Drawn()


def begin(chance):
    """Gives what runs from now on another chance; leaves the real one where none is given."""
    if chance is None:
        return
    if time.time is not read_time:
        replace()
    clock.origin_ms = chance["originMs"]
    drawn.begin("%s bytes" % chance["seed"])
    random.seed("%s random" % chance["seed"])
    clock.now_ms = chance["nowMs"]
    clock.reads = 0
    clock.ends_ms = float("inf")


def limit(timeout_ms, overslept):
    clock.ends_ms = clock.now_ms + timeout_ms
    clock.overslept = overslept


def read_time():
    return clock.read() / 1000


def replace():
    time.time = read_time
    time.time_ns = lambda: int(clock.read() * 1_000_000)
    for name in ("monotonic", "perf_counter"):
        setattr(time, name, lambda: (clock.read() - clock.origin_ms) / 1000)
        setattr(time, name + "_ns", lambda: int((clock.read() - clock.origin_ms) * 1_000_000))
    time.sleep = clock.sleep
    time.gmtime = at_now(real["gmtime"])
    for name in ("localtime", "ctime"):
        setattr(time, name, noting(at_now(real[name])))
    for name in ("mktime", "tzset"):
        setattr(time, name, noting(getattr(time, name)))
    time.__class__ = TimeModule
    time.strftime = formatting(real["strftime"])
    os.urandom = drawn.bytes
    random._urandom = drawn.bytes
    uuid._generate_time_safe = None
    uuid._UuidCreate = None
    datetime.datetime = Moment
    datetime.date = Day


def at_now(original):
    return lambda seconds=None: original(time.time() if seconds is None else seconds)


def noting(original):
    def call(*args):
        zone.is_followed = True
        return original(*args)

    return call


class TimeModule(types.ModuleType):
    """What the module says of the zone is noted, too."""

    timezone, altzone, daylight, tzname = (
        property(noting(lambda self, name=name: vars(self)[name])) for name in ("timezone", "altzone", "daylight", "tzname")
    )


def formatting(original):
    return lambda form, moment=None: original(form, time.localtime() if moment is None else moment)


real_datetime, real_date = datetime.datetime, datetime.date


class LikeMoment(type):
    def __instancecheck__(cls, value):
        return isinstance(value, real_datetime)

    def __subclasscheck__(cls, other):
        return issubclass(other, real_datetime)


class Moment(real_datetime, metaclass=LikeMoment):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        zone.is_followed |= tz is None
        return super().fromtimestamp(timestamp, tz)

    def astimezone(self, tz=None):
        zone.is_followed |= tz is None or self.tzinfo is None
        return super().astimezone(tz)

    def timestamp(self):
        zone.is_followed |= self.tzinfo is None
        return super().timestamp()

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)


class LikeDay(type):
    def __instancecheck__(cls, value):
        return isinstance(value, real_date)

    def __subclasscheck__(cls, other):
        return issubclass(other, real_date)


class Day(real_date, metaclass=LikeDay):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        zone.is_followed = True
        return super().fromtimestamp(timestamp)


for replaced, name in ((Moment, "datetime"), (Day, "date")):
    replaced.__name__ = replaced.__qualname__ = name
    replaced.__module__ = "datetime"
`,
  'channel.py': `"""What an instance and its parent say to each other: JSON objects, one a line."""
import _thread
import itertools
import json
import queue
import socket

from . import chance

real_loads = json.loads
real_dumps = json.dumps


# Says to a thread that waits that it is the one that reads from now on.
READ = object()


def encoded(message):
    return real_dumps(message).encode() + b"\\n"


class Channel:
    """Who waits for a message reads for all that wait, so that no thread has to be woken for it."""

    def __init__(self, path, hello):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.connect(path)
        self.reader = self.socket.makefile("rb", buffering=65536)
        self.writing = _thread.allocate_lock()
        self.held = b""
        self.said = 0
        self.numbers = itertools.count(1)
        self.calls = queue.SimpleQueue()
        self.answers = {}
        self.state = _thread.allocate_lock()
        self.waiting = []
        self.is_read = False
        self.is_over = False
        self.tell(hello)

    def tell(self, message):
        data = encoded(message)
        with self.writing:
            held, self.held = self.held, b""
            self.said += 1
            self.socket.sendall(held + data)

    def hold(self, message):
        """Says it together with what is said next, which wakes the parent once for both."""
        data = encoded(message)
        with self.writing:
            self.held += data

    def hear(self):
        """The next call; None when the parent is gone."""
        return self.next_of(self.calls)

    def ask(self, question):
        """Says what the function wants of the outside, and waits for what comes of it."""
        number = next(self.numbers)
        box = self.answers[number] = queue.SimpleQueue()
        try:
            self.tell({"type": "ask", "id": number, "what": question, "atMs": chance.clock.now_ms})
            message = self.next_of(box)
        finally:
            del self.answers[number]
        if message is None:
            return {"error": "ECONNRESET"}
        chance.clock.reach(message["atMs"])
        return message["answer"]

    def next_of(self, box):
        """The next message for a box."""
        with self.state:
            if not box.empty():
                return box.get()
            must_wait = self.is_read
            if must_wait:
                self.waiting.append(box)
            self.is_read = True
        message = self.waited(box) if must_wait else READ
        return self.read_until(box) if message is READ else message

    def waited(self, box):
        try:
            return box.get()
        except BaseException:
            # What a signal handler of the function raises, for instance.
            with self.state:
                if box in self.waiting:
                    self.waiting.remove(box)
                elif not box.empty() and box.get() is READ:
                    self.hand_on()
            raise

    def read_until(self, box):
        """Reads until there is a message for a box, and lets another one that waits read on."""
        try:
            while box.empty() and not self.is_over:
                self.deliver(self.reader.readline())
            return None if box.empty() else box.get()
        finally:
            with self.state:
                self.hand_on()

    def hand_on(self):
        self.is_read = len(self.waiting) > 0
        if self.is_read:
            self.waiting.pop(0).put(READ)

    def deliver(self, line):
        if line == b"":
            self.is_over = True
            return
        message = real_loads(line)
        box = self.answers.get(message.get("id")) if message["type"] == "answer" else self.calls
        if box is None:
            return
        with self.state:
            if box in self.waiting:
                self.waiting.remove(box)
            box.put(message)
`,
  'environment.py': `"""The environment of a function: that of the platform and its own, and nothing of the developer's."""
import _locale
import os
import time

real = os.environ
LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")


def follow_locale():
    """What the interpreter does when it starts: https://peps.python.org/pep-0538/"""
    try:
        _locale.setlocale(_locale.LC_CTYPE, "")
    except _locale.Error:
        pass


class Environment:
    def __init__(self):
        self.variables = {}
        self.encoded = {}

    def begin(self, variables):
        """A cold start: these, and no others."""
        if self.are(variables) == real._data:
            return
        self.change({name: None for name in set(real) - set(variables)})
        self.refresh(variables)
        if next((variables[name] for name in LOCALE if variables.get(name)), "C") not in ("C", "POSIX"):
            follow_locale()

    def refresh(self, variables):
        """An event finds these as they are, whatever became of them; what else the function has set stays."""
        current = real._data
        changed = [name for name, value in self.are(variables).items() if current.get(name) != value]
        if changed:
            self.change({name: variables[name] for name in map(os.fsdecode, changed)})

    def are(self, variables):
        if variables != self.variables:
            self.variables = variables
            self.encoded = {os.fsencode(name): os.fsencode(value) for name, value in variables.items()}
        return self.encoded

    def change(self, variables):
        for name, value in variables.items():
            if value is None:
                del real[name]
            else:
                real[name] = value
        if "TZ" in variables:
            time.tzset()
`,
  'exchange.py': `"""HTTP of a function, answered by the parent."""
import _thread
import base64
import os
import socket

from .memory_tls import MARK


class Served:
    """One connection of the function; the other end of it is read here."""

    def __init__(self, outside, place, end):
        self.outside = outside
        self.place = place
        self.end = end
        self.is_secure = False
        self.is_used = False
        self.peer = place
        self.pending = b""

    def run(self):
        try:
            while self.answer_one():
                pass
        except OSError:
            pass
        finally:
            self.end.close()

    def answer_one(self):
        head = self.head()
        if head is None:
            return False
        line, *lines = head.decode("latin-1").split("\\r\\n")
        parts = line.split(" ")
        if len(parts) != 3 or not parts[2].startswith("HTTP/"):
            self.outside.refused("tcp %s:%s" % self.place)
            return False
        headers = [tuple(part.strip() for part in text.split(":", 1)) for text in lines if ":" in text]
        named = {name.lower(): value for name, value in headers}
        if named.get("expect", "").lower() == "100-continue":
            self.end.sendall(b"HTTP/1.1 100 Continue\\r\\n\\r\\n")
        body = self.body(named)
        question = {
            "kind": "http",
            "method": parts[0],
            "url": self.url(parts[1], named),
            "headers": headers,
            "body": base64.b64encode(body).decode(),
        }
        return self.send(self.outside.channel.ask(question), parts[0], named)

    def head(self):
        while not self.has_head():
            is_marked = self.pending != b"" and MARK.startswith(self.pending)
            if (self.pending[:1] == b"\\x16" and not is_marked) or len(self.pending) > 1_000_000:
                self.outside.refused("tcp %s:%s" % self.place)
                return None
            chunk = self.end.recv(65536)
            if chunk == b"":
                # Who connects and says nothing has looked whether somebody is there.
                if not self.is_used:
                    self.outside.refused("tcp %s:%s" % self.place)
                return None
            self.is_used = True
            self.pending += chunk
        head, _, self.pending = self.pending.partition(b"\\r\\n\\r\\n")
        return head

    def has_head(self):
        if self.pending.startswith(MARK):
            self.is_secure, self.pending = True, self.pending[len(MARK) :]
        return b"\\r\\n\\r\\n" in self.pending

    def body(self, named):
        if "chunked" in named.get("transfer-encoding", "").lower():
            parts = []
            while True:
                size = int(self.line().split(b";")[0] or b"0", 16)
                parts.append(self.exactly(size))
                self.line()
                if size == 0:
                    return b"".join(parts)
        return self.exactly(int(named.get("content-length") or 0))

    def line(self):
        while b"\\r\\n" not in self.pending:
            self.more()
        line, _, self.pending = self.pending.partition(b"\\r\\n")
        return line

    def exactly(self, size):
        while len(self.pending) < size:
            self.more()
        data, self.pending = self.pending[:size], self.pending[size:]
        return data

    def more(self):
        chunk = self.end.recv(65536)
        if chunk == b"":
            raise OSError("the function ended its request too early")
        self.pending += chunk

    def url(self, target, named):
        host, port = self.place
        scheme = "https" if self.is_secure else "http"
        if "://" in target:
            return target
        usual = 443 if self.is_secure else 80
        place = named.get("host") or (host if port == usual else "%s:%s" % (host, port))
        return "%s://%s%s" % (scheme, place, target)

    def send(self, answer, method, named):
        if "error" in answer:
            return False
        body = base64.b64decode(answer["body"])
        lines = ["HTTP/1.1 %d %s" % (answer["status"], answer.get("statusText") or "OK")]
        skipped = ("content-length", "transfer-encoding", "connection", "content-encoding")
        lines += ["%s: %s" % (name, value) for name, value in answer["headers"] if name.lower() not in skipped]
        lines += ["Content-Length: %d" % len(body), "", ""]
        data = "\\r\\n".join(lines).encode("latin-1", "replace")
        self.end.sendall(data if method == "HEAD" else data + body)
        return named.get("connection", "").lower() != "close"


def serve(outside, sock, place):
    """Gives a socket another end, which is answered in this process."""
    own, other = socket.socketpair()
    timeout = sock.gettimeout()
    os.dup2(own.fileno(), sock.fileno(), inheritable=False)
    own.close()
    os.set_blocking(sock.fileno(), timeout is None)
    served = Served(outside, place, other)
    outside.served[sock.fileno()] = served
    _thread.start_new_thread(served.run, ())
    return served
`,
  'failure.py': `"""Exceptions as data."""
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
    return {"error": described, "trace": stack.replace(root + os.sep, "/var/user/").rstrip("\\n")}


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
    """True for what the interpreter or its library raises of itself: nobody wrote \`raise\` for it, and nothing outside failed."""
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
`,
  'files.py': `"""What a function may do with files: \`/tmp\` is its instance's own, and all else is read-only, as on the platform."""
import builtins
import errno
import io
import os
import shutil
import sys

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
ONE_PATH = (
    "open mkdir remove unlink rmdir listdir scandir stat lstat access chmod chown lchown utime truncate readlink chdir "
    "mkfifo mknod statvfs getxattr setxattr listxattr removexattr"
).split()
TWO_PATHS = ("rename", "replace", "link")
# What follows a link, and changes the file behind it.
FOLLOWING = {"open", "truncate", "chmod", "chown", "utime", "setxattr", "removexattr"}
# Events of the interpreter for what changes files, and which of their arguments name what is changed.
CHANGES = {
    "os.mkdir": (0,),
    "os.remove": (0,),
    "os.rmdir": (0,),
    "os.rename": (0, 1),
    # The other name of a file is the file.
    "os.link": (0, 1),
    "os.symlink": (1,),
    "os.truncate": (0,),
    "os.chmod": (0,),
    "os.chown": (0,),
    "os.utime": (0,),
    "os.setxattr": (0,),
    "os.removexattr": (0,),
}
originals = {name: getattr(os, name) for name in (*ONE_PATH, *TWO_PATHS, "symlink") if hasattr(os, name)}
enclosures = []


class Enclosure:
    def __init__(self, tmp, cache, channel, root):
        self.tmp = tmp
        # A function that itself lies below \`/tmp\` finds its files.
        self.own = (tmp, cache, root)
        self.is_used = False
        self.cache = cache
        self.channel = channel
        self.is_telling = False

    def located(self, path):
        """Where a path of the function leads: below \`/tmp\` into its own directory."""
        if not isinstance(path, (str, bytes, os.PathLike)):
            return path
        given = os.fspath(path)
        text = os.fsdecode(given)
        plain = os.path.normpath(text)
        if plain != "/tmp" and not plain.startswith("/tmp/"):
            return path
        if any(plain == own or plain.startswith(own + "/") for own in self.own):
            return path
        moved = self.tmp + plain[4:]
        return os.fsencode(moved) if isinstance(given, bytes) else moved

    def told(self, path):
        text = os.fsdecode(path)
        return text.replace(self.tmp, "/tmp")

    def is_open(self, name, path):
        """True for what may be changed."""
        absolute = os.path.abspath(path)
        if name in FOLLOWING:
            real = os.path.realpath(absolute)
        else:
            real = os.path.join(os.path.realpath(os.path.dirname(absolute)), os.path.basename(absolute))
        if real.startswith("/dev/"):
            return True
        return any(real == root or real.startswith(root + "/") for root in (self.tmp, self.cache))

    def audit(self, event, args):
        if event == "open":
            path, _mode, flags = args
            if isinstance(flags, int) and flags & WRITING and isinstance(path, (str, bytes)):
                self.require("open", os.fsdecode(path))
            return
        for index in CHANGES.get(event, ()):
            path = args[index]
            if isinstance(path, (str, bytes)):
                self.require(event.partition(".")[2], at_directory(os.fsdecode(path), args))

    def require(self, name, path):
        if self.is_telling:
            return
        if path == self.cache or path.startswith(self.cache + "/"):
            return
        may = self.is_open(name, path)
        self.is_used = True
        self.tell(name, path, "done" if may else "refused")
        if not may:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), self.told(path))

    def tell(self, name, path, state):
        self.is_telling = True
        try:
            self.channel.tell({"type": "file", "name": name, "path": self.told(path), "state": state})
        finally:
            self.is_telling = False


def empty():
    """Takes away what the instance has left in its own directory."""
    for enclosure in enclosures:
        if enclosure.is_used:
            enclosure.is_telling = True
            shutil.rmtree(enclosure.tmp, ignore_errors=True)
            originals["mkdir"](enclosure.tmp)
            enclosure.is_telling = enclosure.is_used = False


def at_directory(path, args):
    """A path below the directory that a descriptor among the arguments stands for."""
    descriptor = args[-1]
    if os.path.isabs(path) or not isinstance(descriptor, int) or descriptor < 0:
        return path
    try:
        return os.path.join(originals["readlink"]("/proc/self/fd/%d" % descriptor), path)
    except OSError:
        return path


def enclose(start, channel):
    """Holds for the rest of this process."""
    os.makedirs(start["tmp"], exist_ok=True)
    enclosure = Enclosure(os.path.realpath(start["tmp"]), os.path.realpath(start["cache"]), channel, start["root"])
    for name in ONE_PATH:
        if name in originals:
            setattr(os, name, located_first(originals[name], enclosure))
    for name in TWO_PATHS:
        setattr(os, name, located_both(originals[name], enclosure))
    os.symlink = lambda src, dst, *args, **named: originals["symlink"](src, enclosure.located(dst), *args, **named)
    # What asks whether a function takes a descriptor looks for the function itself.
    for supports in (os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks, os.supports_effective_ids):
        supports.update(getattr(os, name) for name, original in originals.items() if original in supports)
    builtins.open = io.open = located_first(io.open, enclosure)
    enclose_databases(enclosure)
    enclose_pathlib()
    enclosures.append(enclosure)
    sys.addaudithook(enclosure.audit)


def located_first(original, enclosure):
    def call(path=".", *args, **named):
        return original(enclosure.located(path), *args, **named)

    call.__name__ = getattr(original, "__name__", "call")
    call.__doc__ = original.__doc__
    if original in (originals.get("listdir"), originals.get("scandir")):
        return lambda path=".": original(enclosure.located("." if path is None else path))
    return call


def located_both(original, enclosure):
    return lambda src, dst, *args, **named: original(enclosure.located(src), enclosure.located(dst), *args, **named)


def enclose_databases(enclosure):
    try:
        import sqlite3
    except ImportError:
        return
    sqlite3.connect = sqlite3.dbapi2.connect = located_first(sqlite3.connect, enclosure)


def enclose_pathlib():
    """Up to Python 3.10 pathlib keeps the functions of \`os\` that it found when it was loaded."""
    pathlib = sys.modules.get("pathlib")
    accessor = getattr(pathlib, "_normal_accessor", None)
    if accessor is None:
        return
    for name in (*ONE_PATH, *TWO_PATHS):
        if hasattr(type(accessor), name) and name in originals:
            setattr(type(accessor), name, staticmethod(getattr(os, name)))
    type(accessor).open = staticmethod(io.open)
`,
  'instance.py': `"""One instance: loads the module once and hands it one event after the other."""
import importlib.util
import json
import logging
import mmap
import os
import resource
import sys
import threading
import time
import types

from . import chance, failure, files, network, output, reading, wear
from .bytecode import Code
from .channel import Channel
from .environment import Environment

now = time.perf_counter


class Ended(Exception):
    """The parent was told why this process goes no further."""


def run(place, socket_path):
    """Serves until the parent has no more for it; gives the exit code."""
    channel = Channel(socket_path, {"type": "hello", "id": place["id"]})
    output.attach(channel)
    failure.tell_place(place["where"])
    os.chdir(place["root"])
    loads = counted(place["loads"])
    files.enclose(place, channel)
    if place["guard"]:
        network.guard(network.Outside(channel), place["allowed"])
    function = Function(place, channel, loads)
    try:
        while True:
            message = channel.hear()
            if message is None:
                return 0
            getattr(function, message["type"])(message)
    except Ended:
        return 1


class Function:
    """The function, and what the parent asks of it."""

    def __init__(self, place, channel, loads):
        self.root = place["root"]
        self.cache = place["cache"]
        self.channel = channel
        self.loads = loads
        self.handler = None
        self.before = None
        self.code = Code(self.root)
        self.is_as_new = False
        self.environment = Environment()

    def load(self, start):
        """A cold start, and its event: in a process that was an instance before, as if it had not been."""
        began = now()
        is_first = self.before is None
        if not is_first and not self.is_as_new and not self.before.restore():
            self.channel.tell({"type": "worn"})
            raise Ended
        self.environment.begin(start["call"]["env"])
        chance.begin(start.get("chance"))
        chance.zone.is_followed = False
        if is_first:
            self.begin(start)
        elif not self.is_as_new:
            self.handler = self.found(start)
        ready = {"type": "ready", "initMs": (now() - began) * 1000}
        ready["version"] = "%d.%d.%d" % sys.version_info[:3]
        ready["packages"] = missing_packages(self.root, self.before.modules) if is_first else []
        if start["holdsReady"]:
            self.loads[0] = start["number"] & 255
            self.channel.hold(ready)
        else:
            self.channel.tell(ready)
        self.call(start["call"])

    def begin(self, start):
        """Loads the function into a process that has not been an instance."""
        self.before = wear.Snapshot(self.root)
        wear.keep_code(self.root, self.cache)
        said = self.channel.said
        self.handler = self.found(start)
        self.code.look_at([module for name, module in list(sys.modules.items()) if name not in self.before.modules])
        # Code that keeps nothing and says nothing when it is loaded would be the same if it were loaded again.
        is_silent = self.channel.said == said and sys.stdout.rest == sys.stderr.rest == ""
        self.is_as_new = is_silent and not self.code.remembers

    def found(self, start):
        path = start["path"]
        sys.path.insert(0, self.root)
        sys.argv = [path]
        output.begin_log()
        name = os.path.splitext(os.path.basename(path))[0]
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        try:
            spec.loader.exec_module(module)
        except Exception as error:
            self.channel.tell({"type": "load-failed", **failure.told(error, self.root)})
            raise Ended from error
        handler = getattr(module, start["handler"], None)
        if callable(handler):
            return handler
        names = [
            key
            for key, value in vars(module).items()
            if isinstance(value, types.FunctionType) and value.__module__ == name and not key.startswith("_")
        ]
        self.channel.tell({"type": "no-function", "names": names, "isThere": handler is not None})
        raise Ended

    def call(self, call):
        self.environment.refresh(call["env"])
        chance.begin(call.get("chance"))
        chance.limit(call["timeoutMs"], lambda: self.channel.tell({"type": "overslept"}))
        event = json.loads(call["event"])
        watched = reading.Reading() if call.get("isWatched") else None
        given = event if watched is None else watched.traced(event)
        before = set(threading.enumerate())
        began = now()
        try:
            text, lost = answer_text(self.handler(given, dict(call["context"])))
            end = {"ok": True, "json": text, "lost": lost}
        except Exception as error:
            end = {"ok": False, **failure.told(error, self.root)}
            if watched is not None:
                watched.failed(error)
        end["followsZone"] = chance.zone.is_followed
        end["followsSeed"] = self.code.follows_seed
        end["remembers"] = self.code.remembers
        end["durationMs"] = (now() - began) * 1000
        end["peakKb"] = peak_kb()
        end["threads"] = [thread.name for thread in threading.enumerate() if thread not in before]
        if watched is not None:
            end.update(watched.told())
        sys.stdout.flush()
        sys.stderr.flush()
        self.channel.tell({"type": "end", **end})

    def settle(self, message):
        ends = now() + message["limitMs"] / 1000
        while now() < ends and len(threading.enumerate()) > 1:
            chance.real["sleep"](0.005)
        threads = [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()]
        self.channel.tell({"type": "settled", "threads": threads})


def counted(path):
    """A byte that the parent can read at any time, which tells whether the function is loaded."""
    with open(path, "w+b") as file:
        file.write(b"\\0")
        file.flush()
        return mmap.mmap(file.fileno(), 1)


def answer_text(result):
    """The answer as the runtime writes it, and where it is no JSON."""
    text = json.dumps(result, ensure_ascii=False, default=as_text)
    lost = []
    if "NaN" in text or "Infinity" in text:
        find_lost(result, "", lost)
    return text, lost


def as_text(value):
    if type(value).__name__ == "Decimal":
        return str(value)
    raise TypeError("Object of type %s is not JSON serializable" % type(value).__name__)


def find_lost(value, path, lost):
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            lost.append("%s at %s" % ("NaN" if value != value else "Infinity", path or "the answer"))
    elif isinstance(value, dict):
        for key, part in value.items():
            find_lost(part, "%s.%s" % (path, key) if path else str(key), lost)
    elif isinstance(value, (list, tuple)):
        for index, part in enumerate(value):
            find_lost(part, "%s[%d]" % (path, index), lost)


def peak_kb():
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def missing_packages(root, modules):
    """Packages that were imported from this machine, which the platform's runtime does not bring along."""
    found = set()
    for name, module in list(sys.modules.items()):
        if name in modules:
            continue
        file = getattr(module, "__file__", None) or ""
        if ("site-packages" in file or "dist-packages" in file) and not file.startswith(root + os.sep):
            found.add(name.split(".")[0])
    return sorted(name for name in found if name.isidentifier() and not name.startswith("_") and "__" not in name)
`,
  'memory_tls.py': `"""TLS between two buffers, as anyio has it for httpx: it is told to the other end of the connection, and left out."""
import ssl

from .plain_tls import PlainTls

# What no TLS begins with, and the other end takes away.
MARK = b"\\x16scf-fixtures TLS\\n"
HERE = (None, "", "localhost", "127.0.0.1", "::1")


def guard(outside):
    """Holds for the rest of this process."""
    original = ssl.SSLContext.wrap_bio

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        name = server_hostname.decode() if isinstance(server_hostname, bytes) else server_hostname
        if server_side or name in HERE or outside.is_allowed(name):
            return original(self, incoming, outgoing, server_side, server_hostname, session)
        return Plain(self, incoming, outgoing, name)

    ssl.SSLContext.wrap_bio = wrap_bio


class Plain(PlainTls):
    """In the place of an ssl.SSLObject."""

    server_side = False
    session = None
    session_reused = False

    def __init__(self, context, incoming, outgoing, server_hostname):
        self.context = context
        self.incoming = incoming
        self.outgoing = outgoing
        self.server_hostname = server_hostname

    def do_handshake(self):
        self.outgoing.write(MARK)

    def read(self, length=1024, buffer=None):
        data = self.incoming.read(length)
        if data == b"" and not self.incoming.eof:
            raise ssl.SSLWantReadError(ssl.SSL_ERROR_WANT_READ, "The operation did not complete (read)")
        if buffer is None:
            return data
        buffer[: len(data)] = data
        return len(data)

    def write(self, data):
        return self.outgoing.write(data)

    def pending(self):
        return self.incoming.pending

    def unwrap(self):
        return None

    def shared_ciphers(self):
        return None

    def compression(self):
        return None

    def selected_npn_protocol(self):
        return None

    def get_channel_binding(self, cb_type="tls-unique"):
        return None
`,
  'network.py': `"""Keeps what a fuzzed function does within this machine: requests are answered by the parent, all else is refused and told."""
import errno
import os
import socket
import ssl
import sys

from . import asynchronous, exchange, memory_tls
from .plain_tls import PlainTls

real_connect = socket.socket.connect
real_getaddrinfo = socket.getaddrinfo
# These speak first, or are no HTTP: https://www.iana.org/assignments/service-names-port-numbers
OTHER_PROTOCOLS = {21, 22, 23, 25, 110, 143, 465, 587, 993, 995, 1433, 1521, 3306, 5432, 5672, 6379, 9092, 11211, 27017}
# What a client is told of its own end.
OWN_END = ("198.19.0.1", 49152)
STARTS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "pty.spawn"}


class Outside:
    """The names that were looked up, and the connections that lead to the parent."""

    def __init__(self, channel):
        self.channel = channel
        self.names = {}
        self.addresses = {}
        self.served = {}
        self.own_ports = set()
        self.allowed = {"net": [], "run": []}
        self.is_passing = False

    def address_of(self, host):
        """An address of the range for benchmarks, which is nobody's (RFC 2544)."""
        known = self.addresses.get(host)
        if known is None:
            number = len(self.addresses) + 1
            known = "198.18.%d.%d" % (number >> 8 & 255, number & 255)
            self.addresses[host] = known
            self.names[known] = host
        return known

    def may_reach(self, host, port):
        allowed = self.allowed["net"]
        if host in allowed or "%s:%s" % (host, port) in allowed:
            return True
        return host in ("127.0.0.1", "::1", "localhost") and port in self.own_ports

    def is_allowed(self, host):
        return any(name == host or name.startswith(host + ":") for name in self.allowed["net"])

    def refused(self, name, code="ECONNREFUSED"):
        answer = self.channel.ask({"kind": "refuse", "name": name, "code": code})
        number = getattr(errno, answer.get("error", code), errno.ECONNREFUSED)
        return OSError(number, os.strerror(number))


def guard(outside, allowed):
    """Holds for the rest of this process."""
    outside.allowed = allowed
    socket.socket.connect = lambda self, address: connect(outside, self, address)
    socket.socket.connect_ex = lambda self, address: connect_ex(outside, self, address)
    socket.socket.bind = noting_bind(outside, socket.socket.bind)
    socket.socket.sendto = guarded_sendto(outside, socket.socket.sendto)
    socket.socket.setsockopt = lenient(outside, socket.socket.setsockopt)
    socket.socket.getpeername = located(outside, socket.socket.getpeername, lambda served: served.peer)
    socket.socket.getsockname = located(outside, socket.socket.getsockname, lambda served: OWN_END + served.peer[2:])
    socket.getaddrinfo = lambda host, port, *args, **named: getaddrinfo(outside, host, port, *args, **named)
    socket.gethostbyname = lambda host: number_of(outside, host)
    ssl.SSLContext.wrap_socket = wrapping(outside, ssl.SSLContext.wrap_socket)
    if not allowed["net"]:
        # Nobody's certificate is looked at, and to read those of all authorities takes longer than all else.
        for name in ("load_default_certs", "set_default_verify_paths", "load_verify_locations"):
            setattr(ssl.SSLContext, name, lambda self, *args, **named: None)
        # It takes half a millisecond to make one, and there is no TLS for which it would matter.
        context = ssl.create_default_context()
        ssl._create_default_https_context = lambda *args, **named: context
    asynchronous.guard(outside)
    memory_tls.guard(outside)
    sys.addaudithook(lambda event, args: audit(outside, event, args))


def connect(outside, sock, address):
    if not isinstance(address, tuple):
        if address in outside.allowed["net"]:
            return passing(outside, real_connect, sock, address)
        raise outside.refused("socket %s" % (address if isinstance(address, str) else os.fsdecode(address)))
    host, port = address[0], address[1]
    named = outside.names.get(host, host)
    if outside.may_reach(named, port):
        return passing(outside, real_connect, sock, (real_host(outside, host), *address[1:]))
    shown = "[%s]" % named if ":" in named else named
    if port in OTHER_PROTOCOLS:
        raise outside.refused("tcp %s:%s" % (shown, port))
    exchange.serve(outside, sock, (shown, port)).peer = address
    return None


def connect_ex(outside, sock, address):
    try:
        connect(outside, sock, address)
        return 0
    except OSError as error:
        return error.errno or errno.ECONNREFUSED


def passing(outside, call, *args):
    outside.is_passing = True
    try:
        return call(*args)
    finally:
        outside.is_passing = False


def real_host(outside, host):
    name = outside.names.get(host)
    return host if name is None else passing(outside, real_getaddrinfo, name, None)[0][4][0]


def number_of(outside, host):
    return host if is_number(host) else outside.address_of(host)


def getaddrinfo(outside, host, port, *args, **named):
    if isinstance(host, bytes):
        host = host.decode()
    if host not in (None, "", "localhost") and not is_number(host):
        host = outside.address_of(host)
    return passing(outside, real_getaddrinfo, host, port, *args, **named)


def is_number(host):
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, host)
            return True
        except OSError:
            pass
    return False


def noting_bind(outside, original):
    def bind(self, address):
        passing(outside, original, self, address)
        if self.family in (socket.AF_INET, socket.AF_INET6):
            outside.own_ports.add(self.getsockname()[1])

    return bind


def guarded_sendto(outside, original):
    def sendto(self, data, *args):
        address = args[-1]
        if not isinstance(address, tuple) or outside.may_reach(outside.names.get(address[0], address[0]), address[1]):
            return passing(outside, original, self, data, *args)
        raise outside.refused("udp %s:%s" % (outside.names.get(address[0], address[0]), address[1]))

    return sendto


def lenient(outside, original):
    """The connection to the parent has not all the options of TCP."""

    def setsockopt(self, *args):
        try:
            return original(self, *args)
        except OSError:
            if self.fileno() not in outside.served:
                raise
            return None

    return setsockopt


def located(outside, original, of):
    """The connection to the parent has the addresses of the one that it stands for."""

    def name(self):
        real, served = original(self), outside.served.get(self.fileno())
        # A descriptor may be that of another connection by now.
        return real if served is None or isinstance(real, tuple) or self.family == socket.AF_UNIX else of(served)

    return name


class Plain(PlainTls, socket.socket):
    """A connection to the parent in the place of one by TLS."""

    context = None

    def do_handshake(self):
        return None

    def unwrap(self):
        return self

    def pending(self):
        return 0

    def read(self, length=1024, buffer=None):
        return self.recv(length) if buffer is None else self.recv_into(buffer, length)

    def write(self, data):
        return self.send(data)


def wrapping(outside, original):
    def wrap_socket(self, sock, *args, **named):
        served = outside.served.get(sock.fileno())
        if served is None:
            return original(self, sock, *args, **named)
        served.is_secure = True
        timeout = sock.gettimeout()
        plain = Plain(fileno=sock.detach())
        plain.settimeout(timeout)
        plain.server_hostname = named.get("server_hostname")
        plain.context = self
        return plain

    return wrap_socket


def audit(outside, event, args):
    """What goes round the functions that are replaced above."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = args[1] if len(args) > 1 else None
        if not outside.is_passing and isinstance(address, tuple):
            raise outside.refused("tcp %s:%s" % address[:2])
    elif event in STARTS:
        program = os.path.basename(str(args[0])) if args else event.partition(".")[2]
        allowed = outside.allowed["run"]
        if program not in allowed and str(args[0] if args else "") not in allowed:
            raise outside.refused("run %s" % program, "EPERM")
`,
  'output.py': `"""What a function writes becomes its log."""
import logging
import sys


class Written:
    """A text stream whose lines are told to the parent."""

    encoding = "utf-8"
    errors = "replace"
    newlines = None

    def __init__(self, channel, name, descriptor):
        self.channel = channel
        self.name = "<%s>" % name
        self.stream = name
        self.descriptor = descriptor
        self.rest = ""
        self.buffer = Bytes(self)

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not %s" % type(text).__name__)
        *lines, self.rest = (self.rest + text).split("\\n")
        if lines:
            self.channel.tell({"type": "log", "stream": self.stream, "text": "\\n".join(lines)})
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        if self.rest:
            text, self.rest = self.rest, ""
            self.channel.tell({"type": "log", "stream": self.stream, "text": text})

    def fileno(self):
        return self.descriptor

    def isatty(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return True

    def seekable(self):
        return False

    @property
    def closed(self):
        return False

    def close(self):
        self.flush()


class Bytes:
    def __init__(self, text):
        self.text = text

    def write(self, data):
        self.text.write(bytes(data).decode("utf-8", "replace"))
        return len(data)

    def flush(self):
        self.text.flush()

    def fileno(self):
        return self.text.fileno()


def attach(channel):
    sys.stdout = sys.__stdout__ = Written(channel, "stdout", 1)
    sys.stderr = sys.__stderr__ = Written(channel, "stderr", 2)


handler = logging.StreamHandler(sys.stdout)
form = logging.Formatter("[%(levelname)s] %(asctime)s %(message)s")


def begin_log():
    """The platform's log is there before the function is loaded, so that its own \`basicConfig\` does nothing."""
    handler.setStream(sys.stdout)
    handler.setFormatter(form)
    handler.setLevel(logging.NOTSET)
    handler.filters.clear()
    logging.root.addHandler(handler)
    logging.root.setLevel(logging.DEBUG)
`,
  'plain_tls.py': `"""What a connection says of its TLS where there is none: it is left out between the function and its parent."""


class PlainTls:
    server_hostname = None

    def getpeercert(self, binary_form=False):
        return b"" if binary_form else {"subjectAltName": (("DNS", self.server_hostname or ""),)}

    def version(self):
        return "TLSv1.3"

    def cipher(self):
        return ("TLS_AES_128_GCM_SHA256", "TLSv1.3", 128)

    def selected_alpn_protocol(self):
        return None
`,
  'reading.py': `"""Notes what a function reads of its event, so that events can be drawn that get further."""
import json
import linecache
import re

from . import failure

MAX_PATHS = 400
TEXT_METHODS = set(dir(str)) - set(dir(list)) - set(dir(dict))
LIST_METHODS = set(dir(list)) - set(dir(str)) - set(dir(dict))
LOOKUPS = ("get", "pop", "setdefault")
LOOKUP = re.compile(r"""(?:\\[|\\.(?:get|pop|setdefault)\\()\\s*(?:"([^"]*)"|'([^']*)'|(-?\\d+))""")
NUMBER = re.compile(r"""^(int|float|abs|round)\\(\\)|["'](int|float)["']""")


class Reading:
    def __init__(self):
        self.paths = {}
        self.sorts = []
        self.is_over = False
        # What was read last, and what was read last and is not there.
        self.last = self.missing = None

    def note(self, path, value=0):
        if self.is_over:
            return
        self.last = path
        if value is None:
            self.missing = path
        if len(self.paths) < MAX_PATHS:
            self.paths[path] = True

    def failed(self, error):
        """Learns of an exception what something that was read should have been."""
        message = str(error)
        path = self.path_of(error, message)
        if path is None:
            return
        if isinstance(error, AttributeError):
            name = message.rpartition("attribute ")[2].strip("'")
            if name in TEXT_METHODS:
                self.sorts.append([path, "text"])
            elif name in LIST_METHODS:
                self.note((*path, "[]"))
            elif name in LOOKUPS:
                self.look_up(path, error)
        elif isinstance(error, TypeError):
            if message.endswith(" is not iterable"):
                self.note((*path, "[]"))
            elif " is not subscriptable" in message or " indices must be integers" in message:
                self.look_up(path, error)
            elif NUMBER.search(message):
                self.sorts.append([path, "number"])
            elif "can only concatenate str" in message:
                self.sorts.append([path, "text"])

    def look_up(self, path, error):
        key = key_after(path[-1], error)
        if key is not None:
            self.note((*path, key))

    def path_of(self, error, message):
        owner = getattr(error, "obj", None)
        if isinstance(owner, (Fields, Items)):
            return owner._path
        return self.missing if "NoneType" in message and self.missing is not None else self.last

    def told(self):
        self.is_over = True
        json.loads = real_loads
        return {"read": [list(path) for path in self.paths], "sorts": self.sorts}

    def traced(self, event):
        json.loads = lambda text, *args, **named: wrapped(real_loads(text, *args, **named), ("payload",), self)
        return wrapped(event, ("event",), self)


def key_after(name, error):
    """What the line that failed looks up next, behind \`name\` where it reads that itself; \`[]\` for an element."""
    place = failure.innermost(error)
    line = linecache.getline(*place) if place is not None else ""
    found = LOOKUP.search(line, max(line.find('"%s"' % name), line.find("'%s'" % name), 0) + 1)
    return found and (found[1] or found[2] or "[]")


real_loads = json.loads


def wrapped(value, path, reading):
    if type(value) is dict:
        return Fields(value, path, reading)
    if type(value) is list:
        return Items(value, path, reading)
    return value


class Fields(dict):
    def __init__(self, value, path, reading):
        super().__init__({key: wrapped(part, (*path, key), reading) for key, part in value.items()})
        self._path = path
        self._reading = reading

    def _note(self, key):
        if isinstance(key, str):
            self._reading.note((*self._path, key), super().get(key))
        elif isinstance(key, int):
            self._reading.note((*self._path, "[]"))

    def __getitem__(self, key):
        self._note(key)
        return super().__getitem__(key)

    def get(self, key, default=None):
        self._note(key)
        return super().get(key, default)

    def pop(self, key, *default):
        self._note(key)
        return super().pop(key, *default)

    def setdefault(self, key, default=None):
        self._note(key)
        return super().setdefault(key, default)

    def __contains__(self, key):
        self._note(key)
        return super().__contains__(key)

    def __reduce__(self):
        return (dict, (dict(self),))


class Items(list):
    def __init__(self, value, path, reading):
        super().__init__(wrapped(part, (*path, "[]"), reading) for part in value)
        self._path = path
        self._reading = reading

    def __iter__(self):
        self._reading.note((*self._path, "[]"))
        return super().__iter__()

    def __getitem__(self, index):
        if not isinstance(index, str):
            self._reading.note((*self._path, "[]"))
        return super().__getitem__(index)

    def __reduce__(self):
        return (list, (list(self),))
`,
  'wear.py': `"""What an instance leaves behind in its process; taken away, the process can be another instance."""
import _locale
import _signal
import builtins
import datetime
import gc
import importlib.machinery
import json
import logging
import os
import random
import signal
import socket
import sys
import threading
import time

from . import files

SHARED = (builtins, datetime, json, os, random, socket, sys, time)
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM]
# Cycles of what is gone are collected once in a while.
COLLECT_EVERY = 50


class Snapshot:
    """The process before the function was loaded."""

    def __init__(self, root):
        self.root = root
        self.modules = set(sys.modules)
        self.path = list(sys.path)
        self.members = [(module, dict(vars(module))) for module in SHARED]
        self.signals = [(name, _signal.getsignal(name)) for name in SIGNALS]
        self.folder = os.getcwd()
        self.locale = _locale.setlocale(_locale.LC_ALL)
        self.installed = installed_in(root)
        self.restored = 0
        gc.freeze()

    def restore(self):
        """False where something runs on that cannot be stopped."""
        if len(threading.enumerate()) > 1:
            return False
        for name in set(sys.modules) - self.modules:
            if self.is_own(name):
                del sys.modules[name]
            else:
                self.modules.add(name)
        for module, members in self.members:
            restore_members(module, members)
        sys.path[:] = self.path
        for name, handler in self.signals:
            if _signal.getsignal(name) is not handler:
                _signal.signal(name, handler)
        restore_loggers()
        socket.setdefaulttimeout(None)
        if _locale.setlocale(_locale.LC_ALL) != self.locale:
            _locale.setlocale(_locale.LC_ALL, self.locale)
        if os.getcwd() != self.folder:
            os.chdir(self.folder)
        files.empty()
        self.restored += 1
        if self.restored % COLLECT_EVERY == 0:
            gc.collect()
        return True

    def is_own(self, name):
        """True for a module of the function's own code; what was installed beside it is loaded once."""
        file = getattr(sys.modules[name], "__file__", None) or ""
        if not file.startswith(self.root + os.sep) or "site-packages" in file:
            return False
        return name.split(".")[0] not in self.installed


def restore_loggers():
    manager = logging.Logger.manager
    for logger in [logging.root, *manager.loggerDict.values()]:
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.filters.clear()
            if logger.level != logging.NOTSET:
                logger.setLevel(logging.NOTSET)
    if manager.disable != logging.NOTSET:
        logging.disable(logging.NOTSET)


def keep_code(root, cache):
    """What was read and compiled of the function's files is not read again, and compiled once for all its processes: they are read-only."""
    loader = importlib.machinery.SourceFileLoader
    original, kept = loader.get_code, {}

    def get_code(self, fullname):
        if not self.path.startswith(root + os.sep):
            return original(self, fullname)
        if self.path not in kept:
            # For this file alone: what is installed lies compiled beside its source.
            sys.pycache_prefix, sys.dont_write_bytecode = cache, False
            try:
                kept[self.path] = original(self, fullname)
            finally:
                sys.dont_write_bytecode, sys.pycache_prefix = True, None
        return kept[self.path]

    loader.get_code = get_code


def restore_members(module, members):
    current = vars(module)
    if module is sys:
        # What the interpreter itself keeps there changes all the time.
        for name in ("stdout", "stderr", "excepthook", "argv"):
            current[name] = members[name]
        return
    if current == members:
        return
    for name in set(current) - set(members):
        del current[name]
    for name, value in members.items():
        if current.get(name) is not value:
            current[name] = value


def installed_in(root):
    """Names of packages that pip has put beside the function, as \`pip install -t .\` does."""
    names = set()
    try:
        folders = [name for name in os.listdir(root) if name.endswith(".dist-info")]
    except OSError:
        return names
    for folder in folders:
        try:
            with open(os.path.join(root, folder, "RECORD"), encoding="utf-8") as record:
                names.update(os.path.splitext(line.split("/")[0].split(",")[0])[0] for line in record)
        except OSError:
            names.add(folder.split("-")[0])
    return names

`,
};
