namespace GraphQL.SourceGeneration.Tests;

public sealed class Diagnostics
{
    private const string Filterable = "public sealed record A([Filterable] Guid Id);";
    private const string Query = "[QueryType] public static partial class Queries { ";

    [Theory]
    [InlineData("GQL0001 line 1", "[QueryType] public static class Queries { }")]
    [InlineData("GQL0001 line 1", "[MutationType] public partial class Mutations { }")]
    [InlineData("GQL0002 line 1", Query + "public static int Sum(Dictionary<string, int> numbers) => 1; }")]
    [InlineData("GQL0002 line 1", Query + "public static int Sum(TimeSpan span) => 1; }")]
    [InlineData("GQL0003 line 1", Query + "public static void Nothing() { } }")]
    [InlineData("GQL0003 line 1", Query + "public static Task NothingAsync() => Task.CompletedTask; }")]
    [InlineData("GQL0003 line 1", Query + "public static TimeSpan Span() => default; }")]
    [InlineData("GQL0003 line 1", Query + "public static IFile? File() => null; }")]
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
    [InlineData("GQL0009 line 1", Query + "[UsePaging] public static IQueryable<A> X(PagingArguments paging) => null!; } public sealed record A(Guid Id);")]
    [InlineData("GQL0002 line 1", Query + "public static int X(List<Optional<int>> numbers) => 1; }")]
    [InlineData("GQL0003 line 1", Query + "public static Optional<int> X() => default; }")]
    [InlineData("GQL0004 line 2", Query + "public static A? X() => null; }\npublic sealed record A(Optional<int> X);")]
    [InlineData("GQL0002 line 1", Query + "public static int X(Optional<int>? number) => 1; }")]
    [InlineData("GQL0002 line 1", Query + "public static int X(ref int number) => 1; }")]
    [InlineData("GQL0003 line 1", "[MutationType] public static partial class M { public static async void Forget() => await Task.Yield(); }")]
    [InlineData("GQL0021 line 1", Query + "public static T X<T>(T value) => value; }")]
    [InlineData("GQL0002 line 1", Query + "public static int X([Spread] A a) => 1; } public sealed record A(TimeSpan Span);")]
    [InlineData("GQL0022 line 1", Query + "public static int X([Spread] A a, int size) => 1; } public sealed record A(int Size);")]
    [InlineData("GQL0023 line 1", Query + "public static int X([Spread] string a) => 1; }")]
    [InlineData("GQL0023 line 1", Query + "public static int X([Spread, ID<A>(\"Other\")] A a) => 1; } public sealed record A(Guid Size);")]
    [InlineData("GQL0005 line 2", Query + "[UseFiltering] public static IQueryable<A> X() => null!; }\npublic sealed record A([Filterable] bool Or);")]
    [InlineData("GQL0016 line 1", Query + "[ID] public static IQueryable<Guid> X() => null!; }")]
    [InlineData("GQL0006 line 3", Query + "public static AddInput? X() => null; }\npublic sealed record AddInput(int X);\n[MutationType] public static partial class M { public static void Add(int x) { } }")]
    [InlineData("GQL0010 line 1", "public sealed class E; [MutationType, Error<E>] public static partial class M { public static int X() => 1; public static int Y() => 1; }")]
    [InlineData("GQL0015 line 2", Query + "public static int X(A a) => 1; }\npublic sealed record A(Optional<TimeSpan> Span);")]
    [InlineData("GQL0020 line 2", Query + "public static int X(A a) => 1; }\n[OneOf] public sealed record A(int One, int? Other);")]
    [InlineData("GQL0020 line 2", Query + "public static int X(A a) => 1; }\n[OneOf] public sealed record A(int? One, int? Other = 2);")]
    [InlineData("GQL0016 line 1", Query + "[UseFiltering] public static IReadOnlyList<A> X() => []; } " + Filterable)]
    [InlineData("GQL0016 line 1", Query + "[UseSorting] public static int X() => 1; }")]
    [InlineData("GQL0016 line 1", Query + "[UseFiltering] public static IQueryable<int> X() => null!; }")]
    [InlineData("GQL0016 line 1", Query + "public static List<A> X(QueryContext<A> query) => []; } " + Filterable)]
    [InlineData("GQL0016 line 1", Query + "[UseFiltering] public static List<A> X(QueryContext<string> query) => []; } " + Filterable)]
    [InlineData("GQL0016 line 1", Query + "[UseFiltering] public static IQueryable<A> X(QueryContext<A> query) => null!; } " + Filterable)]
    [InlineData("GQL0016 line 1", Query + "[UseFiltering, UsePaging] public static List<A> X(QueryContext<A> query) => []; } " + Filterable)]
    [InlineData("GQL0017 line 1", Query + "[UseFiltering] public static IQueryable<A> X() => null!; } public sealed record A(Guid Id);")]
    [InlineData("GQL0017 line 1", Query + "[UseSorting] public static IQueryable<A> X() => null!; } " + Filterable)]
    [InlineData("GQL0018 line 2", Query + "[UseFiltering] public static IQueryable<A> X() => null!; }\npublic sealed record A([Filterable] System.Text.Json.JsonElement Id);")]
    [InlineData("GQL0018 line 2", Query + "[UseFiltering] public static IQueryable<A> X() => null!; }\npublic sealed record A([Filterable] B Id); public sealed record B(int X);")]
    [InlineData("GQL0018 line 2", Query + "[UseSorting] public static IQueryable<A> X() => null!; }\npublic sealed record A([Sortable] B? B); public sealed record B([Sortable] int X);")]
    [InlineData("GQL0018 line 2", Query + "[UseSorting] public static IQueryable<A> X() => null!; }\npublic sealed record A([Sortable] List<int> Id);")]
    [InlineData("GQL0019 line 1", Query + "[UsePaging] public static IQueryable<A> X() => null!; } public sealed record A(Guid Key);")]
    [InlineData("GQL0019 line 1", Query + "[UsePaging] public static IQueryable<A> X() => null!; } public sealed record A(Guid? Id);")]
    public void what_cannot_become_a_schema_is_said_with_an_id_and_a_place(string expected, string code) =>
        GeneratedSchema.DiagnosticsOf(code).ShouldBe([expected]);

