import { createHmac } from 'node:crypto';
import express from 'express';

/** Defects of apps of Express, each with its mended twin: `app(isMended)`. */
export const expressApps = [
  {
    name: 'express keeps its sessions in memory',
    app(isMended) {
      const app = express();
      const sessions = new Map();
      const sign = (user) => `${user}.${createHmac('sha256', 'example').update(user).digest('hex')}`;
      app.use(express.json());
      app.post('/session', (request, response) => {
        const user = encodeURIComponent(String(request.body?.user ?? 'guest'));
        if (!isMended) sessions.set(sign(user), user);
        response.setHeader('Set-Cookie', `session=${sign(user)}; HttpOnly`);
        response.json({ user });
      });
      app.get('/account', (request, response) => {
        const sent = /session=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
        const named = sent.slice(0, sent.lastIndexOf('.'));
        const user = isMended ? (sign(named) === sent ? named : undefined) : sessions.get(sent);
        if (user === undefined) return response.status(401).json({ error: 'please log in' });
        return response.json({ user });
      });
      return app;
    },
  },
  {
    name: 'express takes for granted that an order has items',
    app(isMended) {
      const app = express();
      app.use(express.json());
      app.post('/orders', (request, response) => {
        if (isMended && !Array.isArray(request.body?.items))
          return response.status(400).json({ error: 'items are missing' });
        const skus = request.body.items.map((item) => (isMended ? String(item?.sku) : item.sku));
        return response.status(201).json({ count: skus.length });
      });
      return app;
    },
  },
  {
    name: 'express takes a repeated parameter for a text',
    app(isMended) {
      const app = express();
      app.get('/articles', (request, response) => {
        const { tag = '' } = request.query;
        const text = isMended ? String([tag].flat()[0] ?? '') : tag;
        response.json({ tag: text.toLowerCase() });
      });
      return app;
    },
  },
  {
    name: 'express takes the first forwarded address for that of the client',
    app(isMended) {
      const app = express();
      app.get('/admin', (request, response) => {
        const all = String(request.headers['x-forwarded-for'] ?? '')
          .split(',')
          .map((one) => one.trim());
        const client = isMended ? all.at(-3) : all[0];
        const isInner = /^(?:127|10)\./.test(client ?? '');
        response
          .status(isInner ? 200 : 403)
          .json(isInner ? { settings: [1, 2] } : { error: 'from inside only' });
      });
      return app;
    },
  },
  {
    name: 'express shows the headers of the request',
    app(isMended) {
      const app = express();
      app.get('/debug', (request, response) => {
        const { host, accept } = request.headers;
        response.json({ headers: isMended ? { host, accept } : request.headers });
      });
      return app;
    },
  },
  {
    name: 'express passes the headers of the request on',
    app(isMended) {
      const app = express();
      app.get('/rates/:currency', async (request, response) => {
        const { host: _, ...headers } = request.headers;
        const answer = await fetch('https://rates.example.com/v1/latest', {
          headers: isMended ? { accept: 'application/json' } : headers,
        });
        response.status(answer.ok ? 200 : 502).json({ currency: request.params.currency });
      });
      return app;
    },
  },
  {
    name: 'express overwrites its first cookie',
    app(isMended) {
      const app = express();
      app.get('/welcome', (_request, response) => {
        if (isMended) response.setHeader('Set-Cookie', ['theme=dark', 'seen=1']);
        else {
          response.setHeader('Set-Cookie', 'theme=dark');
          response.setHeader('Set-Cookie', 'seen=1');
        }
        response.send('welcome');
      });
      return app;
    },
  },
  {
    name: 'express merges settings into prototypes',
    app(isMended) {
      const app = express();
      const merge = (into, from) => {
        for (const key of Object.keys(from)) {
          if (isMended && (key === '__proto__' || key === 'constructor' || key === 'prototype')) continue;
          const value = from[key];
          if (typeof value !== 'object' || value === null) into[key] = value;
          else into[key] = merge(typeof into[key] === 'object' && into[key] !== null ? into[key] : {}, value);
        }
        return into;
      };
      app.use(express.json());
      app.put('/settings', (request, response) => {
        const settings = merge({ theme: 'light' }, Object(request.body));
        response.json({ theme: String(settings.theme) });
      });
      return app;
    },
  },
];
