namespace Engagement.Web.Emails;

/// <summary>Where the links of messages lead. Each holds what only the message brings to somebody.</summary>
internal static class EmailLinks
{
    public const string All = "/e-mail";

    public static string Choices(string token) => $"{All}/{Uri.EscapeDataString(token)}";

    public static string Stop(string token) => $"{Choices(token)}/stop";

    public static string Confirm(string token) => $"{All}/confirm/{Uri.EscapeDataString(token)}";

    public static string Answer(string token) => $"{All}/answer/{Uri.EscapeDataString(token)}";
}
