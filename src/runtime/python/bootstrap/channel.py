"""What an instance and its parent say to each other: JSON objects, one a line."""
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
    return real_dumps(message).encode() + b"\n"


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
