// Requests and postings of the last day, by the hour: two small rows of bars, and the same as a table.
import {h, svg} from './dom.js';
import {count, hour} from './format.js';

const WIDTH = 720;
const HEIGHT = 90;
const GAP = 4;

export function dayChart(hours) {
  const requests = hours.map((each) => each.requests);
  const posted = hours.map((each) => each.postings.posted ?? 0);
  return [
    figure('Requests', hours, requests, [
      ['bar-bad', (each) => each.failed], ['bar-warn', (each) => each.refused],
      ['bar', (each) => each.requests - each.failed - each.refused],
    ], `${count(total(requests))} requests, ${count(total(hours.map((each) => each.refused)))} of them refused, `
      + `${count(total(hours.map((each) => each.failed)))} failed.`),
    figure('Postings into the books', hours, posted, [['bar', (each) => each.postings.posted ?? 0]],
      `${count(total(posted))} postings.`),
    h('details', null, h('summary', null, 'As a table'),
      h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'The last day by the hour'}, h('table', null,
        h('thead', null, h('tr', null, ['Hour', 'Requests', 'Refused', 'Failed', 'Recorded', 'Posted', 'Incomplete']
          .map((text, index) => h('th', {scope: 'col', class: index ? 'number' : null}, text)))),
        h('tbody', null, [...hours].reverse().map((each) => h('tr', null,
          h('th', {scope: 'row'}, hour(each.from)),
          [each.requests, each.refused, each.failed, each.postings.recorded ?? 0, each.postings.posted ?? 0, each.postings.incomplete ?? 0]
            .map((number) => h('td', {class: 'number'}, count(number))))))))),
  ];
}

function figure(title, hours, totals, layers, text) {
  const most = Math.max(1, ...totals);
  const width = (WIDTH + GAP) / hours.length - GAP;
  const bars = hours.flatMap((each, index) => {
    let y = HEIGHT;
    return layers.map(([name, value]) => {
      const size = value(each) === 0 ? 0 : Math.max(2, value(each) / most * (HEIGHT - 6));
      y -= size;
      return size ? svg('rect', {class: name, x: index * (width + GAP), y, width, height: size, rx: 2},
        svg('title', null, `${hour(each.from)}: ${count(totals[index])}`)) : null;
    });
  });
  return h('figure', {class: 'chart'},
    h('figcaption', null, h('strong', null, title), ' ', h('span', {class: 'quiet'}, text)),
    svg('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${title} by the hour. ${text}`, preserveAspectRatio: 'none'},
      svg('line', {class: 'axis', x1: 0, x2: WIDTH, y1: HEIGHT - 0.5, y2: HEIGHT - 0.5}), bars),
    h('p', {class: 'axis-text quiet', 'aria-hidden': 'true'},
      [0, 6, 12, 18, 23].map((index) => h('span', null, hour(hours[index].from)))));
}

const total = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
