const results = (set) => (Array.isArray(set) ? set : []);

exports.main_handler = async (event) => {
  const task = event.WorkflowTaskEvent;
  if (!task) return { paths: [] };
  const paths = [];
  for (const result of results(task.MediaProcessResultSet)) {
    if (result.Type !== 'Transcode') continue;
    paths.push(result.TranscodeTask.Output.Path);
  }
  console.log(`${task.TaskId}: ${paths.length} files`);
  return { paths };
};
