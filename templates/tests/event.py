"""theFile: whatever theKind may deliver, and the events beside this file. For pytest and unittest."""
import importlib.util
import json
import shutil
import subprocess
import sys
import unittest
from pathlib import Path
from unittest import mock

PROJECT = Path(__file__).resolve().parents[1]
FUNCTION = PROJECT / "theFile"
EVENTS = sorted((Path(__file__).parent / "fixtures" / "theKind").glob("*.json"))
CONTEXT = theContext


def load():
    sys.path.insert(0, str(FUNCTION.parent))
    spec = importlib.util.spec_from_file_location(FUNCTION.stem, FUNCTION)
    module = importlib.util.module_from_spec(spec)
    sys.modules[FUNCTION.stem] = module
    spec.loader.exec_module(module)
    return module


class theClass(unittest.TestCase):
    def test_answers_each_event(self):
        refuse = mock.Mock(side_effect=ConnectionRefusedError("nothing leaves a test"))
        with mock.patch("socket.socket.connect", refuse), mock.patch("socket.getaddrinfo", refuse):
            function = load()
            for path in EVENTS:
                with self.subTest(path.stem):
                    try:
                        function.theFunction(json.loads(path.read_text("utf-8")), dict(CONTEXT))
                    except Exception:
                        if not refuse.called:
                            raise
                        self.skipTest("theFunction calls out: patch what does so here, as refuse is")

    def test_withstands_whatever_may_be_delivered(self):
        npx = shutil.which("npx")
        if npx is None:
            self.fail("There is no npx: install Node 20.19 or newer, then theInstall")
        words = ["fuzz", "theFuzzed", "--kind", "theKind", "--python", sys.executable]
        done = subprocess.run(
            [npx, "--no-install", "scf-fixtures", *words],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        if done.returncode != 0:
            self.fail(done.stdout)


if __name__ == "__main__":
    unittest.main(buffer=True)
