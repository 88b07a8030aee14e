"""One instance: loads the module once and hands it one event after the other."""
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
        file.write(b"\0")
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
