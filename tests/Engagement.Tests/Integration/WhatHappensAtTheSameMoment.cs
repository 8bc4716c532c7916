using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Npgsql;

namespace Engagement.Tests.Integration;

/// <summary>
/// Two things at once, made to meet: a table that the first must write is held by the test, so that it has read what it goes by and not yet
/// recorded what it decided when the second comes.
/// </summary>
public sealed class WhatHappensAtTheSameMoment : PlatformTest
{
    protected override bool RunsInBackground => false;

    [Fact]
    public async Task A_theme_is_not_published_while_it_is_merged_away()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        var theme = (await Platform.FeedbackReads.FindLoopAsync(loop, default)).ShouldNotBeNull().ThemeId;
        var into = await Platform.OpenThemeAsync(consultation, "Trust");
        await Platform.ApproveAsync(new DraftEntry(loop, "You hear different things", "We will give you one contact"));
        await using var held = await HeldTable.HoldAsync(ConnectionString, "public.mt_doc_themecard");

        var merge = Platform.MergeAsync(into, theme);
        await held.UntilWaitedForAsync(1, merge);
        var publication = Platform.Feedback.PublishEntryAsync(
            new PublishEntry(loop, "You hear different things", "We will give you one contact"), Story.Officer, default);
        await held.UntilWaitedForAsync(2, publication);
        await held.LetGoAsync();

        await merge;
        (await Should.ThrowAsync<RuleRefusedException>(() => publication)).Code.ShouldBe("THEME_MERGED");
    }

    [Fact]
    public async Task A_theme_is_not_merged_away_while_it_is_published()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        var theme = (await Platform.FeedbackReads.FindLoopAsync(loop, default)).ShouldNotBeNull().ThemeId;
        var into = await Platform.OpenThemeAsync(consultation, "Trust");
        await Platform.ApproveAsync(new DraftEntry(loop, "You hear different things", "We will give you one contact"));
        await using var held = await HeldTable.HoldAsync(ConnectionString, "public.mt_doc_loopcard");

        var publication = Platform.Feedback.PublishEntryAsync(
            new PublishEntry(loop, "You hear different things", "We will give you one contact"), Story.Officer, default);
        await held.UntilWaitedForAsync(1, publication);
        var merge = Platform.MergeAsync(into, theme);
        await held.UntilWaitedForAsync(2, merge);
        await held.LetGoAsync();

        await publication;
        (await Should.ThrowAsync<RuleRefusedException>(() => merge)).Code.ShouldBe("THEME_HAS_PUBLISHED_DECISION");
    }

    [Fact]
    public async Task Nobody_speaks_between_the_last_look_at_what_was_said_and_the_report()
    {
        var (consultation, _) = await Platform.OpenAsync(Story.Officer with { OccurredAt = TimeProvider.System.GetUtcNow().AddDays(-100) });
        await using var held = await HeldTable.HoldAsync(ConnectionString, "public.mt_doc_consultationpage");

        var report = Platform.Consultations.PublishReportAsync(
            new PublishReport(consultation, "https://council.example.test/report"), Story.Officer, default);
        await held.UntilWaitedForAsync(1, report);
        var view = Platform.CaptureAsync(consultation, "My letter came late");
        await held.UntilWaitedForAsync(2, view);

        view.IsCompleted.ShouldBeFalse("the report that has not read it is not recorded yet");
        await held.LetGoAsync();
        await report;
        await view;
    }

    [Fact]
    public async Task What_was_being_said_when_the_report_was_asked_for_is_seen()
    {
        var (consultation, _) = await Platform.OpenAsync(Story.Officer with { OccurredAt = TimeProvider.System.GetUtcNow().AddDays(-100) });
        await using var held = await HeldTable.HoldAsync(
            ConnectionString,
            "engagement.view_progress",
            $"insert into engagement.view_progress values (gen_random_uuid(), '{consultation}', now(), 0, false, false)");

        var report = Platform.Consultations.PublishReportAsync(
            new PublishReport(consultation, "https://council.example.test/report"), Story.Officer, default);
        await held.UntilWaitedForAsync(1, report);
        await held.LetGoAsync();

        (await Should.ThrowAsync<RuleRefusedException>(() => report)).Code.ShouldBe("VIEWS_UNFINISHED");
    }

    [Fact]
    public async Task Who_is_always_overtaken_waits_their_turn_in_the_end()
    {
        var (consultation, _) = await Platform.PrepareAsync();
        var overtaken = 0;

        await Platform.Get<CommandRunner>().ChangeAsync<Consultation>(
            consultation,
            "consultation",
            new ChooseAudiences(consultation, [Audience.Staff]),
            Story.Officer,
            async (_, _) =>
            {
                overtaken += await OvertakeAsync(consultation);
                return Decision.To(new AudiencesChosen([Audience.Staff]));
            },
            default);

        overtaken.ShouldBe(4);
        (await Platform.ConsultationReads.FindAsync(consultation, default)).ShouldNotBeNull().Audiences.ShouldBe([Audience.Staff]);
    }

    /// <summary>Somebody else changes the same thing, unless it is taken.</summary>
    private async Task<int> OvertakeAsync(Guid consultation)
    {
        await using (var connection = await Platform.Get<NpgsqlDataSource>().OpenConnectionAsync())
        {
            await using var look = new NpgsqlCommand($"select 1 from mt_streams where id = '{consultation}' for update skip locked", connection);
            if (await look.ExecuteScalarAsync() is null)
                return 0;
        }

        await using var session = Platform.Store.LightweightSession();
        session.Events.Append(consultation, new EqualityAnalysisLinked("https://council.example.test/equality"));
        await session.SaveChangesAsync();
        return 1;
    }

    /// <summary>A table that can be read and not written until it is let go.</summary>
    private sealed class HeldTable(NpgsqlDataSource database, NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public static async Task<HeldTable> HoldAsync(string connectionString, string table, string write = "")
        {
            var database = NpgsqlDataSource.Create(connectionString);
            var connection = await database.OpenConnectionAsync();
            var transaction = await connection.BeginTransactionAsync();
            await using var hold = new NpgsqlCommand($"lock table {table} in exclusive mode; {write}", connection, transaction);
            await hold.ExecuteNonQueryAsync();
            return new HeldTable(database, connection, transaction);
        }

        /// <summary>Waits until so many wait for a lock, or until the work that should wait has not.</summary>
        public async Task UntilWaitedForAsync(int waiting, Task work)
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await using var count = database.CreateCommand(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
            while (!work.IsCompleted && (long)(await count.ExecuteScalarAsync(deadline.Token))! < waiting)
                await Task.Delay(10, deadline.Token);
        }

        public Task LetGoAsync() => transaction.CommitAsync();

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
