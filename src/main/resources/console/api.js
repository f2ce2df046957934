// Calls the connector's API (GET /openapi.yaml) with the browser's session.

/** What went wrong with a call: the API's problem, or that no answer came. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail);
    this.status = status;
    this.code = (body.type ?? '').replace('urn:clientpay:problem:', '');
    this.title = body.title ?? 'That did not work';
    this.detail = body.detail ?? '';
    this.requestId = body.requestId ?? '';
    this.errors = body.errors ?? [];
  }

  /** Whether it is neither the request's fault nor ours: the same call may work later. */
  get isAway() {
    return this.status === 0 || this.status === 503;
  }
}

/** What the API says to callers without a key is no help to somebody at a page. */
const SIGNED_OUT = {
  type: 'unauthenticated',
  title: 'Your session has ended',
  detail: 'Run connect console on the connector’s machine. This page goes on with the new session.',
};

let csrfToken = '';
const listeners = new Set();

/** Is told of every call's outcome: the Problem, or null. */
export function onOutcome(listener) {
  listeners.add(listener);
}

export function begin(session) {
  csrfToken = session.csrfToken;
}

/** @returns {{data, etag, status, milliseconds, requestId}}; throws a Problem */
export async function call(method, path, {body, version, signal, binary} = {}) {
  const headers = {Accept: binary ? '*/*' : 'application/json'};
  if (method !== 'GET') {
    headers['X-CSRF-Token'] = csrfToken;
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (version !== undefined) {
    headers['If-Match'] = version;
  }
  const started = performance.now();
  let response;
  let content;
  try {
    response = await fetch(path, {
      method, headers, signal, cache: 'no-store', redirect: 'error',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    content = binary && response.ok ? await response.blob() : await response.text();
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw told(new Problem(0, {
      type: 'no-answer',
      title: 'The connector does not answer',
      detail: method === 'GET'
        ? 'It may be stopped, or starting. This page goes on when it is back.'
        : 'It may be stopped, or starting. Whether the change was made is not known: look before you repeat it.',
    }));
  }
  if (!response.ok) {
    throw told(new Problem(response.status, response.status === 401 ? SIGNED_OUT : problemOf(content)));
  }
  told(null, path);
  return {
    data: binary ? content : parsed(content, response),
    etag: response.headers.get('ETag') ?? '',
    status: response.status,
    requestId: response.headers.get('X-Request-Id') ?? '',
    milliseconds: Math.round(performance.now() - started),
    name: (response.headers.get('Content-Disposition') ?? '').match(/filename="([^"]+)"/)?.[1] ?? '',
  };
}

function told(problem, path = '') {
  listeners.forEach((listener) => listener(problem, path));
  return problem;
}

function parsed(text, response) {
  return (response.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : text;
}

function problemOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {title: 'That was not understood', detail: 'The answer is none of ClientPay Connect.'};
  }
}

export const get = (path, options) => call('GET', path, options);

/** The data of a GET alone. */
export const read = async (path, options) => (await call('GET', path, options)).data;

/** A query of those parameters that have a value. */
export function query(parameters) {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return pairs.length ? `?${new URLSearchParams(pairs)}` : '';
}

/** The path of something with an id. */
export const at = (list, id, ...more) => [list, encodeURIComponent(id), ...more].join('/');

/** How a version is sent as If-Match. */
export const tag = (version) => `"v${version}"`;
