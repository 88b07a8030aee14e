import { dirname, relative, resolve } from 'node:path';
import type { RunReport, StoredFailure } from '../../src/fuzz/index.js';

/** What a test of failures has to know beside them. */
export interface PythonTestFile {
  readonly handler: string;
  /** The file that is written. */
  readonly path: string;
  readonly cwd: string;
  /** What else the command line says of the function: `--env`, `--timeout`, `--answers`, `--allow-net`. */
  readonly words: readonly string[];
}

/** A test file for pytest and unittest that holds the failures of a report: each delivers the event again and asks the same oracle. */
export function pythonTestFileOf(report: RunReport, { handler, path, cwd, words }: PythonTestFile): string {
  const toProject = relative(dirname(resolve(cwd, path)), cwd).replaceAll('\\', '/');
  const project = `Path(__file__).resolve().parent${toProject === '' ? '' : ` / ${JSON.stringify(toProject)}`}`;
  const names = new Map<string, number>();
  const tests = report.failures.map((failure) => {
    const { oracle, what, text, run } = failure;
    const count = (names.get(oracle) ?? 0) + 1;
    names.set(oracle, count);
    const stored: StoredFailure = {
      ...{ version: 1, subject: handler, trigger: report.trigger },
      ...(report.deployment === undefined ? {} : { deployment: report.deployment }),
      ...{ oracle, what, detail: text, foundWith: { seed: report.seed, case: run }, case: failure.case },
    };
    return `
    # ${text.split('\n')[0]}
    def test_${oracle.replaceAll(/\W/g, '_')}${count === 1 ? '' : `_${count}`}(self):
        self.replay(r"""
${JSON.stringify(stored, null, 2)}
""")
`;
  });
  return `"""What scf-fixtures fuzz has found. For pytest and unittest."""
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

PROJECT = ${project}


class Found(unittest.TestCase):
    def replay(self, failure):
        npx = shutil.which("npx")
        if npx is None:
            self.fail("There is no npx: install Node 20.19 or newer, then npm install --save-dev scf-fixtures")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "failure.json"
            path.write_text(failure, "utf-8")
            words = ${pythonList(['replay', '--handler', handler, ...words])}
            done = subprocess.run(
                [npx, "--no-install", "scf-fixtures", *words, str(path)],
                cwd=PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
            )
        if done.returncode != 0:
            self.fail(done.stdout)
${tests.join('')}

if __name__ == "__main__":
    unittest.main()
`;
}

/** A text of JSON is one of Python, too. */
function pythonList(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}
