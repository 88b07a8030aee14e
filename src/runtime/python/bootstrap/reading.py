"""Notes what a function reads of its event, so that events can be drawn that get further."""
import json
import linecache
import re

from . import failure

MAX_PATHS = 400
TEXT_METHODS = set(dir(str)) - set(dir(list)) - set(dir(dict))
LIST_METHODS = set(dir(list)) - set(dir(str)) - set(dir(dict))
LOOKUPS = ("get", "pop", "setdefault")
LOOKUP = re.compile(r"""(?:\[|\.(?:get|pop|setdefault)\()\s*(?:"([^"]*)"|'([^']*)'|(-?\d+))""")
NUMBER = re.compile(r"""^(int|float|abs|round)\(\)|["'](int|float)["']""")


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
    """What the line that failed looks up next, behind `name` where it reads that itself; `[]` for an element."""
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
