import type { lazyTriggers } from '../triggers/lazy.js';
import { problemInChinese } from './problems.js';
import { sourceInChinese } from './sources.js';
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

/** How one speaks of a kind in Chinese. */
export interface Chinese {
  /** A sentence of the code: a description, a reason, a rule. */
  say(english: string): string;
  /** A half of a problem, or its hint. */
  problem(english: string): string;
  /** Where a fact comes from. */
  source(english: string): string;
}

/** Loads what is said in Chinese of a kind; of none, what is said of any. */
export async function chineseFor(kind: keyof typeof chineseOfKind | undefined): Promise<Chinese> {
  const sentences: ChineseTexts = kind === undefined ? {} : await chineseOfKind[kind]();
  return {
    say: (english) => sentences[english] ?? english,
    problem: problemInChinese,
    source: sourceInChinese,
  };
}
