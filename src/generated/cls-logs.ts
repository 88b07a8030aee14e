// Made by scripts/generate.mjs from src/triggers/cls/logs.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './cls-logs.validate.js';

/**
 * What clslogs.data holds once decoded and decompressed.
 */
export interface ClsLogs {
  /**
   * Id of the log topic.
   */
  topic_id: string;
  /**
   * Name of the log topic.
   */
  topic_name: string;
  /**
   * The log lines in the order of their collection.
   */
  records: ClsRecord[];
}
/**
 * One log line.
 */
export interface ClsRecord {
  /**
   * When the line was written, in microseconds since 1970; decimal digits as text. One vendor demo reads a number, and published texts show integers of nanoseconds.
   */
  timestamp: string | number;
  /**
   * The line's text: often the JSON of an object of strings, otherwise plain text.
   */
  content: string;
}

export const clsLogsContract: Contract<ClsLogs> = contractOf({
  name: "cls-logs",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/cls-logs.schema.json","title":"ClsLogs","description":"What clslogs.data holds once decoded and decompressed.","type":"object","required":["topic_id","topic_name","records"],"properties":{"topic_id":{"description":"Id of the log topic.","x-source":"documented; vendor demos; a UUID in the API of CLS","type":"string","pattern":"^[A-Za-z0-9-]+$"},"topic_name":{"description":"Name of the log topic.","x-source":"documented; vendor demos; CreateTopic of the API of CLS: not empty, no \\"|\\", at most 255 characters","type":"string","pattern":"^[^|\\\\u0000-\\\\u001f\\\\u007f]{1,255}$"},"records":{"description":"The log lines in the order of their collection.","x-source":"documented; vendor demos","type":"array","items":{"$ref":"#/$defs/ClsRecord"}}},"$defs":{"ClsRecord":{"title":"ClsRecord","description":"One log line.","type":"object","required":["timestamp","content"],"properties":{"timestamp":{"description":"When the line was written, in microseconds since 1970; decimal digits as text. One vendor demo reads a number, and published texts show integers of nanoseconds.","x-source":"documented as a string; int64 in the vendor\'s Go demo","anyOf":[{"type":"string","pattern":"^\\\\d+$"},{"type":"integer","minimum":0}]},"content":{"description":"The line\'s text: often the JSON of an object of strings, otherwise plain text.","x-source":"documented; vendor demos","type":"string","x-free":"what the program logs"}}}}}'),
});
