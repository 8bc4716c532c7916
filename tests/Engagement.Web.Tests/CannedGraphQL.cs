using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Web.Documents;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Tests;

/// <summary>Answers each operation with JSON of the agreed schema. The pages are what is under test here; the real API is met in the end-to-end tests.</summary>
internal sealed partial class CannedGraphQL : IEngagementGraphQL
{
    private readonly Dictionary<string, Func<JsonElement, string>> _replies = new(StringComparer.Ordinal);

    /// <summary>Every operation that was executed, oldest first, with its variables.</summary>
    public List<(string Operation, JsonElement Variables)> Executed { get; } = [];

    public CannedGraphQL Reply(string operation, string json) => Reply(operation, _ => json);

    public CannedGraphQL Reply(string operation, Func<JsonElement, string> json)
    {
        _replies[operation] = json;
        return this;
    }

    public CannedGraphQL Data(string operation, string data) => Reply(operation, $$"""{ "data": {{data}} }""");

    public CannedGraphQL Fail(string operation, string code) =>
        Reply(operation, $$"""{ "data": null, "errors": [{ "message": "It went wrong.", "extensions": { "code": "{{code}}" } }] }""");

    public JsonElement LastInput(string operation) => Executed.Last(e => e.Operation == operation).Variables.GetProperty("input");

    public Task<GraphQLReply> ExecuteAsync(string document, object? variables, HttpContext context, CancellationToken ct)
    {
        var operation = OperationName().Match(document).Groups[1].Value;
        var sent = JsonSerializer.SerializeToElement(variables ?? new { });
        Executed.Add((operation, sent));
        return _replies.TryGetValue(operation, out var reply)
            ? Task.FromResult(GraphQLReply.Parse(Encoding.UTF8.GetBytes(reply(sent))))
            : throw new InvalidOperationException($"No reply is set for the operation {operation}.");
    }

    [GeneratedRegex(@"^(?:query|mutation)\s+(\w+)")]
    private static partial Regex OperationName();
}
