using Tests.Shared;

namespace Engagement.Web.Tests;

/// <summary>The HTML of every page that these tests met, in every state they brought it to. It comes after all others, for what they leave to it.</summary>
[CollectionDefinition(nameof(TheMarkup), DisableParallelization = true)]
[Collection(nameof(TheMarkup))]
public sealed class TheMarkup(EveryPageTests.Reader reader) : IClassFixture<EveryPageTests.Reader>
{
    internal static SeenPages Seen { get; } = new();

    [Fact]
    public async Task Follows_the_standard_on_every_page()
    {
        // Those that need nothing first are looked at when this test runs by itself, too.
        using var person = reader.Host.Visit();
        foreach (var address in EveryPageTests.Pages)
            await person.OpenAsync(address);

        (await Seen.FindingsAsync()).ShouldBeEmpty();
    }
}
