// Relay's runtime, with what Relay's compiler made of the documents in Relay/: store, pages of a connection, refetching by node, live updates.
import relay from 'relay-runtime';
import { createClient } from 'graphql-ws';
import entriesFragment from '../obj/relay/board_entries.graphql.js';
import entryFragment from '../obj/relay/board_entry.graphql.js';
import entryAgainQuery from '../obj/relay/boardEntryAgainQuery.graphql.js';
import nextPageQuery from '../obj/relay/boardNextPageQuery.graphql.js';
import publishMutation from '../obj/relay/boardPublishMutation.graphql.js';
import publishedSubscription from '../obj/relay/boardPublishedSubscription.graphql.js';
import query from '../obj/relay/boardQuery.graphql.js';
import { http, officer, refusals, say, socket, withWords, withoutWords } from './board.mjs';

const { Environment, Network, Observable, RecordSource, Store, createOperationDescriptor, fetchQuery, commitMutation, requestSubscription } = relay;

const sockets = createClient({ url: socket });
const environment = new Environment({
  store: new Store(new RecordSource()),
  network: Network.create(
    async ({ text, operationKind }, variables) => {
      const headers = { 'content-type': 'application/json', ...(operationKind === 'mutation' && officer) };
      return (await fetch(http, { method: 'POST', headers, body: JSON.stringify({ query: text, variables }) })).json();
    },
    (operation, variables) => Observable.create(sink => sockets.subscribe({ query: operation.text, variables }, sink)),
  ),
});

// What a component with the fragment would be given.
const read = (fragment, reference) => environment.lookup(relay.getSingularSelector(fragment, reference)).data;
const state = reference => read(entryFragment, reference).state;
const states = edges => edges.map(edge => state(edge.node));
const list = reference => read(entriesFragment, reference).entries;

const root = await fetchQuery(environment, query, { count: 2 }).toPromise();
const shown = createOperationDescriptor(query, { count: 2 });
environment.retain(shown);
const first = list(root);
say('first page', states(first.edges));
say('more', first.pageInfo.hasNextPage);

await fetchQuery(environment, nextPageQuery, { count: 2, cursor: first.pageInfo.endCursor }).toPromise();
const all = list(environment.lookup(shown.fragment).data);
say('both pages', states(all.edges));
say('more', all.pageInfo.hasNextPage);
say('total', all.totalCount);

const again = await fetchQuery(environment, entryAgainQuery, { id: all.edges[2].node.id }).toPromise();
say('by its id', state(again.node));

const heard = new Promise((resolve, reject) => {
  const subscription = requestSubscription(environment, {
    subscription: publishedSubscription,
    variables: { after: root.livePosition },
    onError: reject,
    onNext: data => {
      resolve(state(data.entryPublished.entry));
      subscription.dispose();
    },
  });
});
const publish = variables => new Promise((resolve, reject) => commitMutation(environment, {
  mutation: publishMutation, variables, onError: reject, onCompleted: data => resolve(data.publishEntry),
}));
say('refused', refusals((await publish(withoutWords)).errors));
say('published', state((await publish(withWords)).entry));
say('heard', await heard);
say('in the store', states(list(environment.lookup(shown.fragment).data).edges));
await sockets.dispose();
