namespace Engagement.Host.Tests;

public sealed class WhenNothingIsReleased(CommandSpec.Given given) : CommandSpec(given)
{
    [Fact]
    public async Task The_releases_command_says_so()
    {
        (await RunAsync("releases list")).Output.ShouldContain("Nothing is released yet.");
        (await RunAsync("releases verify")).ExitCode.ShouldBe(0);
        (await RunAsync($"releases verify {Guid.Empty}")).Error.ShouldContain("There is no published release");
    }
}
