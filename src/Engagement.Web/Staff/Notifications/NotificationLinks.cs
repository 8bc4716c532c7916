namespace Engagement.Web.Staff.Notifications;

/// <summary>The addresses of the messages that people are sent.</summary>
internal static class NotificationLinks
{
    public const string All = $"{Links.Staff}/notifications";

    public static string Of(string kind, string? audience = null, string? language = null) => Links.With($"{All}/{kind}", ("audience", audience), ("language", language));

    /// <summary>The message alone, as it is sent.</summary>
    public static string Letter(string kind, string? audience, string? language) => Links.With($"{All}/{kind}/letter", ("audience", audience), ("language", language));
}
