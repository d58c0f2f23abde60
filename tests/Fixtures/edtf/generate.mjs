// Makes expressions.jsonl: what the npm package "edtf" (an independent implementation) says of a few thousand expressions.
// Run in an empty folder:  npm install edtf@4.11.1 && cp <this file> . && node generate.mjs > expressions.jsonl
// Each line: the expression, whether the package reads it, and its first and last day (null: open or unknown).
// The package's bounds know no "about": they are those of the expression itself.
import edtf from 'edtf';

let seed = 20231129;
const random = n => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor(seed / 4294967296 * n);
};
const pick = list => list[random(list.length)];
const pad = (n, width) => String(n).padStart(width, '0');
const year = () => pick([
  () => 1800 + random(260), () => 1800 + random(260), () => 1 + random(9999), () => pick([1, 9, 10, 99, 999, 1000, 1900, 2000, 2400, 9999]),
])();
const daysOf = (y, m) => new Date(Date.UTC(2000 + (y % 400), m, 0)).getUTCDate();

function whole() {
  const y = year(), m = 1 + random(12), d = 1 + random(daysOf(y, m));
  return pick([pad(y, 4), `${pad(y, 4)}-${pad(m, 2)}`, `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`]);
}
function unspecified() {
  const y = pad(year(), 4), m = pad(1 + random(12), 2);
  return pick([`${y.slice(0, 3)}X`, `${y.slice(0, 2)}XX`, `${y}-XX`, `${y}-${m}-XX`, `${y}-XX-XX`]);
}
const season = () => `${pad(year(), 4)}-2${1 + random(4)}`;
const qualified = () => whole() + pick(['?', '~', '%']);
const side = () => pick([whole, whole, whole, qualified])();
const end = () => pick([side, side, side, () => '..', () => ''])();
const interval = () => `${end()}/${end()}`;
const ordered = () => {
  const from = side(), to = side();
  return from.replace(/[?~%]/, '') <= to.replace(/[?~%]/, '') ? `${from}/${to}` : `${to}/${from}`;
};
const wrong = () => {
  const text = pick([whole, season, qualified, ordered])();
  const at = random(text.length);
  return pick([
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + pick([...'0139-/.X?~%TZ ']) + text.slice(at),
    () => text.slice(0, at) + pick([...'0139-/.X?~% ']) + text.slice(at + 1),
  ])();
};

const seen = new Set();
for (let i = 0; i < 6000; i++) {
  seen.add(pick([whole, whole, unspecified, season, qualified, interval, ordered, ordered, wrong])());
}

const day = time => Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : null;
for (const expression of seen) {
  let line;
  try {
    const date = edtf(expression);
    // An unknown end is null in the package and would be read as the first of January 1970.
    const isInterval = date.type === 'Interval';
    const first = isInterval && date.lower === null ? null : day(date.min);
    const last = isInterval && date.upper === null ? null : day(date.max);
    line = { expression, read: true, type: date.type, first, last };
  } catch {
    line = { expression, read: false };
  }
  console.log(JSON.stringify(line));
}
