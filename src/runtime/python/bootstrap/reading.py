"""Notes what a function reads of its event, so that events can be drawn that get further."""
import json

MAX_PATHS = 400


class Reading:
    def __init__(self):
        self.paths = {}
        self.is_over = False

    def note(self, path):
        if not self.is_over and len(self.paths) < MAX_PATHS:
            self.paths[path] = True

    def told(self):
        self.is_over = True
        json.loads = real_loads
        return [list(path) for path in self.paths]

    def traced(self, event):
        json.loads = lambda text, *args, **named: wrapped(real_loads(text, *args, **named), ("payload",), self)
        return wrapped(event, ("event",), self)


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
            self._reading.note((*self._path, key))

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
        self._reading.note((*self._path, "[]"))
        return super().__getitem__(index)

    def __reduce__(self):
        return (list, (list(self),))
