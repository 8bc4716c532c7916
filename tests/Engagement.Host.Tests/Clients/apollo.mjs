// Apollo Client: normalised cache, persisted queries by hash, subscriptions over graphql-ws.
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { firstValueFrom } from 'rxjs';
import { Board, Publish, Published, StaffOnly, codes, http, officer, refusals, say, socket, states, withWords, withoutWords } from './board.mjs';

// As its documentation has it: the cache is told which types an interface has.
const introspection = { query: '{ __schema { types { name possibleTypes { name } } } }' };
const schema = await fetch(http, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(introspection) });
const types = (await schema.json()).data.__schema.types;
const possibleTypes = Object.fromEntries(types.filter(type => type.possibleTypes).map(type => [type.name, type.possibleTypes.map(each => each.name)]));

const requests = [];
const observedFetch = (address, options) => {
  requests.push(`${options.method} ${options.body?.includes('"query"') || address.includes('query=') ? 'document' : 'hash'}`);
  return fetch(address, options);
};
const sockets = createClient({ url: socket });
const client = new ApolloClient({
  cache: new InMemoryCache({ possibleTypes }),
  link: ApolloLink.split(
    operation => operation.operationType === 'subscription',
    new GraphQLWsLink(sockets),
    new PersistedQueryLink({ sha256: text => createHash('sha256').update(text).digest('hex'), useGETForHashedQueries: true })
      .concat(new HttpLink({ uri: http, fetch: observedFetch })),
  ),
});

const board = { query: gql(Board), variables: { first: 2 } };
const { data } = await client.query(board);
say('query', states(data.entries.nodes));
say('more', data.entries.pageInfo.hasNextPage);
await client.query({ ...board, fetchPolicy: 'network-only' });
say('sent', requests);

const heard = firstValueFrom(client.subscribe({ query: gql(Published), variables: { after: data.livePosition } }));
const publish = async variables => (await client.mutate({ mutation: gql(Publish), variables, context: { headers: officer } })).data.publishEntry;
say('refused', refusals((await publish(withoutWords)).errors));
say('published', (await publish(withWords)).entry.state);
say('heard', (await heard).data.entryPublished.entry.state);
say('in the cache', states(client.readQuery(board).entries.nodes));

const failed = await client.query({ query: gql(StaffOnly), errorPolicy: 'all' });
say('staff only', codes(failed.error.errors));
const nowhere = await firstValueFrom(client.subscribe({ query: gql(Published), variables: { after: -1 } }));
say('no such position', codes(nowhere.error.errors));
await sockets.dispose();
