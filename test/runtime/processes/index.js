// What the battery asks of every runtime that is a process, in one handler.
const { spawn } = require('node:child_process');
const fs = require('node:fs');

let calls = 0;
const kept = [];

const how = process.env.LOAD || '';
console.log(`loading ${how}`);
if (how === 'raise') throw new Error('no such setting: DB_HOST');
if (how === 'exit') {
  console.error('the database is away');
  process.exit(7);
}
if (how === 'sleep') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000);

const answers = {
  raise() {
    throw new Error('nothing to pay');
  },
  sleep: () => new Promise((done) => void setTimeout(done, 60000)),
  exit() {
    console.log('about to exit');
    process.exit(3);
  },
  async fill({ megabytes }) {
    for (let at = 0; at < megabytes; at++) kept.push(Buffer.alloc(1024 * 1024, 1));
    await new Promise((done) => void setTimeout(done, 500));
  },
  answer: ({ bytes }) => 'x'.repeat(bytes),
  say({ what }) {
    process.stdout.write(`said ${what}\n`);
    process.stderr.write(`warned ${what}\n`);
    return 'said';
  },
  count: () => ({ calls, pid: process.pid }),
  tmp() {
    const there = fs.existsSync('/tmp/kept');
    fs.appendFileSync('/tmp/kept', '');
    return there;
  },
  env: () => Object.keys(process.env).sort(),
  get: ({ name }) => (process.env[name] === undefined ? null : process.env[name]),
  hour: () => String(new Date(0).getHours()).padStart(2, '0'),
  leave() {
    setTimeout(() => undefined, 50);
    return 'left';
  },
  cwd: () => process.cwd(),
  start({ seconds, away }) {
    spawn('sleep', [seconds], { detached: away, stdio: 'ignore' }).unref();
    return 'started';
  },
};

exports.main_handler = async (event) => {
  calls++;
  const answer = answers[event?.do];
  return answer === undefined ? event : answer(event);
};
