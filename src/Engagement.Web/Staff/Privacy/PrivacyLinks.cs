namespace Engagement.Web.Staff.Privacy;

/// <summary>The addresses of those who answer for people's privacy.</summary>
internal static class PrivacyLinks
{
    public const string Erasure = $"{Links.Staff}/privacy/erasure";
    public const string AccessLog = $"{Links.Staff}/privacy/access-log";
    public const string Retention = $"{Links.Staff}/privacy/retention";
    public const string Sessions = $"{Links.Staff}/privacy/sessions";
    public const string Keys = $"{Links.Staff}/privacy/keys";
    public const string NewKey = $"{Keys}/new";

    public static string ErasureCase(string id, string? done = null) => Links.With($"{Erasure}/{Uri.EscapeDataString(id)}", ("done", done));

    public static string Decide(string id) => $"{ErasureCase(id)}/decide";

    public static string Destroy(string id) => $"{ErasureCase(id)}/destroy";

    public static string Revoke(string id) => $"{Keys}/{Uri.EscapeDataString(id)}/revoke";
}
