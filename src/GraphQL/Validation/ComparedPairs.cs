namespace GraphQL.Validation;

/// <summary>
/// Pairs already compared. A comparison of parts that may apply to one value is the stricter one, and makes the comparison of the same
/// parts as exclusive ones needless.
/// </summary>
internal sealed class ComparedPairs<TFirst, TSecond>
    where TFirst : notnull
    where TSecond : notnull
{
    private readonly Dictionary<(TFirst, TSecond), bool> _wereExclusive = [];

    /// <summary>Remembers a pair; false when comparing it would find nothing new.</summary>
    public bool Add(TFirst first, TSecond second, bool areExclusive)
    {
        if (_wereExclusive.TryGetValue((first, second), out var wereExclusive) && (areExclusive || !wereExclusive))
            return false;
        _wereExclusive[(first, second)] = areExclusive;
        return true;
    }
}
