namespace GraphQL.Tests.Validation;

public sealed class Rules
{
    [Theory]
    [InlineData("{ entry(id: 1) { id text(atMost: 5) author { name } } }")]
    [InlineData("query A($id: ID!) { entry(id: $id) { ...B } } fragment B on Entry { text }")]
    [InlineData("query A { theme { id } } query B { theme { id } }")]
    [InlineData("mutation { addEntry(input: {text: \"x\", state: CLOSED}) { id } }")]
    [InlineData("subscription { entryAdded { id } }")]
    [InlineData("subscription { ...S } fragment S on Subscription { entryAdded { id } }")]
    [InlineData("{ node(id: 1) { __typename ... on Entry { text } ... on Titled { title } } }")]
    [InlineData("{ found { ... on Entry { length } ... on Theme { other: length } } }")]
    [InlineData("{ found { ... on Entry { text(atMost: 1) } } theme { text } }")]
    [InlineData("{ theme { id } theme { title } }")]
    [InlineData("{ entry(id: 1) { a: text(atMost: 1) b: text(atMost: 2) } }")]
    [InlineData("{ search(where: {title: null, ids: [1, \"b\"], nested: {}}) { id } }")]
    [InlineData("{ search(where: {ids: 1}, states: OPEN) { id } }")]
    [InlineData("query ($ids: [ID!], $limit: Int = 3) { search(where: {ids: $ids, limit: $limit}) { id } }")]
    [InlineData("query ($limit: Int) { search(where: {limit: $limit}) { id } }")]
    [InlineData("query ($id: ID = 1) { entry(id: $id) { id } }")]
    [InlineData("query ($text: String!) { answer(with: {text: $text}) }")]
    [InlineData("query ($answer: Answer!) { answer(with: $answer) }")]
    [InlineData("query ($b: Boolean!) { theme @include(if: $b) { id @tag(name: \"a\") @tag(name: \"b\") } }")]
    [InlineData("{ __schema { types { name fields { name } } } __type(name: \"Entry\") { name } }")]
    public void A_document_that_keeps_the_rules_passes(string document) =>
        Panel.Validate(document).Select(error => error.Message).ShouldBeEmpty();

