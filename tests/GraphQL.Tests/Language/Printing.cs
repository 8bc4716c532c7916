using GraphQL.Language;

namespace GraphQL.Tests.Language;

public sealed class Printing
{
    [Theory]
    [InlineData("{ a }", "{\n  a\n}")]
    [InlineData("query { a }", "{\n  a\n}")]
    [InlineData("query($a:Int=1 @b){a}", "query ($a: Int = 1 @b) {\n  a\n}")]
    [InlineData("\"About.\" mutation M { a }", "\"About.\"\nmutation M {\n  a\n}")]
    [InlineData("{ a: b(c: [1, 2.5], d: {e: \"f\", g: null}) @h { ...I ... on J { k } } }", "{\n  a: b(c: [1, 2.5], d: { e: \"f\", g: null }) @h {\n    ...I\n    ... on J {\n      k\n    }\n  }\n}")]
    [InlineData("union U = | A | B", "union U = A | B")]
    [InlineData("interface I implements & A & B", "interface I implements A & B")]
    [InlineData("extend input I @oneOf", "extend input I @oneOf")]
    [InlineData("directive @d(a: Int) repeatable on FIELD | QUERY", "directive @d(a: Int) repeatable on FIELD | QUERY")]
    public void Text_is_printed_in_one_form(string source, string printed) => SyntaxPrinter.Print(GraphQLParser.Parse(source)).ShouldBe(printed);

    [Fact]
    public void Long_arguments_stand_one_on_a_line() =>
        SyntaxPrinter.Print(GraphQLParser.Parse($"{{ a(first: \"{new string('x', 50)}\", second: \"{new string('y', 50)}\") }}"))
            .ShouldBe($"{{\n  a(\n    first: \"{new string('x', 50)}\"\n    second: \"{new string('y', 50)}\"\n  )\n}}");

    [Theory]
    [InlineData("query Q($a: [Int!]! = [1] @x) @y { a: b(c: $a) { ...F @skip(if: true) ... { d } } } fragment F on T @z { e(f: \"\"\"\n  block\n    text\n\"\"\") }")]
    [InlineData("\"\"\"About\"\"\"\nschema @a { query: Q mutation: M } scalar S @specifiedBy(url: \"u\") type T implements A & B @x { \"field\" f(\"arg\" a: Int = 1 @d, b: [S]!): S @deprecated(reason: \"r\") }")]
    [InlineData("enum E { \"one\" A B @deprecated } input I @oneOf { a: Int b: I } union U @d = A | B extend type T { g: Int } extend schema { subscription: S } directive @d(a: Int!) on ENUM")]
    public void What_is_printed_parses_to_the_same_tree(string source)
    {
        var printed = SyntaxPrinter.Print(GraphQLParser.Parse(source));

        SyntaxPrinter.Print(GraphQLParser.Parse(printed)).ShouldBe(printed);
        Words(printed).ShouldBe(Words(source));
    }

    private static IEnumerable<string> Words(string source) => source
        .Split(' ', '\n', '\r', ',', '(', ')', '{', '}', '[', ']')
        .Where(word => word.Length > 0);
}
