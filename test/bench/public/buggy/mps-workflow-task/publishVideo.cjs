const axios = require('axios');
const site = axios.create({ baseURL: 'https://videos.example.com', timeout: 2000 });

exports.main_handler = async (event) => {
  if (event.EventType !== 'WorkflowTask') return 'ignored';
  const { TaskId, Status, ErrCode, Message } = event.WorkflowTaskEvent;
  if (Status !== 'FINISH') return 'not yet';
  await site.put(`/tasks/${encodeURIComponent(TaskId)}`, { state: 'published' });
  return 'ok';
};
