// graphql-ws: every kind of operation over one socket, and the same subscription again after the socket was lost.
import { createClient } from 'graphql-ws';
import { Board, Publish, Published, StaffOnly, Wrong, codes, say, socket, states, withoutWords } from './board.mjs';

const events = [];
const client = createClient({
  url: socket,
  retryWait: () => Promise.resolve(),
  on: { connected: () => events.push('connected'), closed: event => events.push(`closed ${event.code}`) },
  lazy: false,
});
const one = async (query, variables) => {
  for await (const result of client.iterate({ query, variables })) return result;
};
const refused = request => new Promise((resolve, reject) => client.subscribe(request, {
  next: reject, complete: reject, error: errors => resolve(codes(errors)),
}));

const board = await one(Board, { first: 2 });
say('query', states(board.data.entries.nodes));
say('more', board.data.entries.pageInfo.hasNextPage);
say('mutation of a stranger', codes((await one(Publish, withoutWords)).errors));
say('staff only', codes((await one(StaffOnly)).errors));
say('wrong document', await refused({ query: Wrong }));
say('no such position', await refused({ query: Published, variables: { after: -1 } }));

// From position 0 the three entries there are come at once, and once more when the client has found its way back.
let heard = 0;
await new Promise((resolve, reject) => {
  const complete = client.subscribe({ query: Published, variables: { after: 0 } }, {
    next() {
      heard++;
      if (heard === 3) client.terminate();
      if (heard === 6) complete();
    },
    complete: resolve,
    error: reject,
  });
});
say('heard', heard);
say('query after it', states((await one(Board, { first: 1 })).data.entries.nodes));
say('socket', events);
await client.dispose();
