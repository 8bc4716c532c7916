using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Execution;

/// <summary>
/// Executes a subscription: opens the stream of events and executes the selection for each. The rule of the field is asked about before the
/// stream is opened and again at each event; when it says no, that is the last result.
/// </summary>
internal sealed class SubscriptionExecution(ExecutionRequest request, RequestExecutor executor)
{
    public async IAsyncEnumerable<ExecutionResult> RunAsync()
    {
        var (source, failure) = await OpenAsync().ConfigureAwait(false);
        if (source is null)
        {
            yield return failure!;
            yield break;
        }
        var events = source.GetAsyncEnumerator(request.Cancellation);
        await using (events.ConfigureAwait(false))
        {
            while (true)
            {
                var (hasEvent, lost) = await MoveNextAsync(events).ConfigureAwait(false);
                if (lost is not null)
                    yield return lost;
                if (!hasEvent)
                    yield break;
                var result = await ExecuteAsync(events.Current).ConfigureAwait(false);
                yield return result;
                if (result.Errors.Any(error => error is { Path.Count: 1, Code: ErrorCodes.NotAuthenticated or ErrorCodes.NotAuthorized }))
                    yield break;
            }
        }
    }

    private async Task<(IAsyncEnumerable<object?>? Source, ExecutionResult? Failure)> OpenAsync()
    {
        var errors = executor.NewErrors(request);
        var execution = executor.NewExecution(request, errors);
        var plan = request.Operation.Plan(request.Variables);
        var root = new ObjectResult(plan, null, 0);
        var field = plan.Fields[0];
        var context = new ResolverContext(execution);
        context.Bind(field, root, 0, null);
        try
        {
            if (field.Requirement is { } requirement)
                Denial.ThrowIfDenied(await request.Authorization.AuthorizeAsync(requirement, context).ConfigureAwait(false));
            if (field.Definition.Subscriber is not { } subscribe)
                throw new InvalidOperationException($"The subscription field '{field.Definition.Name}' has no Subscriber.");
            return (subscribe(context), null);
        }
        catch (Exception exception)
        {
            errors.Add(exception, field, root, 0);
            return (null, ExecutionResult.Failed(errors.ToList()));
        }
    }

    private async Task<(bool HasEvent, ExecutionResult? Failure)> MoveNextAsync(IAsyncEnumerator<object?> events)
    {
        try
        {
            return (await events.MoveNextAsync().ConfigureAwait(false), null);
        }
        catch (GraphQLException exception)
        {
            return (false, ExecutionResult.Failed(GraphQLError.WithCode(exception.Message, exception.Code)));
        }
        catch (Exception exception) when (!request.Cancellation.IsCancellationRequested)
        {
            return (false, executor.Unexpected(exception));
        }
    }

    private async Task<ExecutionResult> ExecuteAsync(object? item)
    {
        // Events may be hours apart, so each has its own scope of services.
        var scope = request.Services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            try
            {
                return await executor.RunAsync(request with { RootValue = item, Services = scope.ServiceProvider }).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return executor.Unexpected(exception);
            }
        }
    }
}
