exports.main_handler = async (event) => {
  console.log('fired', event.TriggerName, event.Time);
  return 'ok';
};
