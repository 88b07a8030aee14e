import { apigwBugs } from './apigw.js';
import { apigwReplyBugs } from './apigwReplies.js';
import type { BugCase } from './cases.js';
import { ckafkaBugs } from './ckafka.js';
import { ckafkaEffectBugs } from './ckafkaEffects.js';
import { clbBugs } from './clb.js';
import { clsBugs } from './cls.js';
import { cmqBugs } from './cmq.js';
import { cosBugs } from './cos.js';
import { cosFieldBugs } from './cosFields.js';
import { eventbridgeBugs } from './eventbridge.js';
import { functionUrlBugs } from './functionUrl.js';
import { invokeBugs } from './invoke.js';
import { mpsEditBugs } from './mpsEdit.js';
import { mpsWorkflowBugs } from './mpsWorkflow.js';
import { timerBugs } from './timer.js';
import { websocketCloseBugs, websocketConnectBugs } from './websocket.js';
import { websocketDataBugs } from './websocketData.js';

/**
 * Every buggy handler of the benchmark with its twin. A runner takes `buggy(world)` or `fixed(world)` as a cold
 * start, with a world from `memoryWorld(effect)` whose every outside call passes through the runner's `effect`;
 * two instances that are given the same world share what lies downstream. It must survive handlers that never
 * answer, never yield, reject unseen, or write into Object.prototype, and must not look at `witness`.
 */
export const allBugs: readonly BugCase[] = [
  ...apigwBugs,
  ...apigwReplyBugs,
  ...ckafkaBugs,
  ...ckafkaEffectBugs,
  ...clbBugs,
  ...clsBugs,
  ...cmqBugs,
  ...cosBugs,
  ...cosFieldBugs,
  ...eventbridgeBugs,
  ...functionUrlBugs,
  ...invokeBugs,
  ...mpsEditBugs,
  ...mpsWorkflowBugs,
  ...timerBugs,
  ...websocketConnectBugs,
  ...websocketDataBugs,
  ...websocketCloseBugs,
];
