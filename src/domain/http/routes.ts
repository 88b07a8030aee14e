import type { Draw } from '../../kernel/draw.js';
import type { BodySort } from './bodies.js';
import {
  feedbackBody,
  multipartBody,
  noteBody,
  orderBody,
  paymentBody,
  pictureBody,
  webhookBody,
} from './bodies.js';

/** Query values by name: text, several texts for a repeated name, true for a name without "=". */
export type QueryString = Record<string, string | string[] | true>;

/** One thing a client can ask an API for. */
export interface HttpRoute {
  readonly method: string;
  /** The path with placeholders: `/orders/{orderId}`. */
  readonly template: string;
  /** Values of the placeholders, as they stand in the path. */
  parameters(draw: Draw): Record<string, string>;
  /** The template filled in. */
  path(parameters: Readonly<Record<string, string>>): string;
  query(draw: Draw): QueryString;
  /** Query parameters that an API would declare; none of them is ever repeated or without a value. */
  readonly declares: readonly string[];
  readonly body?: BodySort;
}

type RouteParts = Partial<Pick<HttpRoute, 'parameters' | 'path' | 'query' | 'declares' | 'body'>>;

function route(method: string, template: string, parts: RouteParts = {}): HttpRoute {
  return {
    method,
    template,
    parameters: () => ({}),
    path: () => template,
    query: () => ({}),
    declares: [],
    ...parts,
  };
}

const keywords = ['tea', 'lamp', '茶', 'c++', 'red shoes', '100%'];
const slugs = ['hello-world', 'release-notes', 'spring-sale', 'faq'];

const orderPath: RouteParts = {
  parameters: (draw) => ({ orderId: draw.digits(8) }),
  path: ({ orderId }) => `/orders/${orderId}`,
};

/** What clients ask for; the first is the plainest. */
export const httpRoutes: readonly HttpRoute[] = [
  route('GET', '/'),
  route('GET', '/hello', { query: (draw) => ({ name: draw.text(keywords) }), declares: ['name'] }),
  route('GET', '/articles', {
    query: (draw) => ({ page: String(draw.integer(1, 40)), size: draw.pick(['10', '20', '50']) }),
    declares: ['page', 'size'],
  }),
  route('GET', '/articles/{slug}', {
    parameters: (draw) => ({ slug: draw.pick(slugs) }),
    path: ({ slug }) => `/articles/${slug}`,
  }),
  route('GET', '/search', {
    query: (draw) => ({ keyword: draw.text(keywords), preview: true }),
    declares: ['keyword'],
  }),
  route('GET', '/users/{userId}/orders', {
    parameters: (draw) => ({ userId: draw.digits(6) }),
    path: ({ userId }) => `/users/${userId}/orders`,
    query: (draw) => ({
      sort: draw.pick(['asc', 'desc']),
      status: ['paid', draw.pick(['shipped', 'returned'])],
    }),
    declares: ['sort'],
  }),
  route('HEAD', '/orders/{orderId}', orderPath),
  route('DELETE', '/orders/{orderId}', orderPath),
  route('POST', '/orders', { body: orderBody }),
  route('PUT', '/orders/{orderId}', { ...orderPath, body: orderBody }),
  route('POST', '/webhooks/{provider}', {
    parameters: (draw) => ({ provider: draw.pick(['pay', 'logistics', 'crm']) }),
    path: ({ provider }) => `/webhooks/${provider}`,
    body: webhookBody,
  }),
  route('POST', '/feedback', { query: () => ({ lang: 'zh-CN' }), declares: ['lang'], body: feedbackBody }),
  route('POST', '/notes', { body: noteBody }),
  route('POST', '/payments/notify', { body: paymentBody }),
  route('POST', '/uploads', { body: multipartBody }),
  route('POST', '/pictures', { body: pictureBody }),
];
