using System.Collections.Concurrent;
using System.Diagnostics;

namespace Engagement.Host.Tests;

/// <summary>
/// What the requests of a test ask of the database while it is there: the statements of one trace, so that what projections and other requests do beside is
/// not among them.
/// </summary>
internal sealed class Statements : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly Activity _request = new("request");
    private readonly ConcurrentQueue<string> _texts = new();

    public Statements()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && activity.TraceId == _request.TraceId && TextOf(activity) is { } text)
                    _texts.Enqueue(text);
            },
        };
        ActivitySource.AddActivityListener(_listener);
        _request.Start();
    }

    public static async Task<IReadOnlyList<string>> OfAsync(Func<Task> work)
    {
        using var statements = new Statements();
        await work();
        return [.. statements._texts];
    }

    public static async Task<int> CountAsync(Func<Task> work) => (await OfAsync(work)).Count;

    /// <summary>
    /// That longer lists take no more statements. Values that come at the same moment are loaded together and others are not, so two may be more or fewer
    /// for the same list; what grows with a list grows by far more.
    /// </summary>
    public static void ShouldNotGrow(int few, int many)
    {
        few.ShouldBeGreaterThan(4, "or nothing was counted");
        many.ShouldBeLessThanOrEqualTo(few + 2);
    }

    public void Dispose()
    {
        _request.Stop();
        _listener.Dispose();
    }

    // Opening a connection is an activity too, without a text.
    private static string? TextOf(Activity activity) => (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string;
}
