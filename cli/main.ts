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
// Not awaited here: the commands' chunks import the one that this stands in.
void runProgram(process.argv.slice(2), io).then(() => {
  process.exitCode = io.exitCode;
});
