using System.Text.Json.Nodes;
using Engagement.Common;

namespace Tests.Shared.Hosting;

/// <summary>A participation officer who works through the GraphQL API, one step of the path after the other.</summary>
public sealed class Officer(GraphQLClient graphQL, Func<Task> catchUp)
{
    /// <summary>The questions of the survey that <see cref="OpenConsultationAsync"/> opens.</summary>
    public const string Confident = "confident";
    public const string Phase = "phase";
    public const string Better = "better";

    public Officer(RunningPlatform platform)
        : this(platform.GraphQL("participation-officer"), () => platform.CatchUpAsync())
    {
    }

    /// <summary>The day in London, by which the platform judges all others. In summer it begins an hour before that of universal time.</summary>
    public static DateOnly Today => TimeProvider.System.LondonToday();

    public GraphQLClient GraphQL { get; } = graphQL;

    /// <summary>Drafts a consultation with all it needs, opens it from today for eight weeks, and opens its survey of three questions.</summary>
    public async Task<OpenedConsultation> OpenConsultationAsync(DateOnly today, string title = "Support at school")
    {
        var consultation = await DraftCompleteAsync(today, title);
        await GraphQL.MutateAsync(
            "openConsultation", new { consultationId = consultation, opensOn = today, closesOn = today.AddDays(56) }, "consultation");

        var instrument = await PublishSurveyAsync();
        var wave = await GraphQL.MutateAsync("openWave", new { consultationId = consultation, instrumentId = instrument }, "wave", "id");
        var slug = await GraphQL.DataAsync("query($id: ID!) { consultation(id: $id) { slug } }", new { id = consultation });
        return new OpenedConsultation(consultation, slug["consultation"]!["slug"]!.GetValue<string>(), Id(wave), instrument);
    }

    /// <summary>Drafts a consultation that lacks nothing but to be opened.</summary>
    public async Task<string> DraftCompleteAsync(DateOnly today, string title = "Support at school")
    {
        var consultation = Id(await GraphQL.MutateAsync(
            "draftConsultation",
            new
            {
                title,
                ownerRole = "SEND Family Engagement Officer",
                decisionMaker = "SEND Improvement Board",
                decisionExpectedOn = today.AddDays(120),
                audienceIncludesChildren = false,
            },
            "consultation"));
        await GraphQL.MutateAsync(
            "publishProposal",
            new { consultationId = consultation, text = "Every school names one person to talk to.", reasons = "Families told us they are passed around." },
            "consultation");
        await GraphQL.MutateAsync(
            "linkEqualityAnalysis", new { consultationId = consultation, url = "https://council.example.test/equality" }, "consultation");
        await GraphQL.MutateAsync(
            "addRendition",
            new { consultationId = consultation, kind = "PAPER", language = "en", approvedByRole = "Kent PACT representative" },
            "consultation");
        return consultation;
    }

    /// <summary>Writes and publishes a survey with a statement, a choice and a question for people's own words.</summary>
    public async Task<string> PublishSurveyAsync()
    {
        var instrument = Id(await GraphQL.MutateAsync("draftInstrument", new { title = "Support at school" }, "instrument"));
        await GraphQL.MutateAsync(
            "addStatement",
            new { instrumentId = instrument, key = Confident, text = "I am confident my child's school can meet their needs" },
            "instrument");
        await GraphQL.MutateAsync(
            "addQuestion",
            new
            {
                instrumentId = instrument,
                key = Phase,
                kind = "SINGLE_CHOICE",
                text = "Which stage is your child at?",
                options = new[] { new { key = "primary", label = "Primary" }, new { key = "secondary", label = "Secondary" } },
            },
            "instrument");
        await GraphQL.MutateAsync(
            "addQuestion",
            new { instrumentId = instrument, key = Better, kind = "FREE_TEXT", text = "What one thing would help most?", optional = true },
            "instrument");
        await GraphQL.MutateAsync("publishInstrumentVersion", new { instrumentId = instrument }, "instrument");
        return instrument;
    }

