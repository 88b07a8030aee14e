// Answers an event with what it was sent, by the options in its environment.
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const { PORT = '9000', HOST = '0.0.0.0', STATUS = '200', HOW = 'echo' } = process.env;

createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { method, url, headers } = request;
  response.statusCode = Number(STATUS);
  if (HOW === 'hang up') return request.socket.destroy();
  if (HOW === 'gzip') {
    response.setHeader('Content-Encoding', 'gzip');
    return response.end(gzipSync(JSON.stringify({ packed: true })));
  }
  response.end(JSON.stringify({ method, url, headers, body, env: Object.keys(process.env) }));
}).listen(Number(PORT), HOST);
