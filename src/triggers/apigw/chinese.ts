import { common } from '../../domain/chinese/common.js';
import { http } from '../../domain/chinese/http.js';
import { fields } from '../../generated/chinese/apigw.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  ...http,
  'A client requests an API of API Gateway that has the function as its backend.':
    '客户端请求 API 网关上以该函数为后端的 API。',
  'code after the documents reads requestContext.requestId, stageVariables and Title-Case headers; today none of them comes':
    '照文档编写的代码会读取 requestContext.requestId、stageVariables 和首字母大写的请求头，而这些如今都不会发送',
  'isBase64Encoded, requestsource and x-api-scheme are missing, and three other headers are there':
    '缺少 isBase64Encoded、requestsource 和 x-api-scheme，另多出三个请求头',
  'the text "false" is truthy, so text is decoded as Base64':
    '文本 "false" 为真值，于是普通文本会被当作 Base64 解码',
  'a comparison with true fails, so Base64 is taken for the body':
    '与 true 比较不成立，于是 Base64 会被当作请求体原文',
  'new Request("…", { method: "GET", body }) throws': 'new Request("…", { method: "GET", body }) 会抛出错误',
  'identity is {} unless the API asks for a key pair, and then secretId is there':
    '只有 API 要求密钥对时 identity 中才有 secretId，否则 identity 为 {}',
  'a declared parameter that the request lacks is "", not undefined':
    '声明了但请求未携带的参数为 ""，而不是 undefined',
  'the key is missing where other events have {}': '其他事件中此键为 {}，这里没有此键',
  'requestContext.path is only the beginning of path, so comparing them fails':
    'requestContext.path 只是 path 的开头部分，直接比较二者会不相等',
  'names of parameters find what every object has': '用参数名查表会命中每个对象都有的属性',
  'the stage is none of the three that the documents name': '该环境名不是文档所列三个中的任何一个',
  'the flag of a WebSocket API stands in an HTTP event, and a test for it takes the event for a handshake':
    'HTTP 事件中出现了 WebSocket API 的标志，据此判断会把事件误认为握手',
  'requestContext.httpMethod is the method of the request, or ANY.':
    'requestContext.httpMethod 是请求的方法，或为 ANY。',
  'path is requestContext.path with its placeholders filled in, or a path below it; pathParameters hold what fills them.':
    'path 是填入占位符后的 requestContext.path，或其下级路径；pathParameters 是占位符的取值。',
  'A declared query parameter has its value from queryString, or is "" when the request lacks it.':
    '声明的查询参数取 queryString 中的值，请求未携带时为 ""。',
  'A GET or HEAD event has no body key.': 'GET 或 HEAD 事件没有 body 键。',
  'x-api-requestid and x-b3-traceid hold the same 32 hexadecimal digits.':
    'x-api-requestid 与 x-b3-traceid 是相同的 32 位十六进制数字。',
  'requestContext.requestId, requestContext.websocketEnable and stageVariables are absent.':
    '没有 requestContext.requestId、requestContext.websocketEnable 和 stageVariables。',
  'headerParameters is there, and isBase64Encoded is a boolean.':
    '有 headerParameters，且 isBase64Encoded 是布尔值。',
};
