using GraphQL.Data;
using GraphQL.TypeSystem;

namespace GraphQL.SourceGeneration.Tests;

public sealed class Generated_inputs_and_payloads
{
    private const string Query = "[QueryType] public static partial class Queries { public static int One() => 1; }\n";

    [Fact]
    public async Task what_was_left_out_and_what_is_null_are_told_apart()
    {
        var schema = GeneratedSchema.Compile("""
            public sealed record Change(Optional<string?> Name, Optional<int> Size)
            {
                public Optional<IReadOnlyList<int>?> Parts { get; init; }
                public override string ToString() => $"{Say(Name)} {Say(Size)} {(Parts.HasValue ? Parts.Value is null ? "null" : string.Join('+', Parts.Value) : "-")}";
                private static string Say<T>(Optional<T> value) => value.HasValue ? value.Value?.ToString() ?? "null" : "-";
            }
            [QueryType] public static partial class Queries
            {
                public static string Say(Change change) => change.ToString();
                public static string Count(Optional<int?> to) => to.HasValue ? to.Value?.ToString() ?? "null" : "-";
                public static string Least(Optional<int> to = default) => to.Or(7).ToString();
            }
            [MutationType] public static partial class Mutations
            {
                public static string Rename(Optional<string?> name, int size) => (name.HasValue ? name.Value ?? "null" : "-") + size;
            }
            """);

        schema.Sdl("ChangeInput").ShouldBe("input ChangeInput {\n  name: String\n  parts: [Int!]\n  size: Int\n}");
        (await schema.ExecuteAsync("{ a: say(change: {}) b: say(change: { name: null, size: 1, parts: null }) c: say(change: { name: \"x\", parts: [1, 2] }) }"))
            .ShouldBe("""{"data":{"a":"- - -","b":"null 1 null","c":"x - 1+2"}}""");
        (await schema.ExecuteAsync("{ a: count b: count(to: null) c: count(to: 3) d: least e: least(to: 1) }"))
            .ShouldBe("""{"data":{"a":"-","b":"null","c":"3","d":"7","e":"1"}}""");
        (await schema.ExecuteAsync("mutation { a: rename(input: { size: 1 }) { string } b: rename(input: { size: 2, name: null }) { string } }"))
            .ShouldBe("""{"data":{"a":{"string":"-1"},"b":{"string":"null2"}}}""");
    }

