using System.Globalization;
using System.Net.Mail;

namespace Engagement.SignIn;

/// <summary>An e-mail address as it is looked up: however it was typed, one mailbox is one address.</summary>
public static class EmailAddress
{
    private const int Longest = 254;

    /// <summary>The address; null when the text is none.</summary>
    public static string? Normalise(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length > Longest || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || !MailAddress.TryCreate(text, out var address) || address.Address != text)
            return null;

        try
        {
            var host = new IdnMapping().GetAscii(address.Host);
            return host.Contains('.', StringComparison.Ordinal) ? $"{address.User}@{host}".ToLowerInvariant() : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>So much of an address that whoever knows it knows it again: its first letter, and what stands after the @.</summary>
    public static string? Hint(string? address) => address?.Split('@') is [{ Length: > 0 } user, var host] ? $"{user[0]}…@{host}" : null;
}
