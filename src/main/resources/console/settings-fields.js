// The Connect fields: their order, by dragging or by keyboard, and where each is shown.
import {h, say} from './dom.js';
import {checkBox} from './parts.js';
import {PLACE} from './words.js';

export function fieldsPart(settings, changed, again) {
  const {draft, errors} = settings;
  const list = h('ol', {class: 'fields', id: 'fields-list'},
    draft.fields.map((item, index) => row(item, index, settings, changed, again)));
  return [
    h('h2', {id: 'fields-title'}, 'Connect fields'),
    h('p', {class: 'hint'}, 'The order in which ClientPay shows the fields, and where. They come from the matter management system: none can be '
      + 'added or removed, and values are filled in from it only in the Connect section.'),
    h('p', {class: 'hint', id: 'fields-how'}, 'Drag a field by its handle, or put the focus on the handle and press the arrow keys.'),
    (errors.get('fields') ?? []).map((error) => h('p', {class: 'error'}, `${error.pointer} ${error.detail}`)),
    list,
  ];
}

function row(item, index, settings, changed, again) {
  const fields = settings.draft.fields;
  const place = () => fields.indexOf(item);
  const handle = h('button', {
    type: 'button', class: 'handle', id: `handle-${item.name}`, 'aria-describedby': 'fields-how',
    'aria-label': `Move ${item.label}, place ${index + 1} of ${fields.length}`,
    onKeydown(event) {
      const target = {ArrowUp: place() - 1, ArrowDown: place() + 1, Home: 0, End: fields.length - 1}[event.key];
      if (target === undefined) {
        return;
      }
      event.preventDefault();
      if (target >= 0 && target < fields.length && target !== place()) {
        fields.splice(target, 0, fields.splice(place(), 1)[0]);
        again();
        document.getElementById(`handle-${item.name}`).focus();
      }
      say(`${item.label}, place ${place() + 1} of ${fields.length}`);
    },
    onPointerdown: (event) => drag(event, item, settings, again),
  }, h('span', {'aria-hidden': 'true'}, '⠿'));
  return h('li', {class: 'field-row', 'data-name': item.name},
    handle,
    h('div', {class: 'field-name'},
      h('strong', null, item.label),
      h('span', {class: 'quiet'}, item.searchable ? 'searchable' : '')),
    h('div', {class: 'places', role: 'group', 'aria-label': `${item.label} is shown on`},
      Object.entries(PLACE).map(([name, text]) => checkBox(text, {
        id: `shown-${item.name}-${name}`,
        checked: item.shownOn.includes(name),
        onChange(event) {
          item.shownOn = item.shownOn.filter((each) => each !== name).concat(event.target.checked ? name : []);
          changed();
        },
      }))));
}

/** Moves the row with the pointer; Escape puts it back. The order is taken over when it is let go. */
function drag(event, item, settings, again) {
  if (event.button !== 0) {
    return;
  }
  event.preventDefault();
  const handle = event.currentTarget;
  const moving = handle.closest('li');
  const list = moving.parentElement;
  handle.focus();
  handle.setPointerCapture(event.pointerId);
  moving.classList.add('is-moving');

  const move = ({clientY}) => {
    const others = [...list.children].filter((each) => each !== moving);
    const passed = others.filter((each) => clientY > each.getBoundingClientRect().top + each.offsetHeight / 2).length;
    if (passed !== [...list.children].indexOf(moving)) {
      // The others move around it: taking it out of the page itself would end its pointer's capture.
      others.slice(0, passed).forEach((each) => list.insertBefore(each, moving));
      others.slice(passed).forEach((each) => list.append(each));
    }
  };
  const end = (keep) => {
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', up);
    handle.removeEventListener('pointercancel', cancel);
    document.removeEventListener('keydown', escape, true);
    if (keep) {
      const order = [...list.children].map((each) => each.dataset.name);
      settings.draft.fields.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
      say(`${item.label}, place ${settings.draft.fields.indexOf(item) + 1} of ${settings.draft.fields.length}`);
    }
    again();
  };
  const up = () => end(true);
  const cancel = () => end(false);
  const escape = (key) => {
    if (key.key === 'Escape') {
      key.preventDefault();
      cancel();
    }
  };
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', up);
  handle.addEventListener('pointercancel', cancel);
  document.addEventListener('keydown', escape, true);
}
