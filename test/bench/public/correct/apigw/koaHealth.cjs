const Koa = require('koa');
const { createServer, proxy } = require('tencent-serverless-http');
const started = Date.now();
const app = new Koa();
app.use(async (ctx, next) => {
  const start = process.hrtime.bigint();
  await next();
  ctx.set('x-response-time', `${(process.hrtime.bigint() - start) / 1000n}us`);
});
app.use((ctx) => {
  ctx.set('cache-control', 'no-store');
  ctx.body = { ok: true, uptime: Math.floor((Date.now() - started) / 1000), path: ctx.path };
});
const server = createServer(app.callback());
exports.main_handler = async (event, context) => {
  context.callbackWaitsForEmptyEventLoop = false;
  return proxy(server, event, context, 'PROMISE').promise;
};
