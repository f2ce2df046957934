// What the API's names are called on the page, and its sentences as the firm writes amounts and days.
import {day, money} from './format.js';

export const STATUS = {
  PENDING: 'Pending', INCOMPLETE: 'Incomplete', QUEUED: 'Queued', POSTED: 'Posted', REMOVED: 'Removed',
  REVERSING: 'Reversing', REVERSED: 'Reversed', PROBLEM: 'Not done',
};

export const KIND = {OPERATING: 'Operating', TRUST: 'Trust'};

export const METHOD = {CARD: 'Card', ECHECK: 'eCheck'};

export const PLACE = {
  CONNECT: 'Connect', PAYMENT_PAGES: 'Payment pages', PAYMENT_MANAGER: 'Payment Manager', RECEIPTS: 'Receipts',
};

const REASON = {
  'merchant-account-unknown': 'The merchant account is not mapped',
  'unallocated-rest': 'Part of the amount is not allocated',
  'over-allocated': 'More is allocated than was paid',
  'duplicate-target': 'The same target is there twice',
  'invoice-unknown': 'There is no such invoice',
  'invoice-ambiguous': 'Several invoices have this number',
  'over-balance': 'The invoice has a smaller balance',
  'matter-unknown': 'There is no such matter',
  'matter-closed': 'The matter is closed',
  'trust-money-to-invoice': 'Trust money cannot pay an invoice',
  'operating-money-to-trust': 'Operating money cannot go to a trust ledger',
  'trust-ledger-of-other-bank-account': 'The trust ledger belongs to another bank account',
  'no-trust-ledger': 'The matter has no trust ledger there',
  'ambiguous-trust-ledger': 'The matter has several trust ledgers there',
  'unapplied-not-supported': 'The books take no money on account',
  'bank-account-gone': 'The bank account is gone or inactive',
  'bank-account-of-other-kind': 'The bank account is of the other kind',
  'code-unknown': 'A code is unknown or inactive',
  'currency-mismatch': 'It was paid in another currency',
  'payment-date-in-future': 'The payment date is in the future',
  'period-closed': 'The books are closed for this date',
  'import-rejected': 'The import rejected it',
  'books-refused': 'The books refused it',
  'value-unusable': 'A value that was sent cannot be used',
};

/** A reason's name in plain words. */
export const reason = (code) => REASON[code] ?? code.replaceAll('-', ' ');

/** What a reason's detail says in figures of ours; an invoice's number is left as it is. */
const WITH_AMOUNTS = ['unallocated-rest', 'over-allocated', 'over-balance'];
const AMOUNT = /(?<!Invoice )\b\d{1,12}\.\d{2}\b/g;
const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;

/** A reason's detail as the firm writes amounts and days. */
export function reasonDetail({code, detail}) {
  if (WITH_AMOUNTS.includes(code)) {
    return detail.replaceAll(AMOUNT, (amount) => money(amount));
  }
  return code === 'payment-date-in-future' ? detail.replaceAll(DAY, (text) => day(text)) : detail;
}

export const REVERSAL = {CORRECTION: 'Correction', REFUND: 'Refund', CHARGEBACK: 'Chargeback', RETURN: 'Return'};

const EVENT = {
  recorded: 'Recorded', resolved: 'Looked at again', incomplete: 'Became incomplete', completed: 'Can be posted now', posted: 'Posted into the books',
  queued: 'Queued for the import', removed: 'Removed', reversed: 'Reversed', reversing: 'Reversal queued',
  reallocated: 'Reallocated', reopened: 'Taken up again', 'reversal-rejected': 'The import rejected the reversal',
  purged: 'Payer blanked',
};

/** What an entry of a posting's history says besides: reasons by their names, days as the firm writes them. */
export function eventDetail({what, detail}) {
  const name = what.toLowerCase();
  if (name === 'incomplete') {
    return detail.replaceAll(/[a-z]+(?:-[a-z]+)+/g, (code) => REASON[code] ?? code).replaceAll(', ', '; ');
  }
  return name.startsWith('revers')
    ? detail.replace(/^([A-Z]+), book date (\d{4}-\d{2}-\d{2})/, (_, why, text) => `${REVERSAL[why] ?? why}, book date ${day(text)}`)
    : detail;
}

/** An entry of a posting's history. */
export const event = (what) => EVENT[what.toLowerCase().replaceAll('_', '-')] ?? sentence(what);

/** Who did it. */
export function actor(by) {
  const [, kind, name, user] = by.match(/^([^:]*):?([^:]*):?(.*)$/);
  const key = user ? `${user}, with key ${name}` : `key ${name}`;
  return {key, cli: `${name}, by a command`, connector: 'the connector'}[kind] ?? by;
}

export function sentence(name) {
  const text = name.replaceAll('-', ' ').replaceAll('_', ' ').toLowerCase().replace(/^api /, 'API ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What an allocation goes to. */
export function target(allocation) {
  if (allocation.invoiceNumber || allocation.invoiceId) {
    return `Invoice ${allocation.invoiceNumber ?? allocation.invoiceId}`;
  }
  if (allocation.trustLedgerId) {
    return `Trust ledger ${allocation.trustLedgerId}`;
  }
  return `Matter ${allocation.matterId}`;
}
