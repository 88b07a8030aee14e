// Made by scripts/generate.mjs from src/triggers/websocket-data/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './websocket-data.validate.js';

/**
 * A client sent one message over its WebSocket connection; the transfer function receives it.
 */
export interface WebsocketDataEvent {
  /**
   * The message and its connection.
   */
  websocket: WebsocketDataMessage;
}
/**
 * The message and its connection.
 */
export interface WebsocketDataMessage {
  /**
   * "data send", in both directions. "data recv" stands in a demo's example and in the vendor's Go library, never in a document.
   */
  action: 'data send' | 'data recv';
  /**
   * The message: its text, or the Base64 of its bytes when dataType is "binary"; "" for an empty message.
   */
  data: string;
  /**
   * Whether data is text or Base64 of bytes.
   */
  dataType: 'text' | 'binary';
  /**
   * Opaque id of the connection, as in its connecting event.
   */
  secConnectionID: string;
}

export const websocketDataContract: Contract<WebsocketDataEvent> = contractOf({
  name: "websocket-data",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/websocket-data.schema.json","title":"WebsocketDataEvent","description":"A client sent one message over its WebSocket connection; the transfer function receives it.","type":"object","properties":{"websocket":{"description":"The message and its connection.","x-source":"https://cloud.tencent.com/document/product/583/32553","$ref":"#/$defs/message"}},"required":["websocket"],"$defs":{"message":{"title":"WebsocketDataMessage","description":"The message and its connection.","type":"object","properties":{"action":{"description":"\\"data send\\", in both directions. \\"data recv\\" stands in a demo\'s example and in the vendor\'s Go library, never in a document.","x-source":"https://cloud.tencent.com/document/product/583/32553","enum":["data send","data recv"]},"data":{"description":"The message: its text, or the Base64 of its bytes when dataType is \\"binary\\"; \\"\\" for an empty message.","x-source":"https://cloud.tencent.com/document/product/583/32553","type":"string","x-free":"what the client sends"},"dataType":{"description":"Whether data is text or Base64 of bytes.","x-source":"https://cloud.tencent.com/document/product/583/32553","enum":["text","binary"]},"secConnectionID":{"description":"Opaque id of the connection, as in its connecting event.","x-source":"https://cloud.tencent.com/document/product/583/32553; three captured ids: Base64 of 16 bytes","type":"string","minLength":1,"pattern":"^[A-Za-z0-9+/=_-]+$","x-sent":"^(?:[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{26}==|[A-Za-z0-9+/]{32})$"}},"required":["action","data","dataType","secConnectionID"]}}}'),
});
