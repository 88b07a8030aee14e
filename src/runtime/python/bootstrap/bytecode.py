"""What a function's code tells of it before it runs: whether it may follow what its process draws when it starts, and whether it may remember an event."""
import opcode
import os
import re
import sys
import types

# Modules in which nobody meets a set, an address or the number of a process.
WITHOUT_SETS = frozenset(
    "__future__ base64 binascii bisect collections copy csv datetime decimal enum functools gzip hashlib heapq hmac html"
    " http http.client io itertools json logging math operator os os.path random re secrets string struct textwrap time typing"
    " unicodedata urllib urllib.error urllib.parse urllib.request uuid zlib".split()
)
# Modules that keep nothing, and give the same whenever they are asked.
WITHOUT_MEMORY = frozenset(
    "__future__ base64 binascii bisect collections copy hashlib heapq hmac html itertools json math operator re string struct"
    " textwrap typing unicodedata urllib.parse zlib".split()
)
ANYTHING = frozenset("__import__ attrgetter compile eval exec getattr globals methodcaller vars".split())
OF_PROCESS = frozenset(
    "algorithms_available algorithms_guaranteed frozenset get_ident get_native_id getpid getpgid getpgrp getppid getsid hash"
    " id items keys set".split()
)
OF_MEMORY = frozenset("__builtins__ delattr id input open register setattr".split())
# What every class and module names.
PLAIN = frozenset(
    "__annotations__ __doc__ __firstlineno__ __init__ __main__ __module__ __name__ __qualname__ __static_attributes__".split()
)
MADE_BY_IMPORT = frozenset(
    "__annotations__ __builtins__ __cached__ __doc__ __file__ __loader__ __name__ __package__ __spec__".split()
)
SETS = frozenset(opcode.opmap[name] for name in ("BUILD_SET", "SET_ADD", "SET_UPDATE") if name in opcode.opmap)
STORES = frozenset(
    opcode.opmap[name] for name in ("STORE_GLOBAL", "DELETE_GLOBAL", "STORE_ATTR", "DELETE_ATTR") if name in opcode.opmap
)
IMPORT = opcode.opmap["IMPORT_NAME"]


class Code:
    """The code of a function's modules, as far as they are loaded."""

    def __init__(self, root):
        self.root = root
        self.follows_seed = self.remembers = False

    def look_at(self, modules):
        """Doubts are in favour of more being tried."""
        for module in modules:
            if self.file_of(module) is not None:
                code = code_of(module)
                if code is None:
                    self.follows_seed = self.remembers = True
                    return
                for part in parts_of(code):
                    self.look_at_part(part)
                self.remembers |= not all(
                    name in MADE_BY_IMPORT or self.is_fixed(value) for name, value in vars(module).items()
                )

    def look_at_part(self, code):
        names = frozenset(code.co_names)
        odd = {name for name in names if name.startswith("__") and name not in PLAIN}
        operations, imported = read(code)
        has_set = any(isinstance(value, frozenset) for value in code.co_consts)
        others = {name for name in imported if not self.is_own_name(name)}
        if not names.isdisjoint(ANYTHING):
            self.follows_seed = self.remembers = True
        self.follows_seed |= bool(odd or has_set or SETS & operations or OF_PROCESS & names or others - WITHOUT_SETS)
        self.remembers |= bool(odd or STORES & operations or OF_MEMORY & names or others - WITHOUT_MEMORY)
        self.remembers |= any(name.startswith("uses_") for name in names)

    def is_own_name(self, name):
        return name in sys.modules and self.file_of(sys.modules[name]) is not None

    def file_of(self, module):
        """The file of one of the function's own modules."""
        file = getattr(module, "__file__", None)
        return file if isinstance(file, str) and file.startswith(self.root + os.sep) else None

    def is_fixed(self, value):
        """True for what holds nothing that can change."""
        if value is None or type(value) in (bool, int, float, complex, str, bytes, re.Pattern):
            return True
        if type(value) in (tuple, frozenset):
            return all(map(self.is_fixed, value))
        if isinstance(value, types.ModuleType):
            return value.__name__ in WITHOUT_MEMORY or self.file_of(value) is not None
        origin = getattr(value, "__module__", None)
        if origin in WITHOUT_MEMORY and not self.is_own_name(origin):
            return isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType))
        if type(value) is not types.FunctionType:
            return False
        held = (*(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values())
        return value.__closure__ is None and not vars(value) and all(map(self.is_fixed, held))


def code_of(module):
    """None where it was made otherwise than of its source."""
    loader = getattr(module, "__loader__", None)
    try:
        return loader.get_code(module.__name__)
    except Exception:
        return None


def parts_of(code):
    yield code
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            yield from parts_of(value)


def read(code):
    """The operations of a code, and the modules that it imports."""
    operations, imported = set(), set()
    argument = 0
    for at in range(0, len(code.co_code), 2):
        operation, argument = code.co_code[at], argument << 8 | code.co_code[at + 1]
        operations.add(operation)
        if operation == IMPORT:
            imported.add(code.co_names[argument])
        if operation != opcode.EXTENDED_ARG:
            argument = 0
    return operations, imported
