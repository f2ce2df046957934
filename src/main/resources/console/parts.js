// Parts that more than one section shows.
import {h, newId} from './dom.js';
import {STATUS} from './words.js';

export const pill = (status, text = STATUS[status] ?? status) =>
  h('span', {class: `pill pill-${status.toLowerCase()}`}, text);

export const button = (text, onClick, attributes) =>
  h('button', {type: 'button', class: 'button', onClick, ...attributes}, text);

export const primary = (text, onClick, attributes) =>
  h('button', {type: 'button', class: 'button primary', onClick, ...attributes}, text);

/** A problem that keeps a part of the page from being shown or done. */
export function problemBox(problem, again) {
  return h('div', {class: 'box box-bad', role: 'alert'},
    h('p', null, h('strong', null, problem.title)),
    h('p', null, problem.detail),
    problem.errors?.length ? h('ul', null, problem.errors.map((error) => h('li', null, `${error.pointer} ${error.detail}`))) : null,
    problem.requestId ? h('p', {class: 'quiet'}, `Request ${problem.requestId}`) : null,
    again ? h('p', null, button('Try again', again)) : null);
}

/** The problem of anything that was thrown; what is no Problem is a mistake of this page and is thrown on. */
export function asProblem(failure) {
  if (failure.title === undefined) {
    throw failure;
  }
  return failure;
}

export const loading = (what) => h('p', {class: 'loading'}, `${what} …`);

/** A labelled input, select or text area with its hint and its error beside it. */
export function field(label, input, {hint, error, className} = {}) {
  const id = input.id || newId('field');
  input.id = id;
  const described = [];
  const parts = [h('label', {for: id, class: 'label'}, label), input];
  if (hint) {
    described.push(`${id}-hint`);
    parts.push(h('p', {id: `${id}-hint`, class: 'hint'}, hint));
  }
  if (error) {
    described.push(`${id}-error`);
    parts.push(h('p', {id: `${id}-error`, class: 'error'}, error));
    input.setAttribute('aria-invalid', 'true');
  }
  if (described.length) {
    input.setAttribute('aria-describedby', described.join(' '));
  }
  return h('div', {class: `field ${className ?? ''}`}, parts);
}

/** A check box with its label. */
export function checkBox(label, attributes) {
  return h('label', {class: 'check'}, h('input', {type: 'checkbox', ...attributes}), h('span', null, label));
}

/** A select of [value, text] pairs. */
export function select(attributes, options, chosen) {
  const element = h('select', attributes, options.map(([value, text]) => h('option', {value}, text)));
  element.value = chosen;
  return element;
}

/**
 * Asks in a dialog. The body's inputs are its own; `onYes` may be asynchronous and throw: the dialog then stays, with the
 * problem in it.
 * @returns true when it was done, false when it was cancelled
 */
export function ask({title, body, yes, no = 'Cancel', danger = false, onYes = () => {}}) {
  return new Promise((resolve) => {
    const id = newId('dialog');
    const trouble = h('div');
    const confirm = h('button', {class: `button ${danger ? 'danger' : 'primary'}`}, yes);
    const dialog = h('dialog', {'aria-labelledby': id, class: 'dialog'},
      h('form', {
        method: 'dialog',
        novalidate: true,
        async onSubmit(event) {
          event.preventDefault();
          confirm.disabled = true;
          try {
            if (await onYes() !== false) {
              done(true);
            }
          } catch (failure) {
            trouble.replaceChildren(problemBox(asProblem(failure)));
          } finally {
            confirm.disabled = false;
          }
        },
      },
      h('h2', {id}, title),
      body,
      trouble,
      h('div', {class: 'buttons end'}, button(no, () => done(false)), confirm)));
    function done(answer) {
      dialog.close();
      dialog.remove();
      resolve(answer);
    }
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      done(false);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Lets the browser keep some content as a file. */
export function download(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = h('a', {href: url, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
