using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Tests.Shared;

/// <summary>
/// The real program on a test's own database, in this process. Nothing of it is replaced unless the test says so. It begins with the first
/// use; <c>UseKestrel</c> before that gives it a real port, for browsers and WebSocket clients.
/// </summary>
public sealed class TestHost<TProgram> : WebApplicationFactory<TProgram>
    where TProgram : class
{
    private readonly string _connectionString;
    private readonly Action<IWebHostBuilder>? _configure;

    public TestHost(string connectionString, Action<IWebHostBuilder>? configure = null)
    {
        _connectionString = connectionString;
        _configure = configure;
        ClientOptions.AllowAutoRedirect = false;
    }

    /// <summary>A single visit without cookies. For a visit of several steps use <c>CreateClient()</c> and its <c>Scenario</c>.</summary>
    public async Task<ScenarioResult> Scenario(Action<Scenario> describe, CancellationToken cancellationToken = default)
    {
        using var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        return await client.Scenario(describe, cancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseSetting("ConnectionStrings:Engagement", _connectionString);
        _configure?.Invoke(builder);
    }
}
