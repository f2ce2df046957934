// The merchant accounts: which bank account, ledger code and transaction type their postings get.
import {h, say} from './dom.js';
import {button, field, select} from './parts.js';
import {KIND} from './words.js';
import {draftOf} from './settings.js';

const ID = /^[\x21-\x2E\x30-\x5B\x5D-\x7E]{1,64}$/;

export function accountsPart(settings, changed, again) {
  const {draft, lists, errors} = settings;
  return [
    h('h2', {id: 'accounts-title'}, 'Merchant accounts'),
    h('p', {class: 'hint'}, 'Where each account of ClientPay settles, and how its postings go into the books.'),
    draft.accounts.length === 0 ? h('p', {class: 'empty'}, 'No merchant account is mapped yet: every posting becomes incomplete.') : null,
    h('div', {class: 'accounts'}, draft.accounts.map((account) =>
      account.removed ? removedCard(account, settings, again) : card(account, lists, errors.get(account.key) ?? [], settings, changed, again))),
    button('Add a merchant account', () => {
      const added = draftOf(null);
      draft.accounts.push(added);
      again();
      document.getElementById(`${added.key}-id`).focus();
    }, {id: 'add-account'}),
  ];
}

function card(account, lists, errors, settings, changed, again) {
  const wrong = (...names) => errors.filter((error) => names.includes(error.pointer)).map((error) => capital(error.detail)).join(' ') || undefined;
  const known = ['/id', '/name', '/kind', '/bankAccountId', '/ledgerCode', '/transactionType'];
  const others = errors.filter((error) => !known.includes(error.pointer));
  const input = (name, attributes) => h('input', {
    id: `${account.key}-${name}`, type: 'text', autocomplete: 'off', value: account[name], ...attributes,
    onInput(event) {
      account[name] = event.target.value;
      changed();
    },
  });
  const chooser = (name, options) => select({
    id: `${account.key}-${name}`,
    onChange(event) {
      account[name] = event.target.value;
      changed();
      again();
    },
  }, options, account[name]);
  return h('fieldset', {class: 'account', id: account.key},
    h('legend', null, account.base ? account.base.name : 'New merchant account'),
    others.map((error) => h('p', {class: 'error'}, capital(error.detail))),
    account.base
      ? h('p', {class: 'hint id'}, `ClientPay’s id: ${account.base.id}`)
      : field('ClientPay’s id', input('id', {maxlength: 64}), {error: wrong('/id'), hint: 'As ClientPay names the account; it cannot be changed later.'}),
    h('div', {class: 'grid'},
      field('Name', input('name', {maxlength: 200}), {error: wrong('/name')}),
      field('Account type', select({
        id: `${account.key}-kind`,
        onChange(event) {
          account.kind = event.target.value;
          if (lists.banks.some((bank) => bank.id === account.bankAccountId && bank.kind !== account.kind)) {
            account.bankAccountId = '';
            say('Choose a bank account of this type.');
          }
          again();
        },
      }, Object.entries(KIND), account.kind), {error: wrong('/kind')}),
      field('Bank account', chooser('bankAccountId', banks(account, lists)), {
        error: wrong('/bankAccountId'), hint: bankTrouble(account, lists)}),
      lists.codes.length || account.ledgerCode
        ? field('Ledger code', chooser('ledgerCode', codes(account.ledgerCode, lists.codes)), {
          error: wrong('/ledgerCode'), hint: codeTrouble(account.ledgerCode, lists.codes)})
        : null,
      lists.types.length || account.transactionType
        ? field('Transaction type', chooser('transactionType', codes(account.transactionType, lists.types)), {
          error: wrong('/transactionType'), hint: codeTrouble(account.transactionType, lists.types)})
        : null,
      h('div', {class: 'buttons'}, button('Remove', () => {
      if (account.base) {
        account.removed = true;
      } else {
        settings.draft.accounts = settings.draft.accounts.filter((each) => each !== account);
      }
      again();
      (document.getElementById(`${account.key}-undo`) ?? document.getElementById('add-account')).focus();
    }, {class: 'button quiet-button', 'aria-label': `Remove ${account.base?.name ?? 'the new merchant account'}`}))));
}

