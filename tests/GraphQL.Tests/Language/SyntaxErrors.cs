using System.Text;
using GraphQL.Language;

namespace GraphQL.Tests.Language;

public sealed class SyntaxErrors
{
    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData("{", "Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{}", "Expected Name, found \"}\".", 1, 2)]
    [InlineData("{ a", "Expected Name, found <EOF>.", 1, 4)]
    [InlineData("{ a }\n  nonsense", "Unexpected Name \"nonsense\".", 2, 3)]
    [InlineData("{ a(b: 01) }", "Invalid number, unexpected digit after 0: \"1\".", 1, 9)]
    [InlineData("{ a(b: 1x) }", "Invalid number, expected digit but got: \"x\".", 1, 9)]
    [InlineData("{ a(b: 1.) }", "Invalid number, expected digit but got: \")\".", 1, 10)]
    [InlineData("{ a % }", "Unexpected character: \"%\".", 1, 5)]
    [InlineData("{ a } ü", "Unexpected character: U+00FC.", 1, 7)]
    [InlineData("fragment on on T { a }", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("query ($a: Int = $b) { a }", "Unexpected variable \"$b\" in constant value.", 1, 18)]
    [InlineData("enum E { true }", "Name \"true\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("\"About\" { a }", "Unexpected description: a query in short form cannot have one. Write 'query' before the brace.", 1, 1)]
    [InlineData("extend type T", "Unexpected <EOF>.", 1, 14)]
    public void An_error_says_what_was_found_and_where(string source, string message, int line, int column)
    {
        var error = Should.Throw<GraphQLSyntaxException>(() => GraphQLParser.Parse(source)).Error;

        error.Message.ShouldBe(message);
        error.Locations.ShouldBe([new Location(line, column)]);
        error.Code.ShouldBe(LanguageErrorCodes.Syntax);
    }

    [Theory]
    [InlineData("{ a }\r\n  ?", 2, 3)]
    [InlineData("{ a }\r  ?", 2, 3)]
    [InlineData("{ a }\n\n?", 3, 1)]
    [InlineData("# 😀😀\n{ a(b: \"😀\") ? }", 2, 14)]
    public void Lines_end_as_the_specification_says_and_columns_count_UTF16(string source, int line, int column) =>
        Should.Throw<GraphQLSyntaxException>(() => GraphQLParser.Parse(source)).Error.Locations.ShouldBe([new Location(line, column)]);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_where_they_begin()
    {
        byte[] source = [.. "{ a(b: \""u8, 0xC3, 0x28, .. "\") }"u8];

        Should.Throw<GraphQLSyntaxException>(() => GraphQLParser.Parse(source)).Error.Locations.ShouldBe([new Location(1, 9)]);
    }

    [Fact]
    public void A_huge_token_does_not_make_a_huge_message()
    {
        var source = "{ a } " + new string('x', 1_000_000);

        Should.Throw<GraphQLSyntaxException>(() => GraphQLParser.Parse(source)).Message.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void Cutting_or_changing_a_document_anywhere_never_does_more_than_refuse_it()
    {
        var source = Encoding.UTF8.GetBytes("query A($b: [Int!] = [1, 2.5]) @c { d: e(f: {g: \"\\u{1F600}\", h: \"\"\"x\"\"\"}) ... on I { j } ...K } fragment K on L { m }");
        var random = new Random(99);
        for (var i = 0; i < 20_000; i++)
        {
            var changed = source[..random.Next(1, source.Length)];
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            try
            {
                GraphQLParser.Parse(changed);
            }
            catch (GraphQLSyntaxException exception)
            {
                exception.Error.Locations.ShouldNotBeNull();
            }
        }
    }
}
