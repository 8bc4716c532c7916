// Codes views on the staff's board by keys alone, and tells on standard output, as JSON, how many milliseconds each key took to its next frame.
// Arguments: the board, the cookies of somebody who may code, how many keys.
import { launch } from 'chrome-launcher';
import puppeteer from 'puppeteer-core';

const [board, cookies, count] = process.argv.slice(2);
const chrome = await launch({ chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-component-update', '--disable-sync'] });
const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chrome.port}` });

try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await browser.setCookie(...cookies.split('; ').map((cookie) => ({ name: cookie.split('=')[0], value: cookie.slice(cookie.indexOf('=') + 1), domain: new URL(board).hostname, path: '/' })));
  // On every page of the board: when the last one is done, a key leads to the next.
  await page.evaluateOnNewDocument(() => {
    addEventListener('keydown', (event) => {
      window.frame = new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp))));
    }, true);
  });
  const reply = await page.goto(board, { waitUntil: 'load' });
  if (!reply.ok() || page.url() !== board) throw new Error(`${board} was answered ${reply.status()} at ${page.url()}.`);

  const times = [];
  for (let more = true; more && times.length < Number(count); ) {
    const rows = await page.$$eval('[data-row]', (found) => found.length);
    if (rows === 0) throw new Error('The board has no views to code.');
    more = (await page.$('[data-board] a[rel=next]')) !== null;
    for (let row = 1; row <= rows && times.length < Number(count); row++) {
      for (const key of [`${(row % 2) + 1}`, 'j']) {
        const leaves = more && key === 'j' && row === rows;
        const loaded = leaves ? page.waitForNavigation({ waitUntil: 'load' }) : null;
        await page.keyboard.press(key);
        if (leaves) await loaded;
        else times.push(await page.evaluate(() => window.frame));
      }
    }
  }
  console.log(JSON.stringify(times));
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
} finally {
  await browser.disconnect();
  chrome.kill();
}
