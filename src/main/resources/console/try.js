// Try it: a search as the portal would make it, with the request and the answer.
import * as api from './api.js';
import {h, say, show} from './dom.js';
import {day, money} from './format.js';
import {asProblem, field, loading, problemBox, select} from './parts.js';

const WHAT = {invoices: 'Open invoices', 'trust-ledgers': 'Trust ledgers', matters: 'Matters'};
const MATCH = {prefix: 'begins with', exact: 'is', contains: 'contains'};
const COLUMNS = {
  invoices: [['Invoice', 'number'], ['Date', 'date', day], ['Client', 'clientName'], ['Matter', 'matterName'], ['Balance', 'balance', money]],
  'trust-ledgers': [['Ledger', 'id'], ['Client', 'clientName'], ['Matter', 'matterName'], ['Bank account', 'bankAccountId'], ['Balance', 'balance', money]],
  matters: [['Matter', 'number'], ['Name', 'name'], ['Client', 'clientName'], ['Status', 'status'], ['Owed', 'arBalance', money], ['In trust', 'trustBalance', money]],
};
const LIMIT = 20;

export async function open(root) {
  const fields = (await api.read('/v1/fields')).items.filter((each) => each.searchable);
  const result = h('div', {id: 'try-result'});
  const what = select({id: 'try-what'}, Object.entries(WHAT), 'invoices');
  const by = select({id: 'try-by'}, fields.map((each) => [each.name, each.label]), 'CLIENT_NAME');
  const match = select({id: 'try-match'}, Object.entries(MATCH), 'prefix');
  const q = h('input', {id: 'try-q', type: 'search', maxlength: 100, autocomplete: 'off', spellcheck: 'false'});
  show(root,
    h('h1', null, 'Try it'),
    h('p', {class: 'hint'}, 'Search the firm’s books as ClientPay does, by any Connect field, and see the request and the answer. Nothing is changed.'),
    h('form', {class: 'filters card', role: 'search', onSubmit: (event) => {
      event.preventDefault();
      run({what: what.value, by: by.value, match: match.value, q: q.value.trim()}, result);
    }},
    field('Look for', what), field('by', by), field('that', match), field('Value', q, {className: 'wide'}),
    h('div', {class: 'buttons'}, h('button', {class: 'button primary', id: 'try-go'}, 'Search'))),
    result);
  q.focus();
  return {};
}

async function run({what, by, match, q}, result) {
  const path = `/v1/${what}${api.query(q ? {by, q, match: match === 'prefix' ? '' : match, limit: LIMIT} : {limit: LIMIT})}`;
  show(result, loading('Searching'));
  const request = h('section', {class: 'card', 'aria-labelledby': 'try-request'},
    h('h2', {id: 'try-request'}, 'Request'), code(`GET ${path}\nAuthorization: Bearer cpk_…`, 'try-request-text', 'The request’s text'));
  try {
    const answer = await api.get(path);
    const {items, next} = answer.data;
    show(result, request,
      h('section', {class: 'card', 'aria-labelledby': 'try-found'},
        h('h2', {id: 'try-found'}, items.length === 0 ? 'Nothing is found' : `${items.length}${next ? ' and more' : ''} found`),
        items.length ? table(what, items) : null),
      h('section', {class: 'card', 'aria-labelledby': 'try-answer'},
        h('h2', {id: 'try-answer'}, 'Answer'),
        h('p', {class: 'quiet'}, `${answer.status} in ${answer.milliseconds} ms · request ${answer.requestId}`),
        code(JSON.stringify(answer.data, null, 2), 'try-answer-text', 'The answer’s text')));
    say(`${items.length} found.`);
  } catch (failure) {
    show(result, request, problemBox(asProblem(failure)));
  }
}

function table(what, items) {
  const columns = COLUMNS[what];
  return h('table', {class: 'list'},
    h('thead', null, h('tr', null, columns.map(([title, , format]) => h('th', {scope: 'col', class: format === money ? 'number' : null}, title)))),
    h('tbody', null, items.map((item) => h('tr', null, columns.map(([title, name, format]) =>
      h('td', {'data-label': title, class: format === money ? 'number' : 'long'}, format ? format(item[name]) : item[name]))))));
}

const code = (text, id, label) => h('pre', {id, tabindex: 0, role: 'region', 'aria-label': label}, text);
