const { push } = require('./push.js');

/** Transfer: gets what clients send, and sends it on to one client: the one in the environment, else the sender. */
exports.main_handler = async (event) => {
  if (!event.websocket) return { errNo: 102, errMsg: 'not found web socket' };
  const { secConnectionID, dataType, data } = event.websocket;
  await push({
    action: 'data send',
    secConnectionID: process.env.TARGET_CONNECTION_ID ?? secConnectionID,
    dataType,
    data: dataType === 'text' ? JSON.stringify(data) : data,
  });
  return event;
};
