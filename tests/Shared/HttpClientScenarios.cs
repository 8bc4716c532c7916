namespace Tests.Shared;

/// <summary>Runs scenarios on any HTTP client; with one that keeps cookies, several scenarios in a row are one visit.</summary>
public static class HttpClientScenarios
{
    public static Task<ScenarioResult> Scenario(this HttpClient client, Action<Scenario> describe, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(describe);
        var scenario = new Scenario();
        describe(scenario);
        return scenario.RunAsync(client, cancellationToken);
    }
}
