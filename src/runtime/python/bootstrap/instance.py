"""One instance: loads the module once and hands it one event after the other."""
import importlib.util
import json
import logging
import os
import resource
import sys
import threading
import time
import types

from . import chance, failure, files, network, output, reading
from .channel import Channel

# https://cloud.tencent.com/document/product/583/18590
ROOT = "/var/user"


now = time.perf_counter


def run(start, socket_path):
    began = now()
    channel = Channel(socket_path, {"type": "hello", "id": start["id"]})
    output.attach(channel)
    os.chdir(start["root"])
    set_environment(start)
    outside = network.Outside(channel)
    files.enclose(start, channel)
    if start["guard"]:
        network.guard(outside, start["allowed"])
    chance.begin(start.get("chance"))
    handler = load(start, channel)
    if handler is None:
        return 1
    notes = missing_packages(start["root"])
    channel.tell({"type": "ready", "initMs": (now() - began) * 1000, "notes": notes})
    while True:
        message = channel.hear()
        if message is None:
            return 0
        if message["type"] == "call":
            handle(handler, message, start, channel)
        elif message["type"] == "settle":
            settle(channel, message["limitMs"])


def set_environment(start):
    os.environ.clear()
    os.environ.update(start["env"])
    time.tzset()


def load(start, channel):
    """The function; None when the parent was told why there is none."""
    root, path = start["root"], start["path"]
    sys.path.insert(0, root)
    sys.argv = [path]
    logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="[%(levelname)s] %(asctime)s %(message)s")
    name = os.path.splitext(os.path.basename(path))[0]
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    sys.modules.setdefault("__mp_main__", module)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        channel.tell({"type": "load-failed", "error": failure.described(error), "trace": failure.trace(error, root)})
        return None
    handler = getattr(module, start["handler"], None)
    if callable(handler):
        return handler
    names = [
        key
        for key, value in vars(module).items()
        if isinstance(value, types.FunctionType) and value.__module__ == name and not key.startswith("_")
    ]
    channel.tell({"type": "no-function", "names": names, "isThere": handler is not None})
    return None


def handle(handler, call, start, channel):
    os.environ.update(call["env"])
    if os.environ.get("TZ") != call["tz"]:
        os.environ["TZ"] = call["tz"]
        time.tzset()
    chance.begin(call.get("chance"))
    chance.limit(call["timeoutMs"], lambda: channel.tell({"type": "overslept"}))
    event = json.loads(call["event"])
    watched = reading.Reading() if call.get("isWatched") else None
    given = event if watched is None else watched.traced(event)
    before = set(threading.enumerate())
    began = now()
    try:
        result = handler(given, dict(call["context"]))
        text, lost = answer_text(result)
        end = {"ok": True, "json": text, "lost": lost}
    except Exception as error:
        end = {
            "ok": False,
            "error": failure.described(error),
            "trace": failure.trace(error, start["root"]),
        }
    end["durationMs"] = (now() - began) * 1000
    end["peakKb"] = peak_kb()
    end["threads"] = [thread.name for thread in threading.enumerate() if thread not in before and thread.is_alive()]
    if watched is not None:
        end["read"] = watched.told()
    sys.stdout.flush()
    sys.stderr.flush()
    channel.tell({"type": "end", **end})


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


def settle(channel, limit_ms):
    ends = now() + limit_ms / 1000
    while now() < ends and len(threading.enumerate()) > 1:
        chance.real["sleep"](0.005)
    threads = [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()]
    channel.tell({"type": "settled", "threads": threads})


def peak_kb():
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def missing_packages(root):
    """Packages that were imported from this machine, which the platform's runtime does not bring along."""
    found = set()
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        inside = "site-packages" in file or "dist-packages" in file
        if inside and not file.startswith(root + os.sep):
            found.add(name.split(".")[0])
    return sorted(name for name in found if not name.startswith("_"))
