using System.Diagnostics;
using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.People;

/// <summary>What a request asks of the database.</summary>
internal static class Statements
{
    // Projections, queues and sessions work beside: what is counted reads the words and pages of forums.
    private static readonly string[] OfForums = ["mt_doc_forumpage", "mt_doc_topicpage", "engagement.contributions", "engagement.subject_keys"];

    /// <summary>How many statements about forums one platform's database is sent meanwhile.</summary>
    public static async Task<int> CountAsync(RunningPlatform platform, Func<Task> work)
    {
        var database = new NpgsqlConnectionStringBuilder(platform.ConnectionString).Database!;
        var count = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Tags(activity, "db.namespace", "db.name") == database && OfForums.Any(Tags(activity, "db.query.text", "db.statement").Contains))
                    Interlocked.Increment(ref count);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return count;
    }

    private static string Tags(Activity activity, params string[] names) => names.Select(activity.GetTagItem).OfType<string>().FirstOrDefault() ?? "";
}
