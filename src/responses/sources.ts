/** Where the rules of this folder come from. */
export const sources = {
  apigw: 'https://cloud.tencent.com/document/product/583/12513',
  clb: 'https://cloud.tencent.com/document/product/583/52635',
  functionUrl: 'https://cloud.tencent.com/document/product/583/96099',
  webFunction: 'https://cloud.tencent.com/document/product/583/56124',
  websocket: 'https://cloud.tencent.com/document/product/583/32553',
  statusCodes: 'https://cloud.tencent.com/document/product/583/42611',
  nodeRuntime: 'https://cloud.tencent.com/document/product/583/11060',
  retries: 'https://cloud.tencent.com/document/product/583/39851',
  emulator: "the vendor's local emulator (scfcli, local_service.py)",
  bootstrap: "the vendor's Node bootstrap (scfcli, nodejs8.9/bootstrap.js)",
  http: 'https://www.rfc-editor.org/rfc/rfc9110',
} as const;
