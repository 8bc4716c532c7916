using Tests.Shared;

namespace EndToEnd.Tests;

/// <summary>The pages for the public, for parents and for young people, and what those who run PACT's forums have.</summary>
public sealed class EveryPageOfFamilies(EveryPageOfFamilies.FamiliesWalk walk) : EveryPageIsForEverybody(walk), IClassFixture<EveryPageOfFamilies.FamiliesWalk>
{
    /// <summary>The names, roles and order that a screen reader tells, of each main page. A change is made on purpose: see <see cref="Agreed"/>.</summary>
    [Fact]
    public void A_screen_reader_is_told_what_was_agreed()
    {
        string.Join('\n', walk.Told.SelectMany(page => Agreed.Changes(ToldPages.FileOf(page.Key), page.Value))).ShouldBeEmpty();
        ToldPages.Files().ShouldBe(walk.Told.Keys.Select(ToldPages.FileOf), ignoreOrder: true);
    }

    public sealed class FamiliesWalk : Walk
    {
        private protected override Task WalkAsync(EveryState states) => states.WalkAsFamiliesAsync();
    }
}
