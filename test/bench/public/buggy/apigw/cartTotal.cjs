// What a cart costs; prices come from the shop's front end and are checked at payment.
class CartError extends Error {}

function itemsOf(event) {
  let body;
  try {
    const text = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body;
    body = JSON.parse(text);
  } catch (e) {
    throw new CartError('body is no JSON');
  }
  const items = body && body.items;
  if (!Array.isArray(items) || items.length === 0) throw new CartError('items are missing');
  for (const item of items) {
    const ok =
      item &&
      typeof item.price === 'number' &&
      item.price >= 0 &&
      item.price < 1e6 &&
      Number.isInteger(item.count) &&
      item.count > 0 &&
      item.count < 1000;
    if (!ok) throw new CartError('an item needs price and count');
  }
  return items;
}

exports.main_handler = async (event) => {
  const reply = (statusCode, value) => ({
    isBase64Encoded: false,
    statusCode,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(value),
  });
  try {
    const items = itemsOf(event);
    const total = items.reduce((sum, { price, count }) => sum + price * count, 0);
    return reply(200, { count: items.length, total });
  } catch (e) {
    if (e instanceof CartError) return reply(400, { error: e.message });
    throw e;
  }
};
