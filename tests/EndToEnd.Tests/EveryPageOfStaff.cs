namespace EndToEnd.Tests;

/// <summary>The console of those who work here.</summary>
public sealed class EveryPageOfStaff(EveryPageOfStaff.StaffWalk walk) : EveryPageIsForEverybody(walk), IClassFixture<EveryPageOfStaff.StaffWalk>
{
    public sealed class StaffWalk : Walk
    {
        private protected override Task WalkAsync(EveryState states) => states.WalkAsStaffAsync();
    }
}
