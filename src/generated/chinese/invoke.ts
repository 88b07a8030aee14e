// Made by scripts/generate.mjs from src/triggers/invoke/contract.schema.json; do not edit.
export const fields: Readonly<Record<string, string>> = {
  'What a caller of the Invoke or InvokeFunction API sends: any JSON value, passed on as it is.': 'Invoke 或 InvokeFunction 接口的调用方发送的内容：任意 JSON 值，原样传入。',
};
