using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>What there is to hear: entries of one consultation, as an officer publishes them.</summary>
internal sealed class LivePublications
{
    private readonly Officer _officer;
    private readonly string _consultation;

    private LivePublications(Officer officer, string consultation) => (_officer, _consultation) = (officer, consultation);

    private static DateOnly Today => Officer.Today;

    /// <param name="platform">Where.</param>
    /// <param name="title">Of the consultation.</param>
    public static async Task<LivePublications> PrepareAsync(RunningPlatform platform, string title = "Support at school")
    {
        var officer = new Officer(platform);
        return new LivePublications(officer, await officer.DraftCompleteAsync(Today, title));
    }

    /// <summary>Publishes a new entry that says "we will".</summary>
    public async Task<PublishedLoop> WeWillAsync()
    {
        var theme = await _officer.GraphQL.MutateAsync(
            "openTheme", new { consultationId = _consultation, title = "One person to talk to", summary = "Families want one named person." }, "theme");
        return await _officer.PublishWeWillAsync(theme["id"]!.GetValue<string>(), Today);
    }

    /// <summary>Records that what was promised has been done, and publishes nothing yet.</summary>
    public Task TakeActionAsync(PublishedLoop loop) => _officer.TakeActionAsync(loop, Today);

    /// <summary>Publishes an entry again, which now says "we did".</summary>
    public Task WeDidAsync(PublishedLoop loop) => _officer.PublishWeDidAsync(loop, Today);

    /// <summary>Publishes an entry, trying again until it is: whoever meets a connection that was cut is told so, and nothing is done.</summary>
    public async Task<PublishedLoop> WeWillAtLastAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                return await WeWillAsync();
            }
            catch (InvalidOperationException) when (!patience.IsCancellationRequested)
            {
                // Begun again with a theme of its own, so that it does not matter how far this one came.
            }
        }
    }
}
