// Manage postings: the views with their counts, search, and what can be done with those selected.
import * as api from './api.js';
import {exportCsv} from './postings-export.js';
import {openPosting} from './posting.js';
import {openReallocation} from './reallocate.js';
import {postSelected} from './post-selected.js';
import {h, say, show} from './dom.js';
import {amount, count, date, day, money, sum, time, today} from './format.js';
import {asProblem, button, checkBox, field, loading, pill, primary, problemBox} from './parts.js';
import {reason} from './words.js';

const VIEWS = {
  open: ['Pending and incomplete', ['PENDING', 'INCOMPLETE']],
  pending: ['Pending', ['PENDING']],
  incomplete: ['Incomplete', ['INCOMPLETE']],
  queued: ['Queued', ['QUEUED']],
  posted: ['Posted', ['POSTED']],
  removed: ['Removed', ['REMOVED']],
  reversed: ['Reversed', ['REVERSED', 'REVERSING']],
  all: ['All', []],
};
const PAGE = 50;
const TYPING_PAUSE = 350;

/** Where the list was left, for the way back from a posting: to the same page, with the same postings selected. */
let lastList = '#/postings';
let lastCursors = [''];
let lastSelected = new Map();
/** The postings that it showed, in its order, for the way from one to the next; and the one that was opened from there. */
let lastIds = [];
let lastOpened = '';

export async function open(root, context) {
  const [id, action] = context.rest;
  if (id && action === 'reallocate') {
    return openReallocation(root, id, context);
  }
  if (id) {
    const place = lastIds.indexOf(id);
    lastOpened = id;
    return openPosting(root, id, context, {
      list: lastList,
      before: place > 0 ? lastIds[place - 1] : undefined,
      after: place >= 0 ? lastIds[place + 1] : undefined,
    });
  }
  const list = new List(root, context);
  await list.load();
  list.focusLastOpened();
  return {recover: () => list.load(), close: () => list.close()};
}

class List {
  constructor(root, {search, scopes, rename}) {
    this.root = root;
    this.rename = rename;
    this.mayPost = scopes.includes('post');
    this.view = VIEWS[search.get('view')] ? search.get('view') : 'open';
    this.filter = {q: search.get('q') ?? '', from: search.get('from') ?? '', to: search.get('to') ?? ''};
    const isBack = location.hash === lastList && lastCursors.length === Number(search.get('page') ?? 1);
    /** The cursor of each page so far; the first has none. */
    this.cursors = isBack ? lastCursors : [''];
    /** Selected postings by id; they stay selected from page to page. */
    this.selected = isBack ? lastSelected : new Map();
    this.remember();
    this.build();
  }

  /** The address says which page it is; how to come there again, only this page knows. */
  remember() {
    const page = this.cursors.length;
    lastList = this.hash(this.view) + (page > 1 ? `&page=${page}` : '');
    lastCursors = this.cursors;
    lastSelected = this.selected;
    this.rename(lastList);
  }

  focusLastOpened() {
    const link = this.rows.querySelector(`[data-posting="${CSS.escape(lastOpened)}"] a`);
    lastOpened = '';
    link?.focus({preventScroll: true});
    link?.scrollIntoView({block: 'center'});
  }

  build() {
    this.views = h('nav', {class: 'views', 'aria-label': 'Views'});
    this.range = h('p', {class: 'quiet', id: 'range'});
    this.rows = h('div', {class: 'rows'});
    this.pager = h('div', {class: 'pager'});
    this.bar = h('div', {class: 'select-bar', role: 'region', 'aria-label': 'Selected postings', hidden: true});
    const input = (name, type, more) => h('input', {
      id: `filter-${name}`, type, value: this.filter[name], autocomplete: 'off', ...more,
      onInput: (event) => this.typed(name, event.target.value),
    });
    show(this.root,
      h('h1', null, 'Manage postings'),
      this.views,
      h('form', {class: 'filters', role: 'search', onSubmit: (event) => {
        event.preventDefault();
        this.apply();
      }},
      field('Search', input('q', 'search', {maxlength: 100, placeholder: 'Payer, payment, reference or id'}), {className: 'wide'}),
      field('From', input('from', 'date')),
      field('To', input('to', 'date')),
      h('div', {class: 'buttons'},
        button('Today', () => this.filterBy({...this.filter, from: today(), to: today()}), {id: 'filter-today'}),
        button('Clear', () => this.filterBy({q: '', from: '', to: ''}), {id: 'filter-clear'}),
        button('Export CSV', () => exportCsv(this.parameters(), this.total()), {id: 'export'}))),
      this.range, this.rows, this.pager, this.bar);
    this.renderViews();
    this.renderRange();
  }

