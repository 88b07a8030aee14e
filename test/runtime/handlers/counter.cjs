let calls = 0;

exports.main_handler = async (event, context) => ({ calls: ++calls, id: context.request_id, event });
exports.callback_handler = (event, _context, callback) => callback(null, event);
exports.env = async () => ({
  secret: process.env.SECRET_NAME,
  run: process.env.TENCENTCLOUD_RUNENV,
  name: process.env.SCF_FUNCTIONNAME,
});
exports.log = async () => {
  console.log('hello %s', 'log');
  console.error('hello error');
  process.stdout.write('hello stdout\n');
};
exports.never = () => new Promise(() => {});
exports.silent = () => 'ignored';
exports.write = ({ stream }) =>
  new Promise((done) => process[stream].write('a\n', 'utf8', () => done('called back')));