    /// <summary>Writes the survey's questions in Easy Read, with symbols, which somebody else finds to ask the same.</summary>
    public async Task OfferEasyReadAsync(string instrument, GraphQLClient approver)
    {
        var rendition = new { kind = "EASY_READ", language = "en" };
        await GraphQL.MutateAsync(
            "writeRendition",
            new
            {
                instrumentId = instrument,
                rendition,
                instrumentVersion = 1,
                items = new object[]
                {
                    Item(Confident, "School can help my child.", "school", "agreement-3-easy-read"),
                    Item(Phase, "Which school?", "student", scale: null, new { key = "primary", symbol = "playground" }, new { key = "secondary", symbol = "book" }),
                    Item(Better, "What would help?", "idea", scale: null),
                },
            },
            "instrument");
        await approver.MutateAsync("approveRendition", new { instrumentId = instrument, rendition, instrumentVersion = 1, approvedByRole = "Youth reader" }, "instrument");

        static object Item(string key, string text, string symbol, string? scale, params object[] optionSymbols) =>
            new { key, text, options = Array.Empty<object>(), scale, symbol, optionSymbols };
    }

    /// <summary>Codes the consultation's newest view to a new theme.</summary>
    public async Task<(string View, string Theme)> CodeNewestViewAsync(string consultation)
    {
        await catchUp();
        var views = await GraphQL.DataAsync(
            "query($id: ID!) { views(consultationId: $id, state: UNREAD) { nodes { id version } } }", new { id = consultation });
        var view = views["views"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var theme = Id(await GraphQL.MutateAsync(
            "openTheme",
            new { consultationId = consultation, title = "One person to talk to", summary = "Families want one named person." },
            "theme"));
        await GraphQL.MutateAsync("codeView", new { viewId = view, themeId = theme }, "view");
        return (view, theme);
    }

    /// <summary>Records "we will" for a theme and publishes it.</summary>
    public async Task<PublishedLoop> PublishWeWillAsync(string theme, DateOnly today)
    {
        var loop = Id(await GraphQL.MutateAsync("openLoop", new { themeId = theme }, "loop"));
        await GraphQL.MutateAsync(
            "recordDecision",
            new
            {
                loopId = loop,
                outcome = "WE_WILL",
                decidedOn = today,
                maker = "SEND Improvement Board",
                reasons = "It answers what most families said.",
                alternatives = "A telephone line was considered; families wanted a person they know.",
            },
            "loop");
        await GraphQL.MutateAsync(
            "makeCommitment",
            new { loopId = loop, text = "Each school names a contact.", ownerRole = "Head of Inclusion", dueOn = today.AddDays(60) },
            "loop");
        return new PublishedLoop(loop, await PublishAsync(loop, "We will ask each school to name one person."));
    }

    /// <summary>Records "we did", with its proof, and publishes the entry again.</summary>
    public async Task PublishWeDidAsync(PublishedLoop loop, DateOnly today)
    {
        await TakeActionAsync(loop, today);
        await PublishAsync(loop.Id, "Every school now has one named person.");
    }

    /// <summary>Records "we did", with its proof.</summary>
    public Task TakeActionAsync(PublishedLoop loop, DateOnly today) => GraphQL.MutateAsync(
        "takeAction",
        new
        {
            loopId = loop.Id,
            whatChanged = "All 42 schools have named a contact.",
            proofUrl = "https://council.example.test/contacts",
            takenOn = today,
        },
        "loop");

    private async Task<string> PublishAsync(string loop, string weDid)
    {
        var entry = await GraphQL.MutateAsync(
            "publishEntry", new { loopId = loop, youSaid = "You want one person to talk to.", weDid, approvedBy = "PARENT_FORUM" }, "entry", "slug");
        return entry["slug"]!.GetValue<string>();
    }

    private static string Id(JsonObject thing) => thing["id"]!.GetValue<string>();
}

/// <summary>An open consultation and its survey, by their ids.</summary>
public sealed record OpenedConsultation(string Id, string Slug, string WaveId, string InstrumentId);

/// <summary>A loop with a published entry.</summary>
public sealed record PublishedLoop(string Id, string Slug);
