// Exports the postings that the view and its filters show, with the columns of connect postings export.
import * as api from './api.js';
import {BYTE_ORDER_MARK, line} from './csv.js';
import {h, newId, say, show} from './dom.js';
import {count, today} from './format.js';
import {asProblem, button, download, problemBox} from './parts.js';

const SIMPLE = [
  'id', 'status', 'attempt', 'paymentId', 'merchantAccountId', 'kind', 'amount', 'currency', 'paymentDate', 'bookDate',
  'method', 'reference', 'arMessage', 'ledgerCode', 'transactionType', 'bankAccountId', 'receipt', 'createdAt',
];
const HEADINGS = [...SIMPLE, 'payerName', 'payerEmail', 'allocations', 'reasons'];
const SLICE = 500;

export async function exportCsv(parameters, total) {
  const id = newId('export');
  const stop = new AbortController();
  const text = h('p', {id: 'export-progress'}, 'Reading …');
  const bar = h('progress', {'aria-label': 'Read so far', ...(total ? {max: total, value: 0} : {})});
  const body = h('div', null, bar, text);
  const buttons = h('div', {class: 'buttons end'}, button('Cancel', () => close()));
  const dialog = h('dialog', {class: 'dialog', 'aria-labelledby': id}, h('h2', {id}, 'Export'), body, buttons);
  const close = () => {
    stop.abort();
    dialog.close();
    dialog.remove();
  };
  dialog.addEventListener('cancel', close);
  document.body.append(dialog);
  dialog.showModal();
  try {
    const parts = [BYTE_ORDER_MARK, line(HEADINGS)];
    let cursor = '';
    let rows = 0;
    do {
      const slice = await api.read(`/v1/postings${api.query({...parameters, limit: SLICE, cursor})}`, {signal: stop.signal});
      parts.push(slice.items.map((posting) => line(cells(posting))).join(''));
      rows += slice.items.length;
      bar.value = rows;
      text.textContent = `${count(rows)} postings`;
      cursor = slice.next;
    } while (cursor);
    download(`postings-${today()}.csv`, new Blob(parts, {type: 'text/csv;charset=utf-8'}));
    close();
    say(`${count(rows)} postings are exported.`);
  } catch (failure) {
    if (failure.name !== 'AbortError') {
      show(body, h('p', null, 'Nothing was exported.'), problemBox(asProblem(failure)));
    }
  }
}

function cells(posting) {
  return [
    ...SIMPLE.map((name) => posting[name]),
    posting.payer?.name, posting.payer?.email,
    posting.allocations.map((allocation) => `${target(allocation)}: ${allocation.amount}`).join('; '),
    posting.reasons.map((reason) => reason.code).join('; '),
  ];
}

/** As the command's export has it. */
function target(allocation) {
  const name = ['invoiceNumber', 'invoiceId', 'trustLedgerId', 'matterId'].find((each) => allocation[each]);
  return name ? `${name.replaceAll(/(?=[A-Z])/g, ' ').toLowerCase()} ${allocation[name]}` : '';
}
