// What the programs of this folder have in common: where the platform is, what they ask it, and how they tell what they were answered.
// Each is started as 'node PROGRAM PLATFORM LOOP', and publishes what became of the loop.
import { WebSocket } from 'ws';

const [platform, loop] = process.argv.slice(2);

export const http = new URL('/graphql', platform).href;
export const socket = http.replace('http', 'ws');
export const officer = { authorization: 'Development participation-officer' };

// What browsers and later versions of Node have of themselves.
globalThis.WebSocket = WebSocket;

export const Board = `query Board($first: Int!) {
  entries(first: $first) { nodes { id state } pageInfo { hasNextPage } }
  livePosition
}`;

export const Publish = `mutation Publish($input: PublishEntryInput!) {
  publishEntry(input: $input) {
    entry { id state }
    errors { ... on Error { code field message } }
  }
}`;

export const Published = `subscription Published($after: Long!) {
  entryPublished(after: $after) { entry { id state } }
}`;

export const StaffOnly = '{ instruments { nodes { title } } }';
export const Wrong = '{ entries { nodes { colour } } }';

export const withoutWords = { input: { loopId: loop, youSaid: 'You want one person to talk to.', weDid: '', approvedBy: 'PARENT_FORUM' } };
export const withWords = { input: { ...withoutWords.input, weDid: 'Every school has one named person.' } };

// A line of what came to pass, which the test compares.
export const say = (what, ...values) => console.log(`${what}: ${values.flat().join(', ')}`);

export const states = entries => entries.map(entry => entry.state);
export const codes = errors => errors.map(error => error.extensions.code);
export const refusals = errors => errors.map(({ code, field }) => `${code} ${field}`);
