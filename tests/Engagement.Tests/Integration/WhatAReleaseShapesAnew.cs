using Npgsql;

namespace Engagement.Tests.Integration;

public sealed class WhatAReleaseShapesAnew : PlatformTest
{
    private const string Everything =
        """
        select jsonb_build_object(
            'views', (select jsonb_agg(to_jsonb(v) order by v.id) from engagement.views v),
            'themes', (select jsonb_agg(to_jsonb(t) order by t.view_id, t.theme_id) from engagement.view_themes t),
            'loops', (select jsonb_agg(data order by id) from mt_doc_loopcard),
            'acts', (select jsonb_agg(to_jsonb(a) order by a.act_id, a.version, a.part) from engagement.acts a))::text
        """;

    [Fact]
    public async Task Read_models_of_another_release_are_made_anew_and_what_was_recorded_stays()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a", "We wait too long");
        await Platform.DecideAsync(consultation, Story.ViewOf(receipt));
        await Platform.CatchUpAsync();
        var live = await Platform.ScalarAsync<string>(Everything);

        await RestartAsync(runsInBackground: false);
        await Platform.ScalarAsync<string>("update engagement.read_models set version = 'an older one' returning version");
        await Platform.ScalarAsync<string>("alter table engagement.views drop column text cascade; select 'as it once was'");
        await Platform.ScalarAsync<string>("update mt_doc_loopcard set data = '{}' returning 'as it once was'");
        await Platform.ScalarAsync<string>("create table mt_doc_consultationmetrics (id uuid); select 'as it once was'");
        await Platform.Get<EngagementSchema>().ApplyAsync();

        (await Platform.ScalarAsync<string>(Everything)).ShouldBe(live);
        (await Platform.ScalarAsync<bool>("select to_regclass('mt_doc_consultationmetrics') is null")).ShouldBeTrue("nothing counts in it any more");
        (await Platform.Journeys.FindAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_release_that_shapes_them_alike_leaves_them_alone()
    {
        var (_, wave) = await Platform.OpenAsync();
        await Platform.SubmitAsync(wave, "a");
        await Platform.CatchUpAsync();
        await Platform.ScalarAsync<string>("update engagement.views set text = 'would be lost' returning text");

        await Platform.Get<EngagementSchema>().ApplyAsync();

        (await Platform.ScalarAsync<string>("select text from engagement.views")).ShouldBe("would be lost");
    }

    [Fact]
    public async Task A_process_that_starts_beside_others_waits_for_nobody()
    {
        var schema = Platform.Get<EngagementSchema>();
        await using var connection = await Platform.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var writing = await connection.BeginTransactionAsync();
        foreach (var table in await Platform.ScalarAsync<string[]>("select array_agg(format('%I.%I', schemaname, tablename)) from pg_tables where schemaname in ('public', 'engagement', 'messaging')"))
        {
            await using var write = new NpgsqlCommand($"lock table {table} in row exclusive mode", connection, writing);
            await write.ExecuteNonQueryAsync();
        }

        await schema.ApplyAsync().WaitAsync(TimeSpan.FromSeconds(10));
    }
}
