"""TLS of asyncio, which wraps no socket, by which aiohttp and others reach the parent like all else."""
import importlib.util
import sys

MODULE = "asyncio.selector_events"


def guard(outside):
    """Holds for the rest of this process, whenever asyncio is imported."""
    if MODULE in sys.modules:
        replace(sys.modules[MODULE], outside)
    else:
        sys.meta_path.insert(0, Finder(outside))


class Finder:
    def __init__(self, outside):
        self.outside = outside

    def find_spec(self, name, path=None, target=None):
        if name != MODULE:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        if spec is not None:
            load, outside = spec.loader.exec_module, self.outside

            def exec_module(module):
                load(module)
                replace(module, outside)

            spec.loader.exec_module = exec_module
        return spec


def replace(module, outside):
    loop = module.BaseSelectorEventLoop
    original = loop._make_ssl_transport

    def make(self, rawsock, protocol, sslcontext, waiter=None, *, extra=None, **named):
        served = outside.served.get(rawsock.fileno())
        if served is None:
            return original(self, rawsock, protocol, sslcontext, waiter, extra=extra, **named)
        served.is_secure = True
        told = dict(extra or {}, sslcontext=sslcontext, peercert={}, cipher=("TLS_AES_128_GCM_SHA256", "TLSv1.3", 128))
        return self._make_socket_transport(rawsock, protocol, waiter, extra=told)

    loop._make_ssl_transport = make
