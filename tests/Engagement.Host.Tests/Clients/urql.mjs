// urql: its fetch exchange, which reads event streams by itself, and its way to subscribe through graphql-sse.
import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-sse';
import { Board, Publish, Published, StaffOnly, Wrong, codes, http, officer, refusals, say, states, withWords, withoutWords } from './board.mjs';

const streams = createClient({ url: http });
const throughGraphQLSse = subscriptionExchange({
  forwardSubscription: request => ({ subscribe: sink => ({ unsubscribe: streams.subscribe(request, sink) }) }),
});
const client = new Client({ url: http, preferGetMethod: false, exchanges: [cacheExchange, fetchExchange, throughGraphQLSse] });
const byItself = new Client({ url: http, preferGetMethod: false, fetchSubscriptions: true, exchanges: [fetchExchange] });

const next = source => new Promise(resolve => {
  const subscription = source.subscribe(result => {
    resolve(result);
    queueMicrotask(() => subscription.unsubscribe());
  });
});

const { data } = await client.query(Board, { first: 2 });
say('query', states(data.entries.nodes));
say('more', data.entries.pageInfo.hasNextPage);

const after = { after: data.livePosition };
const heard = next(client.subscription(Published, after));
const heardByItself = next(byItself.subscription(Published, after));
const publish = async variables => (await client.mutation(Publish, variables, { fetchOptions: { headers: officer } })).data.publishEntry;
say('refused', refusals((await publish(withoutWords)).errors));
say('published', (await publish(withWords)).entry.state);
say('heard through graphql-sse', (await heard).data.entryPublished.entry.state);
say('heard by itself', (await heardByItself).data.entryPublished.entry.state);
// The cache knows by the names of types that the mutation has changed what it holds.
say('queried again', states((await client.query(Board, { first: 2 })).data.entries.nodes));
say('by GET', states((await client.query(Board, { first: 1 }, { preferGetMethod: 'force' })).data.entries.nodes));

say('staff only', codes((await client.query(StaffOnly, {})).error.graphQLErrors));
say('wrong document', codes((await client.query(Wrong, {})).error.graphQLErrors));
say('no such position', codes((await next(byItself.subscription(Published, { after: -1 }))).error.graphQLErrors));
streams.dispose();
