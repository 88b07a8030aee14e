"""Chance and clock of a fuzzed function: made of the seed of its execution; a clock that stands still but for what takes time."""
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
