namespace Engagement.Metrics;

/// <summary>A scope as the condition of a statement on facts, with its parameters. The first of them is the moment.</summary>
internal sealed class FactFilter
{
    // Later than any moment that is recorded, and before the infinity that stands for "still so".
    private static readonly DateTime AllThatIsKnown = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly List<object?> _parameters = [];
    private readonly List<string> _conditions = [];

    private FactFilter(string? alias)
    {
        var prefix = alias is null ? "" : $"{alias}.";
        _conditions.Add($"{prefix}recorded_at <= $1 and {prefix}ended_at > $1");
    }

    public string Condition => string.Join(" and ", _conditions);

    public object?[] Parameters => [.. _parameters];

    /// <param name="scope">What is asked for.</param>
    /// <param name="day">The column that holds when it happened.</param>
    /// <param name="alias">Of the facts, where others are joined.</param>
    public static FactFilter Of(MetricsScope scope, string day, string? alias = null)
    {
        var filter = new FactFilter(alias);
        var prefix = alias is null ? "" : $"{alias}.";
        filter.Add(Moment(scope.AsAt));
        if (scope.ConsultationId is { } consultation)
            filter._conditions.Add($"{prefix}consultation_id = {filter.Add(consultation)}");

        if (scope.Audience is { } audience)
            filter._conditions.Add($"{prefix}audience = {filter.Add(audience.ToString())}");

        if (scope.From is { } from)
            filter._conditions.Add($"{prefix}{day} >= {filter.Add(from)}");

        if (scope.To is { } to)
            filter._conditions.Add($"{prefix}{day} <= {filter.Add(to)}");

        return filter;
    }

    public static DateTime Moment(DateTimeOffset? asAt) => asAt is { } moment && moment < AllThatIsKnown ? moment.UtcDateTime : AllThatIsKnown;

    /// <summary>One more parameter; its name in the statement.</summary>
    public string Add(object? parameter)
    {
        _parameters.Add(parameter);
        return $"${_parameters.Count}";
    }
}
