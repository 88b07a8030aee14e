export * from './core.js';
export { type ForeignEvent, foreignEventName, foreignEventOf } from './domain/foreignEvents.js';
export { kindOf, triggerNamed, triggers } from './registry.js';
export { decodeCls, encodeCls } from './triggers/cls/codec.js';
export * from './triggers/index.js';
export {
  drawWebsocketLife,
  type WebsocketLife,
  type WebsocketLifeOptions,
  websocketLife,
} from './websocketLife.js';
