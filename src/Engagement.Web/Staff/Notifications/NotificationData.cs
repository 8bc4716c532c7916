namespace Engagement.Web.Staff.Notifications;

/// <summary>A kind of message that people may be sent.</summary>
public sealed record NotificationTemplate(string Kind, string Title, string SentWhen, string SentTo, IReadOnlyList<string> Audiences)
{
    public bool IsForStaffOnly => Audiences is [NotificationVariant.Staff];

    /// <summary>Its name in addresses.</summary>
    public string Slug => Kind.ToLowerInvariant().Replace('_', '-');
}

/// <summary>How sending goes.</summary>
public sealed record NotificationDelivery(int Waiting, int Sent, int Failed, int Refused);

/// <summary>A message as it would be sent.</summary>
public sealed record NotificationPreview(string Subject, string Text, string Html, IReadOnlyList<string> OwnWords);

/// <summary>In whose words, and in which language, somebody wants to see a message.</summary>
/// <param name="Audience">The audience's name in the API.</param>
/// <param name="Language">The code of a language.</param>
public sealed record NotificationVariant(string Audience, string Language)
{
    public const string Families = "FAMILIES";
    public const string YoungPeople = "YOUNG_PEOPLE";

    public const string Staff = "STAFF";

    public bool IsEasyRead => Audience == YoungPeople;
}
