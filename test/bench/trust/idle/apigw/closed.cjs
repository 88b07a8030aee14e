exports.main_handler = async () => {
  throw new Error('this API has moved to https://api.example.com/v2');
};
