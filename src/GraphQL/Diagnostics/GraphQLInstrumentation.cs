using System.Diagnostics;
using System.Diagnostics.Metrics;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL;

/// <summary>
/// What the server tells OpenTelemetry, under the name <see cref="Name"/>: add it as a source of traces and as a meter. Spans:
/// <c>graphql.request</c>, in it <c>graphql.parse</c> and <c>graphql.validate</c> when the document is new, <c>graphql.execute</c> for the operation
/// or for each event of a subscription, and <c>graphql.resolve</c> for resolvers that wait, when <see cref="GraphQLOptions.TraceResolvers"/> is
/// set. Metrics: <c>graphql.request.duration</c> in seconds by operation type and outcome, <c>graphql.errors</c> by code, and
/// <c>graphql.document_cache.lookups</c> by hit. None has a document, a variable or a literal in it. Costs nothing while nobody listens.
/// </summary>
public static class GraphQLInstrumentation
{
    /// <summary>The name of the source of traces and of the meter.</summary>
    public const string Name = "GraphQL";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "graphql.request.duration",
        "s",
        "How long requests took, and the events of subscriptions.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });

    private static readonly Counter<long> Errors = Meter.CreateCounter<long>("graphql.errors", "{error}", "Errors that clients were answered, by code.");
    private static readonly Counter<long> Lookups = Meter.CreateCounter<long>(
        "graphql.document_cache.lookups", "{lookup}", "How often a document was known already, or not.");

    /// <summary>Whether anybody listens, so that there is a reason to take the time.</summary>
    internal static bool IsListenedTo => Duration.Enabled || Errors.Enabled || Source.HasListeners();

    internal static bool IsTraced => Source.HasListeners();

    internal static Activity? Start(string name) => Source.StartActivity(name);

    internal static bool CountsLookups => Lookups.Enabled;

    internal static void CountLookup(bool hit) => Lookups.Add(1, new KeyValuePair<string, object?>("hit", hit));

    internal static void CountError(string? code)
    {
        if (Errors.Enabled)
            Errors.Add(1, new KeyValuePair<string, object?>("code", code ?? "NONE"));
    }

    /// <summary>Observes a request or an event of a subscription from its beginning to its result.</summary>
    internal static async Task<ExecutionResult> ObserveAsync(string spanName, string? operationName, Func<Task<ExecutionResult>> execute)
    {
        var start = Stopwatch.GetTimestamp();
        using var span = Source.StartActivity(spanName);
        ExecutionResult? result = null;
        try
        {
            result = await execute().ConfigureAwait(false);
            return result;
        }
        finally
        {
            var type = result?.OperationType switch
            {
                OperationType.Query => "query",
                OperationType.Mutation => "mutation",
                OperationType.Subscription => "subscription",
                _ => "unknown",
            };
            var outcome = result switch
            {
                null => "cancelled",
                { Errors.Count: 0 } => "success",
                { HasData: true } => "partial",
                _ => "error",
            };
            if (span is not null)
            {
                span.SetTag("graphql.operation.type", type);
                if (result?.OperationType is not null && !string.IsNullOrEmpty(operationName))
                    span.SetTag("graphql.operation.name", operationName);
                span.SetTag("graphql.outcome", outcome);
                if (outcome is "error")
                    span.SetStatus(ActivityStatusCode.Error, result!.Errors[0].Code);
            }
            if (Duration.Enabled)
            {
                Duration.Record(
                    Stopwatch.GetElapsedTime(start).TotalSeconds,
                    new KeyValuePair<string, object?>("graphql.operation.type", type),
                    new KeyValuePair<string, object?>("outcome", outcome));
            }
            if (Errors.Enabled && result is not null)
            {
                foreach (var error in result.Errors)
                    CountError(error.Code);
            }
        }
    }

    /// <summary>Resolves a field in a span of its own.</summary>
    internal static async ValueTask<object?> ResolveAsync(FieldPlan field, ResolverContext context)
    {
        using var span = Source.StartActivity("graphql.resolve");
        span?.SetTag("graphql.field", $"{field.Parent.Name}.{field.Definition.Name}");
        try
        {
            return await field.Definition.Resolver!(context).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
    }
}
