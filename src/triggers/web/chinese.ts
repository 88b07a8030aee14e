import { common } from '../../domain/chinese/common.js';
import { http } from '../../domain/chinese/http.js';
import { fields } from '../../generated/chinese/web.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  ...http,
  'A client requests a web function, whose server gets it as plain HTTP.':
    '客户端请求 Web 函数，函数中的服务器收到的是普通 HTTP 请求。',
  'browsers ask before they send, and no platform answers for a web function':
    '浏览器会先发预检请求，而没有平台替 Web 函数应答',
  'the body is compressed, and JSON.parse of its bytes throws':
    '请求体经过压缩，对其字节做 JSON.parse 会抛出错误',
  'no Content-Length tells how long the body is': '没有 Content-Length 给出请求体的长度',
  'If-None-Match and If-Modified-Since come together': 'If-None-Match 与 If-Modified-Since 同时出现',
  'the client wants a part of it': '客户端只要其中一部分',
};
