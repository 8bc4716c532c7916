using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Engagement.Webhooks;

/// <summary>
/// Asks the addresses of webhooks. Whoever names an address must not reach with it what only this machine can, so it is looked at where the connection is
/// made: a name that leads elsewhere than when it was looked up before gains nothing. Redirects are not followed. Of an answer its status is kept and, where
/// only the public internet can have given it, how it begins and where it sends whoever asks.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    private const int MostOfAnswer = 1_024;
    private const int LongestAnswer = 500;
    private const int LongestRedirect = 200;

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
            if (address.Scheme != Uri.UriSchemeHttps && !_options.AllowsHttpTo(address))
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
            var answer = await AnswerAsync(response, limit.Token);
            var status = (int)response.StatusCode;
            var problem = status switch
            {
                >= 200 and < 300 => (WebhookProblem?)null,
                >= 300 and < 400 => WebhookProblem.Redirected,
                410 => WebhookProblem.Gone,
                _ => WebhookProblem.Refused,
            };
            return Outcome(status, problem) with { Answer = answer, RedirectedTo = problem is WebhookProblem.Redirected ? RedirectOf(address, response) : null };
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
    private async Task<string?> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var answer = await response.Content.ReadAsStreamAsync(cancellationToken);
            var bytes = new byte[MostOfAnswer];
            var count = await answer.ReadAtLeastAsync(bytes, MostOfAnswer, throwOnEndOfStream: false, cancellationToken);
            return _options.AllowPrivateAddresses || !IsText(response.Content.Headers.ContentType) ? null : TextOf(bytes.AsSpan(0, count));
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException)
        {
            // It was answered: the status has come.
            return null;
        }
    }

    // Without its query, which may hold a secret of the receiver's. An address has no other characters than those that can be shown.
    private string? RedirectOf(Uri address, HttpResponseMessage response)
    {
        if (_options.AllowPrivateAddresses || response.Headers.Location is not { } location || !Uri.TryCreate(address, location, out var target) || !IsWeb(target))
            return null;
        var shown = $"{target.Scheme}://{target.IdnHost}{(target.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{target.Port}"))}{target.AbsolutePath}";
        return shown.Length > LongestRedirect ? $"{shown[..LongestRedirect]}…" : shown;
    }

    private static bool IsWeb(Uri target) => target.Scheme == Uri.UriSchemeHttps || target.Scheme == Uri.UriSchemeHttp;

    private static bool IsText(MediaTypeHeaderValue? type) =>
        type?.MediaType is not { } name
        || name.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("json", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>How it begins, in characters that can be stored and shown.</summary>
    private static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(LongestAnswer);
        foreach (var rune in Encoding.UTF8.GetString(bytes).EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength > LongestAnswer)
                break;
            text.Append(Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') ? " " : rune.ToString());
        }

        return text.ToString().Trim() is { Length: > 0 } shown ? shown : null;
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
        var isThisMachine = context.InitialRequestMessage.RequestUri is { } asked && _options.IsThisMachine(asked);
        if (!_options.AllowPrivateAddresses && !addresses.All(address => PublicAddress.Is(address) || (isThisMachine && IPAddress.IsLoopback(address))))
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
