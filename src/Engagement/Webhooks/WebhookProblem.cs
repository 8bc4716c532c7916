using System.Text.Json.Serialization;

namespace Engagement.Webhooks;

/// <summary>Why something was not taken.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WebhookProblem>))]
public enum WebhookProblem
{
    /// <summary>It was answered with another status than 2xx.</summary>
    Refused,

    /// <summary>It was answered with 410: there is nobody there any more.</summary>
    Gone,

    /// <summary>It was answered with another address, which is not followed.</summary>
    Redirected,

    /// <summary>It was not answered within ten seconds.</summary>
    TooSlow,

    /// <summary>The name in the address is not known.</summary>
    NameUnknown,

    /// <summary>The address leads into a private network, which is not asked.</summary>
    AddressNotAllowed,

    /// <summary>No connection could be made that is safe: the certificate is not good.</summary>
    NotSecure,

    /// <summary>No connection could be made, or it was cut off.</summary>
    Unreachable,

    /// <summary>It took a test whose signature was not ours, too: it does not look.</summary>
    SignatureNotChecked,

    /// <summary>The platform itself could not go through with it, again and again for a day.</summary>
    Interrupted,
}
