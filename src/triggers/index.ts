export { type TimerEvent, timer } from './timer/timer.js';
export { type CkafkaEvent, type CkafkaMessage, type CkafkaRecord, ckafka } from './ckafka/ckafka.js';
export { apigw } from './apigw/apigw.js';
export { type CosEvent, type CosRecord, cos } from './cos/cos.js';
export { type MpsEditMediaTaskEvent, mpsEditMediaTask } from './mps-edit-media-task/mpsEditMediaTask.js';
export { type MpsWorkflowTaskEvent, mpsWorkflowTask } from './mps-workflow-task/mpsWorkflowTask.js';
