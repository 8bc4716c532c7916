using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.SignIn;

/// <summary>The issuer with which the platform of a class is configured.</summary>
public sealed class IssuerOfAClass : IAsyncLifetime
{
    public TestIssuer Issuer { get; private set; } = null!;

    public async Task InitializeAsync() => Issuer = await TestIssuer.StartAsync();

    public async Task DisposeAsync() => await Issuer.DisposeAsync();
}
