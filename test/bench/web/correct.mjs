import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';

/** Correct apps in the manner of public ones, of kinds that were accused once: each makes an app. */
export const correctApps = [
  {
    name: 'a page that carries its data in a script, as frameworks render it',
    app: () => (request, response) => {
      const { pathname } = new URL(`http://pages${request.url}`);
      const data = JSON.stringify(['$', 'main', null, { ref: '$undefined', at: pathname.length }]);
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><main>Shop</main><script>push(${JSON.stringify(data)})</script>`);
    },
  },
  {
    name: 'a bundle of scripts',
    app: () => (_, response) => {
      response
        .writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' })
        .end('typeof window !== "undefined" && Number.isNaN(NaN)');
    },
  },
  {
    name: 'express reads a query of at most a thousand names',
    app() {
      const app = express();
      app.get('/files', (request, response) => {
        const name = String(request.query.name ?? 'a.txt');
        if (!/^[\w-]+\.txt$/.test(name)) return response.status(400).end();
        return response.type('text').send(`${name} is here`);
      });
      return app;
    },
  },
  {
    name: 'validators, compression where it is asked for, a body in whatever form',
    app: () => async (request, response) => {
      const parts = [];
      for await (const part of request) parts.push(part);
      const sent = Buffer.concat(parts);
      let body = sent;
      try {
        if (request.headers['content-encoding'] === 'gzip') body = gunzipSync(sent);
      } catch {
        return response.writeHead(400).end();
      }
      const text = JSON.stringify({ bytes: body.length, list: Array(40).fill('x') });
      const tag = `"${createHash('sha1').update(text).digest('hex')}"`;
      response.setHeader('Vary', 'Accept-Encoding').setHeader('ETag', tag);
      if (/^(?:GET|HEAD)$/.test(request.method) && String(request.headers['if-none-match']).includes(tag))
        return response.writeHead(304).end();
      response.setHeader('Content-Type', 'application/json');
      if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return response.end(text);
      return response.setHeader('Content-Encoding', 'gzip').end(gzipSync(text));
    },
  },
];
