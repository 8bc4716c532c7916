using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Tests.TypeSystem;

public sealed class PrintingSchemas
{
    private const string Sorted = """"
        "One answer."
        type Entry implements Node {
          id: ID!

          """
          The text, as it was written.

          Never empty.
          """
          text(
            "How many characters at most."
            atMost: Int = 100

            trim: Boolean! = false
          ): String!
          theme: String @deprecated(reason: "Use themes.")
        }

        input EntryInput @oneOf {
          photo: ID
          text: String
        }

        interface Node {
          id: ID!
        }

        type Query {
          entry(id: ID!): Entry
          on: Date
        }

        scalar Date @specifiedBy(url: "https://example.org/date")

        enum State {
          CLOSED @deprecated
          OPEN
        }

        """";

    [Fact]
    public void The_text_is_sorted_and_the_same_whatever_the_order_of_definition()
    {
        const string first = "type Query { b: Int a(d: Int c: Int): Int } enum E { Z Y } union U = Query | A type A { x: E }";
        const string second = "type A { x: E } union U = A | Query enum E { Y Z } type Query { a(c: Int d: Int): Int b: Int }";

        var sdl = SchemaBuilder.FromSdl(first).Build().ToSdl();

        sdl.ShouldBe(SchemaBuilder.FromSdl(second).Build().ToSdl());
        sdl.ShouldBe("type A {\n  x: E\n}\n\nenum E {\n  Y\n  Z\n}\n\ntype Query {\n  a(c: Int, d: Int): Int\n  b: Int\n}\n\nunion U = A | Query\n");
    }

    [Fact]
    public void A_printed_schema_builds_the_same_schema_again()
    {
        var printed = SchemaBuilder.FromSdl(Sorted).Build().ToSdl();

        SchemaBuilder.FromSdl(printed).Build().ToSdl().ShouldBe(printed);
        printed.ShouldContain("\"\"\"\n  The text, as it was written.\n\n  Never empty.\n  \"\"\"");
        printed.ShouldContain("scalar Date @specifiedBy(url: \"https://example.org/date\")");
        printed.ShouldContain("input EntryInput @oneOf");
        printed.ShouldContain("theme: String @deprecated(reason: \"Use themes.\")");
        printed.ShouldNotContain("scalar String");
        printed.ShouldNotContain("__Type");
    }

    [Fact]
    public void Root_types_with_their_usual_names_need_no_schema_block()
    {
        SchemaBuilder.FromSdl("type Query { a: Int }").Build().ToSdl().ShouldNotContain("schema");
        SchemaBuilder.FromSdl("schema { query: Q } type Q { a: Int }").Build().ToSdl().ShouldStartWith("schema {\n  query: Q\n}\n\n");
    }

    [Fact]
    public void Applied_directives_are_printed_unless_left_out()
    {
        var schema = SchemaBuilder.FromSdl("directive @cost(weight: Int!) on FIELD_DEFINITION type Query { a: Int @cost(weight: 10) }").Build();

        schema.ToSdl().ShouldContain("a: Int @cost(weight: 10)");
        schema.ToSdl(new SdlOptions { AppliedDirectives = false }).ShouldContain("  a: Int\n");
    }

    [Fact]
    public void A_schema_from_code_prints_what_was_given()
    {
        var schema = new SchemaBuilder()
            .AddType(new ObjectType("Query")
            {
                Description = "Everything that may be read.",
                Fields =
                {
                    new FieldDefinition("open", "Boolean!")
                    {
                        DeprecationReason = "Use state.",
                        Arguments = { new ArgumentDefinition("at", "DateTime") { DefaultValue = new StringValueNode("2026-01-01T00:00:00Z") } },
                    },
                },
            })
            .Build();

        schema.ToSdl().ShouldEndWith(
            "\"\"\"Everything that may be read.\"\"\"\ntype Query {\n  open(at: DateTime = \"2026-01-01T00:00:00Z\"): Boolean! @deprecated(reason: \"Use state.\")\n}\n");
    }
}
