namespace EventStore.Tests;

public sealed class The_script
{
    /// <summary>Whoever changes the tables sees the change in the diff of expected-schema.sql, and thinks of the databases that exist.</summary>
    [Fact]
    public async Task is_the_one_that_was_reviewed()
    {
        await using var store = DocumentStore.For(options =>
        {
            options.Connection("Host=not.asked");
            options.DatabaseSchemaName = "events";
            options.Events.AddEventTypes(BasketSummaryProjection.Events);
            options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Inline);
            options.Projections.Add(new VisitSummaryProjection(), ProjectionLifecycle.Live);
        });

        var expected = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Schema", "expected-schema.sql"));

        store.Schema.ToDatabaseScript().ShouldBe(expected);
    }
}
