const push = async (secConnectionID, value) => {
  const res = await fetch('https://push.example.com/send', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      websocket: { action: 'data send', secConnectionID, dataType: 'text', data: JSON.stringify(value) },
    }),
  });
  if (!res.ok) throw new Error(`push: ${res.status}`);
};
exports.main_handler = async ({ websocket }) => {
  const { secConnectionID, dataType, data } = websocket;
  let command;
  if (dataType === 'text') {
    try {
      command = JSON.parse(data);
    } catch {
      command = undefined;
    }
  }
  switch (command?.type) {
    case 'ping':
      await push(secConnectionID, { type: 'pong' });
      break;
    case 'message':
      await push(secConnectionID, { type: 'received', letters: String(command.text ?? '').length });
      break;
    default:
      await push(secConnectionID, { type: 'error', error: 'unknown command' });
  }
};
