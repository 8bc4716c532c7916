using Engagement.Consultations;
using GraphQL;

namespace Engagement.Api.Consultations;

internal static partial class ConsultationLoaders
{
    [DataLoader]
    public static async Task<Dictionary<Guid, ConsultationPage>> GetConsultationByIdAsync(
        IReadOnlyList<Guid> ids, ConsultationReads reads, CancellationToken cancellation) =>
        (await reads.ByIdsAsync(ids, cancellation)).ToDictionary(consultation => consultation.Id);
}
