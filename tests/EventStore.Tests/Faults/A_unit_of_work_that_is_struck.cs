using Npgsql;

namespace EventStore.Tests.Faults;

/// <summary>At every step between a program and its database, one after the other.</summary>
public sealed class A_unit_of_work_that_is_struck : FaultSpec
{
    [Theory]
    [InlineData("unit", Strike.Cut)]
    [InlineData("unit", Strike.Tear)]
    [InlineData("fetch", Strike.Cut)]
    [InlineData("fetch", Strike.Tear)]
    [InlineData("exclusive", Strike.Cut)]
    [InlineData("exclusive", Strike.Tear)]
    public async Task is_done_wholly_or_not_at_all_and_once_when_it_is_repeated(string name, Strike strike)
    {
        var work = Work.Named(name);
        var outcomes = new HashSet<(bool Acknowledged, bool Done)>();
        for (var step = 1; ; step++)
        {
            var key = $"{name} {step}";
            string? acknowledged = null;
            Relay.StrikeAt(step, strike);
            await using (var store = Shop.Open(Relay.ConnectionString))
            {
                try
                {
                    acknowledged = await work.DoAsync(store, key, Cancellation);
                }
                catch (NpgsqlException)
                {
                    // Nobody knows whether it was done.
                }
            }

            var done = await Books.ResultOfAsync(work, key);
            if (acknowledged is not null) done.ShouldBe(acknowledged);
            var result = await work.DoAsync(Direct, key, Cancellation);
            if (done is not null) result.ShouldBe(done);
            (await Books.ResultOfAsync(work, key)).ShouldBe(result);
            await Books.BalanceAsync();

            outcomes.Add((acknowledged is not null, done is not null));
            if (!Relay.HasStruck) break;
        }

        outcomes.ShouldContain((false, false));
        outcomes.ShouldContain((true, true));
        if (strike == Strike.Cut) outcomes.ShouldContain((false, true));
        await Books.UntilNoLockIsHeldAsync();
    }
}
