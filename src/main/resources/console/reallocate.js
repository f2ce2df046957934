// Reallocates a posting that waits: its targets and amounts, with the open invoices or trust ledgers at hand.
import * as api from './api.js';
import {h, newId, say, show} from './dom.js';
import {amount, cents, day, money, parseAmount, sum, typed} from './format.js';
import {asProblem, button, field, loading, pill, primary, problemBox, select} from './parts.js';
import {sayWhenShown} from './posting.js';
import {reason, reasonDetail, target} from './words.js';

const FOUND = 100;
const MOST_CLIENTS = 4;

export async function openReallocation(root, id, {mayLeave}) {
  show(root, loading('Reading the posting'));
  const page = new Reallocation(root, id, mayLeave);
  await page.load();
  return {isDirty: () => page.isDirty(), recover: () => page.load()};
}

class Reallocation {
  constructor(root, id, mayLeave) {
    Object.assign(this, {root, id, mayLeave});
    this.home = `#/postings/${encodeURIComponent(id)}`;
  }

  async load() {
    const [posting, fields] = await Promise.all([api.read(api.at('/v1/postings', this.id)), api.read('/v1/fields')]);
    this.posting = posting;
    this.fields = fields.items.filter((each) => each.searchable);
    this.isTrust = posting.kind === 'TRUST';
    this.lines = posting.allocations.map((each) => ({...each, text: typed(each.amount)}));
    this.begun = JSON.stringify(this.body());
    this.build();
    await this.proposeSearch();
  }

  isDirty() {
    return Boolean(this.lines) && JSON.stringify(this.body()) !== this.begun;
  }

  build() {
    const {posting} = this;
    this.linesPart = h('div', {id: 'lines'});
    this.results = h('div', {class: 'results'});
    this.trouble = h('div', {class: 'trouble'});
    this.by = select({id: 'search-by'}, this.fields
      .filter((each) => !this.isTrust || each.name !== 'INVOICE_NUMBER').map((each) => [each.name, each.label]), 'CLIENT_NAME');
    this.q = h('input', {id: 'search-q', type: 'search', maxlength: 100, autocomplete: 'off'});
    const what = this.isTrust ? 'Trust ledgers' : 'Open invoices';
    show(this.root,
      h('p', null, h('a', {href: this.home}, '‹ Back to the posting')),
      h('div', {class: 'title-row'},
        h('h1', null, 'Reallocate ', h('span', {class: 'money'}, money(posting.amount)), ` of ${posting.payer?.name ?? 'a payer not named'}`),
        pill(posting.status)),
      posting.reasons.length ? h('div', {class: 'box box-warn'}, h('ul', {class: 'reasons'}, posting.reasons.map((each) =>
        h('li', null, h('strong', null, reason(each.code)), h('span', {class: 'line long'}, reasonDetail(each)))))) : null,
      this.trouble,
      h('section', {class: 'card', 'aria-labelledby': 'lines-title'}, h('h2', {id: 'lines-title'}, 'Allocations'), this.linesPart),
      h('section', {class: 'card', 'aria-labelledby': 'found-title'},
        h('h2', {id: 'found-title'}, what),
        h('form', {class: 'filters', role: 'search', onSubmit: (event) => {
          event.preventDefault();
          this.search();
        }},
        field('Search by', this.by), field('that begins with', this.q, {className: 'wide'}),
        h('div', {class: 'buttons'}, h('button', {class: 'button', id: 'search-go'}, 'Search'))),
        this.results));
    this.renderLines();
  }

  renderLines() {
    const total = cents(this.posting.amount);
    const given = sum(this.lines.map((line) => parseAmount(line.text) ?? '0.00'));
    const rest = total - given;
    const wrong = this.lines.some((line) => parseAmount(line.text) === null);
    show(this.linesPart,
      this.lines.length === 0 ? h('p', {class: 'empty'}, 'Nothing is allocated. Add what the payment is for from the list below.') : null,
      h('ul', {class: 'lines'}, this.lines.map((line, index) => this.line(line, index))),
      h('p', {class: `rest ${rest === 0n && !wrong ? 'is-even' : 'is-uneven'}`, id: 'rest', role: 'status'},
        wrong ? 'An amount is not readable.'
          : rest === 0n ? 'All of the payment is allocated.'
            : rest > 0n ? `${money(amount(rest))} is not allocated yet.` : `${money(amount(-rest))} too much is allocated.`),
      h('div', {class: 'buttons'},
        primary('Save and post', () => this.save(true), {id: 'save-post', disabled: wrong || rest !== 0n || this.lines.length === 0}),
        button('Save', () => this.save(false), {id: 'save-lines', disabled: wrong || this.lines.length === 0})));
  }

