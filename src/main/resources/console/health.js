// Health: the checks as connect check has them, at a glance and one by one, the last day, and the last problems.
import * as api from './api.js';
import {dayChart} from './chart.js';
import {h, say, show} from './dom.js';
import {count, instant} from './format.js';
import {ask, asProblem, button, download, loading, pill, primary, problemBox} from './parts.js';
import {actor, sentence} from './words.js';

const EVERY = 30_000;
/** Of the last problems. */
const SHOWN = 25;
/** Without a key or a click for so long nobody looks: then it asks no more, and the session may end. */
const NOBODY_LOOKS = 20 * 60_000;

/** What stands at the top, by the checks that it is told from; the worst of them counts. */
const GLANCE = {
  Connector: ['configuration', 'runtime', 'service', 'ports'],
  Database: ['database', 'rights', 'durability', 'database-id'],
  Scripts: ['contract-version', 'procedures', 'lists'],
  Certificate: ['certificate'],
};
const WORST = ['FAIL', 'WARN', 'PASS', 'SKIP'];
const WORD = {PASS: 'Fine', WARN: 'Look at it', FAIL: 'Broken', SKIP: 'Not looked at'};

export async function open(root) {
  const page = new Health(root);
  await page.load();
  page.repeat();
  return {close: () => page.close(), recover: () => page.load()};
}

class Health {
  constructor(root) {
    this.root = root;
    this.touched = Date.now();
    this.touch = () => {
      this.touched = Date.now();
    };
    ['keydown', 'pointerdown'].forEach((name) => document.addEventListener(name, this.touch));
    this.parts = Object.fromEntries(['head', 'glance', 'checks', 'chart', 'problems', 'changes'].map((name) => [name, h('div', {id: `health-${name}`})]));
    show(root,
      h('div', {class: 'title-row'}, h('h1', null, 'Health'),
        h('div', {class: 'buttons'},
          button('Look again', () => this.load(true), {id: 'look-again'}),
          button('Support bundle', () => this.bundle(), {id: 'bundle'}))),
      this.parts.head, this.parts.glance,
      h('section', {class: 'card', 'aria-labelledby': 'day'}, h('h2', {id: 'day'}, 'The last day'),
        h('p', {class: 'hint'}, 'Of this connector, since it started. The requests of the console are not counted.'), this.parts.chart),
      h('section', {class: 'card', 'aria-labelledby': 'checks'}, h('h2', {id: 'checks'}, 'Checks'), this.parts.checks),
      h('section', {class: 'card', 'aria-labelledby': 'problems'}, h('h2', {id: 'problems'}, 'Last problems'), this.parts.problems),
      h('section', {class: 'card', 'aria-labelledby': 'changes'}, h('h2', {id: 'changes'}, 'Last changes of settings and keys'), this.parts.changes));
    show(this.parts.head, loading('Looking'));
  }

  repeat() {
    this.timer = setInterval(() => {
      if (!document.hidden && Date.now() - this.touched < NOBODY_LOOKS) {
        this.load();
      }
    }, EVERY);
  }

  close() {
    clearInterval(this.timer);
    ['keydown', 'pointerdown'].forEach((name) => document.removeEventListener(name, this.touch));
  }

  async load(asked = false) {
    const again = document.getElementById('look-again');
    again.disabled = true;
    await Promise.all([
      this.part('glance', async () => this.showChecks(await api.read('/v1/admin/checks'))),
      this.part('chart', async () => this.showActivity(await api.read('/v1/admin/activity'))),
      this.part('problems', async () => this.showProblems((await api.read('/v1/admin/problems')).items)),
    ]);
    again.disabled = false;
    if (asked) {
      say(this.parts.head.textContent);
    }
  }

  /** A part that cannot be had leaves the others as they are. */
  async part(name, work) {
    try {
      await work();
    } catch (failure) {
      show(this.parts[name], problemBox(asProblem(failure)));
    }
  }

