import nodeHttp from 'node:http';
import nodeHttps from 'node:https';
import axios from 'axios';
import got from 'got';
import nodeFetch from 'node-fetch';

/** POSTs JSON and gives the JSON of the answer. */
export type HttpCaller = (url: string, body: object) => Promise<unknown>;

function overNode(url: string, body: object): Promise<unknown> {
  const { request } = url.startsWith('https:') ? nodeHttps : nodeHttp;
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST' }, (response) => {
      response
        .setEncoding('utf8')
        .toArray()
        .then((parts) => resolve(JSON.parse(parts.join(''))))
        .catch(reject);
    });
    sending.on('error', reject).end(JSON.stringify(body));
  });
}

const posted = (body: object) => ({ method: 'POST', body: JSON.stringify(body) });

/** The clients that handlers use. */
export const httpClients: Readonly<Record<string, HttpCaller>> = {
  '`fetch`': async (url, body) => (await fetch(url, posted(body))).json(),
  axios: async (url, body) => (await axios.post(url, body)).data,
  'axios with its fetch adapter': async (url, body) =>
    (await axios.post(url, body, { adapter: 'fetch' })).data,
  got: (url, body) => got.post(url, { json: body, retry: { limit: 0 } }).json(),
  'node-fetch': async (url, body) => (await nodeFetch(url, posted(body))).json(),
  '`node:http`, `node:https`': overNode,
};
