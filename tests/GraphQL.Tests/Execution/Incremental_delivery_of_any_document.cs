using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Execution;

/// <summary>Documents made at random from a seed, with fragments deferred and lists streamed anywhere and inside one another.</summary>
public sealed class Incremental_delivery_of_any_document
{
    private const string Schema = """
        type Query { node: Node }
        type Node { a: Int b: Int c: Int later: Int child: Node sibling: Node children: [Node] lateChildren: [Node!] asyncChildren: [Node] }
        """;

    [Fact]
    public async Task the_parts_together_are_the_answer_that_one_result_would_have_been()
    {
        await using var provider = IncrementalClient.Serve(Schema, schema =>
        {
            foreach (var field in new[] { "a", "b", "c" })
                schema.Resolve("Node", field, context => (int)context.Parent! + field[0]);
            schema.Resolve("Query", "node", _ => 1);
            schema.Resolve("Node", "child", context => (int)context.Parent! * 2);
            schema.Resolve("Node", "children", context => Enumerable.Range((int)context.Parent!, 3).ToList());
            schema.Resolve("Node", "asyncChildren", context => Items((int)context.Parent!));
            schema.ResolveAsync("Node", "later", async context =>
            {
                var parent = (int)context.Parent!;
                await Task.Yield();
                return parent;
            });
            schema.ResolveAsync("Node", "sibling", async context =>
            {
                var parent = (int)context.Parent!;
                await Task.Yield();
                return parent + 1;
            });
            schema.ResolveAsync("Node", "lateChildren", async context =>
            {
                var parent = (int)context.Parent!;
                await Task.Yield();
                return new[] { parent, parent + 5 };
            });
        });
        var executor = provider.GetRequiredService<IRequestExecutor>();
        var inParts = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var document = new DocumentWriter(new Random(seed)).Write();

            var whole = await executor.ExecuteAsync(new OperationRequest(document), provider, Library.LibraryServer.Anonymous);
            var client = await IncrementalClient.ReadAsync(executor, provider, document);

            whole.Errors.ShouldBeEmpty(document);
            using var json = whole.ToJsonDocument();
            IncrementalClient.Sorted(client.Data).ShouldBe(
                IncrementalClient.Sorted(JsonNode.Parse(json.RootElement.GetProperty("data").GetRawText())),
                $"seed {seed}: {document}\n{string.Join('\n', client.Results)}");
            inParts += client.Results.Count > 1 ? 1 : 0;
        }
        inParts.ShouldBeGreaterThan(200);
    }

    private static async IAsyncEnumerable<object?> Items(int parent)
    {
        for (var i = 0; i < 3; i++)
        {
            if (i == 1)
                await Task.Yield();
            yield return parent + i;
        }
    }

    private sealed class DocumentWriter(Random random)
    {
        private readonly StringBuilder _text = new();
        private readonly StringBuilder _fragments = new();
        private int _labels;
        private int _streams;
        private int _names;

        public string Write()
        {
            _text.Append("{ node ");
            Selection(_text, 0);
            return _text.Append(" }").Append(_fragments).ToString();
        }

        private void Selection(StringBuilder text, int depth)
        {
            text.Append("{ ");
            var count = random.Next(1, 4);
            for (var i = 0; i < count; i++)
                Selected(text, depth);
            text.Append("} ");
        }

        private void Selected(StringBuilder text, int depth)
        {
            switch (depth > 4 ? 0 : random.Next(10))
            {
                case 0 or 1 or 2:
                    text.Append("abc"[random.Next(3)]).Append(' ');
                    break;
                case 3:
                    text.Append("later ");
                    break;
                case 4:
                    text.Append(random.Next(2) == 0 ? "child " : "sibling ");
                    Selection(text, depth + 1);
                    break;
                case 5:
                    var list = new[] { "children", "lateChildren", "asyncChildren" }[random.Next(3)];

                    // A list that is asked for twice may not be streamed, so each stream has a name of its own.
                    if (random.Next(2) == 0)
                        text.Append(CultureInfo.InvariantCulture, $"s{_streams++}: {list} @stream(initialCount: {random.Next(4)}) ");
                    else
                        text.Append(list).Append(' ');
                    Selection(text, depth + 1);
                    break;
                case 6:
                    text.Append(CultureInfo.InvariantCulture, $"...F{_names} {Defer()}");
                    var fragment = new StringBuilder($" fragment F{_names++} on Node ");
                    Selection(fragment, depth + 1);
                    _fragments.Append(fragment);
                    break;
                default:
                    text.Append(CultureInfo.InvariantCulture, $"... {Defer()}");
                    Selection(text, depth + 1);
                    break;
            }
        }

        private string Defer() => random.Next(4) switch
        {
            0 => "",
            1 => $"@defer(label: \"l{_labels++}\") ",
            _ => "@defer ",
        };
    }
}
