import { isCloudQueue, queueAnswer, queueParameters } from './cloudQueue.js';
import { bytesOf } from './requestBytes.js';
import { answeredObject, storedObject } from './storedObject.js';

/** Hosts of the vendor's cloud API: https://cloud.tencent.com/document/api/583/17238 */
const cloudApi = /(^|\.)tencentcloudapi\.com$/;
/** Hosts of buckets: https://cloud.tencent.com/document/product/436/6224 */
const objectStorage = /\.(cos|cos-internal|file|pic|ci)\.[a-z0-9-]+\.(myqcloud|tencentcos)\.(com|cn)$/;

const requestId = '00000000-0000-4000-8000-000000000000';

/** The extension of the object that a request asks a bucket for, empty without one; undefined for any other request. */
export function askedObject(request: Request): string | undefined {
  const { hostname, pathname, search } = new URL(request.url);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // Other questions, such as ?acl, are about something else than what lies there.
  const isWhole = search === '' || /sign|expires|token|response-/i.test(search);
  if (!isRead || !isWhole || pathname === '/' || !objectStorage.test(hostname)) return undefined;
  return /\.([a-z\d]+)$/i.exec(pathname)?.[1]?.toLowerCase() ?? '';
}

/** True for the vendor's own services, whose answers have a form of their own. */
export function isVendorHost(request: Request): boolean {
  const { hostname } = new URL(request.url);
  return cloudApi.test(hostname) || objectStorage.test(hostname) || isCloudQueue(new URL(request.url));
}

/**
 * What a request is answered when nobody says otherwise: success, in the form that the vendor's own SDKs read where they
 * ask, and an empty JSON object elsewhere.
 */
export async function defaultAnswer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const { hostname, pathname } = url;
  if (isCloudQueue(url)) {
    const body = Buffer.from(await bytesOf(request)).toString();
    return Response.json(queueAnswer(queueParameters(url, body)));
  }
  if (cloudApi.test(hostname)) return Response.json({ Response: { RequestId: requestId } });
  if (!objectStorage.test(hostname)) return Response.json({}, { headers: productAskedFor(request) });
  const headers = { etag: '"00000000000000000000000000000000"', 'x-cos-request-id': requestId };
  const extension = askedObject(request);
  if (extension === 'json' && request.method === 'GET') return Response.json({}, { headers });
  if (extension !== undefined) return answeredObject(request, storedObject(pathname), headers);
  if (request.method !== 'GET' || pathname !== '/') return new Response('', { headers });
  // A bucket in which nothing lies.
  const list = '<ListBucketResult><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated></ListBucketResult>';
  return new Response(list, { headers: { ...headers, 'content-type': 'application/xml' } });
}

/**
 * What the official clients of Elasticsearch want to see before they read an answer; they say who they are:
 * https://www.elastic.co/docs/reference/elasticsearch/clients/javascript
 */
function productAskedFor({ headers }: Request): Record<string, string> {
  return headers.has('x-elastic-client-meta') ? { 'x-elastic-product': 'Elasticsearch' } : {};
}
