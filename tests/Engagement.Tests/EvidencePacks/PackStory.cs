using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Activities;
using Engagement.Charter;
using Engagement.Common;
using Engagement.EvidencePacks;
using Engagement.Tests.Integration;

namespace Engagement.Tests.EvidencePacks;

/// <summary>A service with a claim, and what is read of a pack.</summary>
internal static partial class PackStory
{
    public static readonly CommandContext Commissioner = new("commissioner", ActorId: Guid.Parse("a0000000-0000-4000-8000-0000000000c1"), Organisations: ["county-council"]);
    public static readonly CommandContext Parent = new("pact-representative", ActorId: Guid.Parse("a0000000-0000-4000-8000-0000000000c2"), Organisations: ["kent-pact"]);

    public static async Task<(Guid Activity, Guid Claim)> ClaimAsync(this Platform platform)
    {
        var commands = platform.Get<CharterCommands>();
        var edition = await commands.AdoptAsync(
            new AdoptEdition(
                "Youth charter",
                "What young people expect",
                Story.Today.AddYears(-1),
                "Ours",
                null,
                [new Principle("include", "Include and accept us", false, [new Criterion("seen", "We are asked first", true)], [])]),
            Commissioner,
            default);
        var service = await commands.StartAsync(
            new StartCommissioning("A new contract for therapies", "therapies", new AffectedPeople([Audience.YoungPeople], [], [], []), edition), Commissioner, default);
        var activities = platform.Get<ActivityCommands>();
        var held = await activities.PlanAsync(
            new PlanActivity(
                "Workshop in Thanet", ActivityKind.Workshop, EngagementLevel.Consulting, Audience.YoungPeople, false, null, Story.Today, null, CycleStage.Analyse,
                new LundyPlan("A hall", "Talk", "The board", "It decides"), "Two workers with checks"),
            Story.Officer,
            default);
        await activities.HoldAsync(new HoldActivity(held, Story.Today), Story.Officer, default);
        var claim = await commands.MakeClaimAsync(
            new MakeClaim(service, "include", CycleStage.Analyse, EvidenceKind.ActivityHeld, held, "They said what is needed", null, "county-council", null), Commissioner, default);
        await commands.VerifyClaimAsync(new VerifyClaim(service, claim, "kent-pact"), Parent, default);
        return (service, claim);
    }

    /// <summary>A moment by which all that was recorded so far had been recorded, and nothing that comes.</summary>
    public static async Task<DateTimeOffset> NowAsync()
    {
        await Task.Delay(20);
        var now = DateTimeOffset.UtcNow;
        await Task.Delay(20);
        return new DateTimeOffset(now.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
    }

    public static Task<MadePack> PackAsync(this Platform platform, DateTimeOffset asAt, Guid? activity = null) =>
        platform.Get<PackMaker>().MakeAsync(activity, asAt, (_, _) => Task.CompletedTask, default);

    public static IReadOnlyDictionary<string, string> FilesOf(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                return reader.ReadToEnd();
            });
    }

    /// <summary>The rows of a table, from the JSON of a pack.</summary>
    public static IReadOnlyList<JsonObject> Table(this IReadOnlyDictionary<string, string> files, string name) =>
    [
        .. JsonNode.Parse(files["pack.json"])!["sections"]!.AsArray()
            .SelectMany(section => section!["tables"]!.AsArray())
            .Single(table => table!["name"]!.GetValue<string>() == name)!["rows"]!.AsArray()
            .Select(row => row!.AsObject()),
    ];

    /// <summary>The numbers that the first page gives of a part, in their order.</summary>
    public static IReadOnlyList<int> Numbers(this IReadOnlyDictionary<string, string> files, string part)
    {
        var words = JsonNode.Parse(files["pack.json"])!["sections"]!.AsArray().Single(section => section!["id"]!.GetValue<string>() == part)!["inShort"]!.GetValue<string>();
        files["pack.html"].ShouldContain(System.Net.WebUtility.HtmlEncode(words));
        return [.. Number().Matches(words).Select(number => int.Parse(number.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];
    }

    public static IReadOnlyList<(string Event, EventStore.InclusionProof Proof)> ProofsOf(this IReadOnlyDictionary<string, string> files) =>
    [
        .. JsonNode.Parse(files["proofs.json"])!.AsArray().Select(one =>
            (one!["event"]!.GetValue<string>(), one["proof"].Deserialize<EventStore.InclusionProof>(JsonSerializerOptions.Web)!)),
    ];

    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Number();
}
