namespace Engagement.Bench.Benchmarks;

/// <summary>An event of ordinary size: a few hundred bytes of JSON.</summary>
internal sealed record ViewShared(Guid Consultation, string Audience, int Agreement, string[] Choices, string Words, DateTimeOffset At)
{
    public static ViewShared Example { get; } = new(
        new Guid("6f1d0c52-8f0e-4b52-9a3c-2f6f0e6f7a11"),
        "parents and carers",
        4,
        ["short breaks", "transport"],
        "The move from primary to secondary school works when both schools meet us together, before the summer, and write down what was agreed.",
        new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));
}

/// <summary>Names the kind of stream that the events are in.</summary>
internal sealed record SharedViews;
