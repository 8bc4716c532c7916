using GraphQL.Language;
using GraphQL.Server;
using GraphQL.Tests.Validation;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.SchemaFirst;

/// <summary>Corners of the language where the reference implementation was asked and followed.</summary>
public sealed class Where_the_reference_led
{
    private const string Nested = "type Query { a: Thing list: [Thing] } type Thing { b: Thing name: String }";

    [Fact]
    public async Task a_null_for_skip_or_include_is_an_error_of_the_object_whose_fields_cannot_be_told()
    {
        await using var server = new SdlServer(Nested, AddThings);

        var result = await server.ExecuteAsync(
            "query($yes: Boolean = true) { a { b { name @include(if: $yes) } name } list { name @skip(if: $yes) } }",
            new Dictionary<string, object?> { ["yes"] = null });

        result["data"]!.ToJsonString().ShouldBe("""{"a":{"b":null,"name":"x"},"list":[null,null]}""");
        result["errors"]!.AsArray().Select(error => error!["path"]!.ToJsonString()).ShouldBe(["""["a","b"]""", """["list",0]""", """["list",1]"""]);
        result["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(ErrorCodes.ArgumentInvalid);
    }

    [Fact]
    public async Task a_null_for_skip_at_the_root_leaves_no_data_and_is_not_remembered()
    {
        await using var server = new SdlServer(Nested, AddThings);
        const string Query = "query($no: Boolean = false) { a { name } list @skip(if: $no) { name } }";

        var bad = await server.ExecuteAsync(Query, new Dictionary<string, object?> { ["no"] = null });
        var good = await server.ExecuteAsync(Query, new { no = true });

        bad.AsObject().ContainsKey("data").ShouldBeTrue();
        bad["data"].ShouldBeNull();
        bad["errors"]!.AsArray().ShouldHaveSingleItem();
        good["data"]!.ToJsonString().ShouldBe("""{"a":{"name":"x"}}""");
    }

    [Theory]
    [InlineData(1e40, "1e+40")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1.5, "1.5")]
    [InlineData(-0.0, "0")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(0.00000025, "2.5e-7")]
    public async Task a_number_as_text_has_the_form_clients_know(double number, string text)
    {
        await using var server = new SdlServer("type Query { text: String }", builder => builder.AddResolver("Query", "text", _ => number));

        (await server.ExecuteAsync("{ text }"))["data"]!["text"]!.GetValue<string>().ShouldBe(text);
    }

    [Fact]
    public async Task introspection_lists_a_scalar_behind_the_type_that_names_it_first_and_directives_of_the_schema_before_built_in_ones()
    {
        await using var server = new SdlServer("directive @own on FIELD type Query { a: Float b: B } type B { c: ID }");

        var result = await server.ExecuteAsync("{ __schema { types { name } directives { name } } }");

        result["data"]!["__schema"]!["types"]!.AsArray().Select(type => type!["name"]!.GetValue<string>()).Take(7)
            .ShouldBe(["Query", "Float", "B", "ID", "Boolean", "String", "__Schema"]);
        result["data"]!["__schema"]!["directives"]![0]!["name"]!.GetValue<string>().ShouldBe("own");
    }

    [Theory]
    [InlineData("{ entry(id: 1) { id } } extend schema @nope", "KNOWN_DIRECTIVES", 1, 39)]
    [InlineData("{ entry(id: 1) { id } } type New { field: Unheard }", "KNOWN_TYPE_NAMES", 1, 43)]
    [InlineData("{ entry(id: 1) { id } } input New { field: New @nope }", "KNOWN_DIRECTIVES", 1, 48)]
    public void in_a_document_with_definitions_unknown_names_are_told_as_well(string document, string code, int line, int column)
    {
        var errors = Panel.Validate(document);

        errors.Select(error => error.Code).ShouldBe(["EXECUTABLE_DEFINITIONS", code], ignoreOrder: true);
        errors.Single(error => error.Code == code).Locations.ShouldBe([new Location(line, column)]);
    }

    [Fact]
    public void a_field_that_a_oneOf_type_does_not_have_does_not_count_as_the_one_to_be_given()
    {
        Panel.Validate("{ answer(with: { unheard: 1 }) }").Count.ShouldBe(2);
        Panel.Validate("{ answer(with: { unheard: 1, text: \"x\" }) }").Count.ShouldBe(1);
    }

    [Fact]
    public void a_conflict_inside_inline_fragments_is_told_once() =>
        Panel.Validate("{ ... on Query { ... { a: entry(id: 1) { id } a: theme { id } } } }").ShouldHaveSingleItem().Code.ShouldBe("OVERLAPPING_FIELDS_CAN_BE_MERGED");

    [Theory]
    [InlineData("type Query { a: Int } fragment F on Nope { a }", "Unknown type \"Nope\".", 37)]
    [InlineData("type Query { a: Int } query ($a: Nope) { a }", "Unknown type \"Nope\".", 34)]
    [InlineData("type Query { a: Int } query { a @nope { ... on Query @skip(if: true) { a } } }", "Unknown directive \"@nope\".", 33)]
    public void operations_among_definitions_are_read_for_unknown_names(string sdl, string message, int column)
    {
        var error = Should.Throw<SchemaException>(() => SchemaBuilder.FromSdl(sdl).Build()).Errors.ShouldHaveSingleItem();

        error.Message.ShouldBe(message);
        error.Locations.ShouldBe([new Location(1, column)]);
    }

    [Theory]
    [InlineData("type Thing { a: Int }", "Type \"Thing\" already exists in the schema.", 6)]
    [InlineData("extend type Thing { name: String }", "Field \"Thing.name\" already exists in the schema.", 21)]
    [InlineData("extend interface Thing { more: String }", "Cannot extend non-interface type \"Thing\".", 1)]
    public void text_that_defines_what_code_has_is_pointed_at(string sdl, string message, int column)
    {
        var thing = new ObjectType("Thing") { Fields = { new FieldDefinition("name", "String") } };
        var builder = SchemaBuilder.FromSdl(sdl).AddSdl("type Query { thing: Thing }").AddType(thing);

        var error = Should.Throw<SchemaException>(() => builder.Build()).Errors.ShouldHaveSingleItem();

        error.Message.ShouldStartWith(message);
        error.Locations.ShouldBe([new Location(1, column)]);
    }

    [Theory]
    [InlineData("query Q ( $a : [ Int ! ] = 1 ) {\n  a , ... F # more\n}", "query Q($a:[Int!]=1){a ...F}")]
    [InlineData("{ a(b: \"\"\"\n    two\n    lines\n  \"\"\") }", "{a(b:\"\"\"two\nlines\"\"\")}")]
    [InlineData("{ a(b: 1 c: \"x\" d: -2.5) }", "{a(b:1 c:\"x\" d:-2.5)}")]
    [InlineData("\"\"\"it is \"so\"\n\"\"\" a", "\"\"\"it is \"so\"\n\"\"\" a")]
    [InlineData(" ", "")]
    public void what_the_language_ignores_can_be_left_out(string source, string expected)
    {
        SyntaxStripper.Strip(source).ShouldBe(expected);
        SyntaxStripper.Strip(expected).ShouldBe(expected);
    }

    private static void AddThings(GraphQLBuilder builder)
    {
        var thing = new Dictionary<string, object?> { ["name"] = "x" };
        thing["b"] = thing;
        builder.AddResolver("Query", "a", _ => thing).AddResolver("Query", "list", _ => new[] { thing, thing });
    }
}
