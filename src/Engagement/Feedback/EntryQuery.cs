using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>What of the public board is looked for. What is null does not narrow it.</summary>
/// <param name="Words">Words of what people said, what was done or why; all must occur, and the beginning of a word is enough.</param>
/// <param name="State">We will, we did or we cannot.</param>
/// <param name="Audience">Whose point it was; entries that are everybody's are found too.</param>
/// <param name="District">The code of a district; entries for the whole county are found too.</param>
/// <param name="From">The first day on which it was published as it is.</param>
/// <param name="To">The last such day.</param>
/// <param name="ConsultationId">The consultation in which it was said.</param>
public sealed record EntryQuery(
    string? Words = null,
    EntryState? State = null,
    Audience? Audience = null,
    string? District = null,
    DateOnly? From = null,
    DateOnly? To = null,
    Guid? ConsultationId = null);
