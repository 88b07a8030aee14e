async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Defects of listeners of node:http. */
export const plainApps = [
  {
    name: 'plain counts characters in place of bytes',
    app: (isMended) => (request, response) => {
      const url = new URL(request.url, 'http://localhost');
      if (url.pathname !== '/greeting') return response.writeHead(404).end();
      const text = `你好 ${url.searchParams.get('name') ?? ''}`;
      response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      response.setHeader('Content-Length', isMended ? Buffer.byteLength(text) : text.length);
      return response.end(text);
    },
  },
  {
    name: 'plain never answers other paths',
    app: (isMended) => (request, response) => {
      if (request.url === '/health') response.end('ok');
      else if (request.url === '/version') response.end('1.0.0');
      else if (isMended) response.writeHead(404).end('not found');
    },
  },
  {
    name: 'plain reads no body that comes in chunks',
    app: (isMended) => async (request, response) => {
      if (request.url !== '/echo' || request.method !== 'POST') return response.writeHead(404).end();
      const hasBody = isMended || Number(request.headers['content-length'] ?? 0) > 0;
      const body = hasBody ? await bodyOf(request) : '';
      return response.end(`${Buffer.byteLength(body)} bytes`);
    },
  },
];

const start = "}).listen(process.env.PORT || 9000, '0.0.0.0');\n";
const bootstrap = '#!/bin/bash\n/var/lang/node18/bin/node app.js\n';

/** Defects of folders with a scf_bootstrap: `files(isMended)`. */
export const folders = [
  {
    name: 'folder ends with a body that is no JSON',
    files: (isMended) => ({
      scf_bootstrap: bootstrap,
      'app.js': `const { createServer } = require('node:http');
createServer((request, response) => {
  if (request.method !== 'POST') return response.end('send me an order');
  let text = '';
  request.on('data', (chunk) => { text += chunk; });
  request.on('end', () => {
    ${isMended ? 'let order; try { order = JSON.parse(text); } catch { return response.writeHead(400).end(); }' : 'const order = JSON.parse(text);'}
    response.end(JSON.stringify({ note: String(order${isMended ? '?' : ''}.note ?? '') }));
  });
${start}`,
    }),
  },
  {
    name: 'folder writes the headers of requests to its log',
    files: (isMended) => ({
      scf_bootstrap: bootstrap,
      'app.js': `const { createServer } = require('node:http');
createServer((request, response) => {
  console.log(request.method, request.url${isMended ? '' : ', JSON.stringify(request.headers)'});
  response.end(request.url === '/status' ? 'up' : 'hello');
${start}`,
    }),
  },
];
