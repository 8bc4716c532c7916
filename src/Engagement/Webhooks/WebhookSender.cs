using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Engagement.Webhooks;

/// <summary>
/// Asks the addresses of webhooks. Whoever names an address must not reach with it what only this machine can, so it is looked at where the connection is
/// made: a name that leads elsewhere than when it was looked up before gains nothing. Redirects are not followed, and nothing of an answer but its status is kept.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    private const int MostOfAnswer = 1_024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly WebhookOptions _options;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly HttpClient _client;

    public WebhookSender(WebhookOptions options) : this(options, Dns.GetHostAddressesAsync)
    {
    }

    internal WebhookSender(WebhookOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        (_options, _resolve) = (options, resolve);
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = ConnectAsync,
            AllowAutoRedirect = false,
            // A proxy would look the name up by itself.
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends a body once.</summary>
    public async Task<WebhookOutcome> SendAsync(
        Uri address, string id, DateTimeOffset at, string signature, string body, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            if (!_options.AllowHttp && address.Scheme != Uri.UriSchemeHttps)
                return Outcome(null, WebhookProblem.AddressNotAllowed);

            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            };
            request.Headers.Add("webhook-id", id);
            request.Headers.Add("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("webhook-signature", signature);
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Engagement-Webhooks", "1"));
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            await LetGoAsync(response, limit.Token);
            var status = (int)response.StatusCode;
            return Outcome(status, status switch
            {
                >= 200 and < 300 => null,
                >= 300 and < 400 => WebhookProblem.Redirected,
                410 => WebhookProblem.Gone,
                _ => WebhookProblem.Refused,
            });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Outcome(null, WebhookProblem.TooSlow);
        }
        catch (HttpRequestException failure)
        {
            return Outcome(null, ProblemOf(failure));
        }

        WebhookOutcome Outcome(int? status, WebhookProblem? problem) => new(status, problem, Stopwatch.GetElapsedTime(begun));
    }

    public void Dispose() => _client.Dispose();

    // A short answer is read to its end, so that the connection can be used again; a long one is cut off.
    private static async Task LetGoAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var answer = await response.Content.ReadAsStreamAsync(cancellationToken);
            await answer.ReadAtLeastAsync(new byte[MostOfAnswer], MostOfAnswer, throwOnEndOfStream: false, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException)
        {
            // It was answered: the status has come.
        }
    }

    private static WebhookProblem ProblemOf(HttpRequestException failure) => failure switch
    {
        { InnerException: AddressNotAllowedException } => WebhookProblem.AddressNotAllowed,
        { HttpRequestError: HttpRequestError.NameResolutionError } or { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } =>
            WebhookProblem.NameUnknown,
        { HttpRequestError: HttpRequestError.SecureConnectionError } => WebhookProblem.NotSecure,
        _ => WebhookProblem.Unreachable,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await _resolve(context.DnsEndPoint.Host, cancellationToken);
        // One that is not public suffices: which of them is taken would be chance.
        if (!_options.AllowPrivateAddresses && !addresses.All(PublicAddress.Is))
            throw new AddressNotAllowedException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class AddressNotAllowedException() : IOException("The address leads into a private network.");
}
