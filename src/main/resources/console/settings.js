// Connect settings: merchant accounts, Connect fields, posting information. Nothing is saved before Save.
import * as api from './api.js';
import {accountsPart, accountMistakes} from './settings-accounts.js';
import {fieldsPart} from './settings-fields.js';
import {postingPart} from './settings-posting.js';
import {differences, takeUntouched} from './settings-differences.js';
import {h, say, show} from './dom.js';
import {asProblem, ask, button, loading, problemBox} from './parts.js';

export async function open(root, {scopes}) {
  show(root, h('h1', null, 'Connect settings'), loading('Reading the settings'));
  const page = new Settings(root, scopes.includes('settings'));
  await page.load();
  return {
    isDirty: () => page.changes().length > 0,
    recover: () => page.load(),
  };
}

/** What is stored, by the names of the parts; and a copy of it that is changed on the page. */
class Settings {
  constructor(root, mayChange) {
    this.root = root;
    this.mayChange = mayChange;
    this.errors = new Map();
    this.conflicts = [];
  }

  async load() {
    const [accounts, fields, posting, banks, codes, types] = await Promise.all([
      api.read('/v1/merchant-accounts'), api.get('/v1/fields'), api.get('/v1/posting-settings'),
      api.read('/v1/bank-accounts'), api.read('/v1/ledger-codes'), api.read('/v1/transaction-types'),
    ]);
    this.lists = {banks: banks.items, codes: codes.items, types: types.items};
    this.stored = {
      accounts: accounts.items,
      fields: {items: fields.data.items, tag: fields.etag},
      posting: {values: posting.data, tag: posting.etag},
    };
    this.discard();
  }

  discard() {
    this.errors.clear();
    this.conflicts = [];
    this.draft = {
      accounts: this.stored.accounts.map((account) => draftOf(account)),
      fields: structuredClone(this.stored.fields.items),
      posting: {...this.stored.posting.values},
    };
    this.build();
  }

  /** Everything that Save would do, in order. */
  changes() {
    if (!this.draft) {
      return [];
    }
    const changes = [];
    for (const draft of this.draft.accounts) {
      const stored = this.stored.accounts.find((account) => account.id === draft.base?.id);
      if (draft.removed) {
        changes.push({part: draft.key, what: `Removing ${draft.base.name}`, run: () => this.remove(draft)});
      } else if (!stored || !same(bodyOf(draft), bodyOf(draftOf(stored)))) {
        changes.push({part: draft.key, what: draft.name || 'The new merchant account', run: () => this.put(draft)});
      }
    }
    if (!same(this.draft.fields.map(shownOf), this.stored.fields.items.map(shownOf))) {
      changes.push({part: 'fields', what: 'Connect fields', run: () => this.putFields()});
    }
    if (!same(postingOf(this.draft.posting), postingOf(this.stored.posting.values))) {
      changes.push({part: 'posting', what: 'Posting information', run: () => this.putPosting()});
    }
    return changes;
  }

  build() {
    this.parts = {
      accounts: h('section', {class: 'card', 'aria-labelledby': 'accounts-title'}),
      fields: h('section', {class: 'card', 'aria-labelledby': 'fields-title'}),
      posting: h('section', {class: 'card', 'aria-labelledby': 'posting-title'}),
    };
    this.trouble = h('div', {class: 'trouble'});
    this.bar = h('div', {class: 'save-bar', role: 'region', 'aria-label': 'Save'});
    show(this.root,
      h('h1', null, 'Connect settings'),
      this.mayChange ? null : h('p', {class: 'box'}, 'Your key may look at the settings and not change them: it lacks the scope settings.'),
      this.trouble, Object.values(this.parts), this.bar);
    this.render();
  }

  /** Shows the draft anew; `only` one part of it. */
  render(only) {
    const changed = () => this.renderBar();
    const again = (part) => this.render(part);
    const views = {accounts: accountsPart, fields: fieldsPart, posting: postingPart};
    for (const [name, view] of Object.entries(views)) {
      if (!only || only === name) {
        show(this.parts[name], h('fieldset', {class: 'plain', disabled: !this.mayChange},
          view(this, changed, () => again(name))));
      }
    }
    this.renderBar();
  }

