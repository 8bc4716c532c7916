namespace Engagement.Common;

public static class WebAddress
{
    /// <summary>Only http and https: a published link must never run a script.</summary>
    public static bool IsValid(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && address.Length <= 2_000;

    public static Refusal Invalid(string field) => new("URL_INVALID", "Enter a web address that starts with https://", field);
}
