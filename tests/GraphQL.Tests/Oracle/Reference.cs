using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tests.Shared;

namespace GraphQL.Tests.Oracle;

/// <summary>The reference implementation, in a process of its own that all tests of a class share.</summary>
public sealed class Reference : IDisposable
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1_000 };
    private readonly Process _node;

    public Reference()
    {
        if (!Directory.Exists(Path.Combine(ProjectFolder, "node_modules", "graphql")))
            throw new InvalidOperationException($"The npm packages of {ProjectFolder} are missing: run tools/test, or 'npm ci' there.");
        _node = Process.Start(new ProcessStartInfo("node", [Path.Combine(ProjectFolder, "Oracle", "oracle.js")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    /// <summary>The folder of the test project, where npm keeps its packages.</summary>
    public static string ProjectFolder { get; } = Path.Combine(Repository.Folder, "tests", "GraphQL.Tests");

    public JsonNode Ask(string ask, JsonObject question)
    {
        question["ask"] = ask;
        _node.StandardInput.WriteLine(question.ToJsonString(Options));
        _node.StandardInput.Flush();
        var answer = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The reference ended at: {question.ToJsonString(Options)}");
        return JsonNode.Parse(answer, documentOptions: new JsonDocumentOptions { MaxDepth = 1_000 })!;
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit(TimeSpan.FromSeconds(10));
        _node.Dispose();
    }
}
