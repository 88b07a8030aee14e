// Answers what browsers ask before they ask.
exports.main_handler = async (event) => {
  const headers = {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST',
    'content-type': 'text/plain',
  };
  if (event.httpMethod === 'OPTIONS') return { isBase64Encoded: false, statusCode: 204, headers, body: '' };
  return { isBase64Encoded: false, statusCode: 200, headers, body: `${event.httpMethod} ${event.path}` };
};
