/** Parts of names of fields, headers and variables whose whole value is a secret. */
const secretWords =
  /authorization|cookie|token|secret|passw|passphrase|pwd|api[-_]?key|access[-_]?key|private[-_]?key|account[-_]?key|signature|credential|session[-_]?(?:key|id)|sessid|密码|口令|密钥|令牌/i;
/** `smtp_pass`; `dbPass` is one by its capital letter. */
const secretNames = /^(?:sign|sid|.*[-_]pass)$/i;
/** Names that speak of a secret without being one: its kind, its age, its address. */
const aboutSecrets =
  /(?:tokens|count|length|type|expire[sd]?|(?:expires?|ttl|max)[-_]?(?:in|at|age|time)?|ur[li]|endpoint|name|algorithm|version|enabled|required|policy|hint|method)$/i;

/** True for the name of a field whose whole value is a secret. */
export function isSecretName(name: string): boolean {
  return (
    (secretWords.test(name) && !aboutSecrets.test(name)) || secretNames.test(name) || /[a-z]Pass$/.test(name)
  );
}

/** What stands for a value instead of being one: a variable, a call, stars, nothing. */
export function isPlaceholder(value: string): boolean {
  return (
    /^(?:null|true|false|undefined|none|nil|string|number|boolean)$/i.test(value) ||
    /^(?:[$<%{(]|\*+$|[xX]+$|\.+$)/.test(value) ||
    /^(?:process\.env|os\.environ|env|config|settings|this|self|req|event|args)\./.test(value)
  );
}
