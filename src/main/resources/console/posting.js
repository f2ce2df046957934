// One posting: what it is, why it waits, what happened to it, and what can be done with it.
import * as api from './api.js';
import {h, newId, say, show} from './dom.js';
import {day, instant, isBatch, money, today} from './format.js';
import {ask, asProblem, button, checkBox, field, loading, pill, primary, problemBox, select} from './parts.js';
import {KIND, METHOD, actor, event, eventDetail, reason, reasonDetail, target} from './words.js';

/** What was done elsewhere with the posting that is shown next; said there once. */
let done = null;

/** @param posting as it was answered */
export function sayWhenShown(posting) {
  done = posting;
}

/** @param ways the hash of the list, and the ids of the postings before and after this one in it */
export async function openPosting(root, id, {scopes}, ways) {
  const page = new Page(root, id, scopes.includes('post'), ways);
  await page.load();
  return {recover: () => page.load()};
}

class Page {
  constructor(root, id, mayMove, ways) {
    Object.assign(this, {root, id, mayMove, ways});
    show(root, loading('Reading the posting'));
  }

  async load() {
    this.posting = await api.read(api.at('/v1/postings', this.id));
    const isDone = done?.id === this.id && done.version === this.posting.version;
    done = null;
    this.render(isDone ? outcome(this.posting) : null);
  }

  render(message) {
    const {posting} = this;
    show(this.root,
      h('nav', {class: 'ways', 'aria-label': 'Postings'},
        h('a', {href: this.ways.list}, '‹ Back to the postings'),
        this.way('previous', 'Previous', this.ways.before), this.way('next', 'Next', this.ways.after)),
      h('div', {class: 'title-row'},
        h('h1', null, posting.payer?.name ?? 'Payer not named', ' · ', h('span', {class: 'money'}, money(posting.amount))),
        h('span', {id: 'status'}, pill(posting.status))),
      message ?? null,
      this.mayMove ? this.moves() : null,
      posting.reasons.length ? h('section', {class: 'box box-warn', 'aria-labelledby': 'reasons'},
        h('h2', {id: 'reasons'}, 'Why it waits'),
        h('ul', {class: 'reasons'}, posting.reasons.map((each) => h('li', null,
          h('strong', null, reason(each.code)), each.allocation === undefined ? '' : ` (allocation ${each.allocation + 1})`,
          h('span', {class: 'line long'}, reasonDetail(each)))))) : null,
      h('div', {class: 'columns'},
        h('section', {class: 'card', 'aria-labelledby': 'facts'}, h('h2', {id: 'facts'}, 'Payment'), facts(posting)),
        h('section', {class: 'card', 'aria-labelledby': 'allocations'}, h('h2', {id: 'allocations'}, 'Allocations'), allocations(posting))),
      h('section', {class: 'card', 'aria-labelledby': 'history'}, h('h2', {id: 'history'}, 'History'),
        h('ol', {class: 'history'}, posting.history.map((each) => h('li', null,
          h('span', {class: 'quiet'}, instant(each.at)),
          h('span', null, h('strong', null, event(each.what)), ` by ${actor(each.by)}`,
            each.detail ? h('span', {class: 'line long'}, eventDetail(each)) : null))))));
  }

  way(name, text, id) {
    return id ? h('a', {id: `way-${name}`, href: `#/postings/${encodeURIComponent(id)}`}, text) : null;
  }

  moves() {
    const {status} = this.posting;
    const waits = status === 'PENDING' || status === 'INCOMPLETE';
    const list = [];
    if (waits) {
      list.push(
        primary('Post', () => this.post(), {id: 'move-post'}),
        h('a', {class: 'button', id: 'move-reallocate', href: `#/postings/${encodeURIComponent(this.id)}/reallocate`}, 'Reallocate'),
        button('Remove', () => this.remove(), {id: 'move-remove'}));
    } else if (status === 'POSTED') {
      list.push(button('Reverse', () => this.reverse(), {id: 'move-reverse'}));
    } else if (status === 'REMOVED' || (status === 'REVERSED' && this.wasCorrection())) {
      list.push(button('Take up again', () => this.reopen(), {id: 'move-reopen'}));
    }
    return list.length ? h('div', {class: 'buttons moves'}, list) : null;
  }