  renderBar() {
    const changes = this.changes();
    const count = changes.length;
    show(this.bar,
      h('p', {id: 'unsaved'}, count === 0 ? 'Everything is saved.' : count === 1 ? '1 unsaved change' : `${count} unsaved changes`),
      h('div', {class: 'buttons'},
        button('Discard', () => this.askDiscard(), {id: 'discard', disabled: count === 0}),
        h('button', {type: 'button', id: 'save', class: 'button primary', disabled: count === 0 || this.saving, onClick: () => this.save()}, 'Save')));
    this.bar.classList.toggle('is-dirty', count > 0);
  }

  async askDiscard() {
    const sure = await ask({
      title: 'Discard the changes?', body: h('p', null, 'Everything on this page goes back to what is saved.'),
      yes: 'Discard', danger: true,
    });
    if (sure) {
      this.discard();
      say('The changes are discarded.');
    }
  }

  async save() {
    this.errors = accountMistakes(this);
    this.conflicts = [];
    if (this.errors.size) {
      this.showMistakes('Nothing was saved.');
      return;
    }
    this.saving = true;
    this.renderBar();
    const problems = [];
    let saved = 0;
    for (const change of this.changes()) {
      try {
        await change.run();
        saved += 1;
      } catch (failure) {
        const problem = asProblem(failure);
        if (problem.status === 412) {
          this.conflicts.push(change);
        } else if (problem.status === 422 && problem.errors.length) {
          this.errors.set(change.part, problem.errors);
        } else {
          problems.push([change, problem]);
          if (problem.isAway || problem.status === 401) {
            break;
          }
        }
      }
    }
    this.saving = false;
    this.render();
    await this.report(saved, problems);
  }

  async report(saved, problems) {
    const unknown = problems.some(([, problem]) => problem.status === 0 || problem.code === 'outcome-unknown');
    const nothing = unknown ? 'Whether anything was saved is not known.' : 'Nothing was saved.';
    const done = saved === 0 ? nothing : this.changes().length ? 'Only a part was saved.' : '';
    if (this.conflicts.length) {
      await this.showConflicts(done, problems);
    } else if (this.errors.size) {
      this.showMistakes(done, problems);
    } else if (problems.length) {
      this.showTrouble(done, problems);
    } else {
      show(this.trouble, h('div', {class: 'box box-good'}, h('p', null, 'Saved.')));
      say('Saved.');
    }
  }

  showTrouble(done, problems, ...more) {
    show(this.trouble, done ? h('p', {class: 'box box-bad'}, h('strong', null, done)) : null,
      problems.map(([change, problem]) => [h('h2', null, change.what), problemBox(problem)]), more);
    say(done || 'Not saved.');
    this.trouble.scrollIntoView({block: 'nearest'});
  }

  showMistakes(done, problems = []) {
    this.render();
    this.showTrouble(`${done} Correct what is marked, then save again.`, problems);
    this.root.querySelector('[aria-invalid]')?.focus();
  }

