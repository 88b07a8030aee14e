import { common } from '../../domain/chinese/common.js';
import { http } from '../../domain/chinese/http.js';
import { fields } from '../../generated/chinese/function-url.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  ...http,
  'A client requests the URL of an event function.': '客户端请求事件函数的函数 URL。',
  "content-length is not the body's: the documented example says 17 for 22 bytes":
    'content-length 不是请求体的长度：文档示例中 22 字节写的是 17',
  'the documents show five keys: event.requestContext.sourceIp throws, and body is undefined on GET':
    '文档给出五个键：event.requestContext.sourceIp 会抛出错误，GET 时 body 为 undefined',
  'requestContext stands beside the documented five keys, and adapters take its presence for API Gateway':
    'requestContext 与文档的五个键并存，适配器会因它的存在误认为是 API 网关',
  'queryStringParameters is {}, and adapters that read it lose the query':
    'queryStringParameters 为 {}，读取它的适配器会丢失查询参数',
  'the address is not an IP address until the port is cut off': '去掉端口之前，该地址不是 IP 地址',
  'splitting at ":" takes the address apart': '按 ":" 拆分会把地址拆散',
  'the address stands in brackets': '地址写在方括号中',
  'the header is missing on a custom domain, and rate limits by address see undefined':
    '自定义域名下没有该请求头，按地址限流的代码得到 undefined',
  'the domain that was asked for stands in a header of its own beside host':
    '除 host 之外，所请求的域名另有一个专门的请求头',
  'body is "", and JSON.parse("") throws': 'body 为 ""，而 JSON.parse("") 会抛出错误',
  'body is undefined, and JSON.parse(undefined) throws':
    'body 为 undefined，而 JSON.parse(undefined) 会抛出错误',
  'x-scf-remote-addr holds the address of the client, the same as requestContext.sourceIp; it is absent on a domain of the user.':
    'x-scf-remote-addr 是客户端地址，与 requestContext.sourceIp 相同；自定义域名下没有它。',
  'An event of POST, PUT or PATCH has a body, be it "".': 'POST、PUT 或 PATCH 事件有 body，可以是 ""。',
};
