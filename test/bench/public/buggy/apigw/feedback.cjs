// Koa: what visitors say about a page.
const Koa = require('koa');
const { createServer, proxy } = require('tencent-serverless-http');

const readBody = async (req) => {
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

async function store(entry) {
  const res = await fetch('https://feedback.example.com/entries', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(entry),
  });
  if (!res.ok) throw new Error(`feedback: ${res.status}`);
}

const app = new Koa();
app.use(async (ctx) => {
  let given;
  try {
    given = JSON.parse(await readBody(ctx.req));
  } catch {
    ctx.status = 400;
    ctx.body = { ok: false };
    return;
  }
  if (typeof given?.text !== 'string' || given.text.length > 2000) {
    ctx.status = 422;
    ctx.body = { ok: false };
    return;
  }
  try {
    store({ text: given.text, page: ctx.path });
    ctx.status = 201;
    ctx.body = { ok: true };
  } catch (e) {
    ctx.status = 502;
    ctx.body = { ok: false };
  }
});

const server = createServer(app.callback());
exports.main_handler = (event, context) => {
  context.callbackWaitsForEmptyEventLoop = false;
  return proxy(server, event, context, 'PROMISE').promise;
};
