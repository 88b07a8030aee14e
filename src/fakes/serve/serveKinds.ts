import { frontEnds } from '../frontEnds/frontEnds.js';
import { httpKind } from './httpKind.js';
import { invokeKind } from './invokeKind.js';
import type { ServeKind } from './serveKind.js';
import { webKind } from './web/webKind.js';
import { websocketKind } from './websocketKind.js';

const [firstFrontEnd, ...otherFrontEnds] = frontEnds;

/** Every way to reach a function, the usual one first. */
export const serveKinds: readonly [ServeKind, ...ServeKind[]] = [
  httpKind(firstFrontEnd),
  ...otherFrontEnds.map((frontEnd) => httpKind(frontEnd)),
  websocketKind,
  invokeKind,
  webKind,
];
