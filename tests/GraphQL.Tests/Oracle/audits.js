// Holds a server against the audits of GraphQL over HTTP: node audits.js URL. A line for each audit: its status, its name, and why.
import { serverAudits } from 'graphql-http';

for (const audit of serverAudits({ url: process.argv[2], fetchFn: fetch })) {
  const result = await audit.fn();
  process.stdout.write(`${result.status}\t${result.name}\t${result.reason ?? ''}\n`);
}