  /** Only then the money is still there, to be posted once more. */
  wasCorrection() {
    const [last] = this.posting.history.filter(({what}) => what.toLowerCase().startsWith('revers')).slice(-1);
    return last?.detail?.startsWith('CORRECTION') ?? true;
  }

  async post() {
    document.getElementById('move-post').disabled = true;
    try {
      await this.move('post', {});
    } catch (failure) {
      this.render(problemBox(asProblem(failure)));
    }
  }

  /** Throws a Problem, except when somebody else was faster: then what is there now is shown. */
  async move(name, body) {
    try {
      const {data} = await api.call('POST', api.at('/v1/postings', this.id, name), {body, version: api.tag(this.posting.version)});
      this.posting = data;
      this.render(outcome(data));
    } catch (failure) {
      if (![409, 412].includes(asProblem(failure).status)) {
        throw failure;
      }
      const now = await api.read(api.at('/v1/postings', this.id));
      if (now.version === this.posting.version) {
        throw failure;
      }
      this.posting = now;
      this.render(h('div', {class: 'box box-warn', role: 'alert', id: 'moved'},
        h('p', null, h('strong', null, 'Somebody else changed this posting meanwhile.'),
          ' Nothing was done. Here is how it stands now; look at it, then decide again.')));
    }
    document.getElementById('main').focus({preventScroll: true});
    window.scrollTo(0, 0);
  }

  remove() {
    const note = h('textarea', {rows: 3, maxlength: 500, required: true});
    return this.askNote('Remove the posting', note,
      'It will not be posted into the books. Choose this when the payment was entered by hand, or handled outside.',
      'Reason', 'Remove', true, () => this.move('remove', {note: note.value}));
  }

  reopen() {
    const note = h('textarea', {rows: 3, maxlength: 500, required: true});
    const text = this.posting.status === 'REVERSED'
      ? 'It can then be reallocated and posted once more.'
      : 'It can then be reallocated and posted.';
    return this.askNote('Take the posting up again', note, text, 'Reason', 'Take up again', false,
      () => this.move('reopen', {note: note.value}));
  }

  askNote(title, note, text, label, yes, danger, onYes) {
    const place = h('div', null, field(label, note, {hint: 'Stands in the history.'}));
    return ask({
      title, yes, danger, body: [h('p', null, text), place],
      onYes() {
        if (!note.value.trim()) {
          show(place, field(label, note, {hint: 'Stands in the history.', error: 'Say why, for those who look at it later.'}));
          note.focus();
          return false;
        }
        return onYes();
      },
    });
  }

  reverse() {
    const what = h('div', {class: 'preview', id: 'reversal', 'aria-live': 'polite'});
    const why = select({id: newId('why')}, [
      ['CORRECTION', 'Correction: booked wrongly'],
      ['REFUND', 'Refund: paid back'],
      ['CHARGEBACK', 'Chargeback: taken back by the bank'],
      ['RETURN', 'Return: eCheck not paid'],
    ], 'CORRECTION');
    const date = h('input', {type: 'date', value: today()});
    const note = h('textarea', {rows: 2, maxlength: 500});
    const outside = h('input', {type: 'checkbox', id: newId('outside')});
    const update = () => show(what, this.consequences(why.value, date.value || today(), outside.checked));
    [why, date, outside].forEach((input) => input.addEventListener('change', update));
    update();
    return ask({
      title: 'Reverse the posting', yes: 'Reverse', danger: true,
      body: [
        field('Reason', why), field('Book date of the reversal', date),
        h('label', {class: 'check', for: outside.id}, outside, h('span', null, 'The books were reversed by hand already')),
        field('Note', note, {hint: 'Optional. Stands in the history.'}),
        h('h3', null, 'What will happen in the books'), what],
      onYes: () => this.move('reverse', {
        reason: why.value, outside: outside.checked, note: note.value || null,
        date: date.value && date.value !== today() ? date.value : null,
      }),
    });
  }

