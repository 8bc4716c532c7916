using GraphQL.Language;
using GraphQL.TypeSystem;
using GraphQL.Validation;

namespace GraphQL.Tests.Validation;

public sealed class Incremental_delivery_rules
{
    private static readonly SchemaDefinition Schema = SchemaBuilder.FromSdl("""
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Entry { id: ID! text: String tags: [String!]! replies: [Entry!] }
        type Query { entry: Entry entries: [Entry] }
        type Mutation { addEntry: Entry addEntries: [Entry] }
        type Subscription { entryAdded: Entry }
        """).Build();

    [Theory]
    [InlineData("{ entry { id ... @defer(label: \"a\") { text } ...F @defer(label: \"b\") } } fragment F on Entry { text tags @stream(initialCount: 2, label: \"c\") }")]
    [InlineData("query ($if: Boolean!) { ... @defer(if: $if) { entries @stream(if: $if) { id } } }")]
    [InlineData("{ entry { ... @defer(label: null) { text } ... @defer { id } } }")]
    [InlineData("mutation { addEntry { ... @defer { text } replies @stream { id } } }")]
    [InlineData("subscription { entryAdded { ... @defer(if: false) { text } replies @stream(if: false) { id } } }")]
    [InlineData("subscription ($if: Boolean!) { entryAdded { ... @defer(if: $if) { text } tags @stream @skip(if: $if) } }")]
    [InlineData("{ a: entries @stream { id } b: entries @stream(initialCount: 1) { id } }")]
    public void A_document_that_keeps_the_rules_passes(string document) => Validate(document).Select(error => error.Message).ShouldBeEmpty();

    [Theory]
    [InlineData("DEFER_STREAM_DIRECTIVE_LABEL", "{ entry { ... @defer(label: \"a\") { text } tags @stream(label: \"a\") } }", "There can be only one @defer or @stream with the label \"a\".", "1:15 1:48")]
    [InlineData("DEFER_STREAM_DIRECTIVE_LABEL", "query ($l: String) { entry { ... @defer(label: $l) { text } } }", "Argument \"@defer(label:)\" must be a static string.", "1:34")]
    [InlineData("STREAM_DIRECTIVE_ON_LIST_FIELD", "{ entry @stream { id } }", "Directive \"@stream\" cannot be used on non-list field \"Query.entry\".", "1:9")]
    [InlineData("DEFER_STREAM_DIRECTIVE_ON_ROOT_FIELD", "mutation { ... @defer { addEntry { id } } }", "Defer directive cannot be used on root mutation type \"Mutation\".", "1:16")]
    [InlineData("DEFER_STREAM_DIRECTIVE_ON_ROOT_FIELD", "mutation { ...F } fragment F on Mutation { addEntries @stream { id } }", "Stream directive cannot be used on root mutation type \"Mutation\".", "1:55")]
    [InlineData("DEFER_STREAM_DIRECTIVE_ON_ROOT_FIELD", "subscription { ... @defer(if: false) { entryAdded { id } } }", "Defer directive cannot be used on root subscription type \"Subscription\".", "1:20")]
    [InlineData("DEFER_STREAM_DIRECTIVE_ON_VALID_OPERATIONS", "subscription { entryAdded { ...F } } fragment F on Entry { ... @defer { text } }", "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.", "1:64 1:29")]
    [InlineData("DEFER_STREAM_DIRECTIVE_ON_VALID_OPERATIONS", "subscription { entryAdded { tags @stream(if: true) } }", "Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`.", "1:34")]
    [InlineData("OVERLAPPING_FIELDS_CAN_BE_MERGED", "{ entries { id } entries @stream { id } }", "Fields \"entries\" conflict because they have overlapping stream directives. Use different aliases on the fields to fetch both if this was intentional.", "1:3 1:18")]
    [InlineData("KNOWN_DIRECTIVES", "{ entry @defer { id } }", "Directive \"@defer\" may not be used on FIELD.", "1:9")]
    public void A_document_that_breaks_one_rule_is_told_which_and_where(string code, string document, string message, string locations)
    {
        var error = Validate(document).Where(error => error.Code == code).ShouldHaveSingleItem();

        error.Message.ShouldBe(message);
        string.Join(' ', error.Locations!.Select(location => $"{location.Line}:{location.Column}")).ShouldBe(locations);
    }

    [Fact]
    public void A_rule_that_only_the_draft_has_is_said_to_be_there()
    {
        var error = Validate("{ entry @stream { id } }").ShouldHaveSingleItem();

        error.Extensions!["specifiedBy"].ShouldBe("https://spec.graphql.org/draft/#sec-Stream-Directives-Are-Used-On-List-Fields");
    }

    [Fact]
    public void A_schema_that_does_not_switch_them_on_does_not_know_the_directives()
    {
        Panel.Validate("{ theme { ... @defer { id } } }").ShouldHaveSingleItem().Message.ShouldBe("Unknown directive \"@defer\".");
    }

    private static IReadOnlyList<GraphQLError> Validate(string document) =>
        DocumentValidator.Validate(Schema, GraphQLParser.Parse(document, ParserOptions.Trusted));
}
