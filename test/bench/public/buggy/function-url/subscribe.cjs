const answer = (statusCode, value) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const address = /^([a-zA-Z0-9]+[._-]?)+@([a-zA-Z0-9-]+\.)+[a-z]{2,}$/;

exports.main_handler = async (event) => {
  let email = event.queryString && event.queryString.email;
  if (email === undefined && event.body) {
    try {
      const body = JSON.parse(
        event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body,
      );
      email = body && body.email;
    } catch (e) {
      return answer(400, { error: 'JSON' });
    }
  }
  if (typeof email !== 'string' || !address.test(email)) return answer(422, { error: 'email' });
  const id = Buffer.from(email.toLowerCase()).toString('base64url');
  const res = await fetch(`https://list.example.com/readers/${id}`, {
    method: 'PUT',
    body: JSON.stringify({ email }),
  }).catch(() => undefined);
  return res && res.ok ? answer(200, { email }) : answer(502, { error: 'list' });
};