  consequences(why, date, outside) {
    const {posting} = this;
    const lines = [];
    if (outside) {
      lines.push('Nothing is written into the books. Only the posting is marked as reversed.');
    } else {
      const account = posting.bankAccountId ? `Bank account ${posting.bankAccountId}` : 'The bank account';
      lines.push(`${account}: a second entry of −${money(posting.amount)}, dated ${day(date)}. The first entry stays.`);
      for (const allocation of posting.allocations) {
        lines.push(allocation.trustLedgerId
          ? `${target(allocation)}: its balance goes down by ${money(allocation.amount)}. If it would fall below zero, nothing is written.`
          : allocation.invoiceNumber || allocation.invoiceId
            ? `${target(allocation)}: ${money(allocation.amount)} is owed again.`
            : `${target(allocation)}: ${money(allocation.amount)} less on account.`);
      }
      if (isBatch()) {
        lines.push('The reversal goes into the next import file; until the import has booked it, the posting is reversing.');
      }
    }
    lines.push(why === 'CORRECTION'
      ? 'It can be taken up again afterwards, reallocated and posted once more.'
      : 'It cannot be taken up again: the money is gone.');
    return h('ul', null, lines.map((line) => h('li', null, line)));
  }
}

function outcome(posting) {
  const text = {
    POSTED: `It is in the books${posting.receipt ? ` as receipt ${posting.receipt}` : ''}.`,
    QUEUED: 'It waits for the firm’s import.',
    INCOMPLETE: 'It could not be posted. Why is said below.',
    PENDING: 'It is pending: post it when you are ready.',
    REMOVED: 'It is removed and will not be posted.',
    REVERSED: 'It is reversed.',
    REVERSING: 'Its reversal waits for the firm’s import.',
  }[posting.status];
  say(text);
  return h('p', {class: `box ${posting.status === 'INCOMPLETE' ? 'box-bad' : 'box-good'}`, id: 'moved'}, text);
}

function facts(posting) {
  const rows = [
    ['Payment', posting.paymentId], ['Posting', posting.id], ['Reference', posting.reference],
    ['Method', METHOD[posting.method]], ['Payer’s e-mail', posting.payer?.email],
    ['Merchant account', posting.merchantAccountId], ['Account type', KIND[posting.kind]],
    ['Payment date', day(posting.paymentDate)], ['Book date', posting.bookDate && day(posting.bookDate)],
    ['Receipt in the books', posting.receipt], ['Bank account', posting.bankAccountId],
    ['Ledger code', posting.ledgerCode], ['Transaction type', posting.transactionType], ['A/R message', posting.arMessage],
    ['Recorded', instant(posting.createdAt)], ['Attempt', posting.attempt > 1 ? posting.attempt : null],
  ];
  return h('dl', {class: 'facts'}, rows.filter(([, value]) => value)
    .map(([name, value]) => h('div', null, h('dt', null, name), h('dd', {class: 'long'}, value))));
}

function allocations({allocations: list}) {
  if (list.length === 0) {
    return h('p', {class: 'empty'}, 'Nothing is allocated.');
  }
  return h('table', null,
    h('thead', null, h('tr', null, h('th', {scope: 'col'}, 'To'), h('th', {scope: 'col', class: 'number'}, 'Amount'))),
    h('tbody', null, list.map((allocation) => h('tr', null,
      h('td', {class: 'long'}, target(allocation)), h('td', {class: 'number'}, money(allocation.amount))))));
}
