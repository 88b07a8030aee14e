"""Keeps what a fuzzed function does within this machine: requests are answered by the parent, all else is refused and told."""
import errno
import os
import socket
import ssl
import sys

from . import asynchronous, exchange, memory_tls
from .plain_tls import PlainTls

real_connect = socket.socket.connect
real_getaddrinfo = socket.getaddrinfo
# These speak first, or are no HTTP: https://www.iana.org/assignments/service-names-port-numbers
OTHER_PROTOCOLS = {21, 22, 23, 25, 110, 143, 465, 587, 993, 995, 1433, 1521, 3306, 5432, 5672, 6379, 9092, 11211, 27017}
# What a client is told of its own end.
OWN_END = ("198.19.0.1", 49152)
STARTS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "pty.spawn"}


class Outside:
    """The names that were looked up, and the connections that lead to the parent."""

    def __init__(self, channel):
        self.channel = channel
        self.names = {}
        self.addresses = {}
        self.served = {}
        self.own_ports = set()
        self.allowed = {"net": [], "run": []}
        self.is_passing = False

    def address_of(self, host):
        """An address of the range for benchmarks, which is nobody's (RFC 2544)."""
        known = self.addresses.get(host)
        if known is None:
            number = len(self.addresses) + 1
            known = "198.18.%d.%d" % (number >> 8 & 255, number & 255)
            self.addresses[host] = known
            self.names[known] = host
        return known

    def may_reach(self, host, port):
        allowed = self.allowed["net"]
        if host in allowed or "%s:%s" % (host, port) in allowed:
            return True
        return host in ("127.0.0.1", "::1", "localhost") and port in self.own_ports

    def is_allowed(self, host):
        return any(name == host or name.startswith(host + ":") for name in self.allowed["net"])

    def refused(self, name, code="ECONNREFUSED"):
        answer = self.channel.ask({"kind": "refuse", "name": name, "code": code})
        number = getattr(errno, answer.get("error", code), errno.ECONNREFUSED)
        return OSError(number, os.strerror(number))


def guard(outside, allowed):
    """Holds for the rest of this process."""
    outside.allowed = allowed
    socket.socket.connect = lambda self, address: connect(outside, self, address)
    socket.socket.connect_ex = lambda self, address: connect_ex(outside, self, address)
    socket.socket.bind = noting_bind(outside, socket.socket.bind)
    socket.socket.sendto = guarded_sendto(outside, socket.socket.sendto)
    socket.socket.setsockopt = lenient(outside, socket.socket.setsockopt)
    socket.socket.getpeername = located(outside, socket.socket.getpeername, lambda served: served.peer)
    socket.socket.getsockname = located(outside, socket.socket.getsockname, lambda served: OWN_END + served.peer[2:])
    socket.getaddrinfo = lambda host, port, *args, **named: getaddrinfo(outside, host, port, *args, **named)
    socket.gethostbyname = lambda host: number_of(outside, host)
    ssl.SSLContext.wrap_socket = wrapping(outside, ssl.SSLContext.wrap_socket)
    if not allowed["net"]:
        # Nobody's certificate is looked at, and to read those of all authorities takes longer than all else.
        for name in ("load_default_certs", "set_default_verify_paths", "load_verify_locations"):
            setattr(ssl.SSLContext, name, lambda self, *args, **named: None)
        # It takes half a millisecond to make one, and there is no TLS for which it would matter.
        context = ssl.create_default_context()
        ssl._create_default_https_context = lambda *args, **named: context
    asynchronous.guard(outside)
    memory_tls.guard(outside)
    sys.addaudithook(lambda event, args: audit(outside, event, args))


def connect(outside, sock, address):
    if not isinstance(address, tuple):
        if address in outside.allowed["net"]:
            return passing(outside, real_connect, sock, address)
        raise outside.refused("socket %s" % (address if isinstance(address, str) else os.fsdecode(address)))
    host, port = address[0], address[1]
    named = outside.names.get(host, host)
    if outside.may_reach(named, port):
        return passing(outside, real_connect, sock, (real_host(outside, host), *address[1:]))
    shown = "[%s]" % named if ":" in named else named
    if port in OTHER_PROTOCOLS:
        raise outside.refused("tcp %s:%s" % (shown, port))
    exchange.serve(outside, sock, (shown, port)).peer = address
    return None


def connect_ex(outside, sock, address):
    try:
        connect(outside, sock, address)
        return 0
    except OSError as error:
        return error.errno or errno.ECONNREFUSED


def passing(outside, call, *args):
    outside.is_passing = True
    try:
        return call(*args)
    finally:
        outside.is_passing = False


def real_host(outside, host):
    name = outside.names.get(host)
    return host if name is None else passing(outside, real_getaddrinfo, name, None)[0][4][0]


def number_of(outside, host):
    return host if is_number(host) else outside.address_of(host)


def getaddrinfo(outside, host, port, *args, **named):
    if isinstance(host, bytes):
        host = host.decode()
    if host not in (None, "", "localhost") and not is_number(host):
        host = outside.address_of(host)
    return passing(outside, real_getaddrinfo, host, port, *args, **named)


def is_number(host):
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, host)
            return True
        except OSError:
            pass
    return False


def noting_bind(outside, original):
    def bind(self, address):
        passing(outside, original, self, address)
        if self.family in (socket.AF_INET, socket.AF_INET6):
            outside.own_ports.add(self.getsockname()[1])

    return bind


def guarded_sendto(outside, original):
    def sendto(self, data, *args):
        address = args[-1]
        if not isinstance(address, tuple) or outside.may_reach(outside.names.get(address[0], address[0]), address[1]):
            return passing(outside, original, self, data, *args)
        raise outside.refused("udp %s:%s" % (outside.names.get(address[0], address[0]), address[1]))

    return sendto


def lenient(outside, original):
    """The connection to the parent has not all the options of TCP."""

    def setsockopt(self, *args):
        try:
            return original(self, *args)
        except OSError:
            if self.fileno() not in outside.served:
                raise
            return None

    return setsockopt


def located(outside, original, of):
    """The connection to the parent has the addresses of the one that it stands for."""

    def name(self):
        real, served = original(self), outside.served.get(self.fileno())
        # A descriptor may be that of another connection by now.
        return real if served is None or isinstance(real, tuple) or self.family == socket.AF_UNIX else of(served)

    return name


class Plain(PlainTls, socket.socket):
    """A connection to the parent in the place of one by TLS."""

    context = None

    def do_handshake(self):
        return None

    def unwrap(self):
        return self

    def pending(self):
        return 0

    def read(self, length=1024, buffer=None):
        return self.recv(length) if buffer is None else self.recv_into(buffer, length)

    def write(self, data):
        return self.send(data)


def wrapping(outside, original):
    def wrap_socket(self, sock, *args, **named):
        served = outside.served.get(sock.fileno())
        if served is None:
            return original(self, sock, *args, **named)
        served.is_secure = True
        timeout = sock.gettimeout()
        plain = Plain(fileno=sock.detach())
        plain.settimeout(timeout)
        plain.server_hostname = named.get("server_hostname")
        plain.context = self
        return plain

    return wrap_socket


def audit(outside, event, args):
    """What goes round the functions that are replaced above."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = args[1] if len(args) > 1 else None
        if not outside.is_passing and isinstance(address, tuple):
            raise outside.refused("tcp %s:%s" % address[:2])
    elif event in STARTS:
        program = os.path.basename(str(args[0])) if args else event.partition(".")[2]
        allowed = outside.allowed["run"]
        if program not in allowed and str(args[0] if args else "") not in allowed:
            raise outside.refused("run %s" % program, "EPERM")