  typed(name, value) {
    this.filter[name] = value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.apply(), TYPING_PAUSE);
  }

  filterBy(filter) {
    this.filter = filter;
    for (const [name, value] of Object.entries(this.filter)) {
      document.getElementById(`filter-${name}`).value = value;
    }
    this.apply();
  }

  /** Shows the first page of what the filters leave now. */
  apply() {
    clearTimeout(this.timer);
    this.cursors = [''];
    this.remember();
    this.counts = undefined;
    this.renderViews();
    this.renderRange();
    this.load();
  }

  hash(view) {
    return `#/postings${api.query({view, ...this.filter})}`;
  }

  parameters() {
    return {status: VIEWS[this.view][1].join(','), ...this.wanted()};
  }

  /** The filters as the API takes them: a day that is half typed is none yet. */
  wanted() {
    const whole = (day) => (/^(19|[2-9]\d)\d\d-/.test(day) ? day : '');
    return {q: this.filter.q.trim(), from: whole(this.filter.from), to: whole(this.filter.to)};
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  /** Turning a page changes no count, and counting a million postings costs more than reading fifty. */
  async load({counting = true} = {}) {
    this.request?.abort();
    this.request = new AbortController();
    const {signal} = this.request;
    if (!this.items) {
      show(this.rows, loading('Reading the postings'));
    }
    this.rows.setAttribute('aria-busy', 'true');
    if (counting || !this.counts) {
      this.loadCounts(signal);
    }
    try {
      const {items, next} = await api.read(`/v1/postings${api.query({
        ...this.parameters(), limit: PAGE, cursor: this.cursors.at(-1),
      })}`, {signal});
      this.items = items;
      lastIds = items.map((posting) => posting.id);
      items.filter((posting) => !canBePosted(posting)).forEach((posting) => this.selected.delete(posting.id));
      this.next = next;
      this.renderRows();
      this.renderPager();
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        this.items = undefined;
        show(this.rows, problemBox(asProblem(failure), () => this.load()));
        show(this.pager);
      }
    } finally {
      this.rows.removeAttribute('aria-busy');
    }
  }

  async loadCounts(signal) {
    try {
      this.isCounted = true;
      this.counts = await api.read(`/v1/postings/counts${api.query(this.wanted())}`, {signal});
      this.renderViews();
      this.renderPager();
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        // What so many begin with is not counted, only shown.
        this.isCounted = asProblem(failure).code !== 'search-too-wide';
        this.renderViews();
      }
    }
  }

  /** How many postings the view has; undefined while that is not known. */
  total(view = this.view) {
    if (!this.counts) {
      return undefined;
    }
    const statuses = VIEWS[view][1].length ? VIEWS[view][1] : Object.keys(this.counts);
    return statuses.reduce((total, status) => total + this.counts[status], 0);
  }

  renderViews() {
    show(this.views, Object.entries(VIEWS).map(([name, [text]]) => {
      const total = this.total(name);
      return h('a', {id: `view-${name}`, href: this.hash(name), 'aria-current': name === this.view ? 'page' : null},
        text, this.isCounted === false ? null : [' ', h('span', {class: 'count'}, total === undefined ? '…' : count(total))]);
    }));
  }

  /** A browser writes the day in an input in its own language's order: here it cannot be taken for another. */
  renderRange() {
    const {from, to} = this.wanted();
    const words = from && from === to ? `on ${day(from)}`
      : [from && `from ${day(from)}`, to && `up to ${day(to)}`].filter(Boolean).join(' ');
    show(this.range, words && `Recorded ${words}`);
    this.range.hidden = !words;
  }

  renderRows() {
    if (this.items.length === 0) {
      const filtered = Object.values(this.filter).some(Boolean);
      show(this.rows, h('p', {class: 'empty'}, filtered
        ? 'No posting here fits the search.'
        : this.view === 'open' ? 'Nothing waits: every posting is in the books or settled.' : 'There is no posting here.'));
      this.renderBar();
      return;
    }
    const selectable = this.mayPost ? this.items.filter(canBePosted) : [];
    const label = selectable.length ? checkBox('Select all on this page that can be posted', {
      id: 'select-all', onChange: (event) => this.selectAll(selectable, event.target.checked),
    }) : null;
    this.all = label?.querySelector('input');
    show(this.rows, label, h('table', {class: 'list'},
      h('colgroup', null, ['tick', 'recorded', 'payer', 'payment', 'account', 'amount', 'status']
        .map((name) => h('col', {class: `col-${name}`}))),
      h('thead', null, h('tr', null,
        h('th', {scope: 'col', class: 'tick'}, h('span', {class: 'unseen'}, 'Selected')),
        ['Recorded', 'Payer', 'Payment', 'Account'].map((text) => h('th', {scope: 'col'}, text)),
        h('th', {scope: 'col', class: 'number'}, 'Amount'),
        h('th', {scope: 'col'}, 'Status'))),
      h('tbody', null, this.items.map((posting) => this.row(posting)))));
    this.renderBar();
  }

  row(posting) {
    const name = posting.payer?.name ?? 'Payer not named';
    const tick = this.mayPost && canBePosted(posting)
      ? h('input', {type: 'checkbox', 'data-id': posting.id, checked: this.selected.has(posting.id),
        'aria-label': `Select ${name}, ${money(posting.amount)}`,
        onChange: (event) => {
          this.select(posting, event.target.checked);
          this.renderBar();
        }})
      : null;
    return h('tr', {'data-posting': posting.id},
      h('td', {class: 'tick'}, tick),
      h('td', {'data-label': 'Recorded'}, date(posting.createdAt), h('span', {class: 'quiet line'}, time(posting.createdAt))),
      h('td', {'data-label': 'Payer', class: 'long'}, h('a', {href: `#/postings/${encodeURIComponent(posting.id)}`}, name)),
      h('td', {'data-label': 'Payment', class: 'long'}, posting.paymentId,
        posting.reference ? h('span', {class: 'quiet line'}, posting.reference) : null),
      h('td', {'data-label': 'Account', class: 'long'}, posting.merchantAccountId),
      h('td', {'data-label': 'Amount', class: 'number'}, money(posting.amount)),
      h('td', {'data-label': 'Status', class: 'status'}, pill(posting.status),
        posting.reasons.length ? h('span', {class: 'quiet line'}, reason(posting.reasons[0].code)
          + (posting.reasons.length > 1 ? ` and ${posting.reasons.length - 1} more` : '')) : null,
        posting.bookDate && posting.status === 'POSTED' ? h('span', {class: 'quiet line'}, `booked ${day(posting.bookDate)}`) : null));
  }

  select(posting, selected) {
    if (selected) {
      this.selected.set(posting.id, posting);
    } else {
      this.selected.delete(posting.id);
    }
  }

  selectAll(postings, selected) {
    postings.forEach((posting) => this.select(posting, selected));
    this.rows.querySelectorAll('input[data-id]').forEach((box) => {
      box.checked = selected;
    });
    this.renderBar();
  }

  renderBar() {
    const chosen = [...this.selected.values()];
    this.bar.hidden = chosen.length === 0;
    if (this.all) {
      const boxes = [...this.rows.querySelectorAll('input[data-id]')];
      const ticked = boxes.filter((box) => box.checked).length;
      this.all.checked = ticked === boxes.length;
      this.all.indeterminate = ticked > 0 && ticked < boxes.length;
    }
    if (chosen.length) {
      const total = money(amount(sum(chosen.map((posting) => posting.amount))));
      show(this.bar,
        h('p', {id: 'selected'}, h('strong', null, `${count(chosen.length)} selected`), ` · ${total}`),
        h('div', {class: 'buttons'},
          button('Clear', () => this.clearSelection(), {id: 'selection-clear'}),
          primary('Post selected', () => this.post(chosen), {id: 'post-selected'})));
    }
  }

  clearSelection() {
    this.selected.clear();
    this.renderRows();
    say('Nothing is selected.');
  }

  async post(chosen) {
    const outcomes = await postSelected(chosen);
    outcomes.filter(([, outcome]) => outcome !== 'PROBLEM').forEach(([id]) => this.selected.delete(id));
    if (outcomes.length) {
      this.cursors = [''];
      this.remember();
      await this.load();
      document.getElementById(`view-${this.view}`)?.focus();
    }
  }

  renderPager() {
    if (!this.items?.length) {
      show(this.pager);
      return;
    }
    const before = (this.cursors.length - 1) * PAGE;
    const total = this.total();
    show(this.pager,
      button('Newer', () => this.turn(-1), {id: 'newer', disabled: this.cursors.length === 1}),
      h('p', {id: 'where'}, `${count(before + 1)}–${count(before + this.items.length)}`
        + (total === undefined ? '' : ` of ${count(Math.max(total, before + this.items.length))}`)),
      button('Older', () => this.turn(1), {id: 'older', disabled: !this.next}));
  }

  async turn(pages) {
    if (pages > 0) {
      this.cursors.push(this.next);
    } else {
      this.cursors.pop();
    }
    this.remember();
    await this.load({counting: false});
    this.rows.scrollIntoView({block: 'nearest'});
    say(document.getElementById('where')?.textContent ?? '');
  }
}

const canBePosted = ({status}) => status === 'PENDING' || status === 'INCOMPLETE';
