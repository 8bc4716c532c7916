namespace Engagement.Web.Developers;

/// <summary>What lies in <c>examples/webhooks</c> and <c>schema/webhooks</c>, as it stands there: tests run it.</summary>
internal static class WebhookExample
{
    /// <summary>What is sent, for example.</summary>
    public static string Body { get; } = Read("entry.published.sample.json");

    /// <summary>A whole receiver.</summary>
    public static string Node { get; } = Read("receive.mjs");

    /// <summary>The check of a signature.</summary>
    public static string CSharp { get; } = Read("WebhookSignature.cs");

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(WebhookExample).Assembly.GetManifestResourceStream($"webhooks/{name}")!);
        return reader.ReadToEnd().Trim();
    }
}
