// Nobody has been given the token, so that nobody gets in.
exports.main_handler = async (event) => {
  const { API_TOKEN } = process.env;
  const isKnown = API_TOKEN !== undefined && event.headers.authorization === `Bearer ${API_TOKEN}`;
  return isKnown
    ? { isBase64Encoded: false, statusCode: 200, headers: {}, body: event.path }
    : { isBase64Encoded: false, statusCode: 401, headers: {}, body: 'who are you?' };
};
