// Counts words and letters of a note.
exports.main_handler = async (event) => {
  const text = Buffer.from(event.body || '', event.isBase64Encoded ? 'base64' : 'utf8').toString('utf8');
  const words = text.split(/\s+/).filter(Boolean);
  return {
    isBase64Encoded: false,
    statusCode: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ letters: [...text].length, words: words.length, first: words[0] ?? null }),
  };
};
