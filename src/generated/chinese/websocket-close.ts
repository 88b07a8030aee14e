// Made by scripts/generate.mjs from src/triggers/websocket-close/contract.schema.json; do not edit.
export const fields: Readonly<Record<string, string>> = {
  'A client closed its WebSocket connection; the cleanup function forgets the id.': '客户端关闭了 WebSocket 连接；清理函数应删除该连接 ID。',
  'The connection that ended.': '已结束的连接。',
  'Always "closing".': '固定为 "closing"。',
  'Opaque id of the connection, as in its connecting event.': '连接的不透明 ID，与其建立连接的事件中相同。',
};
