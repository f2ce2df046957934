// Posting information: the default A/R message, the book date, automatic posting, and how a posting will read.
import {h, show} from './dom.js';
import {day, isBatch, money, today} from './format.js';
import {checkBox, field} from './parts.js';

export function postingPart(settings, changed) {
  const {draft, errors} = settings;
  const wrong = (name) => (errors.get('posting') ?? []).filter((error) => error.pointer === `/${name}`)
    .map((error) => error.detail).join(' ') || undefined;
  const preview = h('div', {class: 'preview', id: 'posting-preview'});
  const update = () => {
    show(preview, reading(settings));
    changed();
  };
  const flag = (name, label, hint) => h('div', {class: 'field'},
    checkBox(label, {
      id: `posting-${name}`, checked: draft.posting[name], 'aria-describedby': `posting-${name}-hint`,
      onChange(event) {
        draft.posting[name] = event.target.checked;
        update();
      },
    }),
    h('p', {class: 'hint', id: `posting-${name}-hint`}, hint),
    wrong(name) ? h('p', {class: 'error'}, wrong(name)) : null);
  show(preview, reading(settings));
  return [
    h('h2', {id: 'posting-title'}, 'Posting information'),
    field('Default A/R message', h('input', {
      id: 'posting-message', type: 'text', maxlength: 200, autocomplete: 'off', value: draft.posting.defaultArMessage ?? '',
      onInput(event) {
        draft.posting.defaultArMessage = event.target.value;
        update();
      },
    }), {error: wrong('defaultArMessage'), hint: 'Stands on every posting that brings no message of its own.'}),
    flag('usePostedDate', 'Use the posted date',
      'The book date is the day on which it is posted. Otherwise it is the day of the payment.'),
    flag('automaticPosting', 'Automatic posting',
      'A payment is posted as soon as it is processed. Otherwise it waits under Pending until somebody posts it.'),
    h('h3', null, 'How a posting will read'),
    preview,
  ];
}

/** A payment of an invented client through the first operating account, as the books would show it. */
function reading({draft, lists}) {
  const account = draft.accounts.find((each) => each.kind === 'OPERATING' && !each.removed);
  const bank = lists.banks.find((each) => each.id === account?.bankAccountId);
  const {defaultArMessage, usePostedDate, automaticPosting} = draft.posting;
  const at = automaticPosting ? (isBatch() ? 'with the next import' : 'as soon as it is paid') : 'when somebody posts it';
  const facts = [
    ['Book date', usePostedDate ? `the day of posting (today: ${day(today())})` : `the day of the payment (today: ${day(today())})`],
    ['Bank account', bank?.name ?? account?.bankAccountId ?? 'none: no operating merchant account is mapped'],
    ['Ledger code', account?.ledgerCode || null],
    ['Transaction type', account?.transactionType || null],
    ['Amount', money('1250.00')],
    ['A/R message', defaultArMessage || '(none)'],
    ['Posted', at],
  ];
  return h('dl', {class: 'facts'}, facts.filter(([, value]) => value)
    .map(([name, value]) => h('div', null, h('dt', null, name), h('dd', null, value))));
}
