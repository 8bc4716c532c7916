using Engagement.Common;

namespace Engagement.Forums;

internal static class FacilitatorRules
{
    /// <summary>A check is made anew after three years. [ours]</summary>
    private const int YearsACheckLasts = 3;

    public static Refusal? Check(Facilitator facilitator, DateOnly today, string field)
    {
        if (facilitator.Id == Guid.Empty || facilitator.Role.Length == 0)
            return new Refusal("FACILITATOR_MISSING", "Name the facilitator and their role", field);

        if (facilitator.VettedOn > today)
            return new Refusal("FACILITATOR_NOT_VETTED", "A facilitator can be named once their check is complete", field);

        return facilitator.VettedOn < today.AddYears(-YearsACheckLasts)
            ? new Refusal("FACILITATOR_NOT_VETTED", "This facilitator's check is more than 3 years old. Ask for a new one", field)
            : CleanText.TooLong(facilitator.Role, CleanText.LineLimit, field);
    }
}
