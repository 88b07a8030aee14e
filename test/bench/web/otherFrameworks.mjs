import fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Defects of apps of Koa, Fastify and Hono. */
export const otherApps = [
  {
    name: 'koa reads a field of null',
    app(isMended) {
      const app = new Koa();
      app.use(async (context) => {
        if (context.path !== '/profile' || context.method !== 'POST') return;
        let profile;
        try {
          profile = JSON.parse(await bodyOf(context.req));
        } catch {
          context.status = 400;
          return;
        }
        const nickname = isMended ? profile?.nickname : profile.nickname;
        context.body = { nickname: String(nickname ?? 'nobody') };
      });
      return app;
    },
  },
  {
    name: 'koa decodes what is no percent encoding',
    app(isMended) {
      const app = new Koa();
      app.use((context) => {
        const [, name] = /^\/files\/(.+)$/.exec(context.path) ?? [];
        if (name === undefined) return;
        try {
          context.body = { name: decodeURIComponent(name) };
        } catch (error) {
          if (!isMended) throw error;
          context.status = 400;
        }
      });
      return app;
    },
  },
  {
    name: 'koa puts permissions into a header',
    app(isMended) {
      const app = new Koa();
      const permissions = Array.from({ length: 300 }, (_, index) => `resource-${index}:read`).join(',');
      app.use((context) => {
        if (context.path !== '/permissions') return;
        if (!isMended) context.set('X-Permissions', permissions);
        context.body = { permissions };
      });
      return app;
    },
  },
  {
    name: 'koa tells the hour of its process',
    app(isMended) {
      const app = new Koa();
      app.use((context) => {
        if (context.path !== '/opening') return;
        const at = new Date(Date.UTC(2026, 0, 15, Number(context.query.hour) % 24 || 0));
        context.body = { opens: `${isMended ? at.getUTCHours() : at.getHours()}:00` };
      });
      return app;
    },
  },
  {
    name: 'fastify takes for granted that a customer has a name',
    app(isMended) {
      const app = fastify();
      app.post('/customers', async (request, reply) => {
        if (isMended && typeof request.body?.customer?.name !== 'string')
          return reply.code(400).send({ error: 'a name is missing' });
        return { initials: request.body.customer.name.slice(0, 2) };
      });
      return app;
    },
  },
  {
    name: 'fastify collects tags of all requests',
    app(isMended) {
      const app = fastify();
      const all = [];
      app.get('/tags', async (request) => {
        const tags = isMended ? [] : all;
        tags.push(String(request.query.tag ?? 'none'));
        return { tags };
      });
      return app;
    },
  },
  {
    name: 'hono parses a body that is not there',
    app(isMended) {
      const app = new Hono();
      app.post('/comments', async (context) => {
        const comment = isMended ? await context.req.json().catch(() => undefined) : await context.req.json();
        if (typeof comment?.text !== 'string') return context.json({ error: 'a text is missing' }, 400);
        return context.json({ length: comment.text.length });
      });
      return app;
    },
  },
  {
    name: 'hono does not wait for its audit log',
    app(isMended) {
      const app = new Hono();
      app.post('/transfers', async (context) => {
        const audit = fetch('https://audit.example.com/entries', { method: 'POST', body: 'transfer' });
        if (isMended) await audit;
        return context.json({ accepted: true });
      });
      return app;
    },
  },
  {
    name: 'hono sends a mail for every method',
    app(isMended) {
      const app = new Hono();
      const notify = async (context) => {
        await fetch('https://mail.example.com/send', { method: 'POST', body: 'a new lead' });
        return context.json({ sent: true });
      };
      if (isMended) app.post('/leads', notify);
      else app.all('/leads', notify);
      return app;
    },
  },
];
