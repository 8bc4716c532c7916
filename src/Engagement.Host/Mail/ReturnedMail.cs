using MimeKit;

namespace Engagement.Host.Mail;

/// <summary>A message that did not arrive, as a mail service tells of it after it took it.</summary>
/// <param name="MessageId">The id that we gave it.</param>
/// <param name="Reason">A status code, which names nobody.</param>
/// <param name="IsForGood">Whether the mailbox will not take the next one either.</param>
internal sealed record ReturnedMail(string MessageId, string Reason, bool IsForGood)
{
    private const string Action = "Action";

    /// <summary>
    /// From a delivery status notification (RFC 3464). Null for any other mail: an answer of a person, a machine that says somebody is away, or that it is
    /// only late.
    /// </summary>
    public static ReturnedMail? Read(Stream mail)
    {
        if (Parse(mail)?.Body is not MultipartReport report || report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } delivery || IdOf(report) is not { } id)
            return null;

        // What is said of the message comes first, then what is said of each recipient: we write to one.
        var recipient = delivery.StatusGroups.FirstOrDefault(group => group.Contains(Action));
        return recipient?[Action] is { } action
            && action.Trim().Equals("failed", StringComparison.OrdinalIgnoreCase)
            && MailStatus.Read(recipient["Status"] ?? "") is { } status
                ? new ReturnedMail(id.Split('@')[0], status.Code, status.IsMailboxGone)
                : null;
    }

    private static MimeMessage? Parse(Stream mail)
    {
        try
        {
            return MimeMessage.Load(mail);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>From the message that comes back; some servers send its headers only.</summary>
    private static string? IdOf(MultipartReport report) =>
        report.OfType<MessagePart>().Select(part => part.Message?.MessageId).FirstOrDefault(id => id is { Length: > 0 });
}
