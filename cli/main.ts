#!/usr/bin/env node
import { outputTo } from './io.js';
import { runProgram } from './program.js';

const io = {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
  exitCode: 0,
};
await runProgram(process.argv.slice(2), io);
process.exitCode = io.exitCode;
