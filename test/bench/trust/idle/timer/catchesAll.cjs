exports.main_handler = async (event) => {
  try {
    return JSON.parse(event.Message).job;
  } catch {
    return undefined;
  }
};
