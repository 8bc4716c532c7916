using System.Runtime.CompilerServices;
using System.Security.Claims;
using GraphQL.Data;
using GraphQL.Execution.Incremental;
using GraphQL.Language;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQL.Execution;

/// <summary>Executes requests against one schema.</summary>
internal sealed partial class RequestExecutor : IRequestExecutor
{
    private readonly GraphQLOptions _options;
    private readonly ILogger _logger;
    private readonly OperationCache _cache;
    private readonly TypeResolver _types;
    private readonly IReadOnlyDictionary<Type, Func<DataLoaderScope, object>> _loaders;

    public RequestExecutor(
        SchemaDefinition schema,
        GraphQLOptions options,
        IReadOnlyDictionary<Type, Func<DataLoaderScope, object>> loaders,
        ILogger<RequestExecutor> logger)
    {
        Schema = schema;
        _options = options;
        _loaders = loaders;
        _logger = logger;
        _cache = new OperationCache(schema, options);
        _types = new TypeResolver(schema);
    }

    public SchemaDefinition Schema { get; }

    public Task<ExecutionResult> ExecuteAsync(
        OperationRequest request, IServiceProvider requestServices, ClaimsPrincipal user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(requestServices);
        ArgumentNullException.ThrowIfNull(user);
        return ObserveAsync(request, requestServices, user, inParts: false, cancellationToken);
    }

