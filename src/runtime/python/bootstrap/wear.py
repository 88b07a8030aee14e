"""What an instance leaves behind in its process; taken away, the process can be another instance."""
import _locale
import _signal
import builtins
import datetime
import gc
import importlib.machinery
import json
import logging
import os
import random
import signal
import socket
import sys
import threading
import time

from . import files

SHARED = (builtins, datetime, json, os, random, socket, sys, time)
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM]
# Cycles of what is gone are collected once in a while.
COLLECT_EVERY = 50


class Snapshot:
    """The process before the function was loaded."""

    def __init__(self, root):
        self.root = root
        self.modules = set(sys.modules)
        self.path = list(sys.path)
        self.members = [(module, dict(vars(module))) for module in SHARED]
        self.signals = [(name, _signal.getsignal(name)) for name in SIGNALS]
        self.folder = os.getcwd()
        self.locale = _locale.setlocale(_locale.LC_ALL)
        self.installed = installed_in(root)
        self.restored = 0
        gc.freeze()

    def restore(self):
        """False where something runs on that cannot be stopped."""
        if len(threading.enumerate()) > 1:
            return False
        for name in set(sys.modules) - self.modules:
            if self.is_own(name):
                del sys.modules[name]
            else:
                self.modules.add(name)
        for module, members in self.members:
            restore_members(module, members)
        sys.path[:] = self.path
        for name, handler in self.signals:
            if _signal.getsignal(name) is not handler:
                _signal.signal(name, handler)
        restore_loggers()
        socket.setdefaulttimeout(None)
        if _locale.setlocale(_locale.LC_ALL) != self.locale:
            _locale.setlocale(_locale.LC_ALL, self.locale)
        if os.getcwd() != self.folder:
            os.chdir(self.folder)
        files.empty()
        self.restored += 1
        if self.restored % COLLECT_EVERY == 0:
            gc.collect()
        return True

    def is_own(self, name):
        """True for a module of the function's own code; what was installed beside it is loaded once."""
        file = getattr(sys.modules[name], "__file__", None) or ""
        if not file.startswith(self.root + os.sep) or "site-packages" in file:
            return False
        return name.split(".")[0] not in self.installed


def restore_loggers():
    manager = logging.Logger.manager
    for logger in [logging.root, *manager.loggerDict.values()]:
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.filters.clear()
            if logger.level != logging.NOTSET:
                logger.setLevel(logging.NOTSET)
    if manager.disable != logging.NOTSET:
        logging.disable(logging.NOTSET)


def keep_code(root, cache):
    """What was read and compiled of the function's files is not read again, and compiled once for all its processes: they are read-only."""
    loader = importlib.machinery.SourceFileLoader
    original, kept = loader.get_code, {}

    def get_code(self, fullname):
        if not self.path.startswith(root + os.sep):
            return original(self, fullname)
        if self.path not in kept:
            # For this file alone: what is installed lies compiled beside its source.
            sys.pycache_prefix, sys.dont_write_bytecode = cache, False
            try:
                kept[self.path] = original(self, fullname)
            finally:
                sys.dont_write_bytecode, sys.pycache_prefix = True, None
        return kept[self.path]

    loader.get_code = get_code


def restore_members(module, members):
    current = vars(module)
    if module is sys:
        # What the interpreter itself keeps there changes all the time.
        for name in ("stdout", "stderr", "excepthook", "argv"):
            current[name] = members[name]
        return
    if current == members:
        return
    for name in set(current) - set(members):
        del current[name]
    for name, value in members.items():
        if current.get(name) is not value:
            current[name] = value


def installed_in(root):
    """Names of packages that pip has put beside the function, as `pip install -t .` does."""
    names = set()
    try:
        folders = [name for name in os.listdir(root) if name.endswith(".dist-info")]
    except OSError:
        return names
    for folder in folders:
        try:
            with open(os.path.join(root, folder, "RECORD"), encoding="utf-8") as record:
                names.update(os.path.splitext(line.split("/")[0].split(",")[0])[0] for line in record)
        except OSError:
            names.add(folder.split("-")[0])
    return names

