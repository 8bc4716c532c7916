using System.Diagnostics;
using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Notifications;
using Engagement.Surveys;
using EventStore;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// One publication that ten thousand people are told of: how long until all of it is queued, how well the configured pace is kept, how fast it goes without
/// one beside a bare client of the same mail server, and how long a page takes meanwhile.
/// </summary>
internal sealed class NoticesBenchmark : IBenchmark
{
    private const double Pace = 50;
    private const double Unlimited = 1_000_000;
    private const int AtATime = 16;
    private const int Browsers = 2;
    private const int Questions = 1;
    private const double LongestPage = 500;
    private const string Page = "/you-said-we-did";

    public string Name => "notices";

    public string Description => "10,000 e-mails after one publication: queued in one transaction, sent at a pace and as fast as can be, and a page meanwhile (limit fails the run)";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var people = context.Quick ? 1_000 : 10_000;
        var paced = TimeSpan.FromSeconds(context.Quick ? 5 : 20);
        using var folder = new TemporaryFolder();
        await using var post = new BareMailServer();
        await using var platform = await SurveyedPlatform.StartAsync(
            await context.CreateDatabaseAsync(cancellationToken),
            folder.Path,
            SmallSurvey.OpenAsync,
            cancellationToken,
            ("Smtp:Host", "127.0.0.1"),
            ("Smtp:Port", $"{post.Port}"),
            ("Smtp:StartTls", "false"),
            ("Site:Address", "https://engagement.example.test"),
            ("Site:RunBy", "Example County Council"),
            ("Site:ContactEmail", "families@council.example.test"),
            ("Site:ContactAddress", "Example House"),
            ("Notifications:Gather", "00:00:00"),
            ("Notifications:AtATime", $"{AtATime}"),
            ("Notifications:MostPerSecond", $"{Pace}"));
        var rows = new List<Row>();
        PeakMemory.Begin();

        BenchmarkContext.Say($"{people} people follow a theme.");
        var loop = await PrepareAsync(platform, post, people, cancellationToken);
        using var visitors = new HttpClient { BaseAddress = platform.Address };
        var quiet = await VisitAsync(visitors, () => Task.Delay(paced, cancellationToken), cancellationToken);

        BenchmarkContext.Say("Publishing.");
        var published = Stopwatch.StartNew();
        await PublishAsync(platform, loop, cancellationToken);
        while (await CountAsync(platform, "true", cancellationToken) < people)
            await Task.Delay(2, cancellationToken);
        var queued = published.Elapsed.TotalMilliseconds;
        rows.Add(new Row($"notices, from publication until {people} are queued", queued, "ms", await BareInsertAsync(platform, cancellationToken), PeakMemory.Megabytes(),
            "the ceiling is one insert … select of the same rows into a table with the same indexes"));

        BenchmarkContext.Say($"Sending {Pace} a second for a while, then as fast as can be.");
        await SentAsync(post, Questions + 1, cancellationToken);
        var (before, watch) = (post.Count, Stopwatch.StartNew());
        var atPace = await VisitAsync(visitors, () => Task.Delay(paced, cancellationToken), cancellationToken);
        rows.Add(new Row($"notices, sent at a pace of {Pace} a second", (post.Count - before) / watch.Elapsed.TotalSeconds, "messages/s", Pace, PeakMemory.Megabytes()));

        platform.Service<NotificationOptions>().MostPerSecond = Unlimited;
        before = post.Count;
        var took = TimeSpan.Zero;
        var atFull = await VisitAsync(visitors, async () => took = await SentAsync(post, Questions + people, cancellationToken), cancellationToken);
        var rate = (post.Count - before) / took.TotalSeconds;
        var bare = 0.0;
        await VisitAsync(visitors, async () => bare = await BareAsync(context.Quick ? 300 : 2_000, cancellationToken), cancellationToken);
        rows.Add(new Row($"notices, sent as fast as can be, {AtATime} at a time", rate, "messages/s", bare, PeakMemory.Megabytes(),
            "the ceiling is the same client and mail server with a message of the same size that is known beforehand, and the same visitors"));

