using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>It is said that a principle has nothing to do with a stage of a service.</summary>
public sealed record NotApplicable
{
    /// <summary>The key of the principle.</summary>
    public required string Principle { get; init; }

    /// <summary>The stage.</summary>
    public required CycleStage Stage { get; init; }

    /// <summary>Why it has nothing to do with it.</summary>
    public required string Reason { get; init; }

    /// <summary>The code of the organisation that says so.</summary>
    public required string Organisation { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Whether a representative agrees.</summary>
    public NotApplicableState State { get; init; }

    /// <summary>The code of the organisation whose representative answered.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Why they do not agree.</summary>
    public string? RefusedBecause { get; init; }
}
