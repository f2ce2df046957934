// What somebody else saved, beside what is on the page.
import {KIND, PLACE} from './words.js';

const ACCOUNT = {
  name: 'Name', kind: 'Account type', bankAccountId: 'Bank account', ledgerCode: 'Ledger code', transactionType: 'Transaction type',
};
const POSTING = {
  defaultArMessage: 'Default A/R message', usePostedDate: 'Use the posted date', automaticPosting: 'Automatic posting',
};

/** What belongs together: a bank account is of its account type. */
const TOGETHER = [
  ['name'], ['kind', 'bankAccountId'], ['ledgerCode'], ['transactionType'],
  ['defaultArMessage'], ['usePostedDate'], ['automaticPosting'], ['timeZone'], ['currency'],
];
const UNTOUCHED = 'not changed here';

const isUntouched = (names, mine, began) => names.every((name) => (mine[name] || '') === (began[name] || ''));

/** Of what was not changed on the page, takes what somebody else saved. */
export function takeUntouched(mine, began, theirs) {
  for (const names of TOGETHER.filter((each) => each[0] in theirs && isUntouched(each, mine, began))) {
    names.forEach((name) => {
      mine[name] = theirs[name];
    });
  }
}

/**
 * Rows of what, theirs and mine; one row that says so when both are the same by now.
 * @param began what was stored when the changes on the page began
 */
export function differences(part, mine, theirs, began) {
  if (part === 'fields') {
    return fieldDifferences(mine.fields, theirs.fields.items);
  }
  if (part === 'posting') {
    return rows('', POSTING, mine.posting, theirs.posting.values, began.posting.values);
  }
  const draft = mine.accounts.find((each) => each.key === part);
  const stored = theirs.accounts.find((account) => account.id === draft.base.id);
  if (!stored) {
    return [[draft.base.name, 'removed', draft.removed ? 'removed' : 'changed']];
  }
  if (draft.removed) {
    return [[draft.base.name, `changed: ${stored.name}`, 'to be removed']];
  }
  return rows(`${draft.base.name}: `, ACCOUNT, draft, stored, draft.base);
}

function rows(start, names, mine, theirs, began) {
  const my = (name) => (isUntouched(TOGETHER.find((each) => each.includes(name)), mine, began) ? UNTOUCHED : word(mine[name]));
  const found = Object.entries(names)
    .filter(([name]) => (mine[name] || '') !== (theirs[name] || ''))
    .map(([name, text]) => [start + text, word(theirs[name]), my(name)]);
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
