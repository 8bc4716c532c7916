namespace Engagement.Host.Mail;

/// <summary>A message that did not arrive, as a mail server tells of it in a delivery status notification (RFC 3464).</summary>
/// <param name="MessageId">The id that we gave it.</param>
/// <param name="Reason">A status code, which names nobody.</param>
/// <param name="IsForGood">Whether the mailbox will not take the next one either.</param>
internal sealed record ReturnedMail(string MessageId, string Reason, bool IsForGood)
{
    private const int LongestReason = 20;

    /// <summary>Null for any other mail: an answer of a person, a machine that says somebody is away, or that it is only late.</summary>
    public static ReturnedMail? Read(string mail)
    {
        var (head, body) = Split(mail.ReplaceLineEndings("\n"));
        if (head.GetValueOrDefault("content-type") is not { } type
            || !type.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase)
            || ParameterOf(type, "boundary") is not { Length: > 0 } boundary)
        {
            return null;
        }

        string? action = null, status = null, id = null;
        foreach (var part in body.Split($"--{boundary}").Skip(1).Select(text => Split(text.TrimStart('\n'))))
        {
            switch (part.Head.GetValueOrDefault("content-type", "").Split(';')[0].Trim().ToLowerInvariant())
            {
                case "message/delivery-status":
                    // What is said of the message, and after an empty line of each recipient: we write to one.
                    foreach (var fields in part.Body.Split("\n\n").Select(block => Split(block).Head))
                    {
                        action ??= fields.GetValueOrDefault("action");
                        status ??= fields.GetValueOrDefault("status");
                    }

                    break;
                case "message/rfc822" or "text/rfc822-headers":
                    id = Split(part.Body.TrimStart('\n')).Head.GetValueOrDefault("message-id");
                    break;
            }
        }

        return string.Equals(action, "failed", StringComparison.OrdinalIgnoreCase) && status is { Length: <= LongestReason } && id is not null
            ? new ReturnedMail(id.Trim('<', '>').Split('@')[0], status, IsMailboxGone(status))
            : null;
    }

    // A mailbox that is full (5.2.2) and a message that somebody's rules do not like (5.7) say nothing of the next one.
    private static bool IsMailboxGone(string status) =>
        status.StartsWith("5.", StringComparison.Ordinal) && status != "5.2.2" && !status.StartsWith("5.7.", StringComparison.Ordinal);

    private static (Dictionary<string, string> Head, string Body) Split(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        foreach (var line in (end < 0 ? text : text[..end]).Split('\n'))
        {
            if (line is [' ' or '\t', ..] && last is not null)
                head[last] += $" {line.Trim()}";
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                head.TryAdd(last = line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return (head, end < 0 ? "" : text[(end + 2)..]);
    }

    private static string? ParameterOf(string type, string name) => type.Split(';').Skip(1)
        .Select(parameter => parameter.Split('=', 2))
        .Where(parameter => parameter.Length == 2 && parameter[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(parameter => parameter[1].Trim().Trim('"'))
        .FirstOrDefault();
}
