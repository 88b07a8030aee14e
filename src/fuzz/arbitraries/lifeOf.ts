import type { Arbitrary } from 'fast-check';
import { type Draw, plainRequest } from '../../kernel/draw.js';
import { DrawnArbitrary } from './drawnArbitrary.js';
import { drawnOnly } from './shrinkable.js';

const hostilities: readonly number[] = [0, 0, 0.1, 0.4];

/**
 * Whole lives as a fast-check arbitrary: several events that belong together, such as those of one WebSocket
 * connection. It shrinks to fewer and simpler events, and they go on belonging together.
 *
 * @param draw draws one life; everything that repeats comes from `draw.list`.
 * @example
 * fc.assert(fc.property(lifeOf(drawWebsocketLife), ({ connect, close }) =>
 *   connect.websocket.secConnectionID === close.websocket.secConnectionID));
 */
export function lifeOf<Life>(draw: (draw: Draw) => Life): Arbitrary<Life> {
  const recipes = hostilities.map((hostile) => ({ request: { ...plainRequest, hostile }, draw }));
  return new DrawnArbitrary('life', recipes, drawnOnly());
}