    /// <summary>
    /// Executes a query or mutation for a client that takes its answer in parts. When parts follow, the result is an
    /// <see cref="IncrementalResult"/>, and whoever calls this disposes of what is later.
    /// </summary>
    public Task<ExecutionResult> ExecuteInPartsAsync(
        OperationRequest request, IServiceProvider requestServices, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        ObserveAsync(request, requestServices, user, inParts: true, cancellationToken);

    private Task<ExecutionResult> ObserveAsync(
        OperationRequest request, IServiceProvider requestServices, ClaimsPrincipal user, bool inParts, CancellationToken cancellationToken) =>
        GraphQLInstrumentation.IsListenedTo
            ? GraphQLInstrumentation.ObserveAsync(
                "graphql.request", request.OperationName, () => ExecuteWithinTimeAsync(request, requestServices, user, inParts, cancellationToken))
            : ExecuteWithinTimeAsync(request, requestServices, user, inParts, cancellationToken);

    private async Task<ExecutionResult> ExecuteWithinTimeAsync(
        OperationRequest request, IServiceProvider requestServices, ClaimsPrincipal user, bool inParts, CancellationToken cancellationToken)
    {
        var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(_options.ExecutionTimeout);
        LaterResults? later = null;
        var isOver = true;
        try
        {
            var (prepared, failure) = Prepare(request, requestServices, user, ending.Token);
            if (prepared is null)
                return failure!;
            if (prepared.Operation.Definition.Operation == OperationType.Subscription)
                return Failed("A subscription is executed over a socket or as an event stream.", ErrorCodes.OperationNotAllowed);
            var execution = NewExecution(prepared, NewErrors(prepared), inParts);
            if (execution.Delivery is { } delivery)
                later = new LaterResults(delivery, ending, TookTooLong().Errors[0], cancellationToken);
            ExecutionResult result;
            using (GraphQLInstrumentation.Start("graphql.execute"))
                result = await execution.RunAsync().ConfigureAwait(false);
            if (request.Cost == CostReport.Report)
                result.Extensions = RequestLimits.Report(prepared.Operation.Costs.CostFor(request.Variables).Cost);
            cancellationToken.ThrowIfCancellationRequested();
            if (result is IncrementalResult first)
            {
                first.Later = later;
                isOver = false;
            }
            return result;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TookTooLong();
        }
        catch (InputException exception)
        {
            // Only the root's own selection gets here: everything below it is null by itself.
            return ExecutionResult.Nothing([GraphQLError.WithCode(exception.Message, exception.Code ?? ErrorCodes.ArgumentInvalid)]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Unexpected(exception);
        }
        finally
        {
            if (later is null)
                ending.Dispose();
            else if (isOver)
                await later.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<ExecutionResult> SubscribeAsync(
        OperationRequest request,
        IServiceProvider requestServices,
        ClaimsPrincipal user,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(requestServices);
        ArgumentNullException.ThrowIfNull(user);
        if (OperationTypeOf(request) != OperationType.Subscription)
        {
            var first = await ExecuteInPartsAsync(request, requestServices, user, cancellationToken).ConfigureAwait(false);
            if (first is not IncrementalResult { Later: { } later } incremental)
            {
                yield return first;
                yield break;
            }
            await using (later.ConfigureAwait(false))
            {
                await foreach (var result in incremental.AllAsync().ConfigureAwait(false))
                    yield return result;
            }
            yield break;
        }
        var (prepared, failure) = Prepare(request, requestServices, user, cancellationToken);
        if (prepared is null)
        {
            yield return failure!;
            yield break;
        }
        var subscription = new SubscriptionExecution(prepared, this);
        await foreach (var result in subscription.RunAsync().ConfigureAwait(false))
            yield return result;
    }

    /// <summary>What kind of operation a request asks for; null when it cannot be told.</summary>
    public OperationType? OperationTypeOf(OperationRequest request) => _cache.Get(request.Query).Find(request.OperationName)?.Definition.Operation;

    /// <summary>Whether a document may be executed.</summary>
    public bool IsValid(string query) => _cache.Get(query).Errors.Count == 0;

    /// <summary>Why a request cannot be executed whatever its variables are, or null when it may be.</summary>
    public ExecutionResult? Check(OperationRequest request)
    {
        if (request.Refusal is { } refusal)
            return ExecutionResult.Failed(refusal);
        var document = _cache.Get(request.Query);
        if (document.Errors.Count > 0)
            return ExecutionResult.Failed(document.Errors);
        return document.Find(request.OperationName) is null ? UnknownOperation(request) : null;
    }

    /// <summary>Executes the selection of a subscription for one event.</summary>
    public Task<ExecutionResult> RunAsync(ExecutionRequest request) => GraphQLInstrumentation.IsListenedTo
        ? GraphQLInstrumentation.ObserveAsync("graphql.execute", request.Operation.Definition.Name?.Value, () => RunEventAsync(request))
        : RunEventAsync(request);

    public OperationExecution NewExecution(ExecutionRequest request, FieldErrors errors, bool inParts = false) => new(request, errors, _types, _loaders, inParts)
    {
        TracesResolvers = _options.TraceResolvers && GraphQLInstrumentation.IsTraced,
    };

    public FieldErrors NewErrors(ExecutionRequest request) => new(_options, _logger, request.Cancellation);

    /// <summary>Answers an exception that no resolver is to blame for.</summary>
    public ExecutionResult Unexpected(Exception exception)
    {
        LogFailure(_logger, exception);
        return Failed("Unexpected Execution Error", ErrorCodes.Internal);
    }

    private async Task<ExecutionResult> RunEventAsync(ExecutionRequest request)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(request.Cancellation);
        timeout.CancelAfter(_options.ExecutionTimeout);
        try
        {
            return await RunPlanAsync(request with { Cancellation = timeout.Token }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!request.Cancellation.IsCancellationRequested)
        {
            return TookTooLong();
        }
    }

    private ExecutionResult TookTooLong() =>
        Failed($"The request took longer than {_options.ExecutionTimeout.TotalSeconds:0} seconds.", ErrorCodes.Timeout);

    private Task<ExecutionResult> RunPlanAsync(ExecutionRequest request) => NewExecution(request, NewErrors(request)).RunAsync();

    private (ExecutionRequest? Request, ExecutionResult? Failure) Prepare(
        OperationRequest request, IServiceProvider services, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (request.Refusal is { } refusal)
            return (null, ExecutionResult.Failed(refusal));
        if (RequestLimits.CheckVariables(request.Variables, _options) is { } tooMuch)
            return (null, ExecutionResult.Failed(tooMuch));
        var document = _cache.GetForRequest(request.Query);
        if (document.Errors.Count > 0)
            return (null, ExecutionResult.Failed(document.Errors));
        if (document.Find(request.OperationName) is not { } operation)
            return (null, UnknownOperation(request));
        var variables = VariableReader.Read(operation, request.Variables, request.Files, _options.Validation.MaxErrors, out var errors);
        if (errors.Count > 0)
            return (null, ExecutionResult.Failed(errors));
        if (RequestLimits.CheckCost(operation, request, _options.Cost) is { } answer)
            return (null, answer);
        var authorization = services.GetService<IAuthorizationEvaluator>() ?? ClaimsAuthorizationEvaluator.Instance;
        return (new ExecutionRequest(operation, variables, services, user, authorization, null, cancellation), null);
    }

    private static ExecutionResult UnknownOperation(OperationRequest request) => Failed(
        string.IsNullOrEmpty(request.OperationName)
            ? "The document has several operations, or none; say which with operationName."
            : $"The document has no operation named \"{ValueCoercionException.Shorten(request.OperationName)}\".",
        ErrorCodes.OperationUnknown);

    private static ExecutionResult Failed(string message, string code) => ExecutionResult.Failed(GraphQLError.WithCode(message, code));

    [LoggerMessage(2, LogLevel.Error, "A GraphQL request failed outside any resolver.")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
