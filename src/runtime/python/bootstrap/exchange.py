"""HTTP of a function, answered by the parent."""
import _thread
import base64
import os
import socket

from .memory_tls import MARK


class Served:
    """One connection of the function; the other end of it is read here."""

    def __init__(self, outside, place, end):
        self.outside = outside
        self.place = place
        self.end = end
        self.is_secure = False
        self.is_used = False
        self.peer = place
        self.pending = b""

    def run(self):
        try:
            while self.answer_one():
                pass
        except OSError:
            pass
        finally:
            self.end.close()

    def answer_one(self):
        head = self.head()
        if head is None:
            return False
        line, *lines = head.decode("latin-1").split("\r\n")
        parts = line.split(" ")
        if len(parts) != 3 or not parts[2].startswith("HTTP/"):
            self.outside.refused("tcp %s:%s" % self.place)
            return False
        headers = [tuple(part.strip() for part in text.split(":", 1)) for text in lines if ":" in text]
        named = {name.lower(): value for name, value in headers}
        if named.get("expect", "").lower() == "100-continue":
            self.end.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        body = self.body(named)
        question = {
            "kind": "http",
            "method": parts[0],
            "url": self.url(parts[1], named),
            "headers": headers,
            "body": base64.b64encode(body).decode(),
        }
        return self.send(self.outside.channel.ask(question), parts[0], named)

    def head(self):
        while not self.has_head():
            is_marked = self.pending != b"" and MARK.startswith(self.pending)
            if (self.pending[:1] == b"\x16" and not is_marked) or len(self.pending) > 1_000_000:
                self.outside.refused("tcp %s:%s" % self.place)
                return None
            chunk = self.end.recv(65536)
            if chunk == b"":
                # Who connects and says nothing has looked whether somebody is there.
                if not self.is_used:
                    self.outside.refused("tcp %s:%s" % self.place)
                return None
            self.is_used = True
            self.pending += chunk
        head, _, self.pending = self.pending.partition(b"\r\n\r\n")
        return head

    def has_head(self):
        if self.pending.startswith(MARK):
            self.is_secure, self.pending = True, self.pending[len(MARK) :]
        return b"\r\n\r\n" in self.pending

    def body(self, named):
        if "chunked" in named.get("transfer-encoding", "").lower():
            parts = []
            while True:
                size = int(self.line().split(b";")[0] or b"0", 16)
                parts.append(self.exactly(size))
                self.line()
                if size == 0:
                    return b"".join(parts)
        return self.exactly(int(named.get("content-length") or 0))

    def line(self):
        while b"\r\n" not in self.pending:
            self.more()
        line, _, self.pending = self.pending.partition(b"\r\n")
        return line

    def exactly(self, size):
        while len(self.pending) < size:
            self.more()
        data, self.pending = self.pending[:size], self.pending[size:]
        return data

    def more(self):
        chunk = self.end.recv(65536)
        if chunk == b"":
            raise OSError("the function ended its request too early")
        self.pending += chunk

    def url(self, target, named):
        host, port = self.place
        scheme = "https" if self.is_secure else "http"
        if "://" in target:
            return target
        usual = 443 if self.is_secure else 80
        place = named.get("host") or (host if port == usual else "%s:%s" % (host, port))
        return "%s://%s%s" % (scheme, place, target)

    def send(self, answer, method, named):
        if "error" in answer:
            return False
        body = base64.b64decode(answer["body"])
        lines = ["HTTP/1.1 %d %s" % (answer["status"], answer.get("statusText") or "OK")]
        skipped = ("content-length", "transfer-encoding", "connection", "content-encoding")
        lines += ["%s: %s" % (name, value) for name, value in answer["headers"] if name.lower() not in skipped]
        lines += ["Content-Length: %d" % len(body), "", ""]
        data = "\r\n".join(lines).encode("latin-1", "replace")
        self.end.sendall(data if method == "HEAD" else data + body)
        return named.get("connection", "").lower() != "close"


def serve(outside, sock, place):
    """Gives a socket another end, which is answered in this process."""
    own, other = socket.socketpair()
    timeout = sock.gettimeout()
    os.dup2(own.fileno(), sock.fileno(), inheritable=False)
    own.close()
    os.set_blocking(sock.fileno(), timeout is None)
    served = Served(outside, place, other)
    outside.served[sock.fileno()] = served
    _thread.start_new_thread(served.run, ())
    return served
