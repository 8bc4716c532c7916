using System.Globalization;

namespace Engagement.Charter;

/// <summary>A place in the list of proposals, which is ordered by day, then evidence, then rule. Its text form is what a cursor carries.</summary>
/// <param name="Day">The day it happened.</param>
/// <param name="Id">To what.</param>
/// <param name="Rule">The rule that proposes it, or the kind of evidence where none does.</param>
public readonly record struct ProposalPosition(DateOnly Day, Guid Id, string Rule)
{
    public static bool TryParse(string? text, out ProposalPosition position)
    {
        position = default;
        if (text?.Split('_', 3) is not [var dayText, var idText, { Length: > 0 } rule]
            || !DateOnly.TryParseExact(dayText, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !Guid.TryParseExact(idText, "N", out var id))
        {
            return false;
        }

        position = new ProposalPosition(day, id, rule);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:O}_{Id:N}_{Rule}");
}
