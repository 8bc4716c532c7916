using System.Text.RegularExpressions;
using Engagement.Common;
using Engagement.Feedback;
using Tests.Shared;

namespace Engagement.Tests.Integration;

/// <summary>The samples of older versions of events, as if they had been in the log for years.</summary>
public sealed partial class WhatWasWrittenBefore : PlatformTest
{
    protected override bool RunsInBackground => false;

    [Fact]
    public async Task Every_version_of_every_event_is_still_read()
    {
        string[] samples = [.. Directory.GetFiles(Path.Combine(Repository.Folder, "schema", "events"), "*.sample.json").Order()];
        await using (var session = Platform.Store.LightweightSession())
        {
            foreach (var sample in samples)
                session.Events.StartStream(IdOf(sample), new ThemeOpened(null, "To be overwritten", "By the sample"));

            await session.SaveChangesAsync();
        }

        foreach (var sample in samples)
        {
            (await Platform.ScalarAsync<long>(
                $"""
                with written as (
                    update mt_events set type = '{AliasOf(sample)}', data = $json${await File.ReadAllTextAsync(sample)}$json$::jsonb
                    where stream_id = '{IdOf(sample)}' returning 1)
                select count(*) from written
                """)).ShouldBe(1);
        }

        await using var reading = Platform.Store.QuerySession();
        foreach (var sample in samples)
        {
            var e = (await reading.Events.FetchStreamAsync(IdOf(sample))).Single();
            EngagementEvents.All.ShouldContain(e.Data.GetType(), $"{Path.GetFileName(sample)} is no longer read as any event of today");
        }
    }

    private static Guid IdOf(string sample) => DeterministicId.From("sample", Path.GetFileName(sample));

    /// <summary>As it is in the database: the first version bears no number.</summary>
    private static string AliasOf(string sample)
    {
        var name = FileName().Match(Path.GetFileName(sample));
        var (type, version) = (name.Groups["type"].Value, name.Groups["version"].Value);
        return version == "1" ? type : $"{type}_v{version}";
    }

    [GeneratedRegex(@"^(?<type>\w+)\.v(?<version>\d+)\.sample\.json$")]
    private static partial Regex FileName();
}
