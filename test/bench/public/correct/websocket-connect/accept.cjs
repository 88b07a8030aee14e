exports.main_handler = async (event) => {
  const { websocket, requestContext } = event;
  const offered = String(websocket.secWebSocketProtocol ?? '')
    .split(',')
    .map((name) => name.trim());
  const secWebSocketProtocol = offered.find((name) => name === 'chat' || name === 'json');
  console.log('connect', requestContext.stage);
  return {
    errNo: 0,
    errMsg: 'ok',
    websocket: {
      action: 'connecting',
      secConnectionID: websocket.secConnectionID,
      ...(secWebSocketProtocol === undefined ? {} : { secWebSocketProtocol }),
    },
  };
};
