// Amounts, numbers, days and instants as the firm writes them, in its currency and time zone, whatever the browser's language
// is. Amounts are decimal texts and whole cents: never floating-point numbers.

const firm = {currency: 'USD', timeZone: 'UTC', delivery: 'PROCEDURE', mode: ''};
let locale = 'en-US';

/** @param tag the session's locale */
export function setLocale(tag) {
  // What is typed is read back: in the digits that every keyboard has.
  locale = `${tag}-u-nu-latn`;
}

export function setFirm(status) {
  Object.assign(firm, {
    currency: status.currency, timeZone: status.timeZone, delivery: status.system.delivery, mode: status.mode,
  });
}

export const isBatch = () => firm.delivery === 'BATCH';
export const firmTimeZone = () => firm.timeZone;

export function money(text) {
  return new Intl.NumberFormat(locale, {style: 'currency', currency: firm.currency}).format(text);
}

export function count(number) {
  return new Intl.NumberFormat(locale).format(number);
}

/** A day such as 2026-11-23. */
export function day(text) {
  return new Intl.DateTimeFormat(locale, {dateStyle: 'medium', timeZone: 'UTC'}).format(new Date(`${text}T00:00Z`));
}

/** An instant in the firm's time zone. */
export const instant = (text) => inZone(text, {dateStyle: 'medium', timeStyle: 'short'});

/** The day of an instant, in the firm's time zone. */
export const date = (text) => inZone(text, {dateStyle: 'medium'});

/** The time of an instant, in the firm's time zone. */
export const time = (text) => inZone(text, {timeStyle: 'short'});

export const hour = (text) => inZone(text, {hour: 'numeric'});

function inZone(text, style) {
  return new Intl.DateTimeFormat(locale, {...style, timeZone: firm.timeZone}).format(new Date(text));
}

/** The firm's calendar day now, as 2026-11-23. */
export function today() {
  const parts = new Intl.DateTimeFormat('en-CA', {year: 'numeric', month: '2-digit', day: '2-digit', timeZone: firm.timeZone})
    .formatToParts(new Date());
  const part = (type) => parts.find((each) => each.type === type).value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Whole cents of an amount such as "-12.50". */
export function cents(text) {
  const [, sign, whole, fraction] = text.match(/^(-?)(\d+)\.(\d{2})$/);
  const value = BigInt(whole) * 100n + BigInt(fraction);
  return sign ? -value : value;
}

/** The amount of so many cents, such as "12.50". */
export function amount(value) {
  const size = value < 0n ? -value : value;
  return `${value < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

export const sum = (amounts) => amounts.reduce((total, each) => total + cents(each), 0n);

const decimalMark = () => new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal').value;

/** An amount as somebody would type it. */
export const typed = (text) => text.replace('.', decimalMark());

/**
 * The amount that somebody typed, such as "1250.00"; null when it is none above zero, or one that could be meant in two
 * ways: groups have three digits, so that a decimal comma is never taken for a mark between thousands.
 */
export function parseAmount(text) {
  const mark = decimalMark();
  const groupMarks = mark === ',' ? '.\\s\'’' : ',\\s\'’';
  const match = text.trim().match(new RegExp(`^(\\d{1,12}|\\d{1,3}(?:[${groupMarks}]\\d{3})+)(?:[${mark}](\\d{1,2}))?$`));
  const whole = match?.[1].replaceAll(/\D/g, '');
  if (!match || whole.length > 12) {
    return null;
  }
  const value = BigInt(whole) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
  return value > 0n ? amount(value) : null;
}
