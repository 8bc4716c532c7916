namespace Engagement.Paper;

/// <summary>What typing in a form came to.</summary>
/// <param name="State">Where the form is now.</param>
/// <param name="Differing">What two people read differently, where they did.</param>
/// <param name="Reference">Of the response, once it is one.</param>
public sealed record PaperOutcome(PaperFormState State, IReadOnlyList<string> Differing, string? Reference);
