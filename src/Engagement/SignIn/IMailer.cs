namespace Engagement.SignIn;

/// <summary>Sends e-mail. The host supplies it.</summary>
public interface IMailer
{
    Task SendAsync(string to, string subject, string text, CancellationToken cancellationToken);
}

internal sealed class NoMailer : IMailer
{
    public Task SendAsync(string to, string subject, string text, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("No mail server is configured: set Smtp:Host.");
}
