// Notes of a user, behind the vendor's adapter: Express with a router and JSON bodies.
const express = require('express');
const { createServer, proxy } = require('tencent-serverless-http');

const app = express();
app.disable('x-powered-by');
app.use(express.json({ type: () => true, strict: false, limit: '6mb' }));
const router = express.Router();
router.get('/notes/:id', async (req, res, next) => {
  try {
    const answer = await fetch(`https://notes.example.com/notes/${encodeURIComponent(req.params.id)}`);
    if (answer.status === 404) return res.status(404).json({ error: 'not found' });
    if (!answer.ok) return res.status(502).json({ error: 'notes are not available' });
    res.json({ id: req.params.id, text: await answer.text() });
  } catch (error) {
    next(error);
  }
});
router.put('/notes/:id', async (req, res, next) => {
  try {
    const answer = await fetch(`https://notes.example.com/notes/${encodeURIComponent(req.params.id)}`, {
      method: 'PUT',
      body: JSON.stringify({ text: String(req.body?.text ?? '') }),
    });
    res.status(answer.ok ? 200 : 502).json({ kept: answer.ok });
  } catch (error) {
    next(error);
  }
});
app.use(router);
app.use((req, res) => res.status(404).json({ error: 'no such page' }));
app.use((error, req, res, next) => res.status(error.status ?? 502).json({ error: 'failed' }));

const server = createServer(app);
exports.main_handler = async (event, context) => {
  context.callbackWaitsForEmptyEventLoop = false;
  return proxy(server, event, context, 'PROMISE').promise;
};
