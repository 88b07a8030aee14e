// Made by scripts/generate.mjs from src/triggers/index.ts; do not edit.
export const lazyTriggers = {
  'apigw': async () => (await import('./apigw/apigw.js')).apigw,
  'ckafka': async () => (await import('./ckafka/ckafka.js')).ckafka,
  'clb': async () => (await import('./clb/clb.js')).clb,
  'cls': async () => (await import('./cls/cls.js')).cls,
  'cmq': async () => (await import('./cmq/cmq.js')).cmq,
  'cos': async () => (await import('./cos/cos.js')).cos,
  'eventbridge': async () => (await import('./eventbridge/eventbridge.js')).eventbridge,
  'function-url': async () => (await import('./function-url/functionUrl.js')).functionUrl,
  'invoke': async () => (await import('./invoke/invoke.js')).invoke,
  'mps-edit-media-task': async () => (await import('./mps-edit-media-task/mpsEditMediaTask.js')).mpsEditMediaTask,
  'mps-workflow-task': async () => (await import('./mps-workflow-task/mpsWorkflowTask.js')).mpsWorkflowTask,
  'timer': async () => (await import('./timer/timer.js')).timer,
  'web': async () => (await import('./web/web.js')).web,
  'websocket-close': async () => (await import('./websocket-close/websocketClose.js')).websocketClose,
  'websocket-connect': async () => (await import('./websocket-connect/websocketConnect.js')).websocketConnect,
  'websocket-data': async () => (await import('./websocket-data/websocketData.js')).websocketData,
};
