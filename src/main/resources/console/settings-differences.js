// What somebody else saved, beside what is on the page.
import {KIND, PLACE} from './words.js';

const ACCOUNT = {
  name: 'Name', kind: 'Account type', bankAccountId: 'Bank account', ledgerCode: 'Ledger code', transactionType: 'Transaction type',
};
const POSTING = {
  defaultArMessage: 'Default A/R message', usePostedDate: 'Use the posted date', automaticPosting: 'Automatic posting',
};

/** Rows of what, theirs and mine; one row that says so when both are the same by now. */
export function differences(part, mine, theirs) {
  if (part === 'fields') {
    return fieldDifferences(mine.fields, theirs.fields.items);
  }
  if (part === 'posting') {
    return rows('', POSTING, mine.posting, theirs.posting.values);
  }
  const draft = mine.accounts.find((each) => each.key === part);
  const stored = theirs.accounts.find((account) => account.id === draft.base.id);
  if (!stored) {
    return [[draft.base.name, 'removed', draft.removed ? 'removed' : 'changed']];
  }
  if (draft.removed) {
    return [[draft.base.name, `changed: ${stored.name}`, 'to be removed']];
  }
  return rows(`${draft.base.name}: `, ACCOUNT, draft, stored);
}

function rows(start, names, mine, theirs) {
  const found = Object.entries(names)
    .filter(([name]) => (mine[name] || '') !== (theirs[name] || ''))
    .map(([name, text]) => [start + text, word(theirs[name]), word(mine[name])]);
  return found.length ? found : [[`${start}nothing differs any more`, '', '']];
}

function fieldDifferences(mine, theirs) {
  const order = (fields) => fields.map((each) => each.label).join(', ');
  const found = order(mine) === order(theirs) ? [] : [['Order', order(theirs), order(mine)]];
  for (const field of mine) {
    const their = theirs.find((each) => each.name === field.name);
    const places = (each) => each.shownOn.map((name) => PLACE[name]).sort().join(', ') || 'nowhere';
    if (their && places(their) !== places(field)) {
      found.push([`${field.label} is shown on`, places(their), places(field)]);
    }
  }
  return found.length ? found : [['Nothing differs any more', '', '']];
}

const word = (value) => ({true: 'yes', false: 'no', ...KIND}[value] ?? (value || 'none'));
