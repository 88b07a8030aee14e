const axios = require('axios');
exports.main_handler = async (event) => {
  const task = event.WorkflowTaskEvent;
  if (event.EventType !== 'WorkflowTask' || !task) return 'ignored';
  const outputs = [];
  for (const result of task.MediaProcessResultSet ?? []) {
    const one = result[`${result.Type}Task`];
    if (one?.Status === 'SUCCESS' && one.Output?.Path) outputs.push(one.Output.Path);
  }
  const state = task.Status === 'FINISH' ? (task.ErrCode === 0 ? 'ready' : 'failed') : 'working';
  await axios.put(
    `https://videos.example.com/tasks/${encodeURIComponent(task.TaskId)}`,
    { state, outputs },
    { timeout: 2000 },
  );
  return state;
};