  showChecks(report) {
    show(this.parts.head, h('p', {class: `summary ${report.fine ? 'is-fine' : 'is-broken'}`, id: 'summary'},
      inWords(report.summary), h('span', {class: 'quiet'}, ` · ${instant(new Date().toISOString())}`)));
    const by = Object.fromEntries(report.checks.map((check) => [check.name, check]));
    show(this.parts.glance, h('ul', {class: 'glance'}, Object.entries(GLANCE).map(([title, names]) => {
      const checks = names.map((name) => by[name]).filter(Boolean);
      const worst = WORST.find((status) => checks.some((check) => check.status === status)) ?? 'SKIP';
      const shown = checks.find((check) => check.status === worst);
      return h('li', {class: `tile tile-${worst.toLowerCase()}`},
        h('h2', null, title), pill(worst, WORD[worst]), h('p', null, shown?.seen ?? ''));
    })));
    const order = [...report.checks].sort((one, other) => rank(one) - rank(other));
    show(this.parts.checks, h('table', {class: 'list'},
      h('thead', null, h('tr', null, ['Check', 'State', 'What was seen'].map((text) => h('th', {scope: 'col'}, text)))),
      h('tbody', null, order.map((check) => h('tr', null,
        h('td', {'data-label': 'Check'}, sentence(check.name)),
        h('td', {'data-label': 'State'}, pill(check.status, WORD[check.status])),
        h('td', {'data-label': 'Seen', class: 'long'}, check.seen,
          check.action ? h('strong', {class: 'line'}, check.action) : null))))));
  }

  showActivity({hours, settings}) {
    show(this.parts.chart, dayChart(hours));
    show(this.parts.changes, settings.length === 0 ? h('p', {class: 'empty'}, 'Nothing was changed yet.')
      : h('table', {class: 'list'},
        h('thead', null, h('tr', null, ['When', 'What', 'By'].map((text) => h('th', {scope: 'col'}, text)))),
        h('tbody', null, settings.slice(0, 10).map((change) => h('tr', null,
          h('td', {'data-label': 'When'}, instant(change.at)),
          h('td', {'data-label': 'What', class: 'long'}, sentence(change.what) + subject(change)),
          h('td', {'data-label': 'By', class: 'long'}, actor(change.actor)))))));
  }

  showProblems(items) {
    show(this.parts.problems, items.length === 0 ? h('p', {class: 'empty'}, 'No request was refused since the connector started.')
      : [h('p', {class: 'hint'}, 'The newest first, of this connector since it started. A request’s id finds it in logs/connect.log.'),
        h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'The problems, newest first'}, h('table', {class: 'list'},
          h('thead', null, h('tr', null, ['When', 'Request', 'Problem', 'Caller', 'Request id'].map((text) => h('th', {scope: 'col'}, text)))),
          h('tbody', null, items.slice(0, SHOWN).map((item) => h('tr', null,
            h('td', {'data-label': 'When'}, instant(item.at)),
            h('td', {'data-label': 'Request', class: 'long'}, `${item.method} ${item.route ?? '(no such path)'}`),
            h('td', {'data-label': 'Problem'}, `${item.status || 'broken off'} ${item.code}`),
            h('td', {'data-label': 'Caller', class: 'long'}, item.caller === '-' ? 'no key' : item.caller),
            h('td', {'data-label': 'Request id', class: 'long'}, h('code', null, item.requestId)))))))]);
  }

  async bundle() {
    await ask({
      title: 'Make the support bundle',
      body: [h('p', null, 'One zip for ClientPay’s support: checks, configuration, versions, logs and figures. No secret, payer, '
        + 'client, matter or name of the firm goes in; what is not known to be harmless is withheld.'),
      h('p', null, 'Look into it before you send it. It takes up to a minute.')],
      yes: 'Make and download',
      async onYes() {
        const {data, name} = await api.call('POST', '/v1/admin/support-bundle', {body: {}, binary: true});
        download(name || 'clientpay-connect-support.zip', data);
        say(`The support bundle is made, ${count(Math.ceil(data.size / 1024))} kilobytes.`);
      },
    });
  }
}

/** The summary names states as the commands do; here they have the words of the page. */
const inWords = (summary) => summary.replaceAll(/(\d+) (PASS|WARN|FAIL|SKIP)\b/g,
  (_, number, status) => `${count(number)} ${WORD[status].toLowerCase()}`);

/** The subject of a change, where its name does not say it already. */
const subject = ({what, subject: id}) => (what.startsWith(id) ? '' : `: ${id}`);

const rank = ({status}) => WORST.indexOf(status);
