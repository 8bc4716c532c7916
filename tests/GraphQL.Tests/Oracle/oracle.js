// Answers questions with the reference implementation: a JSON object a line in, one out.
import { createInterface } from 'node:readline';
import * as graphql from 'graphql';

const schemas = new Map();
const schemaOf = (sdl) => {
  if (!schemas.has(sdl)) schemas.set(sdl, graphql.buildSchema(sdl));
  return schemas.get(sdl);
};

// What the data asks for in place of a value: an error, or the arguments as text with their names in order.
const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
};
const fieldResolver = (parent, args, context, info) => {
  const value = parent?.[info.fieldName];
  if (value?.$error !== undefined) throw new Error(value.$error);
  return value?.$args === undefined ? value : JSON.stringify(sorted(args));
};

// The reference takes empty selection sets unless told otherwise; the specification does not.
const options = { allowEmptySelectionSets: false };
const parsers = { document: graphql.parse, value: graphql.parseValue, constant: graphql.parseConstValue, type: graphql.parseType };
const answers = {
  parse({ kind, source }) {
    try {
      return { printed: graphql.print(parsers[kind](source, options)) };
    } catch (error) {
      return { location: error.locations[0] };
    }
  },
  validate({ sdl, source }) {
    const document = graphql.parse(source, options);
    return {
      errors: graphql.specifiedRules.flatMap((rule) =>
        graphql.validate(schemaOf(sdl), document, [rule], { maxErrors: 1000 }).map((error) => ({ rule: rule.name, locations: error.locations ?? [] })),
      ),
    };
  },
  schema({ sdl }) {
    try {
      const schema = graphql.buildSchema(sdl);
      const errors = graphql.validateSchema(schema);
      return errors.length > 0 ? { isValid: false } : { isValid: true, printed: graphql.printSchema(schema) };
    } catch {
      return { isValid: false };
    }
  },
  variables({ sdl, source, variables }) {
    const [operation] = graphql.parse(source).definitions;
    const { errors = [] } = graphql.getVariableValues(schemaOf(sdl), operation.variableDefinitions, variables);
    return { messages: errors.map((error) => error.message) };
  },
  execute({ sdl, source, variables, root }) {
    const result = graphql.executeSync({
      schema: schemaOf(sdl),
      document: graphql.parse(source),
      rootValue: root,
      variableValues: variables,
      operationName: 'Q',
      fieldResolver,
      typeResolver: (value) => value?.__typename,
    });
    return { hasData: 'data' in result, data: result.data ?? null, paths: (result.errors ?? []).map((error) => error.path ?? null) };
  },
};

createInterface({ input: process.stdin }).on('line', (line) => {
  const question = JSON.parse(line);
  process.stdout.write(JSON.stringify(answers[question.ask](question)) + '\n');
});
