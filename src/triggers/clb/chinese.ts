import { common } from '../../domain/chinese/common.js';
import { http } from '../../domain/chinese/http.js';
import { fields } from '../../generated/chinese/clb.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  ...http,
  'A client requests a rule of a load balancer (CLB) that has the function as its backend.':
    '客户端请求负载均衡（CLB）上以该函数为后端的转发规则。',
  'without X-Method and X-Uri the event says neither method nor path':
    '没有 X-Method 和 X-Uri，事件中就没有方法和路径',
  'headers["User-Agent"] is undefined': 'headers["User-Agent"] 为 undefined',
  'the documents write Content-type with a small t, and HTTP Content-Type':
    '文档写作小写 t 的 Content-type，HTTP 写作 Content-Type',
  'the Chinese page once named X-Url and X-Forward-For': '中文页曾写作 X-Url 和 X-Forward-For',
  'X-Forwarded-For is a list, and its first address is whatever the client wrote':
    'X-Forwarded-For 是一个列表，其第一个地址是客户端任意写入的',
  'isBase64Encoded is missing': '没有 isBase64Encoded',
  'isBase64Encoded === "false" fails': 'isBase64Encoded === "false" 不成立',
  'the text "false" is truthy, so a JSON object is decoded as Base64':
    '文本 "false" 为真值，于是 JSON 对象会被当作 Base64 解码',
  'nothing says what the body is': '没有任何信息说明请求体的类型',
  'the body is text under application/': '请求体是文本，类型却是 application/ 开头',
  'the body is markup, and answering with it runs scripts': '请求体是 HTML，原样返回会执行其中的脚本',
  'a form is neither text/* nor JSON, so it comes as Base64':
    '表单既不是 text/* 也不是 JSON，因此以 Base64 传入',
  'the type is application/x-ndjson, so lines of JSON come as Base64':
    '类型是 application/x-ndjson，因此逐行的 JSON 以 Base64 传入',
  'JSON.parse of the event rounds the number': '对事件做 JSON.parse 会把该数字舍入',
  'the event is as large as it may be, once its payload is Base64':
    'payload 做 Base64 编码后，事件达到允许的最大大小',
  'A body of text/*, application/json, application/javascript or application/xml is passed on as it is, any other as Base64.':
    '类型为 text/*、application/json、application/javascript 或 application/xml 的请求体原样传入，其他以 Base64 传入。',
  'payload is Base64 when isBase64Encoded is "true".': 'isBase64Encoded 为 "true" 时 payload 是 Base64。',
  'isBase64Encoded is the text "true" or "false".': 'isBase64Encoded 是文本 "true" 或 "false"。',
  'Header names begin with a capital letter.': '请求头名称以大写字母开头。',
  'X-Stgw-Time is seconds since 1970, a point and three digits.':
    'X-Stgw-Time 是自 1970 年起的秒数、小数点和三位数字。',
  'X-Real-IP, X-Forwarded-For, X-Forwarded-Proto and X-Stgw-Time are there.':
    '有 X-Real-IP、X-Forwarded-For、X-Forwarded-Proto 和 X-Stgw-Time。',
};
