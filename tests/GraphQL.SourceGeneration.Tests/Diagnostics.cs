namespace GraphQL.SourceGeneration.Tests;

public sealed class Diagnostics
{
    private const string Query = "[QueryType] public static partial class Queries { ";

    [Theory]
    [InlineData("GQL0001 line 1", "[QueryType] public static class Queries { }")]
    [InlineData("GQL0001 line 1", "[MutationType] public partial class Mutations { }")]
    [InlineData("GQL0002 line 1", Query + "public static int Sum(Dictionary<string, int> numbers) => 1; }")]
    [InlineData("GQL0002 line 1", Query + "public static int Sum(TimeSpan span) => 1; }")]
    [InlineData("GQL0003 line 1", Query + "public static void Nothing() { } }")]
    [InlineData("GQL0003 line 1", Query + "public static Task NothingAsync() => Task.CompletedTask; }")]
    [InlineData("GQL0003 line 1", Query + "public static TimeSpan Span() => default; }")]
    [InlineData("GQL0003 line 1", Query + "public static Task<IAsyncEnumerable<int>> Stream() => throw new Exception(); }")]
    [InlineData("GQL0003 line 1", "[SubscriptionType] public static partial class S { public static int Once() => 1; }")]
    [InlineData("GQL0004 line 2", Query + "public static A? GetA() => null; }\npublic sealed record A(TimeSpan Span);")]
    [InlineData("GQL0005 line 2", Query + "public static int GetX() => 1;\npublic static int X() => 1; }")]
    [InlineData("GQL0007 line 1", Query + "[GraphQLName(\"not a name\")] public static int X() => 1; }")]
    [InlineData("GQL0007 line 1", Query + "[GraphQLName(\"__x\")] public static int X() => 1; }")]
    [InlineData("GQL0008 line 1", Query + "public static int X([Parent] string parent) => 1; }")]
    [InlineData("GQL0009 line 1", Query + "public static Connection<string>? X(PagingArguments paging) => null; }")]
    [InlineData("GQL0009 line 1", Query + "[UsePaging] public static int X() => 1; }")]
    [InlineData("GQL0010 line 1", "public sealed class E; [MutationType] public static partial class M { [Error(typeof(E))] public static int X() => 1; }")]
    [InlineData("GQL0011 line 2", Query + "public static IA? GetA() => null; }\npublic interface IA { int X { get; } }")]
    [InlineData("GQL0012 line 1", "public static class L { [DataLoader] public static Task<int> GetXAsync(int key) => throw new Exception(); }")]
    [InlineData("GQL0013 line 1", Query + "public static int X(IMissingDataLoader loader) => 1; }")]
    [InlineData("GQL0014 line 2", Query + "public static int X() => 1; }\n[ObjectType<A>, Node] public static partial class ANode;\npublic sealed record A(Guid Id);")]
    [InlineData("GQL0015 line 2", Query + "public static int X(A a) => 1; }\npublic sealed record A(TimeSpan Span);")]
    public void what_cannot_become_a_schema_is_said_with_an_id_and_a_place(string expected, string code) =>
        GeneratedSchema.DiagnosticsOf(code).ShouldBe([expected]);

    [Fact]
    public void two_types_of_one_name_are_told_apart_before_the_program_starts()
    {
        var diagnostics = GeneratedSchema.DiagnosticsOf(
            "namespace One { public sealed record A(int X); }\nnamespace Two { public sealed record A(int X); }\n"
            + "namespace Three { " + Query + "public static One.A? GetFirst() => null; public static Two.A? GetSecond() => null; } }");

        diagnostics.ShouldBe(["GQL0006 line 2"]);
    }
}
