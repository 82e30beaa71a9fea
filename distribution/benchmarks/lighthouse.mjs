// What `lighthouse` runs: arguments are Chromium, a folder for its profile, the server's address, what `gw2 demo --json`
// printed, and how often each page is looked at.
import { readFileSync } from 'node:fs';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';

const [chromium, profile, address, demo, times] = process.argv.slice(2);
const LEAST = 98;
const KINDS = ['performance', 'accessibility', 'best-practices'];

const browser = await puppeteer.launch({
  executablePath: chromium,
  userDataDir: profile,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

/** Signs in as the console does: the session is in a cookie, and a flag says that there is one. */
async function signIn() {
  const { username, password } = JSON.parse(readFileSync(demo, 'utf8'));
  const page = await browser.newPage();
  await page.goto(`${address}/favicon.svg`);
  const squad = await page.evaluate(
    async (name, secret) => {
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ username: name, password: secret, session: 'cookie' });
      const answer = await fetch('/api/v1/auth/login', { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`sign in: ${answer.status} ${await answer.text()}`);
      const { access_token: token } = await answer.json();
      localStorage.setItem('wvw.signed-in', '1');
      const list = await fetch('/api/v1/compositions?limit=1', { headers: { Authorization: `Bearer ${token}` } });
      return (await list.json()).items[0].id;
    },
    username,
    password,
  );
  await page.close();
  return squad;
}

/** A busy machine sometimes breaks a run off: it is begun again. */
async function look(path, tries = 4) {
  const { lhr } = await lighthouse(`${address}${path}`, {
    port: new URL(browser.wsEndpoint()).port,
    onlyCategories: KINDS,
    formFactor: 'mobile',
    logLevel: 'error',
  });
  if (lhr.runtimeError && tries > 1) return look(path, tries - 1);
  if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  const flaws = KINDS.slice(1).flatMap((kind) =>
    lhr.categories[kind].auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => `${id}: ${lhr.audits[id].title} ${JSON.stringify(lhr.audits[id].details?.items ?? []).slice(0, 600)}`),
  );
  const value = (id) => lhr.audits[id].numericValue;
  const requests = lhr.audits['network-requests'].details.items;
  return {
    scores: KINDS.map((kind) => Math.round(lhr.categories[kind].score * 100)),
    values: [
      value('first-contentful-paint'),
      value('largest-contentful-paint'),
      value('total-blocking-time'),
      value('cumulative-layout-shift') * 1000,
      requests.length,
      requests.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000,
    ],
    flaws,
  };
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

async function tell(who, path) {
  const rounds = [];
  for (let i = 0; i < Number(times); i++) rounds.push(await look(path));
  const scores = KINDS.map((_, i) => median(rounds.map((round) => round.scores[i])));
  const values = rounds[0].values.map((_, i) => Math.round(median(rounds.map((round) => round.values[i]))));
  console.log(`| ${[who, `\`${path}\``, ...scores, ...values].join(' | ')} |`);
  new Set(rounds.flatMap(({ flaws }) => flaws)).forEach((flaw) => console.log(`  ${flaw}`));
  if (scores.some((score) => score < LEAST)) process.exitCode = 1;
}

console.log('| who | page | performance | accessibility | best practices | first paint, ms | largest paint, ms | blocking, ms | shift, 1/1000 | requests | KB |');
console.log('|---|---|---|---|---|---|---|---|---|---|---|');
for (const path of ['/', '/sign-in']) await tell('visitor', path);
const squad = await signIn();
for (const path of ['/', '/builds', '/squads', `/squads/${squad}`, '/settings']) await tell('administrator', path);
await browser.close();
