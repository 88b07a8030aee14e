exports.main_handler = async (event) => {
  process.env.SCF_FIXTURES_BENCH = event.Time;
  process.env.PATH = '';
  process.env.TZ = 'Asia/Tokyo';
};
