// Builds elements. Whatever the firm's books or a payer have written becomes text, never markup.

const PROPERTIES = new Set(['checked', 'disabled', 'hidden', 'indeterminate', 'value', 'selected', 'open', 'required']);

/** An element. Attributes that are null or false are left out; functions named on… become listeners. */
export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An element of a picture. */
export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function fill(element, attributes, children) {
  append(element, children);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2).toLowerCase(), value);
    } else if (PROPERTIES.has(name)) {
      element[name] = value;
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : String(child));
    }
  }
}

/** Puts other children in place of those there are; the element with the focus keeps it by its id. */
export function show(element, ...children) {
  const focused = document.activeElement;
  const id = focused && element.contains(focused) ? focused.id : '';
  element.replaceChildren();
  append(element, children);
  if (id) {
    document.getElementById(id)?.focus({preventScroll: true});
  }
}

let messages = 0;

/** Says something to whoever listens instead of looks. */
export function say(text) {
  const live = document.getElementById('live');
  messages += 1;
  // A message that is the same as the one before is said too.
  live.textContent = messages % 2 ? text : `${text}\u00a0`;
}

let ids = 0;

export function newId(start) {
  ids += 1;
  return `${start}-${ids}`;
}
