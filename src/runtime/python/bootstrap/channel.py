"""What an instance and its parent say to each other: JSON objects, one a line."""
import _thread
import itertools
import json
import queue
import socket

from . import chance

real_loads = json.loads
real_dumps = json.dumps


class Channel:
    def __init__(self, path, hello):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.connect(path)
        self.reader = self.socket.makefile("rb", buffering=65536)
        self.writing = _thread.allocate_lock()
        self.numbers = itertools.count(1)
        self.calls = queue.SimpleQueue()
        self.answers = {}
        self.tell(hello)
        _thread.start_new_thread(self.listen, ())

    def tell(self, message):
        data = real_dumps(message).encode() + b"\n"
        with self.writing:
            self.socket.sendall(data)

    def listen(self):
        for line in self.reader:
            message = real_loads(line)
            waiting = self.answers.get(message.get("id")) if message["type"] == "answer" else self.calls
            if waiting is not None:
                waiting.put(message)
        self.calls.put(None)
        for waiting in list(self.answers.values()):
            waiting.put(None)

    def hear(self):
        """The next call; None when the parent is gone."""
        return self.calls.get()

    def ask(self, question):
        """Says what the function wants of the outside, and waits for what comes of it."""
        number = next(self.numbers)
        self.answers[number] = queue.SimpleQueue()
        self.tell({"type": "ask", "id": number, "what": question, "atMs": chance.clock.now_ms})
        message = self.answers[number].get()
        del self.answers[number]
        if message is None:
            return {"error": "ECONNRESET"}
        chance.clock.reach(message["atMs"])
        return message["answer"]
