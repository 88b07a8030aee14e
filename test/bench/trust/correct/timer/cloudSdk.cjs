// Asks the cloud API by the SDK of the vendor.
const { scf } = require('tencentcloud-sdk-nodejs-scf');
const client = new scf.v20180416.Client({
  credential: { secretId: 'AKID-EXAMPLE-0001', secretKey: 'example' },
  region: 'ap-guangzhou',
});
exports.main_handler = async (event) => {
  const { RequestId } = await client.UpdateFunctionConfiguration({
    FunctionName: 'worker',
    Description: event.Time,
  });
  return RequestId;
};
