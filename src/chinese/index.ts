import type { lazyTriggers } from '../triggers/lazy.js';
import type { ChineseTexts } from './texts.js';

/** What is said of each kind in Chinese, by the English sentence: fields, edge cases, rules, options. Each loads alone. */
export const chineseOfKind = {
  apigw: async () => (await import('./apigw.js')).apigw,
  ckafka: async () => (await import('./ckafka.js')).ckafka,
  clb: async () => (await import('./clb.js')).clb,
  cls: async () => (await import('./cls.js')).cls,
  cmq: async () => (await import('./cmq.js')).cmq,
  cos: async () => (await import('./cos.js')).cos,
  eventbridge: async () => (await import('./eventbridge.js')).eventbridge,
  'function-url': async () => (await import('./functionUrl.js')).functionUrl,
  invoke: async () => (await import('./invoke.js')).invoke,
  'mps-edit-media-task': async () => (await import('./mpsEditMediaTask.js')).mpsEditMediaTask,
  'mps-workflow-task': async () => (await import('./mpsWorkflowTask.js')).mpsWorkflowTask,
  timer: async () => (await import('./timer.js')).timer,
  web: async () => (await import('./web.js')).web,
  'websocket-close': async () => (await import('./websocketClose.js')).websocketClose,
  'websocket-connect': async () => (await import('./websocketConnect.js')).websocketConnect,
  'websocket-data': async () => (await import('./websocketData.js')).websocketData,
} satisfies Record<keyof typeof lazyTriggers, () => Promise<ChineseTexts>>;
