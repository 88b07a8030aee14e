// An app behind the adapter that the vendor's templates use.
const express = require('express');
const { createServer, proxy } = require('tencent-serverless-http');
const app = express();
app.get('/hello', (request, response) => response.json({ hello: request.query.name ?? 'you' }));
app.use((request, response) => response.status(404).json({ error: `no page at ${request.path}` }));
const server = createServer(app);
exports.main_handler = async (event, context) => {
  context.callbackWaitsForEmptyEventLoop = false;
  return proxy(server, event, context, 'PROMISE').promise;
};
