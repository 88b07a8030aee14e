import type { ChineseTexts } from '../kernel/chineseTexts.js';

/** Who reads a returned value, and the rules of what is accepted. */
export const responses: ChineseTexts = {
  'API Gateway': 'API 网关',
  'API Gateway in passthrough mode': '透传模式下的 API 网关',
  CLB: '负载均衡（CLB）',
  'the Function URL': '函数 URL',
  'the WebSocket handshake': 'WebSocket 握手',
  'the WebSocket gateway': 'WebSocket 网关',
  'the log of an asynchronous invocation': '异步调用的日志',
  'The returned value is an object.': '返回值是对象。',
  'statusCode is an integer.': 'statusCode 是整数。',
  'statusCode is from 100 to 599.': 'statusCode 在 100 到 599 之间。',
  'statusCode is a final one, not 1xx.': 'statusCode 是最终状态码，不是 1xx。',
  'No field stands under a name that other platforms or habits give it.':
    '没有字段使用其他平台的名称或习惯写法。',
  'headers is there.': '有 headers。',
  'headers is an object.': 'headers 是对象。',
  "A header name is one or more letters, digits and !#$%&'*+-.^_`|~.":
    "响应头名称由一个或多个字母、数字和 !#$%&'*+-.^_`|~ 组成。",
  'A header value is a string or a list of strings.': '响应头的值是字符串或字符串列表。',
  'A header value holds no line break and no NUL, with which it would end the header and begin another.':
    '响应头的值不含换行和 NUL，否则会结束该响应头并开始另一个。',
  'A header value is printable ASCII.': '响应头的值是可打印的 ASCII 字符。',
  'A list of header values is not empty.': '响应头的值列表不为空。',
  'No two header names differ in case alone.': '没有两个响应头名称只是大小写不同。',
  'Several cookies are a list, not one string joined by commas.':
    '多个 Cookie 写成列表，而不是以逗号连接的一个字符串。',
  'Transfer-Encoding is left to the gateway.': 'Transfer-Encoding 由网关设置。',
  'Content-Length, where given with a body, counts its bytes.':
    '有响应体且给出 Content-Length 时，其值为响应体的字节数。',
  'body, where there is one, is a string.': '有 body 时，它是字符串。',
  'body is not null.': 'body 不为 null。',
  'isBase64Encoded, where there is one, is a boolean.': '有 isBase64Encoded 时，它是布尔值。',
  'body is padded standard Base64 when isBase64Encoded is true.':
    'isBase64Encoded 为 true 时，body 是带填充的标准 Base64。',
  'body is text, not bytes read as text, when isBase64Encoded is not true.':
    'isBase64Encoded 不为 true 时，body 是文本，而不是当作文本读取的字节。',
  'A body of a binary content type or content encoding is Base64.':
    '二进制类型或带内容编码的响应体是 Base64。',
  'A response with a body says its content type.': '有响应体的响应给出其 Content-Type。',
  'A body of a JSON content type parses.': 'JSON 类型的响应体可以解析。',
  'A 1xx, 204 or 304 response has no body.': '1xx、204 或 304 响应没有响应体。',
  'isBase64Encoded is there.': '有 isBase64Encoded。',
  'There is no Location header.': '没有 Location 响应头。',
  'The value is no integration response, since its status and headers are not read.':
    '返回值不是集成响应，因为其状态码和响应头不会被读取。',
  'A value with headers or body has a statusCode, without which the whole value is the body.':
    '带有 headers 或 body 的返回值有 statusCode，否则整个返回值会成为响应体。',
  'The reply is an object.': '回复是对象。',
  'errNo is an integer; 0 accepts the connection.': 'errNo 是整数；0 表示接受连接。',
  'errMsg is a string.': 'errMsg 是字符串。',
  'websocket is an object; a refusal can leave it out.': 'websocket 是对象；拒绝连接时可以省略。',
  'websocket.action is "connecting".': 'websocket.action 为 "connecting"。',
  'websocket.secConnectionID is the id that the connect event carries.':
    'websocket.secConnectionID 是连接事件中的 ID。',
  'websocket.secWebSocketProtocol, where there is one, is a string.':
    '有 websocket.secWebSocketProtocol 时，它是字符串。',
  'websocket.secWebSocketProtocol is one that the connect event offers.':
    'websocket.secWebSocketProtocol 是连接事件所提供的之一。',
  'websocket.secWebSocketProtocol is a single value, not the whole offer.':
    'websocket.secWebSocketProtocol 是单个值，而不是所提供的全部。',
  'websocket.secWebSocketExtensions, where there is one, is a string.':
    '有 websocket.secWebSocketExtensions 时，它是字符串。',
  'websocket.secWebSocketExtensions is one that the connect event offers.':
    'websocket.secWebSocketExtensions 是连接事件所提供的之一。',
  'websocket.secWebSocketExtensions is a single value, not the whole offer.':
    'websocket.secWebSocketExtensions 是单个值，而不是所提供的全部。',
  'The value holds no status or error number that somebody should heed.':
    '返回值中没有需要有人理会的状态码或错误码。',
  'The value is no HTTP response, since nobody waits for one.':
    '返回值不是 HTTP 响应，因为没有人在等待响应。',
  'All names and values of the headers come to 4 KB at most.': '响应头的所有名称和值总共不超过 4 KB。',
  'The body has 6 MB at most.': '响应体不超过 6 MB。',
  'Nothing of the answer holds the keys of the role, which come with each request.':
    '应答中没有随每个请求传入的角色密钥。',
  'Each cookie has a header of its own.': '每个 Cookie 有各自的响应头。',
};