  line(line, index) {
    const bad = parseAmount(line.text) === null;
    const label = line.label ?? target(line);
    return h('li', null,
      h('span', {class: 'long'}, label),
      h('input', {
        type: 'text', inputmode: 'decimal', class: 'number', id: `line-${index}`, autocomplete: 'off', value: line.text,
        'aria-label': `Amount for ${label}`, 'aria-invalid': bad ? 'true' : null,
        'aria-describedby': bad ? `line-${index}-error` : null,
        onChange(event) {
          line.text = event.target.value;
        },
        onInput: (event) => {
          line.text = event.target.value;
          const {selectionStart} = event.target;
          this.renderLines();
          document.getElementById(`line-${index}`).setSelectionRange(selectionStart, selectionStart);
        },
      }),
      button('Remove', () => {
        this.lines.splice(index, 1);
        this.renderLines();
        this.renderResults();
        say(`${label} is removed.`);
      }, {'aria-label': `Remove ${label}`, class: 'button quiet-button'}),
      bad ? h('p', {class: 'error', id: `line-${index}-error`}, `Type an amount such as ${typed('125.00')}.`) : null);
  }

  /** Begins with what is known: the client of an invoice that is allocated, else the payer as a client. */
  async proposeSearch() {
    const known = this.posting.allocations.find((each) => each.invoiceId);
    try {
      if (known) {
        const invoice = await api.read(api.at('/v1/invoices', known.invoiceId));
        this.by.value = 'CLIENT_NUMBER';
        this.q.value = invoice.clientNumber;
      }
    } catch (failure) {
      asProblem(failure);
    }
    if (!this.q.value && this.posting.payer?.name) {
      const name = this.posting.payer.name.trim().slice(0, 100);
      this.q.value = name;
      await this.search();
      const [first] = name.split(/[\s,]+/);
      if (this.found?.length === 0 && first.length >= 3 && first !== name) {
        this.q.value = first;
        await this.search();
      }
    } else if (this.q.value) {
      await this.search();
    } else {
      show(this.results, h('p', {class: 'empty'}, 'Search for what the payment is for.'));
    }
  }

  async search() {
    const path = this.isTrust ? '/v1/trust-ledgers' : '/v1/invoices';
    show(this.results, loading('Searching'));
    try {
      const {items, next} = await api.read(path + api.query({by: this.q.value.trim() ? this.by.value : '', q: this.q.value.trim(), limit: FOUND}));
      // Ledgers of another bank account could not take the money.
      const bank = this.posting.bankAccountId;
      this.found = this.isTrust && bank ? items.filter((each) => each.bankAccountId === bank) : items;
      this.more = Boolean(next);
      this.renderResults();
      say(`${this.found.length} found.`);
    } catch (failure) {
      this.found = undefined;
      show(this.results, problemBox(asProblem(failure)));
    }
  }

  renderResults() {
    if (!this.found) {
      return;
    }
    if (this.found.length === 0) {
      show(this.results, h('p', {class: 'empty'}, this.isTrust
        ? 'No trust ledger of this bank account begins like that.' : 'No open invoice begins like that.'));
      return;
    }
    const heads = this.isTrust ? ['Ledger', 'Client', 'Matter', 'Balance', ''] : ['Invoice', 'Date', 'Client', 'Matter', 'Open', ''];
    show(this.results,
      this.isTrust ? null : this.autoApplyPart(),
      h('table', {class: 'list'},
        h('thead', null, h('tr', null, heads.map((text) => h('th', {scope: 'col', class: text === 'Open' || text === 'Balance' ? 'number' : null},
          text || h('span', {class: 'unseen'}, 'Add'))))),
        h('tbody', null, this.found.map((item) => this.isTrust ? this.ledgerRow(item) : this.invoiceRow(item)))),
      this.more ? h('p', {class: 'hint'}, `These are the first ${FOUND}. Give more of the value to find others.`) : null);
  }

  /** For one client at a time: a payment is seldom for several. */
  autoApplyPart() {
    const clients = [...new Map(this.found.map((invoice) => [invoice.clientId, invoice])).values()];
    if (clients.length > MOST_CLIENTS) {
      return h('p', {class: 'hint'}, 'These are invoices of many clients. Search for one client to auto-apply the payment to its invoices.');
    }
    return h('div', {class: 'buttons auto-apply'}, h('span', null, 'Auto-apply, the oldest first, to'), clients.map((client, index) =>
      button(`${client.clientName} (${client.clientNumber})`, () => this.autoApply(client.clientId), {
        id: `auto-apply-${index}`, 'aria-label': `Auto-apply to ${client.clientName}, ${client.clientNumber}`,
      })));
  }

