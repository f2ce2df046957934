// The console: who is signed in, which section is shown, and what is wrong with the connector as a whole.
import * as api from './api.js';
import {h, say, show} from './dom.js';
import {setFirm, setLocale} from './format.js';
import {ask, asProblem, button, loading, pill, problemBox} from './parts.js';
import * as health from './health.js';
import * as postings from './postings.js';
import * as settings from './settings.js';
import * as tryIt from './try.js';

const SECTIONS = {
  postings: ['Manage postings', postings],
  settings: ['Connect settings', settings],
  health: ['Health', health],
  try: ['Try it', tryIt],
};
const READY_EVERY = 3_000;

const main = document.getElementById('main');
const banner = document.getElementById('banner');
const nav = document.getElementById('nav');
const who = document.getElementById('who');

let session = null;
/** The section that is shown: `isDirty()`, `recover()` and `close()`, each if it needs it. */
let page = {};
let shownHash = '';
let visit = 0;

async function start() {
  show(main, loading('Signing in'));
  try {
    session = await api.read('/v1/admin/console-session');
    api.begin(session);
    setLocale(session.locale);
  } catch (failure) {
    signedOut(asProblem(failure));
    return;
  }
  nav.hidden = false;
  show(who,
    h('span', {id: 'mode'}),
    h('span', {class: 'quiet'}, session.user ? `Signed in as ${session.user}, with key ${session.key}` : `Signed in as key ${session.key}`),
    button('Sign out', signOut, {class: 'link'}));
  await knowFirm();
  window.addEventListener('hashchange', navigate);
  window.addEventListener('beforeunload', (event) => {
    if (page.isDirty?.()) {
      event.preventDefault();
    }
  });
  await open();
}

/** Without the firm's settings amounts are shown in dollars and times in UTC, until they can be had. */
async function knowFirm() {
  try {
    const status = await api.read('/v1/status');
    setFirm(status);
    if (status.mode === 'TEST') {
      show(document.getElementById('mode'), pill('TEST', 'Test books'));
    }
  } catch (failure) {
    asProblem(failure);
  }
}

function route() {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [section, ...rest] = path.split('/');
  return {section: SECTIONS[section] ? section : 'postings', rest: rest.map(decoded), search: new URLSearchParams(search)};
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function navigate() {
  if (!session || location.hash === shownHash) {
    return;
  }
  if (page.isDirty?.()) {
    const wanted = location.hash;
    history.replaceState(null, '', `/console${shownHash}`);
    const leave = await ask({
      title: 'Leave without saving?',
      body: h('p', null, 'What you changed on this page is not saved, and is lost when you leave it.'),
      yes: 'Leave and lose the changes', no: 'Stay', danger: true,
    });
    if (!leave) {
      return;
    }
    page = {};
    location.hash = wanted;
    return;
  }
  await open();
}

async function open() {
  page.close?.();
  page = {};
  visit += 1;
  const mine = visit;
  shownHash = location.hash;
  const {section, rest, search} = route();
  const [title, module] = SECTIONS[section];
  document.title = `${title} – ClientPay Connect`;
  show(nav, Object.entries(SECTIONS).map(([name, [text]]) =>
    h('a', {href: `#/${name}`, 'aria-current': name === section ? 'page' : null}, text)));
  const root = h('div', {class: `section section-${section}`});
  show(main, root);
  main.focus({preventScroll: true});
  window.scrollTo(0, 0);
  try {
    const opened = await module.open(root, {rest, search, scopes: session.scopes, mayLeave, rename});
    if (mine === visit) {
      page = opened ?? {};
    } else {
      opened?.close?.();
    }
  } catch (failure) {
    if (mine === visit) {
      show(root, h('h1', null, title), problemBox(asProblem(failure), open));
      page = {recover: open};
    }
  }
}

/** What is shown stays, and has another address from now on. */
function rename(hash) {
  history.replaceState(null, '', `/console${hash}`);
  shownHash = location.hash;
}

/** Lets a section go elsewhere although it had unsaved changes. */
function mayLeave() {
  page = {...page, isDirty: undefined};
}

function signedOut(problem) {
  session = null;
  visit += 1;
  nav.hidden = true;
  show(who);
  if (problem.status !== 401) {
    show(main, h('h1', null, 'ClientPay Connect'), problemBox(problem, () => location.reload()));
    return;
  }
  const late = location.hash === '#/signed-out/link';
  show(main, h('div', {class: 'box signed-out'},
    h('h1', null, 'You are not signed in'),
    h('p', null, late
      ? 'The link was used already, or is older than a minute.'
      : 'A session ends after 30 minutes without a request, after 8 hours, when its key is revoked, and when the connector stops.'),
    h('p', null, 'On the connector\u2019s machine, run'),
    h('p', null, h('code', {class: 'command'}, 'connect console')),
    h('p', null, 'It opens the console here, signed in.')));
  say('You are not signed in.');
}

async function signOut() {
  if (page.isDirty?.() && !await ask({
    title: 'Sign out without saving?', body: h('p', null, 'What you changed on this page is not saved.'),
    yes: 'Sign out and lose the changes', no: 'Stay', danger: true,
  })) {
    return;
  }
  try {
    await api.call('DELETE', '/v1/admin/console-session');
  } catch (failure) {
    if (asProblem(failure).status !== 401) {
      showBanner(failure);
      return;
    }
  }
  page.close?.();
  page = {};
  signedOut(new api.Problem(401, {}));
}

let waiting = null;

/** Says once what keeps everything from working, and goes on by itself when it is over. */
function showBanner(problem) {
  show(banner, h('div', {class: 'banner'},
    h('strong', null, problem.title), ' ', problem.detail));
  waiting ??= setInterval(async () => {
    try {
      const answer = await fetch('/v1/health/ready', {cache: 'no-store'});
      if (answer.ok) {
        isBack();
      }
    } catch {
      // It is asked again.
    }
  }, READY_EVERY);
}

async function isBack() {
  clearInterval(waiting);
  waiting = null;
  show(banner);
  say('The connector works again.');
  await knowFirm();
  if (!page.isDirty?.()) {
    await (page.recover ?? (() => {}))();
  }
}

api.onOutcome((problem) => {
  if (problem?.isAway) {
    showBanner(problem);
  } else if (problem?.status === 401 && session) {
    if (page.isDirty?.()) {
      show(banner, h('div', {class: 'banner'}, h('strong', null, 'Your session has ended.'),
        ' Run connect console, then save here: the new session holds for this page too.'));
      rejoin();
    } else {
      page.close?.();
      page = {};
      signedOut(problem);
    }
  }
});

/** With unsaved changes the page stays; when another link has signed this browser in again, it takes that session. */
function rejoin() {
  const timer = setInterval(async () => {
    const answer = await fetch('/v1/admin/console-session', {cache: 'no-store'}).catch(() => null);
    if (answer?.ok) {
      clearInterval(timer);
      session = await answer.json();
      api.begin(session);
      show(banner);
      say('You are signed in again.');
    }
  }, READY_EVERY);
}

start();
