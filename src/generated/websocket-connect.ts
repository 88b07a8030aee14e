// Made by scripts/generate.mjs from src/triggers/websocket-connect/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './websocket-connect.validate.js';

/**
 * A client asks API Gateway for a WebSocket connection; the registration function decides. The event has neither headers nor query string.
 */
export interface WebsocketConnectEvent {
  /**
   * Which API received the handshake, from whom and in which environment.
   */
  requestContext: WebsocketConnectRequestContext;
  /**
   * The connection that is asked for.
   */
  websocket: WebsocketConnectConnection;
}
/**
 * The API that received the handshake.
 */
export interface WebsocketConnectRequestContext {
  /**
   * Method of the handshake: GET.
   */
  httpMethod: string;
  /**
   * Who authenticated; { [k: string]: unknown } when nobody had to.
   */
  identity: WebsocketConnectIdentity;
  /**
   * The path that the API is configured with, placeholders included: /chat/{room}.
   */
  path: string;
  /**
   * Id of the handshake, a UUID in the documented example.
   */
  requestId: string;
  /**
   * Name of the gateway service; HTTP events have serviceId instead.
   */
  serviceName: string;
  /**
   * Address of the client.
   */
  sourceIp: string;
  /**
   * Environment of the API: "release", "test" or "prepub"; the documented example says "prod".
   */
  stage: string;
  /**
   * Always true.
   */
  websocketEnable: true;
}
/**
 * Who authenticated; { [k: string]: unknown } when the API asks for no authentication.
 */
export interface WebsocketConnectIdentity {
  /**
   * Id of the gateway key pair; absent without key pair authentication.
   */
  secretId?: string;
}
/**
 * The connection that is asked for.
 */
export interface WebsocketConnectConnection {
  /**
   * Always "connecting".
   */
  action: 'connecting';
  /**
   * Opaque id of the connection, the same in all of its events; Base64, so + / = occur. The documents say 32 characters and show 28.
   */
  secConnectionID: string;
  /**
   * Extensions that the client offers, as one list; absent when it offers none.
   */
  secWebSocketExtensions?: string;
  /**
   * Sub-protocols that the client offers, as one list separated by commas; absent when it offers none.
   */
  secWebSocketProtocol?: string;
}

export const websocketConnectContract: Contract<WebsocketConnectEvent> = contractOf({
  name: "websocket-connect",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/websocket-connect.schema.json","title":"WebsocketConnectEvent","description":"A client asks API Gateway for a WebSocket connection; the registration function decides. The event has neither headers nor query string.","type":"object","properties":{"requestContext":{"description":"Which API received the handshake, from whom and in which environment.","x-source":"https://cloud.tencent.com/document/product/583/32553","$ref":"#/$defs/requestContext"},"websocket":{"description":"The connection that is asked for.","x-source":"https://cloud.tencent.com/document/product/583/32553","$ref":"#/$defs/connection"}},"required":["requestContext","websocket"],"$defs":{"connection":{"title":"WebsocketConnectConnection","description":"The connection that is asked for.","type":"object","properties":{"action":{"description":"Always \\"connecting\\".","x-source":"https://cloud.tencent.com/document/product/583/32553","const":"connecting"},"secConnectionID":{"description":"Opaque id of the connection, the same in all of its events; Base64, so + / = occur. The documents say 32 characters and show 28.","x-source":"https://cloud.tencent.com/document/product/583/32553; three captured ids: Base64 of 16 bytes","type":"string","minLength":1,"pattern":"^[A-Za-z0-9+/=_-]+$","x-sent":"^(?:[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{26}==|[A-Za-z0-9+/]{32})$"},"secWebSocketExtensions":{"description":"Extensions that the client offers, as one list; absent when it offers none.","x-source":"https://cloud.tencent.com/document/product/583/32553; RFC 6455, section 9.1; captured as \\"permessage-deflate\\"","type":"string","pattern":"^[!#-\'*-.0-9A-Z^-z|~,;=\\" \\\\t]*$"},"secWebSocketProtocol":{"description":"Sub-protocols that the client offers, as one list separated by commas; absent when it offers none.","x-source":"https://cloud.tencent.com/document/product/583/32553; tokens by RFC 6455, section 4.1","type":"string","pattern":"^[!#-\'*-.0-9A-Z^-z|~, \\\\t]*$"}},"required":["action","secConnectionID"]},"identity":{"title":"WebsocketConnectIdentity","description":"Who authenticated; {} when the API asks for no authentication.","type":"object","properties":{"secretId":{"description":"Id of the gateway key pair; absent without key pair authentication.","x-source":"https://cloud.tencent.com/document/product/583/32553","type":"string","pattern":"^[A-Za-z0-9_-]+$"}}},"requestContext":{"title":"WebsocketConnectRequestContext","description":"The API that received the handshake.","type":"object","properties":{"httpMethod":{"description":"Method of the handshake: GET.","x-source":"https://cloud.tencent.com/document/product/583/32553","type":"string","pattern":"^[A-Z]+$"},"identity":{"description":"Who authenticated; {} when nobody had to.","x-source":"https://cloud.tencent.com/document/product/583/32553","$ref":"#/$defs/identity"},"path":{"description":"The path that the API is configured with, placeholders included: /chat/{room}.","x-source":"https://cloud.tencent.com/document/product/583/32553","type":"string","pattern":"^[=^~]*/[!-~]*$"},"requestId":{"description":"Id of the handshake, a UUID in the documented example.","x-source":"https://cloud.tencent.com/document/product/583/32553","type":"string","minLength":1,"pattern":"^[A-Za-z0-9-]+$","x-sent":"^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},"serviceName":{"description":"Name of the gateway service; HTTP events have serviceId instead.","x-source":"https://cloud.tencent.com/document/product/583/32553; names of services: https://cloud.tencent.com/document/product/628/14927","type":"string","minLength":1,"pattern":"^[A-Za-z][A-Za-z0-9_-]{0,49}$"},"sourceIp":{"description":"Address of the client.","x-source":"https://cloud.tencent.com/document/product/583/32553","type":"string","minLength":1,"pattern":"^(?:(?:(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)\\\\.){3}(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)|[\\\\da-fA-F]{0,4}(?::[\\\\da-fA-F]{0,4}){2,7}(?:(?:\\\\.\\\\d{1,3}){3})?)$"},"stage":{"description":"Environment of the API: \\"release\\", \\"test\\" or \\"prepub\\"; the documented example says \\"prod\\".","x-source":"https://cloud.tencent.com/document/product/583/32553","type":"string","minLength":1,"pattern":"^[A-Za-z]+$"},"websocketEnable":{"description":"Always true.","x-source":"https://cloud.tencent.com/document/product/583/32553","const":true}},"required":["httpMethod","identity","path","requestId","serviceName","sourceIp","stage","websocketEnable"]}}}'),
});
