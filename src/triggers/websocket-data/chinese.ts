import { common } from '../../domain/chinese/common.js';
import { fields } from '../../generated/chinese/websocket-data.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  'A client sends a message over its WebSocket connection; the transfer function receives it.':
    '客户端通过 WebSocket 连接发送消息；由传输函数接收。',
  'None; the gateway closes the connection.': '不重试；网关关闭连接。',
  'data is "", which is falsy and a message all the same': 'data 为 ""：是假值，但仍是一条消息',
  'a relay that parses data and forwards it closes somebody else': '解析 data 并转发的中继会关闭别人的连接',
  'parsed as a number it is rounded': '解析成数字会被舍入',
  'cut at a length it ends in half a character': '按长度截断会在末尾留下半个字符',
  "the vendor's demo joins texts to SQL": '官方示例把文本拼接到 SQL 中',
  'a demo and the Go library name this action, and a test for "data send" ignores the message':
    '一个示例和 Go 库使用这个 action，只认 "data send" 的代码会忽略该消息',
  'data is Base64 when dataType is "binary".': 'dataType 为 "binary" 时 data 是 Base64。',
  'action is "data send".': 'action 为 "data send"。',
};
