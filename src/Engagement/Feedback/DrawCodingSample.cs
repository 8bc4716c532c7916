using System.Globalization;
using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Draws coded views by chance, but so that anybody can draw the same ones again.</summary>
/// <param name="ConsultationId">Where the views are from; left out: those from outside consultations.</param>
/// <param name="Seed">The number that chooses them: the same one chooses the same from the same views.</param>
/// <param name="Count">How many, from 1 to 500.</param>
public sealed record DrawCodingSample(Guid? ConsultationId, int Seed, int Count)
{
    public const int Most = 500;

    /// <param name="command">How many, and the number that decides which.</param>
    /// <param name="codedViewIds">All coded views there are, in any order.</param>
    public static Decision Decide(DrawCodingSample command, IReadOnlyCollection<Guid> codedViewIds)
    {
        if (command.Count is < 1 or > Most)
            return Decision.Refuse("SAMPLE_SIZE_INVALID", $"Enter a number of views from 1 to {Most}", "count");

        if (codedViewIds.Count < command.Count)
        {
            return Decision.Refuse(
                "SAMPLE_TOO_LARGE", $"There are {codedViewIds.Count} coded views to draw from. Enter a smaller number, or code more views first", "count");
        }

        return Decision.To(new CodingSampleDrawn(
            command.ConsultationId,
            command.Seed,
            [.. codedViewIds.Distinct().OrderBy(id => Lot(command.Seed, id)).Take(command.Count)]));
    }

    // A lot that is as good as chance, but follows from the seed and the view alone.
    private static Guid Lot(int seed, Guid viewId) =>
        DeterministicId.From("coding sample", seed.ToString(CultureInfo.InvariantCulture), viewId.ToString("N"));
}
