using GraphQL.Language;

namespace GraphQL.Tests.Language;

public sealed class ParserLimits
{
    [Theory]
    [InlineData("", "{a", "}", "")]
    [InlineData("", "{...", "}", "")]
    [InlineData("query($a:", "[", "]", "){a}")]
    public void Nesting_up_to_the_limit_is_read_and_one_level_more_is_refused(string before, string open, string close, string after)
    {
        var options = new ParserOptions { MaxDepth = 20 };
        string Nested(int levels) => before + Repeat(open, levels) + (open == "{a" ? "" : open == "[" ? "T" : "{a}") + Repeat(close, levels) + after;
        var innermost = open == "{..." ? 1 : 0;

        GraphQLParser.Parse(Nested(20 - innermost), options).Definitions.ShouldHaveSingleItem();
        Code(Nested(21 - innermost), options).ShouldBe(LanguageErrorCodes.DepthLimit);
    }

    [Theory]
    [InlineData("", "{a")]
    [InlineData("", "{...")]
    [InlineData("{a(b:", "[")]
    [InlineData("{a(b:", "{c:")]
    [InlineData("query($a:", "[")]
    [InlineData("query($a:T=", "[")]
    [InlineData("type T{a:", "[")]
    public void A_hundred_thousand_levels_are_refused_and_the_process_lives(string before, string open) =>
        Code(before + Repeat(open, 100_000), ParserOptions.Default).ShouldBe(LanguageErrorCodes.DepthLimit);

    [Theory]
    [InlineData("", "{a")]
    [InlineData("{a(b:", "{c:")]
    [InlineData("query($a:", "[")]
    public void Without_a_limit_the_stack_is_the_limit_and_the_process_lives(string before, string open)
    {
        // Far more than any stack holds: a hundred thousand small frames may still fit into 8 MB.
        var source = before + Repeat(open, 2_000_000);

        Code(source, ParserOptions.Trusted with { MaxDepth = int.MaxValue }).ShouldBe(LanguageErrorCodes.DepthLimit);
    }

    [Fact]
    public void Selections_are_counted_over_the_whole_document()
    {
        var options = new ParserOptions { MaxFields = 4 };

        GraphQLParser.Parse("{ a { b } ...C } fragment C on D { e }", options).Definitions.Length.ShouldBe(2);
        Code("{ a { b } ...C } fragment C on D { e f }", options).ShouldBe(LanguageErrorCodes.FieldLimit);
    }

    [Fact]
    public void Ten_thousand_aliases_are_too_many() =>
        Code("{" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $" a{i}: b")) + "}", ParserOptions.Default).ShouldBe(LanguageErrorCodes.FieldLimit);

    [Fact]
    public void Directives_are_counted_in_one_place()
    {
        GraphQLParser.Parse("{ a @b @b @b @b c @b }").Definitions.ShouldHaveSingleItem();
        Code("{ a @b @b @b @b @b }", ParserOptions.Default).ShouldBe(LanguageErrorCodes.DirectiveLimit);
    }

    [Fact]
    public void Tokens_are_counted_and_the_first_too_many_is_pointed_at()
    {
        var error = Should.Throw<GraphQLSyntaxException>(() => GraphQLParser.Parse("{ a b c }", new ParserOptions { MaxTokens = 3 })).Error;

        error.Code.ShouldBe(LanguageErrorCodes.TokenLimit);
        error.Locations.ShouldBe([new Location(1, 7)]);
    }

    [Theory]
    [InlineData("{ NAME }")]
    [InlineData("{ NAME: a }")]
    [InlineData("query NAME { a }")]
    [InlineData("query ($NAME: Int) { a }")]
    [InlineData("query ($a: Int = $NAME) { a }", LanguageErrorCodes.Syntax)]
    public void Names_are_of_a_length_that_an_answer_may_repeat(string document, string code = LanguageErrorCodes.NameLimit)
    {
        Code(document.Replace("NAME", new string('a', 1_025), StringComparison.Ordinal), ParserOptions.Default).ShouldBe(code);
        if (code == LanguageErrorCodes.NameLimit)
            GraphQLParser.Parse(document.Replace("NAME", new string('a', 1_024), StringComparison.Ordinal)).Definitions.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_number_of_a_million_digits_is_one_token()
    {
        var digits = new string('9', 1_000_000);

        GraphQLParser.ParseValue(digits).ShouldBeOfType<IntValueNode>().Text.Length.ShouldBe(1_000_000);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string? Code(string source, ParserOptions options) =>
        Should.Throw<GraphQLSyntaxException>(() => GraphQLParser.Parse(source, options)).Error.Code;
}
