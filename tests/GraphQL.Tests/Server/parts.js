// Clients as they come from npm, on answers in parts: node parts.js URL. A line for what a client showed first, and a line for what it had
// in the end.
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { Client, fetchExchange } from '@urql/core';
import { filter, firstValueFrom, takeWhile, toArray } from 'rxjs';

const url = process.argv[2];

const apollo = new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: url }), incrementalHandler: new GraphQL17Alpha9Handler() });
const withApollo = query => firstValueFrom(apollo
  .watchQuery({ query: gql(query), errorPolicy: 'all' })
  .pipe(takeWhile(result => result.loading, true), filter(result => result.data), toArray()));

const urql = new Client({ url, preferGetMethod: false, exchanges: [fetchExchange] });
const withUrql = query => new Promise(resolve => {
  const results = [];
  urql.query(query, {}).subscribe(result => {
    results.push(result);
    if (!result.hasNext) resolve(results);
  });
});

function say(results) {
  const last = results.at(-1);
  console.log(JSON.stringify(results[0].data));
  console.log(JSON.stringify(last.data) + (last.error ? ` ${last.error.message}` : ''));
}

const deferred = '{ books { __typename title ... @defer { slowTitle } } }';
const failing = '{ __typename hello ... @defer { broken } }';
say(await withApollo(deferred));
say(await withApollo(failing));
say(await withApollo('{ countTo(to: 3) @stream(initialCount: 1) }'));
say(await withUrql(deferred));
say(await withUrql(failing));
