import { common } from '../../domain/chinese/common.js';
import { fields } from '../../generated/chinese/websocket-connect.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  'A client asks a WebSocket API of API Gateway for a connection; the registration function decides.':
    '客户端向 API 网关的 WebSocket API 请求建立连接；由注册函数决定是否接受。',
  'None; the connection is refused.': '不重试；连接被拒绝。',
  'both keys are absent, and reading one gives undefined': '两个键都没有，读取会得到 undefined',
  'extensions are absent while protocols are there': '有子协议而没有扩展',
  'protocols are absent while extensions are there': '有扩展而没有子协议',
  'splitting at ", " finds one protocol (the Chinese page has no space)':
    '按 ", " 拆分只得到一个子协议（中文页没有空格）',
  'splitting at ";" takes parameters for extensions, as the vendor\'s Python demo does':
    '按 ";" 拆分会把参数当作扩展，官方的 Python 示例就是这样',
  'browsers cannot set headers, so clients smuggle credentials as a protocol':
    '浏览器无法设置请求头，于是客户端把凭证放在子协议中',
  'a table of protocols finds the prototype': '按子协议查表会命中对象的原型',
  'both texts are "", which is falsy and still there': '两个文本都是 ""：是假值，但确实存在',
  'the list is longer than columns and logs allow': '列表的长度超出数据库列和日志所允许的长度',
  'the documented example says "prod", which no environment is called':
    '文档示例写的是 "prod"，而没有环境叫这个名称',
  'path is the template: which room was asked for stands nowhere in the event':
    'path 是模板：事件中没有任何地方说明请求的是哪个房间',
  'identity is {} without authentication': '没有认证时 identity 为 {}',
  'identity has secretId only with a key pair': '只有使用密钥对时 identity 中才有 secretId',
  'the vendor promises to add fields to requestContext': '官方声明会在 requestContext 中增加字段',
  'A handshake is a GET.': '握手请求的方法是 GET。',
};
