#!/usr/bin/env node
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
// Not awaited here: the commands' chunks import the one that this stands in.
void runProgram(process.argv.slice(2), io).then(() => {
  process.exitCode = io.exitCode;
});
