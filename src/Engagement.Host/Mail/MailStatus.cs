using MailKit.Net.Smtp;

namespace Engagement.Host.Mail;

/// <summary>What a mail server says of a message, by its code: an enhanced one (RFC 3463) such as 5.1.1 or else the plain one, such as 550. It names nobody.</summary>
internal sealed record MailStatus(string Code)
{
    private const int Longest = 11;

    /// <summary>
    /// Whether the mailbox will not take the next one either: there is no such mailbox, domain or address, it has moved, its domain takes no mail (RFC 7505), or it is
    /// closed. All else may as well be said of this message, of the way or of our own server, such as a bare 550, 5.1.0, 5.4 and 5.7, and silences nobody for good.
    /// </summary>
    public bool IsMailboxGone => Code is "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10" or "5.2.1";

    /// <summary>Null where the words are no code.</summary>
    public static MailStatus? Read(string words) =>
        words.Trim().Split(' ')[0] is { Length: > 0 and <= Longest } code && code.Split('.') is { Length: 3 } numbers && numbers.All(number => number.Length > 0 && number.All(char.IsAsciiDigit))
            ? new MailStatus(code)
            : null;

    public static MailStatus Of(SmtpCommandException refused) => Read(refused.Message) ?? new MailStatus($"{(int)refused.StatusCode}");
}
