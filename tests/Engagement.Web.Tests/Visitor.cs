using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Engagement.Web.Tests;

/// <summary>Someone with a browser: follows links, fills in the forms that the pages hold, keeps cookies, and runs no script.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(HttpMessageHandler server, CookieContainer cookies)
    {
        Cookies = cookies;
        _client = new HttpClient(new CookieContainerHandler(cookies) { InnerHandler = server }) { BaseAddress = new Uri("http://localhost") };
    }

    public CookieContainer Cookies { get; }

    /// <summary>The address of the page that is open.</summary>
    public string Address { get; private set; } = "";

    public HttpResponseMessage Response { get; private set; } = new();

    public IHtmlDocument Document { get; private set; } = Parse("");

    public string Html { get; private set; } = "";

    public string Heading => Text("h1");

    public string Text(string selector) => Normal(Document.QuerySelector(selector)?.TextContent ?? "");

    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(e => Normal(e.TextContent))];

    public IReadOnlyList<string> Problems => Texts(".govuk-error-summary__list li");

    public async Task<Visitor> OpenAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        await ReceiveAsync(request);
        return this;
    }

    /// <summary>Presses a button of the page, with some fields of its form filled in.</summary>
    public async Task<Visitor> PressAsync(string button, params (string Field, string Value)[] filledIn)
    {
        var pressed = Document.QuerySelectorAll<IHtmlButtonElement>("button").FirstOrDefault(b => Normal(b.TextContent) == button)
            ?? throw new InvalidOperationException($"The page has no button '{button}'. It has: {string.Join(", ", Texts("button"))}");
        var fields = FieldsOf(pressed.Form!);
        if (pressed.Name is { Length: > 0 } name)
            fields[name] = pressed.Value;
        foreach (var (field, value) in filledIn)
            fields[field] = value;
        return await PostAsync(pressed.Form!.GetAttribute("action")!, fields);
    }

    public async Task<Visitor> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        await ReceiveAsync(request);
        return this;
    }

    /// <summary>Sends what a form with a file holds, and reads what comes; nothing is followed.</summary>
    public async Task SendAndReadAsync(string address, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        Response = await _client.SendAsync(request);
    }

    /// <summary>One request and its answer as they are on the wire; the open page stays.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    public void Dispose() => _client.Dispose();

    public static Dictionary<string, string> FieldsOf(IHtmlFormElement form)
    {
        var fields = new Dictionary<string, string>();
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]"))
        {
            if (input.Type is not ("radio" or "checkbox") || input.IsChecked)
                fields[input.Name!] = input.Value;
        }

        foreach (var area in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea"))
            fields[area.Name!] = area.Value;
        foreach (var select in form.QuerySelectorAll<IHtmlSelectElement>("select"))
            fields[select.Name!] = select.Value ?? "";
        return fields;
    }

    private async Task ReceiveAsync(HttpRequestMessage request)
    {
        Response = await _client.SendAsync(request);
        Address = request.RequestUri!.ToString().Replace("http://localhost", "", StringComparison.Ordinal);
        Html = await Response.Content.ReadAsStringAsync();
        Document = Parse(Html);
        if (Response.Content.Headers.ContentType?.MediaType == "text/html" && !IsFragment(Address))
            TheMarkup.Seen.Add(Address, Html);
        if (Response.StatusCode is HttpStatusCode.SeeOther)
            await OpenAsync(Response.Headers.Location!.ToString());
    }

    /// <summary>A part that a script asks for, of a page that stays.</summary>
    private static bool IsFragment(string address)
    {
        var path = address.Split('?')[0];
        return path.EndsWith("/fragment", StringComparison.Ordinal) || path.EndsWith("/parts", StringComparison.Ordinal);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string Normal(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
