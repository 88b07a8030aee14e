exports.main_handler = async () => {
  throw new Error('not implemented yet');
};
