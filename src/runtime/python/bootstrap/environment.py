"""The environment of a function: that of the platform and its own, and nothing of the developer's."""
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
