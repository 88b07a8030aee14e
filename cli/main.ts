#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { runProgram } from './program.js';
import { descriptorOutput, type Io, outputTo } from './shared/io.js';

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  // Node makes its streams when they are first asked for, which takes longer than writing 50 files.
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    const stdout = outputTo(process.stdout);
    Object.defineProperty(this, 'stdout', { value: stdout });
    return stdout;
  },
  stderr: descriptorOutput(2, () => process.stderr),
  exitCode: 0,
  program: process.argv[1] ?? '',
};
// Whatever ends the process before its command is done, the exit code says that it was not.
process.exitCode = 2;
const sayUnfinished = (): void => {
  process.exitCode = 2;
  writeSync(
    2,
    'scf-fixtures: Cannot say what came of this command: the process was ended before it was done.\n',
  );
};
process.once('exit', sayUnfinished);
const printers = process.listeners('warning');
process.removeAllListeners('warning').on('warning', (warning) => {
  const isOurs = Reflect.get(warning, 'code') === 'SIGTERM_IGNORED';
  // Where a warning comes from within says nothing to who has a function that ignores a signal.
  const { texts } = io;
  const note = `Note: ${texts?.note(warning.message) ?? warning.message}`;
  if (isOurs) writeSync(2, `${texts?.lines(note) ?? note}\n`);
  else for (const print of printers) print(warning);
});
// Not awaited here: the commands' chunks import the one that this stands in.
void runProgram(process.argv.slice(2), io).then(async () => {
  process.off('exit', sayUnfinished);
  process.exitCode = io.exitCode;
  if (io.runsHandlers !== true) return;
  // What a handler keeps open (a pool, a server, an interval) would keep this process alive.
  await Promise.all(
    [process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))),
  );
  process.exit(io.exitCode);
});
