"""TLS between two buffers, as anyio has it for httpx: it is told to the other end of the connection, and left out."""
import ssl

from .plain_tls import PlainTls

# What no TLS begins with, and the other end takes away.
MARK = b"\x16scf-fixtures TLS\n"
HERE = (None, "", "localhost", "127.0.0.1", "::1")


def guard(outside):
    """Holds for the rest of this process."""
    original = ssl.SSLContext.wrap_bio

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        name = server_hostname.decode() if isinstance(server_hostname, bytes) else server_hostname
        if server_side or name in HERE or outside.is_allowed(name):
            return original(self, incoming, outgoing, server_side, server_hostname, session)
        return Plain(self, incoming, outgoing, name)

    ssl.SSLContext.wrap_bio = wrap_bio


class Plain(PlainTls):
    """In the place of an ssl.SSLObject."""

    server_side = False
    session = None
    session_reused = False

    def __init__(self, context, incoming, outgoing, server_hostname):
        self.context = context
        self.incoming = incoming
        self.outgoing = outgoing
        self.server_hostname = server_hostname

    def do_handshake(self):
        self.outgoing.write(MARK)

    def read(self, length=1024, buffer=None):
        data = self.incoming.read(length)
        if data == b"" and not self.incoming.eof:
            raise ssl.SSLWantReadError(ssl.SSL_ERROR_WANT_READ, "The operation did not complete (read)")
        if buffer is None:
            return data
        buffer[: len(data)] = data
        return len(data)

    def write(self, data):
        return self.outgoing.write(data)

    def pending(self):
        return self.incoming.pending

    def unwrap(self):
        return None

    def shared_ciphers(self):
        return None

    def compression(self):
        return None

    def selected_npn_protocol(self):
        return None

    def get_channel_binding(self, cb_type="tls-unique"):
        return None
