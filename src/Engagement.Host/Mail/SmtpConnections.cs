using System.Collections.Concurrent;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Engagement.Host.Mail;

/// <summary>
/// The connections to the mail server, each for one message at a time. They are kept for the next message, because a greeting, an encryption and a sign-in
/// cost more than the message does; and not for long, because servers count them.
/// </summary>
internal sealed class SmtpConnections : IAsyncDisposable
{
    private const int PortOfTls = 465;

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly MailSettings _settings;
    private readonly ConcurrentStack<SmtpClient> _idle = new();
    private readonly ITimer _sweep;

    public SmtpConnections(MailSettings settings, TimeProvider clock)
    {
        _settings = settings;
        _sweep = clock.CreateTimer(_ => _ = CloseIdleAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var connection = await TakeAsync(cancellationToken);
        try
        {
            await connection.SendAsync(message, cancellationToken);
        }
        catch (SmtpCommandException) when (connection.IsConnected)
        {
            // It said no to this one and waits for the next.
            Keep(connection);
            throw;
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        Keep(connection);
    }

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        await CloseIdleAsync();
    }

    private async Task<SmtpClient> TakeAsync(CancellationToken cancellationToken)
    {
        while (_idle.TryPop(out var idle))
        {
            try
            {
                // The server may have closed it meanwhile, and a message must not be the one to find out: whether it arrived would be unknown.
                await idle.NoOpAsync(cancellationToken);
                return idle;
            }
            catch
            {
                idle.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return await OpenAsync(cancellationToken);
    }

    private async Task<SmtpClient> OpenAsync(CancellationToken cancellationToken)
    {
        // Where revocations are listed is often out of reach of a server behind a firewall, and then no message would go out.
        var connection = new SmtpClient { CheckCertificateRevocation = false };
        // A message of more than 4 KB goes in pieces, and without this each would wait for the server to acknowledge the one before: 40 ms.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(_settings.Host!, _settings.Port, cancellationToken);
            await connection.ConnectAsync(socket, _settings.Host!, _settings.Port, Encryption(), cancellationToken);
            if (_settings.User is { Length: > 0 } user)
                await connection.AuthenticateAsync(user, _settings.Password ?? "", cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            socket.Dispose();
            throw;
        }
    }

    private SecureSocketOptions Encryption() => _settings.Port == PortOfTls
        ? SecureSocketOptions.SslOnConnect
        : _settings.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None;

    private void Keep(SmtpClient connection)
    {
        _idle.Push(connection);
        _sweep.Change(Kept, Timeout.InfiniteTimeSpan);
    }

    private async Task CloseIdleAsync()
    {
        while (_idle.TryPop(out var idle))
        {
            using (idle)
                await idle.DisconnectAsync(quit: true).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
