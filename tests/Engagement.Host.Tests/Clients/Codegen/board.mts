// Written against the types that were generated: the compiler holds the two to each other, and then it runs.
import { Client, fetchExchange } from '@urql/core';
import { AnyNodeDocument, BoardDocument, PublishDocument, type PublishMutation } from '../../obj/codegen/documents.js';
import type { Entry } from '../../obj/codegen/schema.js';

const platform = process.argv[2]!;
const client = new Client({ url: new URL('/graphql', platform).href, preferGetMethod: false, exchanges: [fetchExchange] });

const board = (await client.query(BoardDocument, { first: 1 })).data!;
const entry = board.entries!.nodes![0]!;
const dueOn: Entry['decision']['decidedOn'] | undefined = entry.commitment?.dueOn;
const position: number = board.livePosition;
console.log(`total: ${board.entries!.totalCount}`);
console.log(`types: ${entry.state}, ${typeof dueOn}, ${typeof position}`);

const node = (await client.query(AnyNodeDocument, { id: entry.id })).data!.node!;
console.log(`node: ${node.__typename === 'Entry' ? node.state : node.__typename}`);

type Refusal = NonNullable<PublishMutation['publishEntry']['errors']>[number];
export const field = (refusal: Refusal) => 'field' in refusal ? refusal.field : undefined;

// @ts-expect-error: the schema asks for the loop and the words.
export const tooLittle = () => client.mutation(PublishDocument, { input: { youSaid: '' } });
// @ts-expect-error: the document does not ask for this field, which the schema has.
export const notAsked = entry.youSaid;
// @ts-expect-error: nor is this in the schema.
export type NotThere = Entry['colour'];
