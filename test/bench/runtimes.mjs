// CPU of a function in each runtime, with all processes that it takes: npm run bench -- runtimes (on Linux).
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const title = 'CPU of 100 runs, by runtime';

const calls = 100;
const files = {
  'index.js': 'exports.main_handler = async (event) => ({ statusCode: 200, body: event.path });\n',
  'index.py': 'def main_handler(event, context):\n    return {"statusCode": 200, "body": event["path"]}\n',
  bootstrap: `#!/usr/bin/env python3
import http.client, json, os
from index import main_handler
api = http.client.HTTPConnection(os.environ["SCF_RUNTIME_API"], int(os.environ["SCF_RUNTIME_API_PORT"]))
def call(method, path, body=None):
    api.request(method, path, body)
    return api.getresponse().read()
call("POST", "/runtime/init/ready", " ")
while True:
    event = json.loads(call("GET", "/runtime/invocation/next"))
    call("POST", "/runtime/invocation/response", json.dumps(main_handler(event, {})))
`,
  'server.py': `import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from index import main_handler
class Events(BaseHTTPRequestHandler):
    def do_POST(self):
        event = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        body = json.dumps(main_handler(event, {})).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *args):
        pass
import os
HTTPServer(("0.0.0.0", int(os.environ.get("PORT", "9000"))), Events).serve_forever()
`,
};
const event = { path: '/orders', httpMethod: 'POST', body: '{"id":1}', headers: { host: 'example.com' } };

/** The same calls in a program of that language and nothing else. */
const bare = {
  node: [
    process.execPath,
    '-e',
    `const { main_handler } = require('./index.js'); const text = ${JSON.stringify(JSON.stringify(event))};
     (async () => { for (let i = 0; i < ${calls}; i++) JSON.stringify(await main_handler(JSON.parse(text), {})); })();`,
  ],
  python: [
    'python3',
    '-c',
    `import json
from index import main_handler
text = ${JSON.stringify(JSON.stringify(event))}
for i in range(${calls}):
    json.dumps(main_handler(json.loads(text), {}))`,
  ],
};

const library = (name) => JSON.stringify(new URL(`../../dist/${name}.js`, import.meta.url).href);

/** A program that calls one instance so often. */
const invoking = (spec, options = {}) =>
  `import { createInstance } from ${library('runtime')};
   const instance = createInstance(${JSON.stringify(spec)}, ${JSON.stringify(options)});
   for (let i = 0; i < ${calls}; i++) {
     const outcome = await instance.invoke(${JSON.stringify(event)});
     if (!outcome.ok) throw new Error(JSON.stringify(outcome));
   }
   await instance.close();`;

/** A program that asks a web function so often. */
const asking = (folder) =>
  `import { serve } from ${library('fakes')};
   const server = await serve({ kind: 'web', handler: ${JSON.stringify(folder)}, report: () => undefined });
   const body = ${JSON.stringify(JSON.stringify(event))};
   for (let i = 0; i < ${calls}; i++) {
     const answer = await fetch(server.url, { method: 'POST', body });
     const text = await answer.text();
     if (answer.status !== 200) throw new Error(text);
   }
   await server.close();`;

/** A program that fuzzes, which takes some fifty calls a run. */
const fuzzing = (spec, runs) =>
  `import { fuzzReport } from ${library('fuzz')};
   import { apigw } from ${library('index')};
   await fuzzReport(${JSON.stringify(spec)}, { trigger: apigw, runs: ${runs}, store: false });`;

export async function* rows({ quick = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-bench-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    chmodSync(join(folder, 'bootstrap'), 0o755);
    mkdirSync(join(folder, 'web'));
    for (const name of ['index.py', 'server.py']) writeFileSync(join(folder, 'web', name), files[name]);
    const start = '#!/bin/bash\nexec /var/lang/python310/bin/python3.10 server.py\n';
    writeFileSync(join(folder, 'web/scf_bootstrap'), start, { mode: 0o755 });
    const ratio = (one, other) => {
      // Of sums, since the system counts in hundredths of a second.
      let [first, second] = [0, 0];
      for (let round = 0; round < (quick ? 3 : 8); round++) {
        first += cpuTicks(one, folder);
        second += cpuTicks(other, folder);
      }
      return first / second;
    };
    const row = (what, one, other, bars = {}) => ({ what, measured: ratio(one, other), ...bars });
    const runs = quick ? 3 : 10;
    const node = { runtime: 'Nodejs18.15' };
    yield row('node in the process / a loop of node', invoking('index.main_handler', node), bare.node, {
      good: 4,
      goal: 2.5,
    });
    yield row(
      'node in a worker / a loop of node',
      invoking('index.main_handler', { ...node, isolation: 'worker' }),
      bare.node,
      { good: 5, goal: 3.5 },
    );
    yield row(
      'node as deployed, in a process of its own / a loop of node',
      invoking('index.main_handler', { ...node, isolation: 'process' }),
      bare.node,
      { good: 8, goal: 4 },
    );
    yield row('python / a loop of python', invoking('./index.py:main_handler'), bare.python, {
      good: 6,
      goal: 3.5,
    });
    yield row('custom, a bootstrap in Python / a loop of python', invoking('.'), bare.python, {
      good: 8,
      goal: 4,
    });
    yield row(
      'image, a server in Python / a loop of python',
      invoking('.', { command: ['python3', 'server.py'], port: 0 }),
      bare.python,
      { good: 8, goal: 4 },
    );
    yield row('web, a server in Python behind `serve` / a loop of python', asking('./web'), bare.python, {
      good: 16,
      goal: 8,
    });
    yield row(
      `\`fuzz --runs ${runs}\` in python / in node`,
      fuzzing('./index.py:main_handler', runs),
      fuzzing('./index.js#main_handler', runs),
      { good: 3, goal: 1.5 },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a program computes, and all that it starts and waits for. */
function cpuTicks(command, cwd) {
  const [program, ...args] = typeof command === 'string' ? [process.execPath, 'program.mjs'] : command;
  if (typeof command === 'string') writeFileSync(join(cwd, 'program.mjs'), command);
  const before = childrenTicks();
  const { status, stderr } = spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return childrenTicks() - before;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: cutime and cstime. */
function childrenTicks() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1).split(' ');
  return Number(fields[13]) + Number(fields[14]);
}
