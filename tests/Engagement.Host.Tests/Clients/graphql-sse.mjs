// graphql-sse in both of its modes: a connection for each operation, and one connection for all.
import { createClient } from 'graphql-sse';
import { Board, Publish, Published, StaffOnly, Wrong, codes, http, officer, refusals, say, states, withWords, withoutWords } from './board.mjs';

const one = async (client, query, variables) => {
  for await (const result of client.iterate({ query, variables })) return result;
};

async function talk(mode, client) {
  const board = (await one(client, Board, { first: 2 })).data;
  say(`${mode}: query`, states(board.entries.nodes));
  say(`${mode}: more`, board.entries.pageInfo.hasNextPage);
  say(`${mode}: staff only`, codes((await one(client, StaffOnly)).errors));
  say(`${mode}: no such position`, codes((await one(client, Published, { after: -1 })).errors));
  say(`${mode}: wrong document`, await one(client, Wrong).then(result => codes(result.errors), error => error.message));
  return { heard: one(client, Published, { after: board.livePosition }) };
}

const distinct = createClient({ url: http });
const single = createClient({ url: http, singleConnection: true, retryAttempts: 0 });
const officers = createClient({ url: http, singleConnection: true, headers: officer });

const onDistinct = await talk('distinct', distinct);
const onSingle = await talk('single', single);
say('refused', refusals((await one(officers, Publish, withoutWords)).data.publishEntry.errors));
say('published', (await one(officers, Publish, withWords)).data.publishEntry.entry.state);
say('distinct: heard', (await onDistinct.heard).data.entryPublished.entry.state);
say('single: heard', (await onSingle.heard).data.entryPublished.entry.state);
for (const client of [distinct, single, officers]) client.dispose();
