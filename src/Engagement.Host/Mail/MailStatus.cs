using MailKit.Net.Smtp;

namespace Engagement.Host.Mail;

/// <summary>What a mail server says of a message, by its code: an enhanced one (RFC 3463) such as 5.1.1 or else the plain one, such as 550. It names nobody.</summary>
internal sealed record MailStatus(string Code)
{
    private const int Longest = 11;

    /// <summary>
    /// Whether the mailbox will not take the next one either. A mailbox that is full (5.2.2), and a message that somebody's rules do not let through (5.7),
    /// our own server's among them, say nothing of the next one.
    /// </summary>
    public bool IsMailboxGone => Code.StartsWith('5') && Code != "5.2.2" && !Code.StartsWith("5.7.", StringComparison.Ordinal);

    /// <summary>Null where the words are no code.</summary>
    public static MailStatus? Read(string words) =>
        words.Trim().Split(' ')[0] is { Length: > 0 and <= Longest } code && code.Split('.') is { Length: 3 } numbers && numbers.All(number => number.Length > 0 && number.All(char.IsAsciiDigit))
            ? new MailStatus(code)
            : null;

    public static MailStatus Of(SmtpCommandException refused) => Read(refused.Message) ?? new MailStatus($"{(int)refused.StatusCode}");
}
