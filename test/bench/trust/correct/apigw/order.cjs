// Stores an order under an id of its own.
const { randomUUID } = require('node:crypto');
const answer = (statusCode, value) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
exports.main_handler = async (event) => {
  let order;
  try {
    order = JSON.parse(event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body);
  } catch {
    return answer(400, { error: 'send JSON' });
  }
  if (typeof order?.item !== 'string') return answer(422, { error: 'which item?' });
  const id = randomUUID();
  const stored = await fetch(`https://store.example.com/orders/${id}`, {
    method: 'PUT',
    body: JSON.stringify({ id, item: order.item }),
  });
  return stored.ok ? answer(201, { id }) : answer(502, { error: 'try again' });
};
