/** Looks at a value and notes, in the one place where a function may write, that it did. */
const noted = (value: string) =>
  `Promise.all([import('node:fs'), import('node:os')]).then(([{ writeFileSync }, { tmpdir }]) => writeFileSync(tmpdir() + '/sample.txt', typeof (${value})))`;

/** A correct handler of each kind: what it answers to `event`, as the text of an expression. */
export const sampleHandlers: Readonly<Record<string, string>> = {
  apigw: `({
    isBase64Encoded: false,
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path: event.path, queries: Object.keys(event.queryString).length, stage: event.requestContext.stage, named: Object.keys(event.pathParameters ?? {}).length }),
  })`,
  'function-url': `({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path: event.path, queries: Object.keys(event.queryString).length, from: event.headers['x-scf-remote-addr'] }),
  })`,
  clb: `({
    isBase64Encoded: false,
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ got: typeof event.payload }),
  })`,
  timer: noted('({ name: event.TriggerName, at: event.Time, said: event.Message })'),
  cos: noted(
    'event.Records.map(({ cos, event: { eventName } }) => ({ eventName, key: cos.cosObject.key, bucket: cos.cosBucket.name }))',
  ),
  ckafka: noted('event.Records.map(({ Ckafka }) => Ckafka.topic).length'),
  cmq: noted('event.Records.map(({ CMQ }) => ({ topic: CMQ.topicName, id: CMQ.msgId }))'),
  cls: noted('({ packed: event.clslogs.data.length })'),
  eventbridge: noted(
    '({ id: event.id, from: event.source, about: event.subject, version: event.specversion })',
  ),
  'mps-workflow-task': noted('({ type: event.EventType, task: event.WorkflowTaskEvent?.TaskId })'),
  'mps-edit-media-task': noted('({ type: event.EventType, task: event.EditMediaTaskEvent?.TaskId })'),
  'websocket-connect': `({
    errNo: 0,
    errMsg: 'ok',
    websocket: {
      action: 'connecting',
      secConnectionID: event.websocket.secConnectionID,
      ...(event.websocket.secWebSocketProtocol ? { secWebSocketProtocol: event.websocket.secWebSocketProtocol.split(',')[0].trim() } : {}),
    },
  })`,
  'websocket-data': `fetch(process.env.PUSH_URL ?? '', {
    method: 'POST',
    body: JSON.stringify({
      websocket: {
        action: 'data send',
        secConnectionID: event.websocket.secConnectionID,
        dataType: event.websocket.dataType,
        data: event.websocket.data,
      },
    }),
  }).then(({ ok }) => ({ ok }))`,
  'websocket-close': noted(
    "({ left: event.websocket.secConnectionID, ended: event.websocket.action === 'closing' })",
  ),
  invoke: '({ got: typeof event })',
};
