namespace Engagement.Web.Staff.Results;

/// <summary>The tables of who took part, and of what became of what they said.</summary>
internal static class FiguresTables
{
    private const string NotKnown = "Not known";

    public static FigureTable TakingPart(IReadOnlyList<ParticipationGroup> groups, MetricsBy by) => new(
        "taking-part",
        $"Who took part, {by.Text.ToLowerInvariant()}",
        [
            new("group", by.Heading, IsNumber: false), new("participants", "People"), new("contributions", "Contributions"), new("responses", "Responses"),
            new("posts", "Posts"), new("attendance", "Attendance"), new("by_proxy", "By proxy"),
        ],
        [
            .. groups.Select(group => (IReadOnlyList<Figure>)
            [
                Figure.Of(by.NameOf(group.Key) ?? NotKnown), Figure.Of(group.Figures.Participants), Figure.Of(group.Figures.Contributions), Figure.Of(group.Figures.Responses),
                Figure.Of(group.Figures.Posts), Figure.Of(group.Figures.Attendance), Figure.Of(group.Figures.ByProxy),
            ]),
        ],
        "People, contributions and attendance are never added together. Without an account each act counts as one person, because nothing says whose it is.");

    public static FigureTable Views(IReadOnlyList<ViewGroup> groups, MetricsBy by) => new(
        "views",
        $"How far views are, {by.Text.ToLowerInvariant()}",
        [
            new("group", by.Heading, IsNumber: false), new("views", "Views"), new("coded", "Coded"), new("not_codable", "Cannot be coded"), new("unread", "To code"),
        ],
        [
            .. groups.Select(group => (IReadOnlyList<Figure>)
            [
                Figure.Of(by.NameOf(group.Key) ?? NotKnown), Figure.Of(group.Figures.All), Figure.Of(group.Figures.Coded), Figure.Of(group.Figures.NotCodable),
                Figure.Of(group.Figures.Unread),
            ]),
        ]);

    /// <summary>Each group beside the population: how many answered of 1,000, and whether they are as many as their share.</summary>
    public static FigureTable BesideThePopulation(Reach reach, Representativeness? shares, BreakdownBy by) => new(
        "population",
        $"Beside the population, {by.Text.ToLowerInvariant()}",
        [
            new("group", "Group", IsNumber: false), new("key", "", OnPage: false), new("eligible", "People there are"), new("responses", "Responses"),
            new("per_thousand", "For each 1,000"), new("share_percent", "Share of those who took part"), new("population_percent", "Share of the population"),
            new("standing", "How it compares", IsNumber: false),
        ],
        [
            .. reach.Groups.Select(group =>
            {
                var share = shares?.Groups.FirstOrDefault(other => other.Key == group.Key);
                return (IReadOnlyList<Figure>)
                [
                    Figure.Of(BreakdownBy.NameOf(group.Key)), Figure.Of(group.Key), Figure.Of(group.Eligible), Figure.Of(group.Responses), Figure.Of(group.PerThousand),
                    Figure.Share(share?.Share), Figure.Share(share?.PopulationShare), Figure.Of(Words(share?.Standing)),
                ];
            }),
            [Figure.Of("All"), Figure.Empty, Figure.Of(reach.Groups.Sum(group => group.Eligible)), Figure.Of(reach.Responses), Figure.Of(reach.PerThousand), Figure.Empty, Figure.Empty, Figure.Empty],
        ]);

    public static FigureTable Waves(ConsultationWithResults consultation, IReadOnlyList<WaveRate> rates, bool linked) => new(
        "waves",
        "Its surveys",
        [
            new("survey", "Survey", IsNumber: false), new("opened", "Opened", IsNumber: false), new("responses", "Responses that count"), new("invited", "Invited"),
            new("undeliverable", "Not delivered"), new("rate_percent", "Response rate"),
        ],
        [
            .. consultation.Waves.Select(wave =>
            {
                var rate = rates.FirstOrDefault(other => other.WaveId == wave.Id);
                return (IReadOnlyList<Figure>)
                [
                    Figure.Of(wave.Title ?? "The survey") with { Address = linked ? ResultsLinks.Wave(wave.Id) : null },
                    new Figure(Dates.Machine(wave.OpensOn), Dates.Text(wave.OpensOn)),
                    Figure.Of(rate?.Countable), Figure.Of(rate?.Invitations?.Invited), Figure.Of(rate?.Invitations?.Undeliverable), Figure.Percent(rate?.Percentage),
                ];
            }),
        ],
        "A survey with an open link has no response rate: nobody knows how many saw it. See its reach below.");

    /// <summary>The headline figures, as files hold them.</summary>
    public static FigureTable Headlines(EngagementFigures metrics, LoopFigures loops, TimeToDecision days) => new(
        "headlines",
        "Headline figures",
        [new("figure", "Figure", IsNumber: false), new("value", "Value")],
        [
            Row("people_who_took_part", Figure.Of(metrics.Participation.Participants)), Row("contributions", Figure.Of(metrics.Participation.Contributions)),
            Row("attendance", Figure.Of(metrics.Participation.Attendance)), Row("responses", Figure.Of(metrics.Responses)), Row("views", Figure.Of(metrics.Views)),
            Row("views_coded", Figure.Of(metrics.ViewsCoded)), Row("median_days_to_decision", Figure.Of(days.MedianDays)), Row("oldest_open_days", Figure.Of(days.OldestOpenDays)),
            Row("loops", Figure.Of(loops.Loops)), Row("loops_due", Figure.Of(loops.Closure.Due)), Row("loops_due_closed", Figure.Of(loops.Closure.Closed)),
            Row("loop_closure_percent", Figure.Share(loops.Closure.Share)), Row("loops_reopened", Figure.Of(loops.Reopened)), Row("answers_yes", Figure.Of(loops.Confirmation.Yes)),
            Row("answers_partly", Figure.Of(loops.Confirmation.Partly)), Row("answers_no", Figure.Of(loops.Confirmation.No)),
            Row("confirmation_percent", Figure.Share(loops.Confirmation.Share)), Row("loops_confirmed", Figure.Of(loops.Confirmation.ConfirmedLoops)),
        ]);

    private static IReadOnlyList<Figure> Row(string name, Figure figure) => [Figure.Of(name), figure];

    private static string? Words(GroupStanding? standing) => standing switch
    {
        GroupStanding.Under => "Too few: under 0.8 of its share",
        GroupStanding.Over => "More than 1.25 of its share",
        GroupStanding.InLine => "In line",
        _ => null,
    };
}
