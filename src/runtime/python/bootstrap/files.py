"""What a function may do with files: `/tmp` is its instance's own, and all else is read-only, as on the platform."""
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
        # A function that itself lies below `/tmp` finds its files.
        self.own = (tmp, cache, root)
        self.is_used = False
        self.cache = cache
        self.channel = channel
        self.is_telling = False

    def located(self, path):
        """Where a path of the function leads: below `/tmp` into its own directory."""
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
    """Up to Python 3.10 pathlib keeps the functions of `os` that it found when it was loaded."""
    pathlib = sys.modules.get("pathlib")
    accessor = getattr(pathlib, "_normal_accessor", None)
    if accessor is None:
        return
    for name in (*ONE_PATH, *TWO_PATHS):
        if hasattr(type(accessor), name) and name in originals:
            setattr(type(accessor), name, staticmethod(getattr(os, name)))
    type(accessor).open = staticmethod(io.open)
