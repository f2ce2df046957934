// Posts several postings, and says what became of each.
import * as api from './api.js';
import {h, newId, say, show} from './dom.js';
import {amount, count, money, sum} from './format.js';
import {asProblem, button, pill, primary, problemBox} from './parts.js';
import {STATUS, reason} from './words.js';

/** So many go in one call: few enough for the progress to be seen. */
const TOGETHER = 5;

/** @returns [id, outcome] of each that was tried; nothing when it was cancelled */
export function postSelected(postings) {
  return new Promise((resolve) => {
    const id = newId('post');
    const outcomes = new Map();
    const body = h('div');
    const buttons = h('div', {class: 'buttons end'});
    const dialog = h('dialog', {class: 'dialog', 'aria-labelledby': id},
      h('h2', {id}, postings.length === 1 ? 'Post 1 posting' : `Post ${count(postings.length)} postings`), body, buttons);
    let running = false;

    const done = () => {
      dialog.close();
      dialog.remove();
      resolve([...outcomes]);
    };

    const run = async () => {
      running = true;
      const waiting = postings.filter((posting) => !outcomes.has(posting.id));
      const bar = h('progress', {max: postings.length, value: outcomes.size, 'aria-label': 'Posted so far'});
      const text = h('p', {id: 'post-progress'}, '');
      const list = h('ul', {class: 'outcomes', tabindex: 0, 'aria-label': 'Outcomes'}, postings.map((posting) => line(posting, outcomes.get(posting.id))));
      const trouble = h('div');
      show(body, bar, text, list, trouble);
      show(buttons);
      for (let first = 0; first < waiting.length; first += TOGETHER) {
        text.textContent = `${count(outcomes.size)} of ${count(postings.length)}`;
        const some = waiting.slice(first, first + TOGETHER);
        try {
          const {data} = await api.call('POST', '/v1/postings/post', {body: {ids: some.map((posting) => posting.id)}});
          for (const item of data.items) {
            outcomes.set(item.id, item.outcome);
            const posting = postings.find((each) => each.id === item.id);
            list.querySelector(`[data-outcome="${CSS.escape(item.id)}"]`).replaceWith(line(posting, item.outcome, item));
          }
          bar.value = outcomes.size;
        } catch (failure) {
          const problem = asProblem(failure);
          show(trouble, problemBox(problem), h('p', null,
            'What was posted so far is shown. Posting the rest again is safe: what is in the books already is not posted twice.'));
          text.textContent = `${count(outcomes.size)} of ${count(postings.length)}`;
          finish(true);
          return;
        }
      }
      text.textContent = summary([...outcomes.values()]);
      say(text.textContent);
      finish(false);
    };

    const finish = (again) => {
      running = false;
      show(buttons, again ? button('Post the rest', run) : null, primary('Close', done, {id: 'post-close'}));
      document.getElementById('post-close').focus();
    };

    const total = money(amount(sum(postings.map((posting) => posting.amount))));
    show(body, h('p', null, `${total} will be written into the firm’s books, each posting by itself. `
      + 'One that the books refuse becomes incomplete and says why.'));
    show(buttons, button('Cancel', done), primary(`Post ${count(postings.length)}`, run, {id: 'post-go'}));
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      if (!running) {
        done();
      }
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

function line(posting, outcome, item) {
  const why = item?.problem?.detail ?? item?.posting?.reasons?.map((each) => reason(each.code)).join('; ');
  return h('li', {'data-outcome': posting.id},
    h('span', {class: 'long'}, posting.payer?.name ?? posting.paymentId, ' · ', money(posting.amount)),
    outcome ? pill(outcome) : h('span', {class: 'quiet'}, 'waits'),
    why ? h('span', {class: 'quiet why'}, why) : null);
}

function summary(outcomes) {
  return Object.entries(STATUS)
    .map(([status, text]) => [outcomes.filter((outcome) => outcome === status).length, text.toLowerCase()])
    .filter(([number]) => number).map(([number, text]) => `${count(number)} ${text}`).join(', ');
}