function removedCard(account, settings, again) {
  const errors = settings.errors.get(account.key) ?? [];
  return h('div', {class: 'account removed', id: account.key},
    h('p', null, h('s', null, account.base.name), ' will be removed when you save.'),
    errors.map((error) => h('p', {class: 'error'}, error.detail)),
    button('Undo', () => {
      account.removed = false;
      again();
      document.getElementById(`${account.key}-name`).focus();
    }, {id: `${account.key}-undo`, 'aria-label': `Undo removing ${account.base.name}`}));
}

/** Only what fits; what is chosen is there too, and says why it does not fit. */
function banks({kind, bankAccountId}, {banks: all}) {
  const options = all.filter((bank) => bank.active && bank.kind === kind).map((bank) => [bank.id, `${bank.name} (${bank.id})`]);
  const chosen = all.find((bank) => bank.id === bankAccountId);
  if (!bankAccountId) {
    options.unshift(['', 'Choose a bank account']);
  } else if (!chosen) {
    options.unshift([bankAccountId, `${bankAccountId} – no longer in the books`]);
  } else if (!chosen.active) {
    options.unshift([bankAccountId, `${chosen.name} (${chosen.id}) – inactive`]);
  } else if (chosen.kind !== kind) {
    options.unshift([bankAccountId, `${chosen.name} (${chosen.id}) – ${KIND[chosen.kind].toLowerCase()} account`]);
  }
  return options;
}

function bankTrouble({kind, bankAccountId}, {banks: all}) {
  const chosen = all.find((bank) => bank.id === bankAccountId);
  if (!bankAccountId) {
    return `The books’ active ${KIND[kind].toLowerCase()} accounts.`;
  }
  if (!chosen) {
    return 'This bank account is no longer in the books. Choose another; until then postings become incomplete.';
  }
  return chosen.active ? undefined : 'This bank account is inactive. Choose another; until then postings become incomplete.';
}

function codes(chosen, all) {
  const options = [['', 'None'], ...all.filter((code) => code.active).map((code) => [code.code, `${code.code} – ${code.description}`])];
  const found = all.find((code) => code.code === chosen);
  if (chosen && !found) {
    options.push([chosen, `${chosen} – no longer in the books`]);
  } else if (chosen && !found.active) {
    options.push([chosen, `${chosen} – ${found.description} – inactive`]);
  }
  return options;
}

function codeTrouble(chosen, all) {
  const found = all.find((code) => code.code === chosen);
  if (!chosen || found?.active) {
    return undefined;
  }
  return `This choice is ${found ? 'inactive' : 'no longer in the books'}. Choose another; until then postings become incomplete.`;
}

/** What can be seen to be wrong before anything is sent, by the account's key. */
export function accountMistakes({draft}) {
  const mistakes = new Map();
  for (const account of draft.accounts.filter((each) => !each.removed)) {
    const errors = [];
    const wrong = (name, detail) => errors.push({pointer: `/${name}`, detail});
    if (!account.base && !ID.test(account.id)) {
      wrong('id', 'Type the id that ClientPay gave the account: 1 to 64 letters, digits and signs without blanks.');
    } else if (!account.base && draft.accounts.some((other) => other !== account && !other.removed && other.id === account.id)) {
      wrong('id', 'Another merchant account here has this id.');
    }
    if (!account.name.trim()) {
      wrong('name', 'Give the merchant account a name.');
    }
    if (!account.bankAccountId) {
      wrong('bankAccountId', 'Choose the bank account that its money goes to.');
    }
    if (errors.length) {
      mistakes.set(account.key, errors);
    }
  }
  return mistakes;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
