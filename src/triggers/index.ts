export { type TimerEvent, timer } from './timer/timer.js';
export { type CkafkaEvent, type CkafkaMessage, type CkafkaRecord, ckafka } from './ckafka/ckafka.js';
