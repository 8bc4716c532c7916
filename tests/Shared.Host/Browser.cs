using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Tests.Shared.Hosting;

/// <summary>
/// Somebody with a browser, as far as signing in needs one: it keeps cookies, follows redirects, and sends the forms of the page that is open. Cookies
/// that ask for HTTPS are kept too: the tests speak to the platform as the proxy before it does.
/// </summary>
public sealed partial class Browser(Uri platform, string? userAgent = null) : IDisposable
{
    private const int MostRedirects = 10;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = platform };
    private readonly Uri _platform = platform;
    private readonly List<string> _setCookies = [];
    private readonly Dictionary<(string Authority, string Name), string> _cookies = [];

    /// <summary>The address that is open.</summary>
    public Uri Address { get; private set; } = platform;

    public HttpStatusCode Status { get; private set; }

    /// <summary>After what time the page says it may be asked for again; null where it does not.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>The page that is open.</summary>
    public string Page { get; private set; } = "";

    /// <summary>What the last answers said of cookies, redirects included.</summary>
    public IReadOnlyList<string> SetCookies => _setCookies;

    /// <summary>Where it goes no further; null for nowhere.</summary>
    public Func<Uri, bool>? StopBefore { get; set; }

    /// <summary>Where it was sent when it stopped.</summary>
    public Uri? Next { get; private set; }

    public string Heading => WebUtility.HtmlDecode(HeadingPattern().Match(Page).Groups[1].Value).Trim();

    /// <summary>The platform's cookies, as a header carries them.</summary>
    public string Cookies => CookiesOf(_platform);

    public string? Cookie(string name) => _cookies.GetValueOrDefault((_platform.Authority, name));

    /// <summary>Puts a cookie there, as somebody might who can write to the browser.</summary>
    public void Plant(string name, string value) => _cookies[(_platform.Authority, name)] = value;

    public Task<Browser> OpenAsync(string address) => SendAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(_platform, address)));

    /// <summary>Sends a form of the page that is open, with its token.</summary>
    public Task<Browser> SubmitAsync(string address, params (string Name, string Value)[] fields) =>
        PostAsync(address, [.. fields, ("__token", TokenPattern().Match(Page).Groups[1].Value)]);

    /// <summary>Sends fields as they are.</summary>
    public Task<Browser> PostAsync(string address, params (string Name, string Value)[] fields) => SendAsync(() => new HttpRequestMessage(HttpMethod.Post, new Uri(_platform, address))
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    /// <summary>Signs in as a role, as one may in development.</summary>
    public async Task<Browser> BeAsync(string role, string? name = null)
    {
        await OpenAsync("/sign-in");
        return await SubmitAsync("/sign-in", ("role", role), ("name", name ?? ""), ("_return", "/sign-in/sessions"));
    }

    public void Dispose() => _client.Dispose();

    private async Task<Browser> SendAsync(Func<HttpRequestMessage> create)
    {
        _setCookies.Clear();
        var request = create();
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var address = request.RequestUri!;
            request.Headers.TryAddWithoutValidation("Cookie", CookiesOf(address));
            if (userAgent is not null)
                request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
            using var response = await _client.SendAsync(request);
            request.Dispose();
            Keep(address, response);
            (Address, Status, RetryAfter) = (address, response.StatusCode, response.Headers.RetryAfter?.Delta);
            Page = await response.Content.ReadAsStringAsync();
            if (response.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther))
                return this;
            Next = new Uri(address, response.Headers.Location!);
            if (StopBefore?.Invoke(Next) == true)
                return this;
            request = new HttpRequestMessage(HttpMethod.Get, Next);
        }

        throw new InvalidOperationException($"There is no end to the redirects at {Address}.");
    }

    private string CookiesOf(Uri address) =>
        string.Join("; ", _cookies.Where(cookie => cookie.Key.Authority == address.Authority).Select(cookie => $"{cookie.Key.Name}={cookie.Value}"));

    private void Keep(Uri address, HttpResponseMessage response)
    {
        foreach (var header in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            _setCookies.Add(header);
            var (name, value) = header.Split(';')[0].Split('=', 2) is [var before, var after] ? (before, after) : (header, "");
            if (value.Length == 0 || IsOver(header))
                _cookies.Remove((address.Authority, name));
            else
                _cookies[(address.Authority, name)] = value;
        }
    }

    private static bool IsOver(string cookie) =>
        Expires().Match(cookie) is { Success: true } match && DateTimeOffset.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) <= DateTimeOffset.UtcNow;

    [GeneratedRegex("; expires=([^;]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Expires();

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex("name=\"__token\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();
}
