const { createHash } = require('node:crypto');
exports.main_handler = async (event) => {
  for (const { cos, event: what } of event.Records) {
    const { cosBucket, cosObject } = cos;
    const id = createHash('sha256').update(`${cosBucket.name}\n${cosObject.key}`).digest('hex');
    const isGone = what.eventName.startsWith('cos:ObjectRemove');
    const res = await fetch(`https://search.example.com/files/_doc/${id}`, {
      method: isGone ? 'DELETE' : 'PUT',
      headers: { 'content-type': 'application/json' },
      ...(isGone ? {} : { body: JSON.stringify({ key: cosObject.key, size: cosObject.size }) }),
    });
    if (!res.ok && !(isGone && res.status === 404)) throw new Error(`search: ${res.status}`);
  }
};