        rows.Add(new Row("notices, a page while they are sent at a pace, p99", atPace, "ms", quiet, PeakMemory.Megabytes(), $"limit {LongestPage} ms; the ceiling is the same page while nothing is sent", LongestPage));
        rows.Add(new Row("notices, a page while they are sent as fast as can be, p99", atFull, "ms", quiet, PeakMemory.Megabytes(), $"limit {LongestPage} ms; the ceiling is the same page while nothing is sent", LongestPage));
        if (post.Different != Questions + people || post.Count != Questions + people || await CountAsync(platform, "state = 'Sent'", cancellationToken) != people)
            throw new BenchmarkException($"Of {people} messages {post.Different} were sent, in {post.Count} mails.");
        return rows;
    }

    /// <summary>A decided theme that one person who follows is behind, and others who follow with the address that was sealed for that one.</summary>
    private static async Task<Guid> PrepareAsync(SurveyedPlatform platform, BareMailServer post, int people, CancellationToken cancellationToken)
    {
        var (officer, parent) = (new CommandContext("participation-officer"), new CommandContext("public"));
        var today = platform.Service<TimeProvider>().LondonToday();
        var receipt = await platform.Service<SurveyCommands>().SubmitAsync(
            new SubmitResponse(
                platform.WaveId,
                "a",
                [new GivenAnswer("confident", "agree", null), new GivenAnswer("phase", "primary", null), new GivenAnswer("better", null, "One contact.")],
                Proxy: false,
                Channel.Web),
            parent,
            cancellationToken);
        await platform.Service<FollowCommands>().FollowAsync(
            new FollowResponse(receipt.Reference, receipt.Secret, "someone@families.example.test", MayWrite: true, NotificationAudience.Families, "en-GB"), parent, cancellationToken);
        var feedback = platform.Service<FeedbackCommands>();
        var theme = await feedback.OpenThemeAsync(new OpenTheme(null, "Inconsistent messages", "People hear different things from each service"), officer, cancellationToken);
        var loop = await feedback.OpenLoopAsync(new Feedback.OpenLoop(theme), officer, cancellationToken);
        await feedback.RecordDecisionAsync(
            new RecordDecision(loop, DecisionOutcome.WeWill, today, "Director of SEND", "Families asked for it", "A helpline, which would cost more", null), officer, cancellationToken);
        await feedback.MakeCommitmentAsync(new MakeCommitment(loop, "A named contact for each family", "Assistant director", today.AddDays(90)), officer, cancellationToken);
        await platform.CatchUpAsync(cancellationToken);

        // The question whether the address is theirs is out of the way.
        await SentAsync(post, Questions, cancellationToken);
        await using var fill = platform.Service<DocumentStore>().DataSource.CreateCommand(
            """
            with people as (select gen_random_uuid() as recipient, gen_random_uuid() as response, n from generate_series(1, $1) n),
            first as (delete from engagement.notifications),
            recipients as (
                insert into engagement.notification_recipients (id, address_hash, audience, language, frequency, quiet, unwanted, asked_at, confirmed_at)
                select recipient, sha256(n::text::bytea), 'Families', 'en-GB', 'AtOnce', false, '{}', now(), now() from people
            ), behind as (
                insert into engagement.view_themes (view_id, theme_id, coded_theme_id, source_id, coded_at) select gen_random_uuid(), $2, $2, response, now() from people
            )
            insert into engagement.notification_follows (response_id, subject_id, recipient_id, sealed_address, confirmed_at)
            select p.response, f.subject_id, p.recipient, f.sealed_address, now() from people p, engagement.notification_follows f
            """);
        fill.Parameters.Add(new NpgsqlParameter<int> { TypedValue = people });
        fill.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = theme });
        await fill.ExecuteNonQueryAsync(cancellationToken);
        return loop;
    }

    private static async Task PublishAsync(SurveyedPlatform platform, Guid loop, CancellationToken cancellationToken)
    {
        const string YouSaid = "You hear different things from each service";
        const string WeDid = "We will give you one contact";
        var (feedback, officer) = (platform.Service<FeedbackCommands>(), new CommandContext("participation-officer"));
        await feedback.DraftEntryAsync(new DraftEntry(loop, YouSaid, WeDid), officer, cancellationToken);
        await feedback.ApproveEntryAsync(new ApproveEntry(loop, FamilyReader.ParentForum), new CommandContext("pact-member"), cancellationToken);
        await feedback.PublishEntryAsync(new PublishEntry(loop, YouSaid, WeDid), officer, cancellationToken);
    }

    private static async Task<double> BareInsertAsync(SurveyedPlatform platform, CancellationToken cancellationToken)
    {
        var dataSource = platform.Service<DocumentStore>().DataSource;
        await using var create = dataSource.CreateCommand(
            """
            create table engagement.bare_notifications (like engagement.notifications including all,
                foreign key (recipient_id) references engagement.notification_recipients on delete cascade)
            """);
        await create.ExecuteNonQueryAsync(cancellationToken);
        var watch = Stopwatch.StartNew();
        await using (var insert = dataSource.CreateCommand("insert into engagement.bare_notifications select * from engagement.notifications"))
            await insert.ExecuteNonQueryAsync(cancellationToken);
        var took = watch.Elapsed.TotalMilliseconds;
        await using var drop = dataSource.CreateCommand("drop table engagement.bare_notifications");
        await drop.ExecuteNonQueryAsync(cancellationToken);
        return took;
    }

    private static async Task<long> CountAsync(SurveyedPlatform platform, string which, CancellationToken cancellationToken)
    {
        await using var count = platform.Service<DocumentStore>().DataSource.CreateCommand($"select count(*) from engagement.notifications where kind = 'EntryPublished' and {which}");
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <returns>How long it was until the mail server had them.</returns>
    private static async Task<TimeSpan> SentAsync(BareMailServer post, int people, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (post.Count < people)
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(10))
                throw new BenchmarkException($"{post.Count} of {people} messages were sent in 10 minutes.");
            await Task.Delay(20, cancellationToken);
        }

        var took = watch.Elapsed;
        // What the mail server has is recorded a moment later.
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        return took;
    }

    /// <summary>A page again and again while something goes on; how long it took in all but one of a hundred.</summary>
    private static async Task<double> VisitAsync(HttpClient visitors, Func<Task> meanwhile, CancellationToken cancellationToken)
    {
        var goesOn = true;
        var visits = Enumerable.Range(0, Browsers).Select(async _ =>
        {
            var times = new List<double>();
            while (Volatile.Read(ref goesOn))
            {
                var watch = Stopwatch.StartNew();
                using var page = await visitors.GetAsync(Page, cancellationToken);
                if (!page.IsSuccessStatusCode)
                    throw new BenchmarkException($"{Page} was answered {(int)page.StatusCode}.");
                await page.Content.ReadAsByteArrayAsync(cancellationToken);
                times.Add(watch.Elapsed.TotalMilliseconds);
                // As people do, who read what they opened.
                await Task.Delay(20, cancellationToken);
            }

            return times;
        }).ToList();
        await meanwhile();
        Volatile.Write(ref goesOn, false);
        var all = (await Task.WhenAll(visits)).SelectMany(times => times).Order().ToArray();
        return all[(int)(0.99 * (all.Length - 1))];
    }

    /// <summary>How many mails a second the same client brings to the same kind of server, as many at a time.</summary>
    private static async Task<double> BareAsync(int count, CancellationToken cancellationToken)
    {
        await using var post = new BareMailServer();
        // With its headers and twice in it, a message is as long as a letter is.
        var text = new string('a', 1_200);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtATime).Select(async _ =>
        {
            using var client = new SmtpClient();
            await client.ConnectAsync("127.0.0.1", post.Port, SecureSocketOptions.None, cancellationToken);
            for (var i = 0; i < count / AtATime; i++)
            {
                using var message = new MimeMessage { Subject = "There is an answer", Body = new MultipartAlternative(Part(TextFormat.Plain, text), Part(TextFormat.Html, $"<p>{text}</p>")) };
                message.From.Add(MailboxAddress.Parse("engagement@example.test"));
                message.To.Add(MailboxAddress.Parse("someone@families.example.test"));
                // As the platform does with a connection that was kept.
                await client.NoOpAsync(cancellationToken);
                await client.SendAsync(message, cancellationToken);
            }
        }));
        return post.Count / watch.Elapsed.TotalSeconds;
    }

    private static TextPart Part(TextFormat format, string text) => new(format) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable };
}
