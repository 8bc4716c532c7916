using System.Text.Json.Nodes;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>What the holder of a receipt sees.</summary>
internal static class Tracking
{
    /// <summary>The steps that what was said has been through, in order.</summary>
    public static async Task<IReadOnlyList<string>> StepsAsync(GraphQLClient client, JsonObject receipt)
    {
        var data = await client.DataAsync(
            "query($reference: String!, $secret: String!) { journey(reference: $reference, secret: $secret) { steps { kind at } } }",
            new { reference = receipt["reference"]!.GetValue<string>(), secret = receipt["secret"]!.GetValue<string>() });
        return [.. data["journey"]!["steps"]!.AsArray().Where(step => step!["at"] is not null).Select(step => step!["kind"]!.GetValue<string>())];
    }
}
