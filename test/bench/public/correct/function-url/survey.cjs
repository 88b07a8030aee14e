'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.main_handler = void 0;
const node_crypto_1 = require('node:crypto');
class Survey {
  constructor(base) {
    this.base = base;
  }
  async keep(form) {
    const answers = Object.fromEntries([...form].slice(0, 50));
    const id = (0, node_crypto_1.createHash)('sha256')
      .update(JSON.stringify(Object.entries(answers).sort()))
      .digest('hex');
    const res = await fetch(`${this.base}/answers/${id}`, { method: 'PUT', body: JSON.stringify(answers) });
    return res.ok ? id : undefined;
  }
}
const survey = new Survey('https://survey.example.com');
const reply = (statusCode, body) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
const main_handler = async (event) => {
  const text = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString('utf8');
  const form = new URLSearchParams(text);
  if (form.size === 0) return reply(400, 'nothing was answered');
  try {
    const id = await survey.keep(form);
    return id === undefined ? reply(502, 'not kept') : reply(201, id);
  } catch {
    return reply(502, 'not kept');
  }
};
exports.main_handler = main_handler;
