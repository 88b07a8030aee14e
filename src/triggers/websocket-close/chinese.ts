import { common } from '../../domain/chinese/common.js';
import { fields } from '../../generated/chinese/websocket-close.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  'A client closes its WebSocket connection; the cleanup function forgets the id.':
    '客户端关闭 WebSocket 连接；清理函数应删除该连接 ID。',
  'None; the connection is gone whatever the function answers.': '不重试；无论函数返回什么，连接都已断开。',
};
