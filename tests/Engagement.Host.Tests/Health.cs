using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

public sealed class Health
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_platform_says_that_it_is_well(string address)
    {
        await using var platform = await RunningPlatform.StartAsync();

        await platform.Scenario(s =>
        {
            s.Get.Url(address);
            s.ContentShouldBe("Healthy");
        });
    }
}
