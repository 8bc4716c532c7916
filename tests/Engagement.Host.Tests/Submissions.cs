using System.Text.Json.Nodes;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Responses to the survey that <see cref="Officer"/> opens.</summary>
internal static class Submissions
{
    public static object Input(string wave, string key, string? words = null, string option = "agree") => new
    {
        waveId = wave,
        idempotencyKey = key,
        answers = new object[]
        {
            new { questionKey = Officer.Confident, optionKey = option },
            new { questionKey = Officer.Phase, optionKey = "primary" },
            new { questionKey = Officer.Better, text = words ?? "A quiet room." },
        },
    };

    /// <summary>Sends one that must be taken, and gives its receipt.</summary>
    public static Task<JsonObject> SendAsync(GraphQLClient client, string wave, string key, string? words = null) =>
        client.MutateAsync("submitResponse", Input(wave, key, words), "receipt", "reference secret submittedAt");
}
