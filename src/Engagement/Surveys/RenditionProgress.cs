namespace Engagement.Surveys;

/// <summary>How far a form or language of a version is.</summary>
/// <param name="Name">The form and language.</param>
/// <param name="InstrumentVersion">The version.</param>
/// <param name="Untranslated">The keys of what has no words yet, or words for an older text.</param>
/// <param name="ApprovedByRole">Who found it equivalent; null: it is not offered to people yet.</param>
public sealed record RenditionProgress(
    RenditionName Name, int InstrumentVersion, IReadOnlyList<string> Untranslated, string? ApprovedByRole)
{
    /// <summary>The words there are, those for an older text too.</summary>
    public IReadOnlyList<RenderedItem> Items { get; init; } = [];
}
