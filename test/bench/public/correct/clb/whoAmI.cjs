exports.main_handler = async (event) => {
  const headers = Object.fromEntries(
    Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    isBase64Encoded: false,
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'private' },
    body: JSON.stringify({ address: headers['x-real-ip'] ?? null, agent: headers['user-agent'] ?? null }),
  };
};