    [Theory]
    [InlineData("IAsyncEnumerable<A> ById(Guid id) => null!;")]
    [InlineData("IAsyncEnumerable<A>? ById(Guid id) => null;")]
    [InlineData("List<A> ById(Guid id) => [];")]
    [InlineData("IQueryable<A> ById(Guid id) => null!;")]
    [InlineData("int ById(Guid id) => 1;")]
    [InlineData("A? ById() => null;")]
    [InlineData("A? ById(Guid id, int more) => null;")]
    [InlineData("A? ById(Optional<Guid> id) => null;")]
    [InlineData("A? ById(List<Guid> id) => null;")]
    [InlineData("A? ById(bool id) => null;")]
    [InlineData("A? ById(B id) => null;")]
    public void a_method_that_loads_no_object_by_an_identifier_is_told_apart(string method)
    {
        const string Types = "public sealed record A(Guid Id); public sealed record B(int X);\n";

        GeneratedSchema.DiagnosticsOf(Types + Query + "\n[NodeResolver] public static " + method + " }").ShouldBe(["GQL0014 line 3"]);
        GeneratedSchema.DiagnosticsOf(Types + Query + "public static A? X() => null; }\n[ObjectType<A>] public static partial class N { [NodeResolver] public static " + method + " }")
            .ShouldBe(["GQL0014 line 3"]);
    }

    [Theory]
    [InlineData("[MutationType] public static partial class M { [NodeResolver] public static A? ById(Guid id) => null; }")]
    [InlineData("[MutationType] public static partial class M { [NodeResolver] public static void ById(Guid id) { } }")]
    [InlineData("[SubscriptionType] public static partial class S { [NodeResolver] public static IAsyncEnumerable<A> ById(Guid id) => null!; }")]
    [InlineData("[ObjectType<A>] public static partial class N { [NodeResolver] public static A? ById([Parent] A a, Guid id) => null; }")]
    [InlineData("[InterfaceType<I>] public static partial class N { [NodeResolver] public static I? ById(Guid id) => null; }")]
    public void a_node_is_loaded_by_a_query_or_beside_its_type(string type) =>
        GeneratedSchema.DiagnosticsOf(
            "public interface I { Guid Id { get; } } public sealed record A(Guid Id) : I;" + Query + "public static A? X() => null; public static I? Y() => null; }"
            + "[InterfaceType<I>] public static partial class IAll;\n" + type).ShouldBe(["GQL0014 line 2"]);

    [Fact]
    public void an_input_object_made_for_filtering_takes_no_other_types_name() =>
        GeneratedSchema.DiagnosticsOf(
            Query + "[UseFiltering] public static IQueryable<A> X(AFilterInput? other) => null!; }\n" + Filterable + "\npublic sealed record AFilterInput(int X);")
            .ShouldBe(["GQL0006 line 2"]);

    [Fact]
    public void two_types_of_one_name_are_told_apart_before_the_program_starts()
    {
        var diagnostics = GeneratedSchema.DiagnosticsOf(
            "namespace One { public sealed record A(int X); }\nnamespace Two { public sealed record A(int X); }\n"
            + "namespace Three { " + Query + "public static One.A? GetFirst() => null; public static Two.A? GetSecond() => null; } }");

        diagnostics.ShouldBe(["GQL0006 line 2"]);
    }
}