  /** Somebody else saved meanwhile: says what is stored now beside what is here, and lets the person choose. */
  async showConflicts(done, problems) {
    const mine = this.draft;
    const conflicts = this.conflicts;
    let theirs;
    try {
      theirs = await this.readStored();
    } catch (failure) {
      this.showTrouble(done, [[conflicts[0], asProblem(failure)]]);
      return;
    }
    const rows = conflicts.flatMap((change) => differences(change.part, mine, theirs, this.stored));
    this.showTrouble(done, problems, h('div', {class: 'box box-warn', role: 'alert', id: 'conflict'},
      h('h2', null, 'Somebody else saved meanwhile'),
      h('p', null, `${conflicts.map((change) => change.what).join(', ')}: what is stored is not what you began with. `
        + 'What they saved was not overwritten.'),
      h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Differences'}, h('table', null,
        h('thead', null, h('tr', null, ['What', 'Saved by somebody else', 'On this page'].map((text) => h('th', {scope: 'col'}, text)))),
        h('tbody', null, rows.map(([what, their, my]) => h('tr', null,
          h('th', {scope: 'row'}, what), h('td', null, their), h('td', null, my)))))),
      h('div', {class: 'buttons'},
        button('Take theirs', () => this.settle(theirs, conflicts, false), {id: 'take-theirs'}),
        button('Keep mine, to be saved', () => this.settle(theirs, conflicts, true), {id: 'keep-mine'}))));
    document.getElementById('take-theirs').focus();
  }

  async readStored() {
    const [accounts, fields, posting] = await Promise.all(
      [api.read('/v1/merchant-accounts'), api.get('/v1/fields'), api.get('/v1/posting-settings')]);
    return {
      accounts: accounts.items,
      fields: {items: fields.data.items, tag: fields.etag},
      posting: {values: posting.data, tag: posting.etag},
    };
  }

  /** Takes up what is stored now for the parts in conflict; of the draft it keeps the others, and with `keep` what was changed. */
  settle(theirs, conflicts, keep) {
    for (const {part} of conflicts) {
      if (part === 'fields') {
        this.stored.fields = theirs.fields;
        if (!keep) {
          this.draft.fields = structuredClone(theirs.fields.items);
        }
      } else if (part === 'posting') {
        if (keep) {
          takeUntouched(this.draft.posting, this.stored.posting.values, theirs.posting.values);
        } else {
          this.draft.posting = {...theirs.posting.values};
        }
        this.stored.posting = theirs.posting;
      } else {
        this.settleAccount(part, theirs, keep);
      }
    }
    this.conflicts = [];
    this.render();
    show(this.trouble);
    say(keep ? 'What you changed is kept, and not saved yet.' : 'What the other person saved is shown now.');
    document.getElementById('save').focus();
  }

  settleAccount(key, theirs, keep) {
    const index = this.draft.accounts.findIndex((draft) => draft.key === key);
    const draft = this.draft.accounts[index];
    const theirAccount = theirs.accounts.find((account) => account.id === draft.base.id);
    this.stored.accounts = this.stored.accounts.filter((account) => account.id !== draft.base.id)
      .concat(theirAccount ?? []);
    if (theirAccount) {
      if (keep) {
        takeUntouched(draft, draftOf(draft.base), draftOf(theirAccount));
      } else {
        Object.assign(draft, draftOf(theirAccount), {key});
      }
      draft.base = theirAccount;
    } else if (keep && !draft.removed) {
      draft.base = null;
    } else {
      this.draft.accounts.splice(index, 1);
    }
  }

  async put(draft) {
    if (!draft.base && await this.exists(draft.id)) {
      throw new api.Problem(422, {errors: [{pointer: '/id', detail: 'is mapped already, by somebody else meanwhile: reload the page to see it'}]});
    }
    const path = api.at('/v1/merchant-accounts', draft.id);
    const {data} = await api.call('PUT', path, {body: bodyOf(draft), version: draft.base ? api.tag(draft.base.version) : undefined});
    this.stored.accounts = this.stored.accounts.filter((account) => account.id !== data.id).concat(data);
    Object.assign(draft, draftOf(data), {key: draft.key});
  }

  async exists(id) {
    try {
      await api.get(api.at('/v1/merchant-accounts', id));
      return true;
    } catch (failure) {
      if (asProblem(failure).status === 404) {
        return false;
      }
      throw failure;
    }
  }

  async remove(draft) {
    const path = api.at('/v1/merchant-accounts', draft.base.id);
    await api.call('DELETE', path, {version: api.tag(draft.base.version)});
    this.stored.accounts = this.stored.accounts.filter((account) => account.id !== draft.base.id);
    this.draft.accounts = this.draft.accounts.filter((each) => each !== draft);
  }

  async putFields() {
    const {data, etag} = await api.call('PUT', '/v1/fields', {
      body: {items: this.draft.fields.map(shownOf)}, version: this.stored.fields.tag,
    });
    this.stored.fields = {items: data.items, tag: etag};
    this.draft.fields = structuredClone(data.items);
  }

  async putPosting() {
    const {data, etag} = await api.call('PUT', '/v1/posting-settings', {
      body: postingOf(this.draft.posting), version: this.stored.posting.tag,
    });
    this.stored.posting = {values: data, tag: etag};
    this.draft.posting = {...data};
  }
}

let keys = 0;

/** An account as it is changed on the page; `base` is the stored one, null for a new one. */
export function draftOf(account) {
  keys += 1;
  return {
    key: `account-${keys}`, base: account, removed: false, id: account?.id ?? '', name: account?.name ?? '',
    kind: account?.kind ?? 'OPERATING', bankAccountId: account?.bankAccountId ?? '', ledgerCode: account?.ledgerCode ?? '',
    transactionType: account?.transactionType ?? '',
  };
}

const bodyOf = ({name, kind, bankAccountId, ledgerCode, transactionType}) =>
  ({name, kind, bankAccountId, ledgerCode: ledgerCode || null, transactionType: transactionType || null});

const shownOf = ({name, shownOn}) => ({name, shownOn: [...shownOn].sort()});

const postingOf = ({defaultArMessage, usePostedDate, automaticPosting, timeZone, currency}) =>
  ({defaultArMessage: defaultArMessage || null, usePostedDate, automaticPosting, timeZone, currency});

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
