using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Tests.Shared;

/// <summary>What is sent, and to where.</summary>
public sealed class RequestExpression
{
    private readonly Scenario _scenario;
    private readonly HttpMethod _method;
    private Func<HttpContent>? _content;

    internal RequestExpression(Scenario scenario, HttpMethod method)
    {
        _scenario = scenario;
        _method = method;
    }

    /// <summary>Sends the value as JSON with camel-cased names.</summary>
    public RequestExpression Json<T>(T value)
    {
        _content = () => JsonContent.Create(value, options: JsonSerializerOptions.Web);
        return this;
    }

    /// <summary>Sends the text just as it is, for a body that no serializer would write.</summary>
    public RequestExpression Text(string text, string mediaType = "text/plain")
    {
        _content = () => new StringContent(text, Encoding.UTF8, mediaType);
        return this;
    }

    /// <summary>Sends what a browser sends for a form without files.</summary>
    public RequestExpression FormData(IEnumerable<KeyValuePair<string, string>> fields)
    {
        _content = () => new FormUrlEncodedContent(fields);
        return this;
    }

    public Scenario Url(string url)
    {
        _scenario.Send(_method, url, _content);
        return _scenario;
    }

    public Scenario ToUrl(string url) => Url(url);
}
