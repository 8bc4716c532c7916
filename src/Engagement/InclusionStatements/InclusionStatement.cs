using Engagement.Charter;
using Engagement.Common;

namespace Engagement.InclusionStatements;

/// <summary>One of the statements of a document.</summary>
/// <param name="Key">What evidence names it by, within its document.</param>
/// <param name="Text">What is promised, in a short form that is ours; the document has its words.</param>
/// <param name="Audience">To whom.</param>
/// <param name="Level">Where it is to be kept.</param>
/// <param name="Where">Where in the document it stands.</param>
/// <param name="Kinds">What can show that it is kept: records of these kinds that reached its audience are proposed; none where only a person can say.</param>
public sealed record InclusionStatement(
    string Key, string Text, StatementAudience Audience, StatementLevel Level, string Where, IReadOnlyList<EvidenceKind> Kinds)
{
    /// <summary>Whom its evidence has to have reached. One to everybody is shown by what reached any of them.</summary>
    internal AffectedPeople People => new(
        Audience switch
        {
            StatementAudience.Children => [Common.Audience.YoungPeople],
            StatementAudience.ParentsAndCarers => [Common.Audience.ParentsAndCarers],
            StatementAudience.SchoolsAndSettings => [Common.Audience.Organisations],
            StatementAudience.Staff => [Common.Audience.Staff],
            _ => Enum.GetValues<Audience>(),
        },
        [],
        [],
        []);
}
