using System.Globalization;
using Engagement.SignIn;

namespace Engagement.Host.Mail;

/// <summary>Writes e-mail into a folder, for development without a mail server: what has a page, as a page beside the text.</summary>
internal sealed class FolderMailer(MailSettings settings, TimeProvider clock) : IMailer
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.Folder!);
        var file = Path.Combine(settings.Folder!, string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyyMMdd-HHmmss-fff}-{Guid.NewGuid():N}"));
        if (mail.Html is { } html)
            await File.WriteAllTextAsync($"{file}.html", html, cancellationToken);
        var stop = mail.Stop is { } address ? $"List-Unsubscribe: <{address.AbsoluteUri}>\n" : "";
        await File.WriteAllTextAsync($"{file}.txt", $"To: {mail.To}\nSubject: {mail.Subject}\n{stop}\n{mail.Text}\n", cancellationToken);
    }
}
