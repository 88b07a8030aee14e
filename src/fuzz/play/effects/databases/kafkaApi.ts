import type { Recorder } from '../recorder.js';
import { int32 } from './bigEndian.js';
import type { KafkaReader } from './kafkaBytes.js';

/** A request of Kafka behind its head. */
export interface Asked {
  readonly version: number;
  readonly reader: KafkaReader;
  readonly recorder: Recorder;
}

/** Undefined where nobody waits for an answer. */
export type Answer = readonly Buffer[] | undefined;

export interface Api {
  readonly versions: readonly [first: number, last: number];
  readonly answer: (asked: Asked) => Promise<Answer> | Answer;
}

/** https://kafka.apache.org/protocol#protocol_error_codes */
export const errors = {
  none: 0,
  unknown: -1,
  unsupportedMechanism: 33,
  unsupportedVersion: 35,
  refusedLogin: 58,
} as const;

export const noThrottle = int32(0);
