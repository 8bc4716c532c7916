using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphQL.Conformance;

/// <summary>Reads cases, a JSON object a line, and answers each with a line that carries its id.</summary>
internal static class Conversation
{
    private const int MaxDepth = 100_000;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly JsonSerializerOptions Options = new() { MaxDepth = MaxDepth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Hold(Stream input, Stream output)
    {
        var operations = new Operations();
        using var reader = new StreamReader(input, Utf8);
        using var writer = new StreamWriter(output, Utf8) { NewLine = "\n" };
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
                continue;
            writer.WriteLine(Answer(operations, line));
            writer.Flush();
        }
    }

    private static string Answer(Operations operations, string line)
    {
        JsonNode? id = null;
        JsonObject answer;
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var request = document.RootElement;
            if (request.TryGetProperty("id", out var given))
                id = JsonNode.Parse(given.GetRawText());
            answer = operations.Answer(request);
        }
        catch (Exception exception)
        {
            // A case that brings the engine down is a finding; the cases after it are still to be asked.
            answer = new JsonObject { ["crashed"] = exception.ToString() };
        }

        answer.Insert(0, "id", id);
        return answer.ToJsonString(Options);
    }
}
