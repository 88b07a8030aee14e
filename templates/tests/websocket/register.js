/** Registration: decides whether a client may connect. Save the id here, to push to it later. */
exports.main_handler = async (event) => {
  if (!event.requestContext) return { errNo: 101, errMsg: 'not found request context' };
  if (!event.websocket) return { errNo: 102, errMsg: 'not found websocket' };
  const { secConnectionID, secWebSocketProtocol, secWebSocketExtensions } = event.websocket;
  const websocket = { action: 'connecting', secConnectionID };
  // A browser ends a connection whose sub-protocols were not answered; the answer is one of those that it offers.
  if (secWebSocketProtocol) websocket.secWebSocketProtocol = secWebSocketProtocol.split(',')[0].trim();
  // No extension is accepted.
  if (secWebSocketExtensions) websocket.secWebSocketExtensions = '';
  console.log(`connecting ${secConnectionID}`);
  return { errNo: 0, errMsg: 'ok', websocket };
};
