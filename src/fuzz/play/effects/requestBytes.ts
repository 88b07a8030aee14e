const read = new WeakMap<Request, Promise<ArrayBuffer>>();

/** The bytes of a request, which is read once, however many ask. */
export function bytesOf(request: Request): Promise<ArrayBuffer> {
  const known = read.get(request) ?? request.arrayBuffer();
  read.set(request, known);
  return known;
}

/** The same request for somebody who reads it himself. */
export async function unread(request: Request): Promise<Request> {
  const bytes = await bytesOf(request);
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, ...(bytes.byteLength > 0 ? { body: bytes } : {}) });
}
