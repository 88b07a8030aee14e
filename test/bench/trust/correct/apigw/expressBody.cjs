// An app that stores what is sent to it, and says so where it cannot read it.
const express = require('express');
const { createServer, proxy } = require('tencent-serverless-http');
const app = express();
app.use(express.json({ limit: '10mb' }));
app.post('/{*path}', async (request, response) => {
  const answer = await fetch('https://store.example.com/forms/last', {
    method: 'PUT',
    body: JSON.stringify(request.body ?? null),
  });
  response.status(answer.ok ? 201 : 502).json({ stored: answer.ok });
});
app.use((_request, response) => response.status(405).json({ error: 'POST only' }));
app.use((error, _request, response, _next) =>
  response.status(error.status ?? 502).json({ error: 'cannot read that' }),
);
const server = createServer(app);
exports.main_handler = async (event, context) => {
  context.callbackWaitsForEmptyEventLoop = false;
  return proxy(server, event, context, 'PROMISE').promise;
};