    [Theory]
    [InlineData("EXECUTABLE_DEFINITIONS", "{ theme { id } } type A { b: Int }", "The \"A\" definition is not executable.", "1:18")]
    [InlineData("UNIQUE_OPERATION_NAMES", "query A { theme { id } } query A { theme { id } }", "There can be only one operation named \"A\".", "1:7 1:32")]
    [InlineData("LONE_ANONYMOUS_OPERATION", "{ theme { id } } query A { theme { id } }", "This anonymous operation must be the only defined operation.", "1:1")]
    [InlineData("SINGLE_FIELD_SUBSCRIPTIONS", "subscription A { entryAdded { id } themeAdded { id } }", "Subscription \"A\" must select only one top level field.", "1:36")]
    [InlineData("SINGLE_FIELD_SUBSCRIPTIONS", "subscription { __typename }", "Anonymous Subscription must not select an introspection top level field.", "1:16")]
    [InlineData("SINGLE_FIELD_SUBSCRIPTIONS", "subscription { entryAdded @skip(if: true) { id } }", "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.", "1:27")]
    [InlineData("FIELDS_ON_CORRECT_TYPE", "{ theme { nope } }", "Cannot query field \"nope\" on type \"Theme\".", "1:11")]
    [InlineData("FIELDS_ON_CORRECT_TYPE", "{ found { id } }", "Cannot query field \"id\" on type \"Found\".", "1:11")]
    [InlineData("SCALAR_LEAFS", "{ theme }", "Field \"theme\" of type \"Theme\" must have a selection of subfields.", "1:3")]
    [InlineData("SCALAR_LEAFS", "{ theme { id { x } } }", "Field \"id\" must not have a selection since type \"ID!\" has no subfields.", "1:14")]
    [InlineData("KNOWN_ARGUMENT_NAMES", "{ theme(nope: 1) { id } }", "Unknown argument \"nope\" on field \"Query.theme\".", "1:9")]
    [InlineData("KNOWN_ARGUMENT_NAMES", "{ theme @skip(if: true, nope: 1) { id } }", "Unknown argument \"nope\" on directive \"@skip\".", "1:25")]
    [InlineData("UNIQUE_ARGUMENT_NAMES", "{ theme(id: 1, id: 1) { id } }", "There can be only one argument named \"id\".", "1:9 1:16")]
    [InlineData("PROVIDED_REQUIRED_ARGUMENTS", "{ entry { id } }", "Field \"entry\" argument \"id\" of type \"ID!\" is required, but it was not provided.", "1:3")]
    [InlineData("PROVIDED_REQUIRED_ARGUMENTS", "{ theme @skip { id } }", "Directive \"@skip\" argument \"if\" of type \"Boolean!\" is required, but it was not provided.", "1:9")]
    [InlineData("UNIQUE_FRAGMENT_NAMES", "{ theme { ...A } } fragment A on Theme { id } fragment A on Theme { id }", "There can be only one fragment named \"A\".", "1:29 1:56")]
    [InlineData("KNOWN_TYPE_NAMES", "{ theme { ... on Nope { id } } }", "Unknown type \"Nope\".", "1:18")]
    [InlineData("FRAGMENTS_ON_COMPOSITE_TYPES", "{ theme { ... on State { id } } }", "Fragment cannot condition on non composite type \"State\".", "1:18")]
    [InlineData("NO_UNUSED_FRAGMENTS", "{ theme { id } } fragment A on Theme { id }", "Fragment \"A\" is never used.", "1:18")]
    [InlineData("KNOWN_FRAGMENT_NAMES", "{ theme { ...A } }", "Unknown fragment \"A\".", "1:14")]
    [InlineData("NO_FRAGMENT_CYCLES", "{ theme { ...A } } fragment A on Theme { parent { ...A } }", "Cannot spread fragment \"A\" within itself.", "1:51")]
    [InlineData("NO_FRAGMENT_CYCLES", "{ theme { ...A } } fragment A on Theme { ...B } fragment B on Theme { ...A }", "Cannot spread fragment \"A\" within itself via \"B\".", "1:42 1:71")]
    [InlineData("POSSIBLE_FRAGMENT_SPREADS", "{ theme { ... on Entry { id } } }", "Fragment cannot be spread here as objects of type \"Theme\" can never be of type \"Entry\".", "1:11")]
    [InlineData("VALUES_OF_CORRECT_TYPE", "{ entry(id: 1.5) { id } }", "ID cannot represent a non-string and non-integer value: 1.5", "1:13")]
    [InlineData("VALUES_OF_CORRECT_TYPE", "{ entry(id: null) { id } }", "Expected value of non-null type \"ID!\" not to be null.", "1:13")]
    [InlineData("VALUES_OF_CORRECT_TYPE", "{ search(states: [OPEN, \"CLOSED\"]) { id } }", "Enum \"State\" cannot represent non-enum value: \"CLOSED\".", "1:25")]
    [InlineData("VALUES_OF_CORRECT_TYPE", "{ search(where: 1) { id } }", "Expected value of type \"ThemeFilter\" to be an object, found: 1.", "1:17")]
    [InlineData("VALUES_OF_CORRECT_TYPE", "{ search(where: {nope: 1}) { id } }", "Expected value of type \"ThemeFilter\" not to include unknown field \"nope\", found: { nope: 1 }.", "1:18")]
    [InlineData("VALUES_OF_CORRECT_TYPE", "mutation { addEntry(input: {theme: 1}) { id } }", "Expected value of type \"NewEntry\" to include required field \"text\", found: { theme: 1 }.", "1:28")]
    [InlineData("VALUES_OF_CORRECT_TYPE", "{ answer(with: {text: \"a\", choice: 1}) }", "Within OneOf Input Object type \"Answer\", exactly one field must be specified, and the value for that field must be non-null.", "1:16")]
    [InlineData("VALUES_OF_CORRECT_TYPE", "{ answer(with: {text: null}) }", "Within OneOf Input Object type \"Answer\", exactly one field must be specified, and the value for that field must be non-null.", "1:16")]
    [InlineData("VALUES_OF_CORRECT_TYPE", "query ($n: Int = \"a\") { entry(id: 1) { text(atMost: $n) } }", "Int cannot represent non-integer value: \"a\"", "1:18")]
    [InlineData("UNIQUE_INPUT_FIELD_NAMES", "{ search(where: {title: \"a\", title: \"b\"}) { id } }", "There can be only one input field named \"title\".", "1:18 1:30")]
    [InlineData("KNOWN_DIRECTIVES", "{ theme @nope { id } }", "Unknown directive \"@nope\".", "1:9")]
    [InlineData("KNOWN_DIRECTIVES", "query @skip(if: true) { theme { id } }", "Directive \"@skip\" may not be used on QUERY.", "1:7")]
    [InlineData("UNIQUE_DIRECTIVES_PER_LOCATION", "{ theme @skip(if: true) @skip(if: true) { id } }", "The directive \"@skip\" can only be used once at this location.", "1:9 1:25")]
    [InlineData("UNIQUE_VARIABLE_NAMES", "query ($a: ID, $a: ID) { theme(id: $a) { id } }", "There can be only one variable named \"$a\".", "1:9 1:17")]
    [InlineData("VARIABLES_ARE_INPUT_TYPES", "query ($a: [Theme!]) { theme(id: $a) { id } }", "Variable \"$a\" cannot be non-input type \"[Theme!]\".", "1:12")]
    [InlineData("NO_UNDEFINED_VARIABLES", "query A { theme(id: $a) { id } }", "Variable \"$a\" is not defined by operation \"A\".", "1:21 1:1")]
    [InlineData("NO_UNDEFINED_VARIABLES", "{ ...F } fragment F on Query { theme(id: $a) { id } }", "Variable \"$a\" is not defined.", "1:42 1:1")]
    [InlineData("NO_UNUSED_VARIABLES", "query A($a: ID) { theme { id } }", "Variable \"$a\" is never used in operation \"A\".", "1:9")]
    [InlineData("VARIABLES_IN_ALLOWED_POSITION", "query ($a: ID) { entry(id: $a) { id } }", "Variable \"$a\" of type \"ID\" used in position expecting type \"ID!\".", "1:8 1:28")]
    [InlineData("VARIABLES_IN_ALLOWED_POSITION", "query ($a: [ID]) { search(where: {ids: $a}) { id } }", "Variable \"$a\" of type \"[ID]\" used in position expecting type \"[ID!]\".", "1:8 1:40")]
    [InlineData("VARIABLES_IN_ALLOWED_POSITION", "query ($a: String) { answer(with: {text: $a}) }", "Variable \"$a\" is of type \"String\" but must be non-nullable to be used for OneOf Input Object \"Answer\".", "1:8 1:42")]
    [InlineData("MAX_INTROSPECTION_DEPTH", "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "Maximum introspection depth exceeded", "1:3")]
    public void A_document_that_breaks_one_rule_is_told_which_and_where(string code, string document, string message, string locations)
    {
        var error = Panel.Validate(document).Where(error => error.Code == code).ShouldHaveSingleItem();

        error.Message.ShouldBe(message);
        string.Join(' ', error.Locations!.Select(location => $"{location.Line}:{location.Column}")).ShouldBe(locations);
        error.Extensions!["specifiedBy"].ShouldBeOfType<string>().ShouldStartWith("https://spec.graphql.org/September2025/#sec-");
    }

    [Fact]
    public void An_operation_the_schema_does_not_have_is_refused()
    {
        var schema = GraphQL.TypeSystem.SchemaBuilder.FromSdl("type Query { a: Int }").Build();

        var errors = GraphQL.Validation.DocumentValidator.Validate(schema, GraphQL.Language.GraphQLParser.Parse("mutation { a }"));

        errors.ShouldHaveSingleItem().Message.ShouldBe("The mutation operation is not supported by the schema.");
    }
}
