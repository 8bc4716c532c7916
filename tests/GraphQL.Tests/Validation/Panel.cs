using GraphQL.Language;
using GraphQL.TypeSystem;
using GraphQL.Validation;

namespace GraphQL.Tests.Validation;

/// <summary>A small schema about entries, themes and people that the validation tests share.</summary>
internal static class Panel
{
    public static readonly SchemaDefinition Schema = SchemaBuilder.FromSdl("""
        directive @tag(name: String!) repeatable on FIELD
        interface Node { id: ID! }
        interface Titled { title: String }
        type Entry implements Node { id: ID! text(atMost: Int): String! length: Int! author: Person themes(first: Int!, where: ThemeFilter): [Theme!]! state: State }
        type Theme implements Node & Titled { id: ID! title: String text: String length: String entries: [Entry!]! parent: Theme }
        type Person { name: String age: Int }
        union Found = Entry | Theme
        enum State { OPEN CLOSED }
        input ThemeFilter { title: String ids: [ID!] limit: Int! = 5 nested: ThemeFilter }
        input NewEntry { text: String! theme: ID state: State = OPEN }
        input Answer @oneOf { text: String choice: Int }
        type Query {
          entry(id: ID!): Entry
          theme(id: ID): Theme
          node(id: ID!): Node
          found: [Found!]!
          search(where: ThemeFilter, states: [State!]): [Theme]
          answer(with: Answer!): String
        }
        type Mutation { addEntry(input: NewEntry!): Entry }
        type Subscription { entryAdded: Entry themeAdded: Theme }
        """).Build();

    public static IReadOnlyList<GraphQLError> Validate(string document, ValidationOptions? options = null) =>
        DocumentValidator.Validate(Schema, GraphQLParser.Parse(document, ParserOptions.Trusted), options);
}
