namespace Engagement.Surveys;

/// <summary>The numbers that a question takes. Both ends are in it.</summary>
/// <param name="Least">The least; null: no end.</param>
/// <param name="Most">The most; null: no end.</param>
/// <param name="WholeNumbers">Whether it takes whole numbers only.</param>
public sealed record NumberRange(decimal? Least, decimal? Most, bool WholeNumbers)
{
    public bool Contains(decimal number) =>
        (Least is null || number >= Least) && (Most is null || number <= Most) && (!WholeNumbers || decimal.Truncate(number) == number);
}
