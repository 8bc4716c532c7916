using Engagement.Common;

namespace Engagement.Activities;

/// <summary>Which activities to list; what is null does not narrow the list.</summary>
/// <param name="ConsultationId">Those of a consultation.</param>
/// <param name="State">Those that are planned, held or cancelled.</param>
/// <param name="Audience">Those for an audience.</param>
/// <param name="District">Those in a district.</param>
/// <param name="Words">Those with these words in their title.</param>
/// <param name="From">Those on this day or later.</param>
public sealed record ActivityFilter(
    Guid? ConsultationId = null,
    ActivityState? State = null,
    Audience? Audience = null,
    string? District = null,
    string? Words = null,
    DateOnly? From = null)
{
    /// <summary>Without talks with one person, who could be picked out.</summary>
    internal bool OnlyPublic { get; init; }
}
