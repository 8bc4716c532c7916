// Reads what has changed because of what people said, and hears of each change as it comes: of the first few by a GraphQL subscription, of the same ones
// over SignalR. Usage: npm start -- [address] [changes to wait for; on and on unless given]
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { Client, fetchExchange } from '@urql/core';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { BoardDocument, OneDocument, PublishedDocument, type CardFragment, type PublishedSubscription } from './board.graphql.js';
import type { LiveUpdate } from '../../../schema/live.js';

const platform = new URL(process.argv[2] ?? 'http://127.0.0.1:5080');
const changes = Number(process.argv[3] ?? Infinity);
const at = (path: string) => new URL(path, platform).href;

const client = new Client({ url: at('/graphql'), preferGetMethod: false, exchanges: [fetchExchange] });
const show = (from: string, entry: CardFragment) => console.log(`${from}: ${entry.state} ${entry.weDid}`);

// Every page of the board. The position is read with the first: whatever is published after it will be heard of.
async function board(): Promise<number> {
  let position: number | undefined;
  for (let after: string | null | undefined; ;) {
    const { data, error } = await client.query(BoardDocument, { first: 50, after }).toPromise();
    if (error || !data) throw error;
    position ??= data.livePosition;
    data.entries?.nodes?.forEach(entry => show('there', entry));
    if (!data.entries?.pageInfo.hasNextPage) return position;
    after = data.entries.pageInfo.endCursor;
  }
}

// graphql-ws connects again by itself; the position says where to go on.
async function subscription(after: number): Promise<void> {
  const socket = createClient({ url: at('/graphql').replace(/^http/, 'ws'), webSocketImpl: WebSocket, retryAttempts: Infinity, shouldRetry: () => true });
  const updates = socket.iterate<PublishedSubscription>({ query: print(PublishedDocument), variables: { after } });
  let heard = 0;
  for await (const { data, errors } of updates) {
    if (!data) throw new Error(errors?.map(error => error.message).join('; '));
    show('subscription', data.entryPublished.entry);
    if (++heard === changes) break;
  }
  await socket.dispose();
}

// An update only says what has changed. Whoever may see it fetches it.
async function hub(after: number): Promise<void> {
  const connection = new HubConnectionBuilder().withUrl(at('/live')).withAutomaticReconnect().configureLogging(LogLevel.Error).build();
  let last = after;
  const follow = () => connection.invoke<number>('Follow', 'entries', last);
  connection.onreconnected(() => void follow());
  const ended = new Promise<void>(resolve => {
    let heard = 0;
    connection.on('changed', async (update: LiveUpdate) => {
      last = update.position;
      const { data } = await client.query(OneDocument, { slug: update.id }, { requestPolicy: 'network-only' }).toPromise();
      if (data?.entryBySlug) show('hub', data.entryBySlug);
      if (++heard === changes) resolve();
    });
  });
  await connection.start();
  await follow();
  await ended;
  await connection.stop();
}

const position = await board();
console.log(`listening after ${position}`);
await Promise.all([subscription(position), hub(position)]);
