export * from './core.js';
export { foreignEventName } from './domain/foreignEvents.js';
export { kindOf, triggerNamed, triggers } from './registry.js';
export { decodeCls, encodeCls } from './triggers/cls/codec.js';
export * from './triggers/index.js';
export {
  drawWebsocketLife,
  type WebsocketLife,
  type WebsocketLifeOptions,
  websocketLife,
} from './websocketLife.js';
