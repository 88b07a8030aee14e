const Koa = require('koa');
const { createServer, proxy } = require('tencent-serverless-http');
const axios = require('axios');

const config = {
  endpoint: 'https://members.example.com/v1',
  user: 'gateway',
  password: process.env.MEMBERS_PASSWORD || 'unset',
};

const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (err) {
    ctx.status = 502;
    ctx.body = { message: 'members are not available' };
  }
});
app.use(async (ctx) => {
  const { id } = ctx.query;
  if (typeof id !== 'string' || !/^\d{1,12}$/.test(id)) {
    ctx.status = 400;
    ctx.body = { message: 'id must be a number' };
    return;
  }
  const { data } = await axios.get(`${config.endpoint}/members/${id}`, {
    auth: { username: config.user, password: config.password },
    timeout: 2000,
  });
  ctx.body = { id, data };
});

const server = createServer(app.callback());
exports.main_handler = async (event, context) => {
  context.callbackWaitsForEmptyEventLoop = false;
  return proxy(server, event, context, 'PROMISE').promise;
};
