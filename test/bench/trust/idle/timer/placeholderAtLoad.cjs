const secret = '<your secret key>';
if (secret.startsWith('<')) throw new Error('put your secret key into this file');
exports.main_handler = async (event) => {
  await fetch('https://api.example.com/last', {
    method: 'PUT',
    headers: { authorization: secret },
    body: event.Time,
  });
};
