using System.Net;

namespace Tests.Shared;

/// <summary>
/// One request and what its answer should be, in Alba's words:
/// <c>s.Post.Json(input).ToUrl("/graphql"); s.StatusCodeShouldBe(200);</c>. Unless it says otherwise the answer should be 200.
/// All that is wrong with an answer is told at once, with the answer.
/// </summary>
public sealed class Scenario
{
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly List<Func<ScenarioResult, string?>> _expectations = [];
    private Func<HttpRequestMessage>? _request;
    private int? _expectedStatus = 200;

    internal Scenario()
    {
    }

    public RequestExpression Get => new(this, HttpMethod.Get);

    public RequestExpression Post => new(this, HttpMethod.Post);

    public RequestExpression Put => new(this, HttpMethod.Put);

    public RequestExpression Patch => new(this, HttpMethod.Patch);

    public RequestExpression Delete => new(this, HttpMethod.Delete);

    public RequestExpression Options => new(this, HttpMethod.Options);

    public Scenario WithRequestHeader(string name, string value)
    {
        _headers.Add(KeyValuePair.Create(name, value));
        return this;
    }

    public Scenario WithBearerToken(string token) => WithRequestHeader("Authorization", $"Bearer {token}");

    public Scenario StatusCodeShouldBe(int status)
    {
        _expectedStatus = status;
        return this;
    }

    public Scenario StatusCodeShouldBe(HttpStatusCode status) => StatusCodeShouldBe((int)status);

    public Scenario StatusCodeShouldBeOk() => StatusCodeShouldBe(200);

    public Scenario IgnoreStatusCode()
    {
        _expectedStatus = null;
        return this;
    }

    public Scenario ContentShouldBe(string text) =>
        Expect(result => result.ReadAsText() == text ? null : $"The content should be \"{text}\".");

    public Scenario ContentShouldContain(string text) =>
        Expect(result => result.ReadAsText().Contains(text, StringComparison.Ordinal) ? null : $"The content should contain \"{text}\".");

    public Scenario ContentShouldNotContain(string text) =>
        Expect(result => result.ReadAsText().Contains(text, StringComparison.Ordinal) ? $"The content should not contain \"{text}\"." : null);

    public Scenario ContentTypeShouldBe(string mediaType) =>
        Expect(result => result.MediaType == mediaType ? null : $"The content type should be {mediaType}, but is {result.MediaType ?? "not given"}.");

    public Scenario RedirectShouldBe(string location)
    {
        if (_expectedStatus == 200)
            _expectedStatus = null;
        return Expect(result => result.StatusCode is >= 300 and < 400 && result.Header("Location") == location
            ? null
            : $"The answer should redirect to {location}, but goes to {result.Header("Location") ?? "nowhere"}.");
    }

    public HeaderExpectations Header(string name) => new(this, name);

    internal void Send(HttpMethod method, string url, Func<HttpContent>? content) =>
        _request = () => new HttpRequestMessage(method, url) { Content = content?.Invoke() };

    internal Scenario Expect(Func<ScenarioResult, string?> expectation)
    {
        _expectations.Add(expectation);
        return this;
    }

    internal async Task<ScenarioResult> RunAsync(HttpClient client, CancellationToken cancellationToken)
    {
        if (_request is null)
            throw new InvalidOperationException("The scenario sends nothing: say for example s.Get.Url(\"/\").");

        using var request = _request();
        foreach (var (name, value) in _headers)
            Add(request, name, value);

        using var response = await client.SendAsync(request, cancellationToken);
        var result = await ScenarioResult.ReadAsync(response, cancellationToken);

        List<string> wrong = [.. _expectations.Select(expectation => expectation(result)).OfType<string>()];
        if (_expectedStatus is { } status && status != result.StatusCode)
            wrong.Insert(0, $"The status should be {status}, but is {result.StatusCode}.");
        return wrong.Count == 0 ? result : throw new ScenarioException(request, result, wrong);
    }

    /// <summary>Headers such as Content-Type belong to the content, and replace what the content says of itself.</summary>
    private static void Add(HttpRequestMessage request, string name, string value)
    {
        if (request.Headers.TryAddWithoutValidation(name, value))
            return;

        request.Content ??= new ByteArrayContent([]);
        request.Content.Headers.Remove(name);
        request.Content.Headers.TryAddWithoutValidation(name, value);
    }
}
