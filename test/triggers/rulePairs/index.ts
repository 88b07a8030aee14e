import { cosPairs } from './cosPairs.js';
import { eventbridgePairs } from './eventbridgePairs.js';
import { apigwPairs, clbPairs } from './httpPairs.js';
import { mpsEditPairs } from './mpsEditPairs.js';
import { mpsWorkflowPairs } from './mpsWorkflowPairs.js';
import type { RulePairs } from './pair.js';
import { ckafkaPairs, clsPairs, cmqPairs } from './queuePairs.js';
import { timerPairs } from './timerPairs.js';
import { functionUrlPairs, invokePairs, webPairs, websocketPairs } from './urlPairs.js';

/** For every rule of every trigger what it is broken by, and what it lets pass. */
export const pairs: RulePairs = {
  ...apigwPairs,
  ...ckafkaPairs,
  ...clbPairs,
  ...clsPairs,
  ...cmqPairs,
  ...cosPairs,
  ...eventbridgePairs,
  ...functionUrlPairs,
  ...invokePairs,
  ...mpsEditPairs,
  ...mpsWorkflowPairs,
  ...timerPairs,
  ...webPairs,
  ...websocketPairs,
};
