export { type ApigwEvent, apigw } from './apigw/apigw.js';
export { type CkafkaEvent, type CkafkaMessage, type CkafkaRecord, ckafka } from './ckafka/ckafka.js';
export { type ClbEvent, clb } from './clb/clb.js';
export { type ClsEvent, type ClsLogs, type ClsRecord, cls } from './cls/cls.js';
export { type CmqEvent, type CmqMessage, type CmqRecord, cmq } from './cmq/cmq.js';
export { type CosEvent, type CosRecord, cos } from './cos/cos.js';
export {
  type EventbridgeBatch,
  type EventbridgeCkafkaData,
  type EventbridgeEvent,
  type EventbridgeTdmqData,
  eventbridge,
} from './eventbridge/eventbridge.js';
export { type FunctionUrlEvent, functionUrl } from './function-url/functionUrl.js';
export { type InvokeEvent, invoke } from './invoke/invoke.js';
export { type MpsEditMediaTaskEvent, mpsEditMediaTask } from './mps-edit-media-task/mpsEditMediaTask.js';
export { type MpsWorkflowTaskEvent, mpsWorkflowTask } from './mps-workflow-task/mpsWorkflowTask.js';
export { type TimerEvent, timer } from './timer/timer.js';
export { type WebRequest, web } from './web/web.js';
export { type WebsocketCloseEvent, websocketClose } from './websocket-close/websocketClose.js';
export { type WebsocketConnectEvent, websocketConnect } from './websocket-connect/websocketConnect.js';
export { type WebsocketDataEvent, websocketData } from './websocket-data/websocketData.js';
