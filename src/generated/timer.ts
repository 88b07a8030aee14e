// Made by scripts/generate.mjs from src/triggers/timer/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './timer.validate.js';

/**
 * What a function receives when one of its timer triggers fires.
 */
export interface TimerEvent {
  /**
   * Always "Timer"; what tells this event from others.
   */
  Type: 'Timer';
  /**
   * Name of the trigger that fired: letters, digits, "-" and "_". The console allows 60 characters and a letter first, the API 100 and any of them first.
   */
  TriggerName: string;
  /**
   * The second at which the trigger fired, in UTC, without a fraction. (The documents call it the trigger's creation time; every capture shows the time of firing.)
   */
  Time: string;
  /**
   * The text set with the trigger (CustomArgument), at most 4 KB; "" when none was set.
   */
  Message: string;
}

export const timerContract: Contract<TimerEvent> = contractOf({
  name: "timer",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/timer.schema.json","title":"TimerEvent","description":"What a function receives when one of its timer triggers fires.","type":"object","required":["Type","TriggerName","Time","Message"],"properties":{"Type":{"description":"Always \\"Timer\\"; what tells this event from others.","x-source":"captured 2019, 2020, 2025","const":"Timer"},"TriggerName":{"description":"Name of the trigger that fired: letters, digits, \\"-\\" and \\"_\\". The console allows 60 characters and a letter first, the API 100 and any of them first.","x-source":"captured 2019, 2020, 2025; https://cloud.tencent.com/document/product/583/9708","type":"string","pattern":"^[A-Za-z0-9_-]{1,100}$"},"Time":{"description":"The second at which the trigger fired, in UTC, without a fraction. (The documents call it the trigger\'s creation time; every capture shows the time of firing.)","x-source":"captured 2019, 2020, 2025","type":"string","pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\dZ$"},"Message":{"description":"The text set with the trigger (CustomArgument), at most 4 KB; \\"\\" when none was set.","x-source":"captured 2019, 2020, 2025","type":"string","x-free":"what somebody typed in with the trigger"}}}'),
});
