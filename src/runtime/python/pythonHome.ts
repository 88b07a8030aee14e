import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonBootstrapFiles } from '../../generated/pythonBootstrapFiles.js';

/** What the processes of one function have in common: the code that they start with, compiled by the first of them. */
export class PythonHome {
  /** The interpreter itself, as the first process has told it: what is on the PATH may be a script that looks for one. */
  program: string | undefined;
  #path: string | undefined;
  #count = 0;

  /** The folder that the code is imported from. */
  get code(): string {
    return join(this.#opened(), 'code');
  }

  /** The folder that what is compiled of the function is kept in. */
  get compiled(): string {
    return join(this.#opened(), 'compiled');
  }

  /** A new folder for one process and those that are forked from it. */
  folder(): string {
    const path = join(this.#opened(), String(++this.#count));
    mkdirSync(path);
    return path;
  }

  close(): void {
    if (this.#path !== undefined) rmSync(this.#path, { recursive: true, force: true });
    this.#path = undefined;
  }

  #opened(): string {
    if (this.#path !== undefined) return this.#path;
    this.#path = realpathSync(mkdtempSync(join(tmpdir(), `scf-fixtures-python-${process.pid}-`)));
    const code = join(this.#path, 'code', '_scf_fixtures');
    mkdirSync(code, { recursive: true });
    for (const [name, text] of Object.entries(pythonBootstrapFiles)) writeFileSync(join(code, name), text);
    return this.#path;
  }
}
