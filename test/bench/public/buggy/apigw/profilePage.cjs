// A page of a member, in Express behind the vendor's adapter.
const express = require('express');
const { createServer, proxy } = require('tencent-serverless-http');

const app = express();
const escapeHtml = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

app.get(/.*/, (req, res) => {
  const { name, tab } = req.query;
  if (typeof name !== 'string' || name === '') {
    res.status(400).type('html').send('<p>Who are you looking for?</p>');
    return;
  }
  const isOpen = tab === 'orders' ? 'orders' : 'about';
  res.type('html').send(`<h1>${name}</h1><nav class="${isOpen}"></nav>`);
});
app.use((req, res) => res.status(405).type('html').send('<p>Not here</p>'));

const server = createServer(app);
exports.main_handler = async (event, context) => {
  context.callbackWaitsForEmptyEventLoop = false;
  return proxy(server, event, context, 'PROMISE').promise;
};
