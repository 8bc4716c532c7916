using System.Net;
using System.Text.RegularExpressions;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// Somebody with a browser, as far as the pages of families need one: it keeps cookies, follows redirects, and sends the forms of the page that is open.
/// Cookies that ask for HTTPS are kept too: it speaks to the platform as the proxy before it does.
/// </summary>
internal sealed partial class FamilyVisit : IDisposable
{
    private readonly Dictionary<string, string> _cookies = [];
    private readonly HttpClient _http;
    private string _page = "";

    public FamilyVisit(Uri platform) => _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = platform };

    /// <summary>What it sends with every request; null for nothing.</summary>
    public string? Cookies => _cookies.Count == 0 ? null : string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <exception cref="BenchmarkException">The page is not there.</exception>
    public Task OpenAsync(string address, CancellationToken cancellationToken) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address), cancellationToken);

    /// <summary>Sends fields as a form of the page that is open, and goes where that leads.</summary>
    /// <exception cref="BenchmarkException">They were not taken.</exception>
    public Task SubmitAsync(string address, CancellationToken cancellationToken, params (string Name, string Value)[] fields)
    {
        var values = fields.Append(("__token", Token().Match(_page).Groups[1].Value)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(values) }, cancellationToken);
    }

    /// <summary>Where the first link of the page that is open leads that begins as given and goes on to one thing.</summary>
    /// <exception cref="BenchmarkException">There is none.</exception>
    public string Link(string beginning) => Regex.Match(_page, $"href=\"({Regex.Escape(beginning)}[^\"/?#]+)\"") is { Success: true } link
        ? WebUtility.HtmlDecode(link.Groups[1].Value)
        : throw new BenchmarkException($"The page has no link to {beginning}.");

    /// <summary>The first text of the page that is open that a pattern finds.</summary>
    public string Find(Regex pattern) => pattern.Match(_page).Value;

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Cookies is { } cookies)
            request.Headers.Add("Cookie", cookies);
        using (request)
        using (var response = await _http.SendAsync(request, cancellationToken))
        {
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var before, var after] ? (before, after) : (cookie, "");
                if (value.Length > 0)
                    _cookies[name] = value;
                else
                    _cookies.Remove(name);
            }

            if (response.StatusCode == HttpStatusCode.SeeOther)
            {
                await OpenAsync(response.Headers.Location!.ToString(), cancellationToken);
                return;
            }

            if (!response.IsSuccessStatusCode)
                throw new BenchmarkException($"{request.RequestUri} was answered {(int)response.StatusCode}.");
            _page = await response.Content.ReadAsStringAsync(cancellationToken);
        }
    }

    [GeneratedRegex("name=\"__token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
