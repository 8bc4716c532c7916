using System.Globalization;
using Engagement.SignIn;

namespace Engagement.Host.Mail;

/// <summary>Writes e-mail into a folder, for development without a mail server.</summary>
internal sealed class FolderMailer(MailSettings settings, TimeProvider clock) : IMailer
{
    public async Task SendAsync(string to, string subject, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.Folder!);
        var file = Path.Combine(settings.Folder!, string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyyMMdd-HHmmss-fff}-{Guid.NewGuid():N}.txt"));
        await File.WriteAllTextAsync(file, $"To: {to}\nSubject: {subject}\n\n{text}\n", cancellationToken);
    }
}
