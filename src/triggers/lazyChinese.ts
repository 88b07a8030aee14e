// Made by scripts/generate.mjs from the folders beside it; do not edit.
export const lazyChinese = {
  apigw: async () => (await import('./apigw/chinese.js')).chinese,
  ckafka: async () => (await import('./ckafka/chinese.js')).chinese,
  clb: async () => (await import('./clb/chinese.js')).chinese,
  cls: async () => (await import('./cls/chinese.js')).chinese,
  cmq: async () => (await import('./cmq/chinese.js')).chinese,
  cos: async () => (await import('./cos/chinese.js')).chinese,
  eventbridge: async () => (await import('./eventbridge/chinese.js')).chinese,
  'function-url': async () => (await import('./function-url/chinese.js')).chinese,
  invoke: async () => (await import('./invoke/chinese.js')).chinese,
  'mps-edit-media-task': async () => (await import('./mps-edit-media-task/chinese.js')).chinese,
  'mps-workflow-task': async () => (await import('./mps-workflow-task/chinese.js')).chinese,
  timer: async () => (await import('./timer/chinese.js')).chinese,
  web: async () => (await import('./web/chinese.js')).chinese,
  'websocket-close': async () => (await import('./websocket-close/chinese.js')).chinese,
  'websocket-connect': async () => (await import('./websocket-connect/chinese.js')).chinese,
  'websocket-data': async () => (await import('./websocket-data/chinese.js')).chinese,
};
