"""What a function writes becomes its log."""
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
        *lines, self.rest = (self.rest + text).split("\n")
        if lines:
            self.channel.tell({"type": "log", "stream": self.stream, "text": "\n".join(lines)})
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
    """The platform's log is there before the function is loaded, so that its own `basicConfig` does nothing."""
    handler.setStream(sys.stdout)
    handler.setFormatter(form)
    handler.setLevel(logging.NOTSET)
    handler.filters.clear()
    logging.root.addHandler(handler)
    logging.root.setLevel(logging.DEBUG)
