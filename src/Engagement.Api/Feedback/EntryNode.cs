using Engagement.Api.Consultations;
using Engagement.Consultations;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>The public "you said, we did" face of a feedback loop.</summary>
[ObjectType<EntryPage>, GraphQLName("Entry"), GraphQLIgnore(nameof(EntryPage.ConsultationId), nameof(EntryPage.ThemeId))]
[Node, AllowAnonymous]
public static partial class EntryNode
{
    [NodeResolver]
    public static Task<EntryPage?> LoadAsync(Guid id, EntryReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The consultation in which people said it; null when they said it outside any.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] EntryPage entry, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        entry.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;
}
