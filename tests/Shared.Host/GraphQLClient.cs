using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tests.Shared.Hosting;

/// <summary>A GraphQL client as plain as can be: documents and variables in, JSON out.</summary>
public sealed class GraphQLClient(HttpClient http, string? role)
{
    /// <summary>Sends a document and gives its whole answer.</summary>
    public async Task<JsonObject> SendAsync(string document, object? variables = null, string address = "/graphql")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(new { query = document, variables }, options: JsonSerializerOptions.Web),
        };
        if (role is not null)
            request.Headers.Add("Authorization", $"Development {role}");
        using var response = await http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())?.AsObject()
            ?? throw new InvalidOperationException($"The answer with status {(int)response.StatusCode} has no content.");
    }

    /// <summary>Sends a document that must succeed, and gives its data.</summary>
    public async Task<JsonObject> DataAsync(string document, object? variables = null)
    {
        var answer = await SendAsync(document, variables);
        return answer["errors"] is null
            ? answer["data"]!.AsObject()
            : throw new InvalidOperationException($"The document was answered with errors: {answer["errors"]}");
    }

    /// <summary>
    /// Runs one mutation, named as in the schema, that must be carried out, and gives the selected fields of what it changed.
    /// </summary>
    public async Task<JsonObject> MutateAsync(string mutation, object input, string thing, string selection = "id version")
    {
        var payload = await PayloadAsync(mutation, input, $"{thing} {{ {selection} }}");
        return payload["errors"] is not JsonArray { Count: > 0 } errors
            ? payload[thing]!.AsObject()
            : throw new InvalidOperationException($"{mutation} was refused: {errors}");
    }

    /// <summary>Runs one mutation that must be refused, and gives the error.</summary>
    public async Task<Refused> RefusedAsync(string mutation, object input)
    {
        var payload = await PayloadAsync(mutation, input, "");
        var error = payload["errors"]?.AsArray().SingleOrDefault()
            ?? throw new InvalidOperationException($"{mutation} was carried out, and should have been refused.");
        return error.Deserialize<Refused>(JsonSerializerOptions.Web)!;
    }

    private async Task<JsonObject> PayloadAsync(string mutation, object input, string selection)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var data = await DataAsync(
            $$"""
            mutation($input: {{type}}Input!) {
              payload: {{mutation}}(input: $input) {
                {{selection}}
                errors { __typename ... on Error { message code field } }
              }
            }
            """,
            new { input });
        return data["payload"]!.AsObject();
    }
}

/// <summary>Why a mutation was refused.</summary>
public sealed record Refused(string Code, string Message, string? Field);
