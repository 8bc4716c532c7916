namespace Engagement.Surveys;

/// <summary>Both ends are in it; null: no end.</summary>
public sealed record NumberRange(decimal? Least, decimal? Most, bool WholeNumbers)
{
    public bool Contains(decimal number) =>
        (Least is null || number >= Least) && (Most is null || number <= Most) && (!WholeNumbers || decimal.Truncate(number) == number);
}
