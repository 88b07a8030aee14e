/** Sends to a client, or closes it: POSTs to the reverse-push address of the API, which stands in the environment. */
async function push(websocket) {
  const response = await fetch(process.env.PUSH_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ websocket }),
    // Without a limit a gateway that never answers holds the function until its own time is up.
    signal: AbortSignal.timeout(Number(process.env.PUSH_TIMEOUT_MS ?? 2000)),
  });
  if (!response.ok) throw new Error(`The push was answered with HTTP ${response.status}`);
  const { errNo, errMsg } = await response.json();
  if (errNo !== 0) throw new Error(`The push was refused: ${errMsg} (${errNo})`);
}

exports.push = push;
