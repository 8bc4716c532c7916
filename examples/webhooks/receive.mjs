// Receives webhooks: looks at each signature, and says what has happened.
//
//   WEBHOOK_SECRET=whsec_... node receive.mjs 8080
//
// It stands behind something that speaks https, as everything that receives from the internet should.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const longestSecondsAgo = 300;

/** Whether a request is from whoever knows the secret, and was made just now. The body is taken as it came: parse it afterwards. */
export function isGenuine(secret, headers, body, now = Date.now()) {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  if (!id || Math.abs(now / 1000 - Number(timestamp)) > longestSecondsAgo) return false;

  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  // More than one while the secret is being changed: any of them will do.
  return (headers['webhook-signature'] ?? '').split(' ').some((one) => {
    const [version, signature = ''] = one.split(',');
    const given = Buffer.from(signature, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

async function read(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

const seen = new Set();
const server = createServer(async (request, response) => {
  const body = await read(request);
  if (!isGenuine(process.env.WEBHOOK_SECRET ?? '', request.headers, body)) {
    console.log('refused: not from the platform');
    response.writeHead(401).end();
    return;
  }

  // Sent again until it is answered, so it may come twice. A real program keeps this where it survives a restart.
  const id = request.headers['webhook-id'];
  if (!seen.has(id)) {
    seen.add(id);
    const { kind, link } = JSON.parse(body);
    console.log(`${kind} ${link}`);
  }

  response.writeHead(204).end();
});
server.listen(Number(process.argv[2] ?? 8080), () => console.log(`listening on ${server.address().port}`));
