using GraphQL.TypeSystem;

namespace GraphQL.Tests.TypeSystem;

public sealed class Comparing_schemas
{
    [Theory]
    [InlineData("type Query { a: Int b: Int }", "type Query { a: Int }", "Breaking: Field 'Query.b' was removed.")]
    [InlineData("type Query { a: T } type T { b: Int }", "type Query { a: Int }", "Breaking: Field 'Query.a' is Int and no longer T. | Breaking: Type 'T' was removed.")]
    [InlineData("type Query { a: Int! }", "type Query { a: Int }", "Breaking: Field 'Query.a' is Int and no longer Int!.")]
    [InlineData("type Query { a: [Int] }", "type Query { a: [Int!]! }", "Safe: Field 'Query.a' is [Int!]! and no longer [Int].")]
    [InlineData("type Query { a: Int }", "type Query { a: [Int] }", "Breaking: Field 'Query.a' is [Int] and no longer Int.")]
    [InlineData("type Query { a: Int }", "type Query { a: Int b: Int }", "Safe: Field 'Query.b' was added.")]
    [InlineData("type Query { a: Int }", "type Query { a: Int @deprecated(reason: \"Use b.\") }", "Safe: 'Query.a' is deprecated: Use b.")]
    [InlineData("type Query { a(x: Int): Int }", "type Query { a: Int }", "Breaking: The argument 'Query.a(x:)' was removed.")]
    [InlineData("type Query { a: Int }", "type Query { a(x: Int): Int }", "Dangerous: The argument 'Query.a(x:)' was added.")]
    [InlineData("type Query { a: Int }", "type Query { a(x: Int!): Int }", "Breaking: The required argument 'Query.a(x:)' was added.")]
    [InlineData("type Query { a(x: Int!): Int }", "type Query { a(x: Int): Int }", "Safe: The argument 'Query.a(x:)' is Int and no longer Int!.")]
    [InlineData("type Query { a(x: Int): Int }", "type Query { a(x: Int!): Int }", "Breaking: The argument 'Query.a(x:)' is Int! and no longer Int.")]
    [InlineData("type Query { a(x: Int = 1): Int }", "type Query { a(x: Int = 2): Int }", "Dangerous: The argument 'Query.a(x:)' is 2 by default.")]
    [InlineData("type Query { a(x: Int! = 1): Int }", "type Query { a(x: Int!): Int }", "Breaking: The argument 'Query.a(x:)' has no default any more.")]
    [InlineData("type Query { a: E } enum E { X Y }", "type Query { a: E } enum E { X Z }", "Breaking: Value 'E.Y' was removed. | Dangerous: Value 'E.Z' was added.")]
    [InlineData("type Query { a: U } union U = S | T type S { b: Int } type T { b: Int }", "type Query { a: U t: T } union U = S type S { b: Int } type T { b: Int }", "Breaking: 'T' is no longer in union 'U'. | Safe: Field 'Query.t' was added.")]
    [InlineData("type Query implements I { a: Int } interface I { a: Int }", "type Query { a: Int i: I } interface I { a: Int }", "Breaking: 'Query' no longer implements 'I'. | Safe: Field 'Query.i' was added.")]
    [InlineData("type Query { a(x: N): Int } input N { b: Int }", "type Query { a(x: N): Int } input N { b: Int c: Int }", "Dangerous: The input field 'N.c' was added.")]
    [InlineData("type Query { a(x: N): Int } input N { b: Int }", "type Query { a(x: N): Int } input N { b: Int c: Int! }", "Breaking: The required input field 'N.c' was added.")]
    [InlineData("type Query { a(x: N): Int } input N { b: Int c: Int }", "type Query { a(x: N): Int } input N @oneOf { b: Int c: Int }", "Breaking: 'N' takes exactly one of its fields now.")]
    [InlineData("type Query { a: T } type T { b: Int }", "type Query { a: T } interface T { b: Int } type S implements T { b: Int }", "Breaking: 'T' is another kind of type now. | Safe: Type 'S' was added.")]
    [InlineData("directive @d repeatable on FIELD | QUERY type Query { a: Int }", "directive @d on FIELD type Query { a: Int }", "Breaking: Directive '@d' can no longer be repeated. | Breaking: Directive '@d' can no longer stand at QUERY.")]
    [InlineData("type Query { a: Int } type Mutation { b: Int }", "type Query { a: Int }", "Breaking: There is no mutation type any more. | Breaking: Type 'Mutation' was removed.")]
    [InlineData("\"\"\"Old words.\"\"\" type Query { a: Int }", "\"\"\"New words.\"\"\" type Query { a: Int }", "")]
    public void Says_what_each_change_means_for_clients(string before, string after, string expected)
    {
        var changes = SchemaComparison.Compare(SchemaBuilder.FromSdl(before).Build(), SchemaBuilder.FromSdl(after).Build());

        string.Join(" | ", changes).ShouldBe(expected);
    }
}