    [Fact]
    public async Task a_record_is_spread_into_arguments_and_made_again()
    {
        var schema = GeneratedSchema.Compile("""
            public sealed record Board(Guid Id);
            /// <summary>Pins it.</summary>
            /// <param name="BoardId">Where it hangs.</param>
            /// <param name="Text">What it says.</param>
            public sealed record PinNote(Guid BoardId, string Text, IReadOnlyList<Guid>? Others, int Times = 2)
            {
                public string Colour { get; init; } = "red";
            }
            public sealed record Repeat(string? Key);
            [ObjectType<Board>, Node] public static partial class BoardNode
            {
                [NodeResolver] public static Board Load(Guid id) => new(id);
            }
            [QueryType] public static partial class Queries
            {
                public static string Say([Spread] Repeat repeat, int size) => repeat.Key + size;
            }
            [MutationType] public static partial class Mutations
            {
                public static string Pin([Spread, ID<Board>(nameof(PinNote.BoardId)), ID<Board>(nameof(PinNote.Others))] PinNote note, [Spread] Repeat repeat, bool loud) =>
                    $"{note.BoardId:N} {note.Text} {note.Others?[0]:N} {note.Times} {note.Colour} {repeat.Key} {loud}";
            }
            """);
        var id = Guid.Parse("00000000-0000-0000-0000-000000000001");
        var board = NodeId.Encode("Board", id);

        schema.Sdl("PinInput").ShouldBe(""""
            """What pin needs to know."""
            input PinInput {
              """Where it hangs."""
              boardId: ID!
              key: String
              loud: Boolean!
              others: [ID!]

              """What it says."""
              text: String!
              times: Int! = 2
            }
            """");
        (await schema.ExecuteAsync($$"""mutation { pin(input: { boardId: "{{board}}", text: "Hi", others: ["{{board}}"], key: "k", loud: true }) { string } }"""))
            .ShouldContain($"\"{id:N} Hi {id:N} 2 red k True\"");
        (await schema.ExecuteAsync("{ say(key: \"k\", size: 3) }")).ShouldBe("""{"data":{"say":"k3"}}""");
    }

    [Theory]
    [InlineData("{ say(change: { size: null }) }")]
    [InlineData("{ least(to: null) }")]
    public async Task null_is_refused_where_it_is_no_value(string query)
    {
        var schema = GeneratedSchema.Compile("""
            public sealed record Change(Optional<int> Size);
            [QueryType] public static partial class Queries
            {
                public static string? Say(Change change) => "";
                public static string? Least(Optional<int> to) => "";
            }
            """);

        (await schema.ExecuteAsync(query)).ShouldContain("\"ARGUMENT_INVALID\"");
    }

    [Fact]
    public async Task files_are_taken_alone_in_lists_and_in_input_objects()
    {
        const string Code = """
            public sealed record Photo(IFile File, string? Title, Optional<IFile?> Thumbnail);
            [QueryType] public static partial class Queries
            {
                public static string Say(IFile? file, IReadOnlyList<IFile>? files, Photo? photo) => (file is null && files is null && photo is null).ToString();
            }
            """;

        var schema = GeneratedSchema.Compile(Code, builder => builder.AddUploadType().AddUploadType());

        schema.Sdl("PhotoInput").ShouldBe("input PhotoInput {\n  file: Upload!\n  thumbnail: Upload\n  title: String\n}");
        schema.Sdl("Query").ShouldContain("say(file: Upload, files: [Upload!], photo: PhotoInput): String!");
        (await schema.ExecuteAsync("{ say(file: null) }")).ShouldBe("""{"data":{"say":"True"}}""");
        Should.Throw<SchemaException>(() => GeneratedSchema.Compile(Code).Schema).Message.ShouldContain("\"Upload\"");
    }

    [Fact]
    public async Task exactly_one_field_of_a_oneOf_input_is_given()
    {
        var schema = GeneratedSchema.Compile("""
            [OneOf] public sealed record Place(string? Name, int? Number);
            [OneOf, InputType] public sealed class Find { public Place? By { get; set; } public Guid? Id { get; init; } }
            [QueryType] public static partial class Queries
            {
                public static string? At(Place place) => place.Name ?? place.Number.ToString();
                public static string? Find(Find how) => how.By?.Name ?? how.Id.ToString();
            }
            """);

        schema.Sdl("PlaceInput").ShouldBe("input PlaceInput @oneOf {\n  name: String\n  number: Int\n}");
        (await schema.ExecuteAsync("{ a: at(place: { name: \"x\" }) b: at(place: { number: 2 }) c: find(how: { by: { name: \"y\" } }) }"))
            .ShouldBe("""{"data":{"a":"x","b":"2","c":"y"}}""");
        foreach (var wrong in new[] { "{}", "{ name: \"x\", number: 2 }", "{ name: null }" })
            (await schema.ExecuteAsync($"{{ at(place: {wrong}) }}")).ShouldNotContain("\"data\":{\"at\":\"");
    }

    [Fact]
    public async Task a_mutation_without_a_result_says_whether_it_was_done()
    {
        var schema = GeneratedSchema.Compile(Query + """
            public sealed class Refused() : Exception("No.");
            [MutationType] public static partial class Mutations
            {
                public static void Plain() { }
                [Error<Refused>] public static async Task TryAsync(bool refuse) { await Task.Yield(); if (refuse) throw new Refused(); }
                [Error<Refused>] public static ValueTask AgainAsync(bool refuse) => refuse ? throw new Refused() : default;
                [Error<Refused>] public static void Last(bool refuse) { if (refuse) throw new Refused(); }
            }
            """);

        schema.Sdl("PlainPayload").ShouldContain("success: Boolean!");
        schema.Sdl("TryPayload").ShouldContain("errors: [TryError!]");
        (await schema.ExecuteAsync("mutation { plain { success } try(input: { refuse: false }) { success errors { ... on Error { message } } } }"))
            .ShouldBe("""{"data":{"plain":{"success":true},"try":{"success":true,"errors":null}}}""");
        foreach (var field in new[] { "try", "again", "last" })
        {
            (await schema.ExecuteAsync($"mutation {{ {field}(input: {{ refuse: true }}) {{ success errors {{ ... on Error {{ message }} }} }} }}"))
                .ShouldBe("{\"data\":{\"" + field + "\":{\"success\":false,\"errors\":[{\"message\":\"No.\"}]}}}");
        }
    }

    [Fact]
    public async Task errors_of_a_class_hold_for_each_of_its_mutations_beside_their_own()
    {
        var schema = GeneratedSchema.Compile(Query + """
            public class Refused(string message) : Exception(message);
            public sealed class Late() : Refused("Late.");
            public sealed class Full() : Exception("Full.");
            [MutationType, Error<Refused>]
            public static partial class Mutations
            {
                [Error(typeof(Full)), Error<Refused>] public static int Enter() => throw new Full();
                [Error<Late>] public static int Leave() => throw new Late();
                public static int Stay() => throw new Refused("Stay.");
            }
            [MutationType] public static partial class Others { public static int Other() => 1; }
            """);

        schema.Sdl("EnterError").ShouldEndWith("union EnterError = FullError | RefusedError");
        schema.Sdl("LeaveError").ShouldEndWith("union LeaveError = LateError | RefusedError");
        schema.Sdl("StayError").ShouldEndWith("union StayError = RefusedError");
        schema.Sdl("OtherPayload").ShouldNotContain("errors");
        (await schema.ExecuteAsync("mutation { enter { errors { __typename } } leave { errors { __typename } } stay { errors { __typename } } }"))
            .ShouldBe("""{"data":{"enter":{"errors":[{"__typename":"FullError"}]},"leave":{"errors":[{"__typename":"LateError"}]},"stay":{"errors":[{"__typename":"RefusedError"}]}}}""");
    }
}