  invoiceRow(invoice) {
    const free = cents(invoice.balance) - cents(invoice.pending);
    return h('tr', null,
      h('td', {'data-label': 'Invoice'}, invoice.number),
      h('td', {'data-label': 'Date'}, day(invoice.date)),
      h('td', {'data-label': 'Client', class: 'long'}, invoice.clientName, h('span', {class: 'quiet line'}, invoice.clientNumber)),
      h('td', {'data-label': 'Matter', class: 'long'}, invoice.matterName, h('span', {class: 'quiet line'}, invoice.matterNumber)),
      h('td', {'data-label': 'Open', class: 'number'}, money(invoice.balance),
        cents(invoice.pending) ? h('span', {class: 'quiet line'}, `${money(invoice.pending)} waits for posting`) : null),
      this.addCell(`invoice ${invoice.number}`, this.lines.some((line) => line.invoiceId === invoice.id), () =>
        this.add({invoiceId: invoice.id, invoiceNumber: invoice.number, label: `Invoice ${invoice.number}, ${invoice.clientName}`}, free)));
  }

  ledgerRow(ledger) {
    return h('tr', null,
      h('td', {'data-label': 'Ledger'}, ledger.id),
      h('td', {'data-label': 'Client', class: 'long'}, ledger.clientName),
      h('td', {'data-label': 'Matter', class: 'long'}, ledger.matterName, h('span', {class: 'quiet line'}, ledger.matterNumber)),
      h('td', {'data-label': 'Balance', class: 'number'}, money(ledger.balance)),
      this.addCell(`trust ledger ${ledger.id}`, this.lines.some((line) => line.trustLedgerId === ledger.id), () =>
        this.add({trustLedgerId: ledger.id, label: `Trust ledger ${ledger.id}, ${ledger.clientName}`}, null)));
  }

  addCell(name, isThere, onAdd) {
    return h('td', {class: 'action'}, isThere ? h('span', {class: 'quiet'}, 'added')
      : button('Add', onAdd, {'aria-label': `Add ${name}`, id: newId('add')}));
  }

  /** With what is left of the payment, and no more than the invoice has open. */
  add(line, free) {
    const rest = cents(this.posting.amount) - sum(this.lines.map((each) => parseAmount(each.text) ?? '0.00'));
    const most = free !== null && free < rest ? free : rest;
    this.lines.push({...line, text: most > 0n ? typed(amount(most)) : ''});
    this.renderLines();
    this.renderResults();
    document.getElementById(`line-${this.lines.length - 1}`).focus();
    say(`${line.label} is added.`);
  }

  async autoApply(clientId) {
    const invoices = this.found.filter((each) => each.clientId === clientId);
    try {
      const {data} = await api.call('POST', '/v1/allocations/suggest', {
        body: {amount: this.posting.amount, invoiceIds: invoices.map((each) => each.id)},
      });
      this.lines = data.allocations.map((each) => ({
        invoiceId: each.invoiceId, invoiceNumber: each.invoiceNumber, text: typed(each.amount),
        label: `Invoice ${each.invoiceNumber}, ${invoices.find((invoice) => invoice.id === each.invoiceId).clientName}`,
      }));
      this.renderLines();
      this.renderResults();
      say(`${this.lines.length} invoices are allocated.`);
      document.getElementById('lines').scrollIntoView({block: 'center'});
    } catch (failure) {
      show(this.trouble, problemBox(asProblem(failure)));
    }
  }

  body() {
    return this.lines.map((line) => {
      const name = ['invoiceId', 'trustLedgerId', 'invoiceNumber', 'matterId'].find((each) => line[each]);
      return {[name]: line[name], amount: parseAmount(line.text)};
    });
  }

  async save(post) {
    const path = api.at('/v1/postings', this.id);
    try {
      let {data} = await api.call('PUT', `${path}/allocations`, {body: {allocations: this.body()}, version: api.tag(this.posting.version)});
      this.posting = data;
      this.begun = JSON.stringify(this.body());
      if (post) {
        ({data} = await api.call('POST', `${path}/post`, {body: {}, version: api.tag(data.version)}));
      }
      this.mayLeave();
      sayWhenShown(data);
      location.hash = this.home;
    } catch (failure) {
      const problem = asProblem(failure);
      show(this.trouble, problem.status === 412 || problem.code === 'move-not-allowed'
        ? h('div', {class: 'box box-warn', role: 'alert'},
          h('p', null, h('strong', null, 'Somebody else changed this posting meanwhile.'), ' Nothing was saved.'),
          h('p', null, button('Show how it stands now', () => {
            this.mayLeave();
            location.hash = this.home;
          })))
        : problemBox(problem));
      this.trouble.scrollIntoView({block: 'nearest'});
    }
  }
}
