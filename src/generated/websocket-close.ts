// Made by scripts/generate.mjs from src/triggers/websocket-close/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './websocket-close.validate.js';

/**
 * A client closed its WebSocket connection; the cleanup function forgets the id.
 */
export interface WebsocketCloseEvent {
  /**
   * The connection that ended.
   */
  websocket: WebsocketCloseConnection;
}
/**
 * The connection that ended.
 */
export interface WebsocketCloseConnection {
  /**
   * Always "closing".
   */
  action: 'closing';
  /**
   * Opaque id of the connection, as in its connecting event.
   */
  secConnectionID: string;
}

export const websocketCloseContract: Contract<WebsocketCloseEvent> = contractOf({
  name: "websocket-close",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/websocket-close.schema.json","title":"WebsocketCloseEvent","description":"A client closed its WebSocket connection; the cleanup function forgets the id.","type":"object","properties":{"websocket":{"description":"The connection that ended.","x-source":"https://cloud.tencent.com/document/product/583/32553","$ref":"#/$defs/connection"}},"required":["websocket"],"$defs":{"connection":{"title":"WebsocketCloseConnection","description":"The connection that ended.","type":"object","properties":{"action":{"description":"Always \\"closing\\".","x-source":"https://cloud.tencent.com/document/product/583/32553","const":"closing"},"secConnectionID":{"description":"Opaque id of the connection, as in its connecting event.","x-source":"https://cloud.tencent.com/document/product/583/32553; three captured ids: Base64 of 16 bytes","type":"string","minLength":1,"pattern":"^[A-Za-z0-9+/=_-]+$","x-sent":"^(?:[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{26}==|[A-Za-z0-9+/]{32})$"}},"required":["action","secConnectionID"]}}}'),
});
