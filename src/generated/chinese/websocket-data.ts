// Made by scripts/generate.mjs from src/triggers/websocket-data/contract.schema.json; do not edit.
export const fields: Readonly<Record<string, string>> = {
  'A client sent one message over its WebSocket connection; the transfer function receives it.': '客户端通过 WebSocket 连接发送了一条消息；由传输函数接收。',
  'The message and its connection.': '消息及其所属的连接。',
  '"data send", in both directions. "data recv" stands in a demo\'s example and in the vendor\'s Go library, never in a document.': '"data send"，两个方向都是如此。"data recv" 出现在一个示例和官方 Go 库中，文档中从未出现。',
  'The message: its text, or the Base64 of its bytes when dataType is "binary"; "" for an empty message.': '消息：文本；dataType 为 "binary" 时是其字节的 Base64；空消息为 ""。',
  'Whether data is text or Base64 of bytes.': 'data 是文本还是二进制的 Base64。',
  'Opaque id of the connection, as in its connecting event.': '连接的不透明 ID，与其建立连接的事件中相同。',
};
