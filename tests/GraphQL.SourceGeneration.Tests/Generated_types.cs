using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GraphQL.SourceGeneration.Tests;

public sealed class Generated_types
{
    [Fact]
    public async Task a_query_class_becomes_fields_with_names_types_and_descriptions()
    {
        var schema = GeneratedSchema.Compile("""
            [QueryType] public static partial class Queries
            {
                /// <summary>Adds two <c>numbers</c>.</summary>
                /// <param name="left">The first.</param>
                public static Task<int> GetSumAsync(int left, int right = 2) => Task.FromResult(left + right);
                [GraphQLName("url")] public static string? GetHTTPAddress() => null;
                public static IReadOnlyList<string?> GetWords() => ["a", null];
                public static decimal? Price => null;
                [GraphQLIgnore] public static int Hidden() => 1;
                internal static int AlsoHidden() => 1;
            }
            """);

        schema.Sdl("Query").ShouldBe(
            """"
            type Query {
              """Adds two numbers."""
              sum(
                """The first."""
                left: Int!
                right: Int! = 2
              ): Int!
              url: String
              words: [String]!
            }
            """".ReplaceLineEndings("\n"));
        (await schema.ExecuteAsync("{ sum(left: 40) words url }")).ShouldBe("""{"data":{"sum":42,"words":["a",null],"url":null}}""");
    }

    [Fact]
    public void costs_are_told_by_attributes_and_bring_their_directives_along()
    {
        var schema = GeneratedSchema.Compile("""
            public sealed record Part([property: Cost(2.5)] string Name);
            [QueryType] public static partial class Queries
            {
                [Cost(7), ListSize(AssumedSize = 3, SlicingArguments = ["first"], SizedFields = ["parts"], RequireOneSlicingArgument = false)]
                public static IReadOnlyList<Part> GetParts(int? first) => [];
            }
            """);

        schema.Sdl("Part").ShouldBe("type Part {\n  name: String! @cost(weight: \"2.5\")\n}");
        schema.Sdl("Query").ShouldContain(
            """: [Part!]! @cost(weight: "7") @listSize(assumedSize: 3, slicingArguments: ["first"], sizedFields: ["parts"], requireOneSlicingArgument: false)""");
        schema.Schema.GetDirective("cost").ShouldNotBeNull();
        schema.Schema.GetDirective("listSize").ShouldNotBeNull();
    }

    [Fact]
    public void every_class_in_reach_becomes_an_object_type_and_no_other()
    {
        var schema = GeneratedSchema.Compile("""
            public enum State { WeWill, ACME, Step2Done }
            public sealed record Inner(State State, Guid? Id);
            public record Base { public long Position { get; init; } }
            public sealed record Outer(IReadOnlyList<Inner> Inners, DateOnly Day) : Base { public Outer? Self { get; init; } }
            public sealed record Unreached(int X);
            public sealed record OnlyByIgnored(int X);
            public sealed record Holder(int Y, OnlyByIgnored Secret);
            [ObjectType<Holder>, GraphQLIgnore(nameof(Holder.Secret))] public static partial class HolderType;
            [QueryType] public static partial class Queries
            {
                public static Outer? GetOuter() => null;
                public static Holder? GetHolder() => null;
            }
            """);

        schema.Sdl("Outer").ShouldBe("type Outer {\n  day: Date!\n  inners: [Inner!]!\n  position: Long!\n  self: Outer\n}");
        schema.Sdl("Inner").ShouldBe("type Inner {\n  id: UUID\n  state: State!\n}");
        schema.Sdl("State").ShouldContain("ACME");
        schema.Sdl("State").ShouldContain("STEP2_DONE");
        schema.Sdl("State").ShouldContain("WE_WILL");
        schema.Sdl("Holder").ShouldBe("type Holder {\n  y: Int!\n}");
        schema.Schema.GetType("Unreached").ShouldBeNull();
        schema.Schema.GetType("OnlyByIgnored").ShouldBeNull();
    }

    [Fact]
    public async Task a_class_for_an_object_type_adds_replaces_and_renames()
    {
        var schema = GeneratedSchema.Compile("""
            public sealed record Thing(Guid Id, Guid OwnerId, string Name);
            /// <summary>Something.</summary>
            [ObjectType<Thing>, GraphQLName("Item"), Authorize("things.read")]
            public static partial class ThingType
            {
                [ID] public static Guid GetId([Parent] Thing thing) => thing.Id;
                [BindMember(nameof(Thing.OwnerId)), AllowAnonymous] public static string GetOwner([Parent] Thing thing) => "owner of " + thing.Name;
            }
            [QueryType] public static partial class Queries
            {
                public static Thing GetThing() => new(Guid.Empty, Guid.Empty, "x");
                public static bool Is([ID<Thing>] Guid id) => id == Guid.Empty;
            }
            """);

        schema.Sdl("Item").ShouldBe("\"\"\"Something.\"\"\"\ntype Item {\n  id: ID!\n  name: String!\n  owner: String!\n}");
        var type = (GraphQL.TypeSystem.ObjectType)schema.Schema.GetType("Item")!;
        type.Fields["name"].Authorization.ShouldBe(new("things.read", false));
        type.Fields["owner"].Authorization.ShouldBe(new(null, true));
        var id = GraphQL.Data.NodeId.Encode("Item", Guid.Empty);
        (await schema.ExecuteAsync($$"""{ thing { owner } is(id: "{{id}}") }""")).ShouldBe("""{"data":{"thing":{"owner":"owner of x"},"is":true}}""");
    }

    [Fact]
    public void a_mutation_gets_input_payload_and_errors()
    {
        var schema = GeneratedSchema.Compile("""
            public sealed class Refused(string code) : Exception("No.") { public string Code { get; } = code; public string? Field => null; }
            public sealed record View(int Version);
            [QueryType] public static partial class Queries { public static int One() => 1; }
            [MutationType] public static partial class Mutations
            {
                /// <summary>Codes a view.</summary>
                /// <param name="viewId">Which view.</param>
                [Error(typeof(Refused))] public static Task<View> CodeViewAsync([ID] Guid viewId, bool? again, CancellationToken ct) => Task.FromResult(new View(1));
                public static int Count() => 1;
            }
            """);

        schema.Schema.MutationType!.Fields["codeView"].Type.ToString().ShouldBe("CodeViewPayload!");
        schema.Schema.MutationType.Fields["codeView"].Arguments["input"].Type.ToString().ShouldBe("CodeViewInput!");
        schema.Sdl("CodeViewInput").ShouldContain("viewId: ID!");
        schema.Sdl("CodeViewInput").ShouldContain("Which view.");
        schema.Sdl("CodeViewInput").ShouldContain("again: Boolean");
        schema.Sdl("CodeViewPayload").ShouldContain("view: View");
        schema.Sdl("CodeViewPayload").ShouldContain("errors: [CodeViewError!]");
        schema.Sdl("CodeViewError").ShouldEndWith("union CodeViewError = RefusedError");
        schema.Sdl("RefusedError").ShouldContain("implements Error");
        schema.Sdl("RefusedError").ShouldContain("code: String!");
        schema.Sdl("RefusedError").ShouldContain("field: String");
        schema.Sdl("RefusedError").ShouldNotContain("stackTrace");
        schema.Schema.MutationType.Fields["count"].Arguments.ShouldBeEmpty();
        schema.Sdl("CountPayload").ShouldNotContain("errors");
    }

    [Fact]
    public async Task a_record_named_input_is_the_mutations_input_as_it_is()
    {
        var schema = GeneratedSchema.Compile("""
            public sealed record Answer(string Key, IReadOnlyList<int>? Options = null);
            public sealed record SubmitInput(IReadOnlyList<Answer> Answers) { public string Note { get; set; } = "none"; public required int Count { get; init; } }
            [QueryType] public static partial class Queries { public static int One() => 1; }
            [MutationType] public static partial class Mutations
            {
                public static string Submit(SubmitInput input) => string.Join(' ', input.Answers.Select(a => a.Key + a.Options?.Count)) + " " + input.Note + input.Count;
            }
            """);

        var result = await schema.ExecuteAsync(
            """mutation { submit(input: { answers: [{ key: "a", options: [1, 2] }, { key: "b" }], count: 3 }) { string } }""");

        result.ShouldBe("""{"data":{"submit":{"string":"a2 b none3"}}}""");
        schema.Schema.GetType("AnswerInput").ShouldNotBeNull();
    }

    [Fact]
    public async Task interfaces_and_unions_are_made_of_marked_types()
    {
        var schema = GeneratedSchema.Compile("""
            [InterfaceType] public interface IShape { string Name { get; } }
            public sealed record Circle(string Name, double Radius) : IShape;
            public sealed record Square(string Name, double Side) : IShape;
            public abstract record Outcome;
            public sealed record Done(int At) : Outcome;
            [UnionType<Outcome>] public static partial class OutcomeType;
            [QueryType] public static partial class Queries
            {
                public static IReadOnlyList<IShape> GetShapes() => [new Circle("c", 1.5), new Square("s", 2)];
                public static Outcome GetOutcome() => new Done(3);
            }
            """);

        (await schema.ExecuteAsync("{ shapes { __typename name ... on Circle { radius } } outcome { ... on Done { at } } }")).ShouldBe(
            """{"data":{"shapes":[{"__typename":"Circle","name":"c","radius":1.5},{"__typename":"Square","name":"s"}],"outcome":{"at":3}}}""");
    }

    [Fact]
    public async Task a_loader_gets_an_interface_that_resolvers_take()
    {
        var schema = GeneratedSchema.Compile("""
            namespace App;
            [QueryType] public static partial class Queries
            {
                public static async Task<string?> GetNameAsync(int id, INameByIdDataLoader names, CancellationToken ct) => await names.LoadAsync(id, ct);
                [DataLoader] internal static Task<Dictionary<int, string>> GetNameByIdAsync(IReadOnlyList<int> ids, CancellationToken ct) =>
                    Task.FromResult(ids.Where(id => id > 0).ToDictionary(id => id, id => $"{id} of {ids.Count}"));
            }
            """);

        (await schema.ExecuteAsync("{ a: name(id: 1) b: name(id: 2) c: name(id: 0) }")).ShouldBe("""{"data":{"a":"1 of 3","b":"2 of 3","c":null}}""");
    }

    [Fact]
    public void descriptions_of_other_assemblies_come_from_their_documentation_files()
    {
        var file = new DocumentationFile("""
            <doc><members>
              <member name="T:System.DayOfWeek"><summary>A day.</summary></member>
              <member name="F:System.DayOfWeek.Monday"><summary>After <see cref="F:System.DayOfWeek.Sunday"/>.</summary></member>
            </members></doc>
            """);

        var schema = GeneratedSchema.Compile("[QueryType] public static partial class Queries { public static DayOfWeek GetDay() => default; }", file);

        schema.Sdl("DayOfWeek").ShouldStartWith("\"\"\"A day.\"\"\"");
        schema.Sdl("DayOfWeek").ShouldContain("After Sunday.");
    }

    [Fact]
    public void properties_of_records_of_other_assemblies_are_described_where_they_stand()
    {
        var file = new DocumentationFile("""
            <doc><members>
              <member name="T:GraphQL.SourceGeneration.Tests.Shelf"><param name="Number">Where it stands.</param></member>
              <member name="P:GraphQL.SourceGeneration.Tests.Shelf.Colour"><summary>What it looks like.</summary></member>
            </members></doc>
            """);

        var schema = GeneratedSchema.Compile(
            "[QueryType] public static partial class Queries { public static GraphQL.SourceGeneration.Tests.Shelf GetShelf() => new(1); }", file);

        schema.Sdl("Shelf").ShouldContain("Where it stands.");
        schema.Sdl("Shelf").ShouldContain("What it looks like.");
    }

    [Fact]
    public void a_paged_field_gets_its_connection_types_from_its_name()
    {
        var schema = GeneratedSchema.Compile("""
            public sealed record Entry(int Id);
            [QueryType] public static partial class Queries
            {
                [UsePaging] public static Task<Connection<Entry>> GetEntriesAsync(PagingArguments paging, bool? open) => throw new NotSupportedException();
            }
            """);

        schema.Schema.QueryType.Fields["entries"].Arguments.Select(argument => $"{argument.Name}: {argument.Type}")
            .ShouldBe(["open: Boolean", "first: Int", "after: String", "last: Int", "before: String"]);
        schema.Schema.QueryType.Fields["entries"].Type.ToString().ShouldBe("EntriesConnection");
        schema.Sdl("EntriesEdge").ShouldContain("node: Entry!");
        schema.Sdl("EntriesConnection").ShouldContain("nodes: [Entry!]");
        schema.Sdl("EntriesConnection").ShouldNotContain("totalCount");
    }

    private sealed class DocumentationFile(string text) : AdditionalText
    {
        public override string Path => "Other.xml";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
