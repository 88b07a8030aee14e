const { push } = require('./push.js');

/** Cleanup: hears that a client has left. Forget its id here; another client can be sent off with it. */
exports.main_handler = async (event) => {
  if (!event.websocket) return { errNo: 102, errMsg: 'not found web socket' };
  console.log(`closing ${event.websocket.secConnectionID}`);
  const other = process.env.CLOSE_CONNECTION_ID;
  if (other) await push({ action: 'closing', secConnectionID: other });
  return event;
};
