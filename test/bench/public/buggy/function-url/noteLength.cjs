// Counts words and letters of a note.
exports.main_handler = async (event) => {
  const text = event.body || '';
  const words = text.split(/\s+/).filter(Boolean);
  return {
    isBase64Encoded: false,
    statusCode: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ letters: [...text].length, words: words.length, first: words[0] ?? null }),
  };
};
