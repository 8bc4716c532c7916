import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { context, resolvers, typeDefs } from './shop.mjs';

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), context, logging: false, graphiql: false });
createServer(yoga).listen(Number(process.env.PORT), '127.0.0.1');
