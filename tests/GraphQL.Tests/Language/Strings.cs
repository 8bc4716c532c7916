using System.Text;
using GraphQL.Language;

namespace GraphQL.Tests.Language;

public sealed class Strings
{
    [Theory]
    [InlineData("""
        "plain"
        """, "plain")]
    [InlineData("""
        "\"\\\/\b\f\n\r\t"
        """, "\"\\/\b\f\n\r\t")]
    [InlineData("""
        "\u00e9 \u{e9} \u{00000000e9}"
        """, "é é é")]
    [InlineData("""
        "\uD83D\uDE00 \u{1F600} 😀"
        """, "😀 😀 😀")]
    public void Escapes_stand_for_their_characters(string literal, string value) =>
        GraphQLParser.ParseValue(literal).ShouldBeOfType<StringValueNode>().Value.ShouldBe(value);

    [Theory]
    [InlineData("""
        "\x"
        """)]
    [InlineData("""
        "\u12G4"
        """)]
    [InlineData("""
        "\uD83D"
        """)]
    [InlineData("""
        "\uDE00\uD83D"
        """)]
    [InlineData("""
        "\u{110000}"
        """)]
    [InlineData("""
        "\u{}"
        """)]
    [InlineData("""
        "\u{FFFFFFFFFFFFFFFFFFFFFFFF}"
        """)]
    [InlineData("\"\\")]
    [InlineData("\"\\u")]
    [InlineData("\"\\u{1")]
    public void An_escape_that_stands_for_no_character_is_refused_at_its_backslash(string literal) =>
        Should.Throw<GraphQLSyntaxException>(() => GraphQLParser.ParseValue(literal)).Error.Locations.ShouldNotBeNull()
            .ShouldHaveSingleItem().Column.ShouldBe(2);

    [Theory]
    [InlineData("\"open", 6)]
    [InlineData("\"line\nbreak\"", 6)]
    [InlineData("\"\"\"block", 9)]
    public void A_string_without_end_is_reported_where_it_breaks_off(string literal, int column) =>
        Should.Throw<GraphQLSyntaxException>(() => GraphQLParser.ParseValue(literal)).Error.Locations.ShouldBe([new Location(1, column)]);

    [Fact]
    public void A_block_string_loses_its_common_indentation_and_blank_ends()
    {
        const string literal = "\"\"\"\n\n    Hello,\n      World!\n\n    \\\"\"\" quoted\n  \n\"\"\"";

        GraphQLParser.ParseValue(literal).ShouldBeOfType<StringValueNode>().Value.ShouldBe("Hello,\n  World!\n\n\"\"\" quoted");
    }

    [Fact]
    public void Any_text_survives_being_printed_and_parsed_again()
    {
        var random = new Random(4711);
        const string alphabet = " \t\n\"\\aé😀{#";
        var runes = alphabet.EnumerateRunes().ToArray();
        for (var i = 0; i < 2_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(12); length > 0; length--)
                text.Append(runes[random.Next(runes.Length)].ToString());
            var value = text.ToString();

            Reparse(new StringValueNode(value)).ShouldBe(value);
            if (BlockString.CanPrint(value))
                Reparse(new StringValueNode(value, isBlock: true)).ShouldBe(value);
        }
    }

    private static string Reparse(StringValueNode node) => GraphQLParser.ParseValue(node.ToString()).ShouldBeOfType<StringValueNode>().Value;
}
